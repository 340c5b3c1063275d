// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/panels/choicedelegate.h"

#include "common/theme.h"
#include "review/panels/choicesview.h"

#include <QPainter>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int Pad = 2 * theme::Grid;
constexpr int Number = 6 * theme::Grid; ///< room for the number in front

/// What stands below the heading of a suggestion.
QString detail(const Suggestion &s)
{
    QStringList out{effectText(s.effect), turnsText(s.effect), s.why};
    out.removeAll(QString());
    return out.join(u" · "_s);
}

int lineHeight(const QFont &font) { return QFontMetrics(font).height() + theme::Grid; }

} // namespace

ChoiceDelegate::ChoiceDelegate(ChoicesView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

const Suggestion &ChoiceDelegate::suggestion(const QModelIndex &index) const
{
    return static_cast<const ChoicesModel *>(index.model())->suggestions()[index.row()];
}

int ChoiceDelegate::textWidth() const { return std::max(20 * theme::Grid, m_view->viewport()->width() - Number - Pad); }

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics small(theme::small(option.font));
    const QRect words = small.boundingRect(QRect(0, 0, textWidth(), 1000), Qt::TextWordWrap, detail(suggestion(index)));
    const int lines = suggestion(index).repair ? 2 : 1;
    return QSize(textWidth(), theme::Grid + lines * lineHeight(option.font) + words.height() + theme::Grid);
}

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Suggestion &s = suggestion(index);
    const QPalette &palette = option.palette;
    const bool pointed = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    painter->save();
    painter->fillRect(option.rect, pointed ? theme::selectionWash(palette) : palette.color(QPalette::Base));
    if (pointed)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme::accent(palette));
    painter->setPen(theme::rule(palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const int line = lineHeight(option.font);
    const QRect head(option.rect.left() + Number, option.rect.top() + theme::Grid, textWidth(), line);
    painter->setFont(theme::strong(theme::small(option.font)));
    painter->setPen(theme::accent(palette));
    const QString number = index.row() < 9 ? QString::number(index.row() + 1) : u"·"_s;
    painter->drawText(QRect(option.rect.left(), head.top(), Number, line), Qt::AlignCenter, number);
    const int key = index.row() == m_view->next() ? paintKey(painter, head, option) : 0;
    painter->setPen(palette.color(QPalette::Text));
    QRect row = head;
    if (s.row.isEmpty() || s.repair) {
        painter->setFont(theme::strong(option.font));
        const QRect label = head.adjusted(0, 0, -key, 0);
        painter->drawText(
            label, int(Qt::AlignLeft | Qt::AlignVCenter), painter->fontMetrics().elidedText(s.label, Qt::ElideRight, label.width()));
        if (s.repair)
            row.translate(0, line);
    }
    if (!s.row.isEmpty())
        paintRow(painter, row, option, s);
    painter->setFont(theme::small(option.font));
    painter->setPen(s.effect.made.isEmpty() && s.effect.failing.isEmpty() ? theme::mutedInk(palette) : theme::warningInk(palette));
    painter->drawText(QRect(row.left(), row.bottom() + 1, row.width(), option.rect.bottom() - row.bottom() - theme::Grid),
        int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, detail(s));
    painter->restore();
}

/// The key that takes it without looking here; gives the room that is gone.
int ChoiceDelegate::paintKey(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option) const
{
    const QString key = tr("空格");
    painter->setFont(theme::small(option.font));
    const int width = painter->fontMetrics().horizontalAdvance(key) + 2 * theme::Grid;
    const QRect box(rect.right() - width - theme::Grid, rect.top() + 1, width, rect.height() - theme::Grid);
    painter->setPen(theme::accent(option.palette));
    painter->drawRoundedRect(box, 3, 3);
    painter->drawText(box, Qt::AlignCenter, key);
    return rect.right() - box.left() + theme::Grid;
}

/// The values in their order, each in a box of the same width, so that what differs between two suggestions stands out.
void ChoiceDelegate::paintRow(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const Suggestion &s) const
{
    const QFontMetrics strong(theme::strong(option.font));
    int box = strong.horizontalAdvance(u"00"_s) + theme::Grid;
    for (const Suggestion &other : m_view->choices()->suggestions()) {
        for (const Suggestion::RowCell &cell : other.row)
            box = std::max(box, strong.horizontalAdvance(cell.value) + theme::Grid);
    }
    box = std::min(box, rect.width() / int(s.row.size()));
    QRect at(rect.left(), rect.top(), box, rect.height() - 2);
    for (const Suggestion::RowCell &cell : s.row) {
        painter->setPen(cell.changed ? theme::accent(option.palette) : theme::rule(option.palette));
        painter->drawRect(at.adjusted(0, 0, -1, -1));
        painter->setFont(cell.changed ? theme::strong(option.font) : option.font);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(at, Qt::AlignCenter, painter->fontMetrics().elidedText(cell.value, Qt::ElideRight, box - 2));
        at.translate(box, 0);
    }
}

} // namespace gouji
