// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pageview.h"

#include "common/theme.h"
#include "document/sourceplace.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int CacheKilobytes = 64 * 1024;
constexpr double SmallestZoom = 0.3;
constexpr double LargestZoom = 6;
constexpr double Step = 1.2;
constexpr double Gap = 2 * theme::Grid; // between pages

} // namespace

PageView::PageView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_cache(CacheKilobytes)
{
    setObjectName(u"pageView"_s);
    setAccessibleName(tr("原页"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::PointingHandCursor);
}

void PageView::setPages(const SourceDocument &document, std::unique_ptr<PagePictures> pictures)
{
    m_document = pictures ? document : SourceDocument();
    m_pictures = std::move(pictures);
    m_uses.clear();
    m_leftovers.clear();
    m_highlights.clear();
    m_zoom = 0;
    layOut();
    verticalScrollBar()->setValue(0);
}

void PageView::setReport(const Report &report)
{
    m_uses.clear();
    m_leftovers = report.leftovers;
    for (const CellId id : report.cellIds()) {
        if (report.cell(id).source.isValid())
            m_uses << Use{report.cell(id).source, id};
    }
    viewport()->update();
}

void PageView::setHighlights(const QList<TextRange> &ranges)
{
    m_highlights = ranges;
    viewport()->update();
    const auto first
        = std::find_if(ranges.begin(), ranges.end(), [this](const TextRange &r) { return placeOf(m_document, r).has_value(); });
    if (first == ranges.end())
        return;
    const QRectF rect = rectOf(*placeOf(m_document, *first));
    const QRectF calm = QRectF(viewport()->rect()).adjusted(0, 2 * Gap, 0, -2 * Gap);
    if (rect.top() < calm.top() || rect.bottom() > calm.bottom())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + int(rect.center().y() - viewport()->height() / 3.0));
    if (rect.left() < calm.left() || rect.right() > calm.right())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(rect.center().x() - viewport()->width() / 2.0));
}

void PageView::setZoom(double zoom)
{
    const double middle = (verticalScrollBar()->value() + viewport()->height() / 2.0) / scale();
    m_zoom = zoom > 0 ? std::clamp(zoom, SmallestZoom, LargestZoom) : 0;
    layOut();
    verticalScrollBar()->setValue(int(middle * scale() - viewport()->height() / 2.0));
}

double PageView::scale() const
{
    if (m_zoom > 0)
        return m_zoom;
    double widest = 1;
    for (const SourcePage &page : m_document.pages)
        widest = std::max(widest, page.size.width());
    return std::clamp((viewport()->width() - 2 * Gap) / widest, 0.1, LargestZoom);
}

QRectF PageView::rectOf(const SourceBox &place) const
{
    if (place.page < 0 || place.page >= m_places.size())
        return {};
    const QPointF corner = m_places[place.page].topLeft() - QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    return {corner + place.box.topLeft() * scale(), place.box.size() * scale()};
}

void PageView::layOut()
{
    m_cache.clear();
    m_places.clear();
    const double zoom = scale();
    double widest = viewport()->width();
    for (const SourcePage &page : std::as_const(m_document.pages))
        widest = std::max(widest, page.size.width() * zoom + 2 * Gap);
    double top = Gap;
    for (const SourcePage &page : std::as_const(m_document.pages)) {
        const QSizeF size = page.size * zoom;
        m_places << QRectF(QPointF((widest - size.width()) / 2, top), size);
        top += size.height() + Gap;
    }
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil(top)) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(3 * fontMetrics().height());
    horizontalScrollBar()->setRange(0, std::max(0, int(std::ceil(widest)) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    viewport()->update();
}

const QImage *PageView::picture(int page)
{
    if (const QImage *known = m_cache.object(page))
        return known;
    const PageImage drawn = m_pictures->page(page, 72 * scale() * devicePixelRatioF());
    auto *image = new QImage(drawn.width, drawn.height, QImage::Format_Grayscale8);
    for (int y = 0; y < drawn.height; ++y)
        std::copy_n(drawn.row(y), drawn.width, image->scanLine(y));
    m_cache.insert(page, image, int(image->sizeInBytes() / 1024) + 1);
    return m_cache.object(page);
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPalette p = palette();
    painter.fillRect(viewport()->rect(), theme::headFill(p));
    const QPointF scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    for (int page = 0; page < m_places.size(); ++page) {
        const QRectF place = m_places[page].translated(-scrolled);
        if (!place.intersects(viewport()->rect()))
            continue;
        painter.fillRect(place, Qt::white);
        if (const QImage *image = picture(page); image && !image->isNull())
            painter.drawImage(place, *image);
        painter.setPen(theme::rule(p));
        painter.drawRect(place);
    }
    painter.setPen(QPen(theme::mutedInk(p), 1.5));
    for (const TextRange &range : std::as_const(m_leftovers)) {
        if (const auto place = placeOf(m_document, range)) {
            const QRectF rect = rectOf(*place);
            painter.drawLine(rect.bottomLeft(), rect.bottomRight());
        }
    }
    // The page is paper in every theme, and the frame lies on it.
    painter.setRenderHint(QPainter::Antialiasing);
    QColor wash = theme::accent(p);
    wash.setAlphaF(0.22F);
    for (const TextRange &range : std::as_const(m_highlights)) {
        for (const SourceBox &box : std::as_const(m_document.boxes)) {
            if (box.text != range && !(range.length() > 0 && box.text.intersects(range)))
                continue;
            painter.setPen(QPen(theme::accent(p), 2));
            painter.setBrush(wash);
            painter.drawRoundedRect(rectOf(box).adjusted(-3, -2, 3, 2), 3, 3);
        }
    }
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const double before = std::max(1.0, double(verticalScrollBar()->maximum()));
    const double share = verticalScrollBar()->value() / before;
    layOut();
    verticalScrollBar()->setValue(int(share * verticalScrollBar()->maximum()));
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = event->position() + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    for (int page = 0; page < m_places.size(); ++page) {
        if (!m_places[page].contains(at))
            continue;
        const TextRange text = textAt(m_document, page, (at - m_places[page].topLeft()) / scale());
        const auto use = std::find_if(
            m_uses.cbegin(), m_uses.cend(), [&](const Use &u) { return text.isValid() && (u.range == text || u.range.intersects(text)); });
        if (use != m_uses.cend())
            Q_EMIT cellClicked(use->cell);
    }
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setZoom(scale() * std::pow(Step, event->angleDelta().y() / 120.0));
    event->accept();
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(scale() * Step);
        break;
    case Qt::Key_Minus:
        setZoom(scale() / Step);
        break;
    case Qt::Key_0:
        setZoom(0);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace gouji
