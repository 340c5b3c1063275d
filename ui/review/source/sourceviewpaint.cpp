// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SourceView that paints beside and behind the text: line numbers and the tint of found tables.
#include "review/source/sourceview.h"

#include "common/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace gouji {

int SourceView::gutterWidth() const
{
    int digits = 3;
    for (int lines = blockCount(); lines >= 1000; lines /= 10)
        ++digits;
    return QFontMetrics(theme::small(font())).horizontalAdvance(u'0') * digits + 4 * theme::Grid;
}

void SourceView::setGutter()
{
    if (m_loading)
        return;
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect r = contentsRect();
    m_gutter->setGeometry(r.left(), r.top(), gutterWidth(), r.height());
}

void SourceView::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), theme::headFill(palette()));
    if (hasFocus())
        painter.fillRect(QRect(0, event->rect().top(), 2, event->rect().height()), theme::accent(palette()));
    painter.setFont(theme::small(font()));
    painter.setPen(theme::mutedInk(palette()));
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const double height = blockBoundingRect(block).height();
        const qsizetype before = block.position() - 1;
        const auto soft = std::lower_bound(m_softBreaks.cbegin(), m_softBreaks.cend(), before);
        const bool piece = soft != m_softBreaks.cend() && *soft == before;
        if (top + height >= event->rect().top() && !piece) {
            const QRect line(0, int(top), m_gutter->width() - 2 * theme::Grid, fontMetrics().height());
            painter.drawText(
                line, int(Qt::AlignRight | Qt::AlignVCenter), QString::number(block.blockNumber() + 1 - (soft - m_softBreaks.cbegin())));
        }
        top += height;
        block = block.next();
    }
}

void SourceView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        QTextBlock block = firstVisibleBlock();
        double top = blockBoundingGeometry(block).translated(contentOffset()).top();
        const QColor tint = theme::tableTint(palette());
        while (block.isValid() && top <= event->rect().bottom()) {
            const double height = blockBoundingRect(block).height();
            const TextRange here{block.position(), block.position() + block.length()};
            if (std::any_of(m_tables.cbegin(), m_tables.cend(), [&](const TextRange &t) { return t.intersects(here); }))
                painter.fillRect(QRectF(0, top, viewport()->width(), height), tint);
            top += height;
            block = block.next();
        }
    }
    QPlainTextEdit::paintEvent(event);
}

} // namespace gouji
