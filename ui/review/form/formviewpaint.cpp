// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FormView that paints the page, and the heads that stay in sight over it.
#include "review/form/formview.h"

#include "common/theme.h"
#include "review/form/celldelegate.h"
#include "review/form/formviewmetrics.h"

#include <QLineEdit>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace gouji {

using namespace Qt::StringLiterals;
using namespace formpage;

void FormView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.translate(-pageOffset());
    const QRect clip = event->rect().translated(pageOffset());
    for (const Table &t : m_tables) {
        paintTable(painter, t, clip);
        if (m_linesShown && !m_lines.isEmpty())
            paintTrace(painter, t);
    }
}

void FormView::paintTable(QPainter &painter, const Table &t, const QRect &clip)
{
    const QPoint offset = pageOffset();
    const QRect whole(t.origin, QSize(t.geometry.width() + 1, t.geometry.height() + 1));
    if (!clip.intersects(whole.adjusted(-Margin, t.titleTop - t.origin.y(), Margin, 0)))
        return;

    // The title does not move sideways with the table.
    const QRect title(t.origin.x() + offset.x(), t.titleTop, viewport()->width() - 2 * Margin, TitleHeight);
    QFont face = theme::strong(font());
    painter.setFont(face);
    painter.setPen(palette().color(QPalette::Text));
    const QString text = t.model->title();
    painter.drawText(title, int(Qt::AlignLeft | Qt::AlignVCenter), text);
    if (!t.model->isFound()) {
        const int used = QFontMetrics(face).horizontalAdvance(text) + 3 * theme::Grid;
        painter.setFont(theme::small(font()));
        painter.setPen(theme::warningInk(palette()));
        painter.drawText(title.adjusted(used, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter), tr("? 原文中没有找到此表"));
    }

    const int rows = t.model->layout().rows;
    const int columns = t.model->layout().columns;
    painter.fillRect(whole, theme::rule(palette()));
    paintCells(painter, t, t.origin, clip, rows, columns);

    const QPoint heads(t.origin.x() + offset.x(), t.origin.y());
    if (offset.x() > 0 && t.geometry.headColumns() > 0) {
        painter.fillRect(QRect(QPoint(offset.x(), t.origin.y()), QPoint(heads.x() - 1, whole.bottom())), palette().color(QPalette::Base));
        painter.fillRect(QRect(heads, QSize(t.geometry.headWidth() + 1, whole.height())), theme::rule(palette()));
        paintCells(painter, t, heads, clip, rows, t.geometry.headColumns());
    }
    if (t.geometry.headHeight() > 0 && t.origin.y() < offset.y()) {
        const int top = std::min(offset.y(), t.origin.y() + t.geometry.height() - t.geometry.headHeight());
        const auto strip = [&](int x, int columnsHere, int width) {
            painter.fillRect(QRect(x, top, width + 1, t.geometry.headHeight() + 2), theme::rule(palette()));
            paintCells(painter, t, QPoint(x, top), clip, t.geometry.headRows(), columnsHere);
        };
        strip(t.origin.x(), columns, t.geometry.width());
        if (offset.x() > 0)
            painter.fillRect(QRect(offset.x(), top, heads.x() - offset.x(), t.geometry.headHeight() + 2), palette().color(QPalette::Base));
        if (offset.x() > 0 && t.geometry.headColumns() > 0)
            strip(heads.x(), t.geometry.headColumns(), t.geometry.headWidth());
    }
}

void FormView::paintCells(QPainter &painter, const Table &t, const QPoint &origin, const QRect &clip, int rows, int columns)
{
    const QList<CellId> chosen = selection();
    for (const LayoutCell &c : t.model->layout().cells) {
        if (c.row >= rows || c.column >= columns)
            continue;
        QStyleOptionViewItem option;
        option.rect = t.geometry.rect(c).translated(origin).adjusted(1, 1, 0, 0);
        if (!option.rect.intersects(clip))
            continue;
        option.palette = palette();
        option.font = font();
        const bool label = c.column < t.geometry.headColumns() && c.row >= t.geometry.headRows() && c.rowSpan == 1;
        option.displayAlignment
            = label && c.columnSpan < t.geometry.headColumns() + 1 && c.column > 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter;
        option.state = QStyle::State_Enabled;
        if (c.cell.isValid()) {
            if (hasFocus() || m_editor->hasFocus())
                option.state |= QStyle::State_Active;
            if (c.cell == m_current || c.cell == m_dropTarget)
                option.state |= QStyle::State_HasFocus;
            if ((chosen.size() > 1 && chosen.contains(c.cell)) || c.cell == m_dropTarget)
                option.state |= QStyle::State_Selected;
            if (m_cut.contains(c.cell))
                option.state |= QStyle::State_On;
        }
        m_delegate->paint(&painter, option, t.model->index(c.row, c.column));
    }
}

} // namespace gouji
