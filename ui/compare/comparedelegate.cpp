// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparedelegate.h"

#include "common/theme.h"
#include "compare/comparetablemodel.h"

#include <QPainter>
#include <QWidget>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// The thin rules of the form; a table's own grid is too faint on a dark ground.
void paintRules(QPainter *painter, const QStyleOptionViewItem &option)
{
    painter->setPen(theme::rule(option.palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
}

} // namespace

int CompareDelegate::valueHeight(const QFont &font, bool two)
{
    return QFontMetrics(font).height() + (two ? QFontMetrics(theme::small(font)).height() : 0) + 2 * theme::Grid;
}

int CompareDelegate::headHeight(const QFont &font, const QString &text, int width)
{
    const QFont face = theme::small(font);
    return QFontMetrics(face).boundingRect(QRect(0, 0, width - 4 * theme::Grid, 10'000), int(Qt::TextWrapAnywhere), text).height()
        + 2 * theme::Grid;
}

void CompareDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QString &text) const
{
    painter->fillRect(option.rect, theme::headFill(option.palette));
    painter->setFont(theme::small(option.font));
    painter->setPen(option.palette.color(QPalette::Active, QPalette::Text)); // a head is no disabled value
    painter->drawText(option.rect.adjusted(theme::Grid, 0, -theme::Grid, 0), int(Qt::AlignCenter | Qt::TextWrapAnywhere), text);
}

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    if (index.data(CompareTableModel::CellRole).toInt() < 0) {
        paintHead(painter, option, index.data().toString());
        paintRules(painter, option);
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
    paintRules(painter, option);
    const QRect inside = option.rect.adjusted(theme::Grid, theme::Grid, -6, -theme::Grid);
    painter->setFont(differs ? theme::strong(option.font) : option.font);
    painter->setPen(p.color(QPalette::Text));
    const bool alone = index.data(CompareTableModel::OtherRole).toString().isEmpty();
    painter->drawText(inside, int(Qt::AlignRight) | int(alone ? Qt::AlignVCenter : Qt::AlignTop), index.data().toString());
    painter->setFont(theme::small(option.font));
    painter->setPen(theme::mutedInk(p));
    // A number is shown whole or not at all: what is left of a cut one would be another number.
    QString other;
    for (const int role : {int(CompareTableModel::OtherRole), int(CompareTableModel::ShortOtherRole)}) {
        other = index.data(role).toString();
        if (painter->fontMetrics().horizontalAdvance(other) <= inside.width())
            break;
        other = u"…"_s;
    }
    painter->drawText(inside, int(Qt::AlignRight | Qt::AlignBottom), other);
    if (option.state & QStyle::State_Selected) {
        // Its strength tells whether the keys go here.
        painter->setPen(QPen(theme::accent(p), option.widget && option.widget->hasFocus() ? 2 : 1));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

} // namespace gouji
