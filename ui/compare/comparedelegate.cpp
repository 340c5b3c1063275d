// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparedelegate.h"

#include "common/theme.h"
#include "compare/comparetablemodel.h"

#include <QPainter>
#include <QWidget>

namespace gouji {

using namespace Qt::StringLiterals;

int CompareDelegate::valueHeight(const QFont &font)
{
    return QFontMetrics(font).height() + QFontMetrics(theme::small(font)).height() + 2 * theme::Grid;
}

int CompareDelegate::headHeight(const QFont &font, const QString &text, int width)
{
    const QFont face = theme::small(font);
    return QFontMetrics(face).boundingRect(QRect(0, 0, width - 2 * theme::Grid, 10'000), int(Qt::TextWrapAnywhere), text).height()
        + 2 * theme::Grid;
}

void CompareDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QString &text) const
{
    painter->fillRect(option.rect, theme::headFill(option.palette));
    painter->setFont(theme::small(option.font));
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(option.rect.adjusted(theme::Grid, 0, -theme::Grid, 0), int(Qt::AlignCenter | Qt::TextWrapAnywhere), text);
}

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    if (index.data(CompareTableModel::CellRole).toInt() < 0) {
        paintHead(painter, option, index.data().toString());
        painter->restore();
        return;
    }
    const QPalette &p = option.palette;
    const bool differs = index.data(CompareTableModel::DiffersRole).toBool();
    painter->fillRect(option.rect, differs ? theme::warningWash(p) : p.color(QPalette::Base));
    if (!index.data(CompareTableModel::ComparableRole).toBool())
        painter->fillRect(option.rect, QBrush(theme::mix(p.color(QPalette::Base), p.color(QPalette::Text), 0.16), Qt::BDiagPattern));
    if (differs)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme::warningInk(p));
    if (index.data(CompareTableModel::DoubtfulRole).toBool()) {
        painter->setPen(QPen(theme::warningInk(p), 1, Qt::DashLine));
        painter->drawRect(option.rect.adjusted(2, 2, -3, -3));
    }
    const QRect inside = option.rect.adjusted(theme::Grid, theme::Grid, -theme::Grid, -theme::Grid);
    painter->setFont(differs ? theme::strong(option.font) : option.font);
    painter->setPen(p.color(QPalette::Text));
    painter->drawText(inside, int(Qt::AlignRight | Qt::AlignTop), index.data().toString());
    painter->setFont(theme::small(option.font));
    painter->setPen(theme::mutedInk(p));
    painter->drawText(inside, int(Qt::AlignRight | Qt::AlignBottom),
        painter->fontMetrics().elidedText(index.data(CompareTableModel::OtherRole).toString(), Qt::ElideLeft, inside.width()));
    if (option.state & QStyle::State_Selected) {
        // Its strength tells whether the keys go here.
        painter->setPen(QPen(theme::accent(p), option.widget && option.widget->hasFocus() ? 2 : 1));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

} // namespace gouji
