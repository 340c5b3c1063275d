// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pages/pagestrip.h"

#include "common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 2 * theme::Grid;
constexpr int Cached = 200; // pictures

} // namespace

PageStrip::PageStrip(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_cache(Cached)
{
    setObjectName(u"pageStrip"_s);
    setAccessibleName(tr("各页缩略图"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void PageStrip::setPages(const QList<QSizeF> &sizes, std::function<QImage(int page, int width)> draw)
{
    m_sizes = sizes;
    m_draw = std::move(draw);
    m_cache.clear();
    m_current = 0;
    layOut();
}

void PageStrip::setCurrent(int page)
{
    if (page == m_current || page < 0 || page >= m_places.size())
        return;
    m_current = page;
    const QRect rect = rectOf(page).adjusted(0, -Gap, 0, Gap);
    if (rect.top() < 0 || rect.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.center().y() - viewport()->height() / 2);
    viewport()->update();
}

QRect PageStrip::rectOf(int page) const { return m_places.value(page).translated(0, -verticalScrollBar()->value()); }

void PageStrip::layOut()
{
    m_places.clear();
    int top = Gap;
    const int width = viewport()->width() - 2 * Gap;
    for (const QSizeF &size : std::as_const(m_sizes)) {
        const int height = size.isEmpty() ? width : std::min(3 * width, int(width * size.height() / size.width()));
        m_places << QRect(Gap, top, width, height);
        top += height + fontMetrics().height() + Gap;
    }
    verticalScrollBar()->setRange(0, std::max(0, top - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    viewport()->update();
}

void PageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const QPalette p = palette();
    painter.fillRect(viewport()->rect(), theme::headFill(p));
    painter.setFont(theme::small(font()));
    for (int page = 0; page < m_places.size(); ++page) {
        const QRect rect = rectOf(page);
        if (!rect.adjusted(0, 0, 0, 2 * fontMetrics().height()).intersects(viewport()->rect()))
            continue;
        if (!m_cache.contains(page))
            m_cache.insert(page, new QImage(m_draw ? m_draw(page, int(rect.width() * devicePixelRatioF())) : QImage()));
        painter.fillRect(rect, Qt::white);
        painter.drawImage(rect, *m_cache.object(page));
        const bool current = page == m_current;
        painter.setPen(QPen(current ? theme::accent(p) : theme::rule(p), current ? 2 : 1));
        painter.drawRect(rect);
        painter.setPen(current ? theme::accent(p) : theme::mutedInk(p));
        painter.drawText(
            QRect(0, rect.bottom() + 1, viewport()->width(), fontMetrics().height()), Qt::AlignCenter, QString::number(page + 1));
    }
}

void PageStrip::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void PageStrip::mousePressEvent(QMouseEvent *event)
{
    for (int page = 0; page < m_places.size(); ++page) {
        if (rectOf(page).contains(event->position().toPoint()))
            Q_EMIT chosen(page);
    }
}

void PageStrip::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return QAbstractScrollArea::keyPressEvent(event);
    if (const int page = m_current + step; page >= 0 && page < m_places.size())
        Q_EMIT chosen(page);
}

} // namespace gouji
