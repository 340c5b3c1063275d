// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/palettedelegate.h"

#include "common/theme.h"
#include "window/palettemodel.h"

#include <QPainter>
#include <QTextLayout>

namespace gouji {

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return QSize(40 * theme::Grid, option.fontMetrics.height() + 2 * theme::Grid);
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QPalette &p = option.palette;
    const bool enabled = index.flags() & Qt::ItemIsEnabled;
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, theme::selectionWash(p));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme::accent(p));
    }
    const int side = 4 * theme::Grid;
    QRect box = option.rect.adjusted(3 * theme::Grid, 0, -3 * theme::Grid, 0);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, QRect(box.left(), box.center().y() - side / 2 + 1, side, side), Qt::AlignCenter,
            enabled ? QIcon::Normal : QIcon::Disabled);
    box.setLeft(box.left() + side + 2 * theme::Grid);

    const QFont face = option.font;
    const QFont small = theme::small(face);
    const QColor ink = enabled ? p.color(QPalette::Text) : theme::mutedInk(p);
    painter->setFont(small);
    painter->setPen(theme::mutedInk(p));
    const QString key = index.data(PaletteModel::KeyRole).toString();
    painter->drawText(box, int(Qt::AlignRight | Qt::AlignVCenter), key);
    box.setRight(box.right() - painter->fontMetrics().horizontalAdvance(key) - (key.isEmpty() ? 0 : 3 * theme::Grid));

    // The text, with what was found in it strong and underlined.
    const QString text = index.data().toString();
    QTextLayout layout(QFontMetrics(face).elidedText(text, Qt::ElideRight, box.width()), face);
    QList<QTextLayout::FormatRange> found;
    for (const int at : index.data(PaletteModel::PlacesRole).value<QList<int>>()) {
        QTextLayout::FormatRange range;
        range.start = at;
        range.length = 1;
        range.format.setFontWeight(theme::strong(face).weight());
        range.format.setForeground(enabled ? theme::accent(p) : ink);
        range.format.setFontUnderline(true);
        if (at < layout.text().size())
            found << range;
    }
    layout.setFormats(found);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(box.width());
    layout.endLayout();
    painter->setPen(ink);
    layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2));
    box.setLeft(box.left() + int(line.naturalTextWidth()) + 3 * theme::Grid);
    painter->setFont(small);
    painter->setPen(theme::mutedInk(p));
    if (box.width() > 8 * theme::Grid)
        painter->drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(index.data(PaletteModel::AsideRole).toString(), Qt::ElideRight, box.width()));
    painter->restore();
}

} // namespace gouji
