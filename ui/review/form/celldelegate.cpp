// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/form/celldelegate.h"

#include "common/theme.h"
#include "review/form/formgeometry.h"
#include "review/form/formtablemodel.h"

#include <QPainter>
#include <QPainterPath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

void hatch(QPainter *painter, const QRect &rect, const QPalette &palette)
{
    painter->save();
    painter->setClipRect(rect);
    painter->setPen(QPen(theme::mix(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.16), 1));
    for (int x = rect.left() - rect.height(); x < rect.right(); x += 6)
        painter->drawLine(x, rect.bottom(), x + rect.height(), rect.top());
    painter->restore();
}

void sign(QPainter *painter, const QRect &rect, const QFont &font, const QColor &ink, const QString &text, Qt::Alignment where)
{
    painter->setFont(theme::strong(theme::small(font)));
    painter->setPen(ink);
    painter->drawText(rect.adjusted(3, 0, -2, 0), int(where), text);
}

/// An exclamation mark on a filled corner: a shape as well as a colour.
void errorCorner(QPainter *painter, const QRect &rect, const QPalette &palette)
{
    const int side = std::min(13, rect.height() / 2 + 1);
    const QColor ink = theme::errorInk(palette);
    QPainterPath corner;
    corner.moveTo(rect.topLeft());
    corner.lineTo(rect.left() + side, rect.top());
    corner.lineTo(rect.left(), rect.top() + side);
    corner.closeSubpath();
    painter->fillPath(corner, ink);
    painter->setPen(QPen(palette.color(QPalette::Base), 1.4));
    const double x = rect.left() + side * 0.27;
    painter->drawLine(QPointF(x, rect.top() + 1.5), QPointF(x, rect.top() + side * 0.40));
    painter->drawPoint(QPointF(x, rect.top() + side * 0.58));
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(FormTableModel::CellRole).toInt() < 0) {
        paintHead(painter, option, index.data(Qt::DisplayRole).toString());
    } else {
        const QVariant trace = index.data(FormTableModel::TraceRole);
        const QVariant preview = index.data(FormTableModel::PreviewRole);
        if (preview.isValid())
            paintPreview(painter, option, index.data(Qt::DisplayRole).toString(), preview.toString());
        else
            paintValue(painter, option.rect, option.palette, option.font, index.data(Qt::DisplayRole).toString(),
                index.data(FormTableModel::MarksRole).value<CellMarks>(), option.state, trace.isValid() ? trace.toChar() : QChar());
    }
    painter->restore();
}

void CellDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QString &text)
{
    painter->fillRect(option.rect, theme::headFill(option.palette));
    painter->setFont(theme::small(option.font));
    painter->setPen(option.palette.color(QPalette::Text));
    const int pad = FormGeometry::Padding + 1;
    QRect box = option.rect.adjusted(pad, 0, -pad, 0);
    // Short heads break in even lines (科研／机构), never with one character left over.
    const int character = theme::characterWidth(painter->fontMetrics());
    const int perLine = std::max(1, box.width() / character);
    if (option.displayAlignment & Qt::AlignHCenter && text.size() > perLine && text.size() <= 12) {
        const int lines = (int(text.size()) + perLine - 1) / perLine;
        const int even = ((int(text.size()) + lines - 1) / lines) * character + 2;
        box.adjust((box.width() - even) / 2, 0, -(box.width() - even) / 2, 0);
    }
    painter->drawText(box, int(option.displayAlignment) | Qt::TextWordWrap, text);
}

/// 「3→0」 in a dashed frame: a value that does not stand here yet.
void CellDelegate::paintPreview(QPainter *painter, const QStyleOptionViewItem &option, const QString &now, const QString &then)
{
    const QPalette &palette = option.palette;
    painter->fillRect(option.rect, theme::selectionWash(palette));
    painter->setPen(QPen(theme::accent(palette), 1, Qt::DashLine));
    painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    const QRect box = option.rect.adjusted(FormGeometry::Padding, 0, -FormGeometry::Padding - 2, 0);
    painter->setFont(theme::strong(option.font));
    painter->setPen(palette.color(QPalette::Text));
    QRect drawn;
    painter->drawText(box, int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, then, &drawn);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme::accent(palette), option.state & QStyle::State_Active ? 2 : 1));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        painter->setPen(palette.color(QPalette::Text));
    }
    if (now == then)
        return; // it would only be settled
    painter->setFont(theme::small(option.font));
    const QString before = (now.isEmpty() ? u"□"_s : now) + u"→"_s;
    const bool fits = painter->fontMetrics().horizontalAdvance(before) <= drawn.left() - box.left();
    painter->drawText(QRect(box.left(), box.top(), drawn.left() - box.left() - 1, box.height()),
        int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, fits ? before : u"→"_s);
}

void CellDelegate::paintValue(QPainter *painter, const QRect &rect, const QPalette &palette, const QFont &font, const QString &text,
    CellMarks marks, QStyle::State state, QChar trace)
{
    const QColor base = palette.color(QPalette::Base);
    QColor fill = base;
    if (marks & CellMark::Error)
        fill = theme::errorWash(palette);
    else if (marks & CellMark::Warning)
        fill = theme::warningWash(palette);
    else if (marks & CellMark::ErrorPart)
        fill = theme::errorWashSoft(palette);
    if (state & QStyle::State_Selected)
        fill = theme::mix(fill, theme::accent(palette), theme::isDark(palette) ? 0.30 : 0.16);
    painter->fillRect(rect, fill);
    if (marks & (CellMark::Blank | CellMark::Missing))
        hatch(painter, rect, palette);
    if (marks & CellMark::Error) {
        errorCorner(painter, rect, palette);
    } else if (marks & CellMark::ErrorPart) {
        QPainterPath corner(rect.topLeft());
        corner.lineTo(rect.left() + 6, rect.top());
        corner.lineTo(rect.left(), rect.top() + 6);
        corner.closeSubpath();
        painter->fillPath(corner, theme::errorInk(palette));
    }
    if (marks & CellMark::Corrected)
        painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme::accent(palette));
    if (marks & CellMark::Suspect) {
        painter->setPen(QPen(theme::warningInk(palette), 1, Qt::DashLine));
        painter->drawRect(rect.adjusted(2, 2, -3, -3));
    }
    if (marks & CellMark::Missing)
        sign(painter, rect, font, theme::warningInk(palette), u"?"_s, Qt::AlignHCenter | Qt::AlignVCenter);
    if (marks & CellMark::Repaired)
        sign(painter, rect.adjusted((marks & CellMark::Corrected ? 3 : 0) + (trace.isNull() ? 0 : 9), 0, 0, 0), font,
            theme::warningInk(palette), u"≈"_s, Qt::AlignLeft | Qt::AlignVCenter);
    if (marks & CellMark::Confirmed) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme::goodInk(palette), 1.4));
        const QPointF at(rect.left() + 6, rect.bottom() - 6);
        painter->drawPolyline(QPolygonF{at + QPointF(-2, 0), at + QPointF(0, 2.5), at + QPointF(4.5, -3)});
        painter->setRenderHint(QPainter::Antialiasing, false);
    }

    painter->setFont(marks & CellMark::Corrected ? theme::strong(font) : font);
    painter->setPen(palette.color(QPalette::Text));
    const QRect box = rect.adjusted(FormGeometry::Padding, 0, -FormGeometry::Padding - 2, 0);
    QRect drawn;
    painter->drawText(box, int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, text, &drawn);

    if (marks & (CellMark::Warning | CellMark::Hint)) {
        const bool warning = marks.testFlag(CellMark::Warning);
        QPen dots(warning ? theme::warningInk(palette) : palette.color(QPalette::Text), warning ? 2 : 1);
        dots.setDashPattern(warning ? QList<qreal>{1, 2} : QList<qreal>{1, 1});
        dots.setCapStyle(Qt::FlatCap);
        painter->setPen(dots);
        const int left = text.isEmpty() ? box.right() - 14 : std::min(drawn.left(), box.right() - 14);
        const int y = std::min(
            rect.bottom() - 2, drawn.isEmpty() ? rect.bottom() - 5 : rect.center().y() + painter->fontMetrics().ascent() / 2 + 3);
        painter->drawLine(left, y, box.right(), y);
    }

    if (!trace.isNull()) {
        painter->setPen(QPen(theme::accent(palette), 1));
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
        // Beside the error corner, not under it.
        sign(painter, rect.adjusted(marks & CellMark::Error ? 11 : 0, -1, 0, 0), font, theme::accent(palette), QString(trace),
            Qt::AlignLeft | Qt::AlignTop);
    }
    if (state & QStyle::State_On) {
        painter->setPen(QPen(theme::accent(palette), 1, Qt::DashLine));
        painter->drawRect(rect.adjusted(1, 1, -2, -2));
    }
    if (state & QStyle::State_HasFocus) {
        // The window's focus shows in the frame's strength; the current cell itself never vanishes.
        painter->setPen(QPen(theme::accent(palette), state & QStyle::State_Active ? 2 : 1));
        painter->drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

} // namespace gouji
