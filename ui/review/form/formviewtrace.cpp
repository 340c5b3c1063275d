// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FormView that ties the cells of an equation together, as a spreadsheet traces its formulas.
#include "review/form/formview.h"

#include "common/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

namespace gouji {

namespace {

constexpr int Lane = 5; ///< between lines that run side by side
constexpr double Dot = 2.2;

QPen penOf(TraceLine::Verdict verdict, const QPalette &palette)
{
    // Each has a pattern as well as a colour.
    switch (verdict) {
    case TraceLine::Verdict::Holds:
        return QPen(theme::goodInk(palette), 1.4, Qt::SolidLine, Qt::RoundCap);
    case TraceLine::Verdict::Fails:
        return QPen(theme::errorInk(palette), 1.8, Qt::DashLine, Qt::FlatCap);
    case TraceLine::Verdict::Open:
        return QPen(theme::warningInk(palette), 1.4, Qt::DotLine, Qt::FlatCap);
    }
    return {};
}

void arrow(QPainter &painter, const QPointF &from, const QPointF &to)
{
    const QLineF line(from, to);
    if (line.length() < 1)
        return;
    const QPointF along(line.dx() / line.length() * 7, line.dy() / line.length() * 7);
    const QPointF across(-along.y() / 2, along.x() / 2);
    painter.drawPolygon(QPolygonF{to, to - along + across, to - along - across});
}

} // namespace

void FormView::setTrace(const QHash<CellId, QChar> &trace, const QList<TraceLine> &lines)
{
    for (const Table &t : m_tables)
        t.model->setTrace(trace);
    m_lines = lines;
    viewport()->update();
}

void FormView::setTraceLinesShown(bool shown)
{
    m_linesShown = shown;
    viewport()->update();
}

void FormView::paintTrace(QPainter &painter, const Table &t)
{
    const QPoint offset = pageOffset();
    // Not over heads that stay in sight.
    QRect room = viewport()->rect().translated(offset);
    if (offset.x() > 0)
        room.setLeft(t.origin.x() + offset.x() + t.geometry.headWidth());
    if (t.geometry.headHeight() > 0 && t.origin.y() < offset.y())
        room.setTop(offset.y() + t.geometry.headHeight());
    painter.save();
    painter.setClipRect(room);
    painter.setRenderHint(QPainter::Antialiasing);
    int down = 0;
    int across = 0;
    for (const TraceLine &line : std::as_const(m_lines)) {
        QList<CellId> tied = line.operands;
        if (line.result.isValid())
            tied << line.result;
        if (!t.model->indexOf(tied.first()).isValid())
            continue;
        QList<QRect> boxes;
        QRect whole;
        for (const CellId cell : std::as_const(tied)) {
            boxes << pageRect(cell);
            whole |= boxes.last();
        }
        const bool level = std::all_of(boxes.cbegin(), boxes.cend(), [&](const QRect &r) { return r.top() == boxes.first().top(); });
        // Along the cells' lower or left edge, where no digit stands.
        const int shift = Lane * (level ? across++ : down++);
        const auto place = [&](const QRect &r) {
            return level ? QPointF(r.left() + 7, r.bottom() - 3 - shift) : QPointF(r.left() + 5 + shift, r.center().y() + 1);
        };
        const QPen pen = penOf(line.verdict, palette());
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        const bool straight
            = level || std::all_of(boxes.cbegin(), boxes.cend(), [&](const QRect &r) { return r.left() == boxes.first().left(); });
        const QPointF end = place(boxes.last());
        if (straight) {
            QPointF first = end;
            QPointF last = end;
            for (const QRect &r : std::as_const(boxes)) {
                const QPointF at = place(r);
                if (level ? at.x() < first.x() : at.y() < first.y())
                    first = at;
                if (level ? at.x() > last.x() : at.y() > last.y())
                    last = at;
            }
            painter.drawLine(first, last);
        } else {
            for (qsizetype i = 0; i + 1 < boxes.size(); ++i)
                painter.drawLine(place(boxes[i]), end);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        const qsizetype dots = line.result.isValid() ? boxes.size() - 1 : boxes.size();
        for (qsizetype i = 0; i < dots; ++i)
            painter.drawEllipse(place(boxes[i]), Dot, Dot);
        if (line.result.isValid())
            arrow(painter, place(boxes[boxes.size() - 2]), end);
    }
    painter.restore();
}

} // namespace gouji
