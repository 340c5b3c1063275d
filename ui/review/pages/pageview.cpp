// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pages/pageview.h"

#include "common/theme.h"
#include "document/sourceplace.h"
#include "review/pages/pagebar.h"
#include "review/pages/pagestrip.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>

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
    , m_bar(new PageBar(this))
    , m_strip(new PageStrip(this))
    , m_cache(CacheKilobytes)
{
    setObjectName(u"pageView"_s);
    setAccessibleName(tr("原页"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::PointingHandCursor);
    m_strip->hide();
    buildBar();
}

void PageView::buildBar()
{
    const auto on = [this](QToolButton *button, auto act) { connect(button, &QToolButton::clicked, this, act); };
    on(m_bar->smaller, [this] { setZoom(scale() / Step); });
    on(m_bar->larger, [this] { setZoom(scale() * Step); });
    on(m_bar->fitWidth, [this] { setFit(Fit::Width); });
    on(m_bar->fitPage, [this] { setFit(Fit::Page); });
    connect(m_bar->strip, &QToolButton::toggled, this, &PageView::arrange);
    connect(m_strip, &PageStrip::chosen, this, &PageView::goToPage);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PageView::tellWhere);
    setTabOrder(m_bar, this);
    setTabOrder(this, m_strip);
}

void PageView::arrange()
{
    m_strip->setVisible(m_bar->strip->isChecked() && m_document.pages.size() > 1);
    const int top = m_bar->sizeHint().height();
    const int left = m_strip->isVisibleTo(this) ? PageStrip::Width : 0;
    setViewportMargins(left, top, 0, 0);
    const int bar = verticalScrollBar()->isVisibleTo(this) ? verticalScrollBar()->width() : 0; // it reaches up beside the row
    m_bar->setGeometry(0, 0, width() - bar, top);
    m_strip->setGeometry(0, top, left, height() - top);
}

void PageView::setPages(ShownPages pages)
{
    m_document = pages.pictures ? std::move(pages.document) : SourceDocument();
    m_pictures = std::move(pages.pictures);
    m_uses.clear();
    m_leftovers.clear();
    m_highlights.clear();
    m_fit = Fit::Width;
    QList<QSizeF> sizes;
    for (const SourcePage &page : std::as_const(m_document.pages))
        sizes << page.size;
    m_strip->setPages(sizes, [this, sizes](int page, int width) { return draw(page, width / std::max(1.0, sizes[page].width())); });
    arrange();
    layOut();
    verticalScrollBar()->setValue(0);
}

std::optional<SourceBox> PageView::placeOf(const TextRange &range) const { return gouji::placeOf(m_document, range); }

void PageView::setReport(const Report &report)
{
    m_uses.clear();
    m_leftovers = report.leftovers;
    for (const CellId id : report.cellIds()) {
        if (report.cell(id).source.isValid())
            m_uses << Use{report.cell(id).source, id};
    }
    m_bar->setLeftovers(int(m_leftovers.size()));
    viewport()->update();
}

void PageView::setHighlights(const QList<TextRange> &ranges)
{
    m_highlights = ranges;
    viewport()->update();
    const auto first = std::find_if(ranges.begin(), ranges.end(), [this](const TextRange &r) { return placeOf(r).has_value(); });
    if (first == ranges.end())
        return;
    const QRectF rect = rectOf(*placeOf(*first));
    const QRectF calm = QRectF(viewport()->rect()).adjusted(0, 2 * Gap, 0, -2 * Gap);
    if (rect.top() < calm.top() || rect.bottom() > calm.bottom())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + int(rect.center().y() - viewport()->height() / 3.0));
    if (rect.left() < calm.left() || rect.right() > calm.right())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(rect.center().x() - viewport()->width() / 2.0));
}

void PageView::setZoom(double zoom)
{
    const double middle = (verticalScrollBar()->value() + viewport()->height() / 2.0) / scale();
    m_zoom = std::clamp(zoom, SmallestZoom, LargestZoom);
    m_fit = Fit::Free;
    layOut();
    verticalScrollBar()->setValue(int(middle * scale() - viewport()->height() / 2.0));
}

void PageView::setFit(Fit fit)
{
    const int page = currentPage();
    const double middle = (verticalScrollBar()->value() + viewport()->height() / 2.0) / scale();
    m_zoom = scale();
    m_fit = fit;
    layOut();
    if (fit == Fit::Page)
        goToPage(page);
    else
        verticalScrollBar()->setValue(int(middle * scale() - viewport()->height() / 2.0));
}

double PageView::scale() const
{
    if (m_fit == Fit::Free)
        return m_zoom;
    QSizeF widest(1, 1);
    for (const SourcePage &page : m_document.pages)
        widest = widest.expandedTo(page.size);
    const double across = (viewport()->width() - 2 * Gap) / widest.width();
    const double down = (viewport()->height() - 2 * Gap) / widest.height();
    return std::clamp(m_fit == Fit::Page ? std::min(across, down) : across, 0.1, LargestZoom);
}

int PageView::currentPage() const
{
    const double middle = verticalScrollBar()->value() + viewport()->height() / 2.0;
    const auto behind = std::find_if(m_places.begin(), m_places.end(), [&](const QRectF &place) { return place.bottom() + Gap > middle; });
    return int(std::min<qsizetype>(behind - m_places.begin(), std::max<qsizetype>(0, m_places.size() - 1)));
}

void PageView::goToPage(int page)
{
    if (page >= 0 && page < m_places.size())
        verticalScrollBar()->setValue(int(m_places[page].top() - Gap));
    tellWhere();
}

void PageView::tellWhere()
{
    m_bar->setPage(currentPage(), int(m_document.pages.size()));
    m_strip->setCurrent(currentPage());
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
    m_bar->setZoom(zoom, m_fit == Fit::Width, m_fit == Fit::Page);
    tellWhere();
    viewport()->update();
}

QImage PageView::draw(int page, double scale) const
{
    const PageImage drawn = m_pictures ? m_pictures->page(page, 72 * scale) : PageImage();
    QImage image(drawn.width, drawn.height, drawn.channels == 3 ? QImage::Format_RGB888 : QImage::Format_Grayscale8);
    for (int y = 0; y < drawn.height; ++y)
        std::copy_n(drawn.row(y), qsizetype(drawn.width) * drawn.channels, image.scanLine(y));
    return image;
}

const QImage *PageView::picture(int page)
{
    if (const QImage *known = m_cache.object(page))
        return known;
    auto *image = new QImage(draw(page, scale() * devicePixelRatioF()));
    // What is larger than all of the cache would be dropped at once, and drawn again with every stroke.
    m_cache.insert(page, image, std::min(CacheKilobytes, int(image->sizeInBytes() / 1024) + 1));
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
    // On paper, whatever the theme is.
    painter.setPen(QPen(QColor(150, 80, 0), 1.5, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    for (const TextRange &range : std::as_const(m_leftovers)) {
        if (const auto place = placeOf(range))
            painter.drawRect(rectOf(*place).adjusted(-2, -1, 2, 1));
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
    arrange();
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
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setZoom(scale() * Step);
    case Qt::Key_Minus:
        return setZoom(scale() / Step);
    case Qt::Key_0:
        return setFit(Fit::Width);
    case Qt::Key_9:
        return setFit(Fit::Page);
    case Qt::Key_Home:
        return goToPage(0);
    case Qt::Key_End:
        return goToPage(int(m_places.size()) - 1);
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (control || m_fit == Fit::Page)
            return goToPage(currentPage() + (event->key() == Qt::Key_PageDown ? 1 : -1));
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

/// A scroll area sends the moves of its size only to the viewport's layout; the bar lies beside that.
bool PageView::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutRequest)
        arrange();
    return QAbstractScrollArea::event(event);
}

} // namespace gouji
