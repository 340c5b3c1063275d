// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartview.h"

#include "base/writefile.h"
#include "charts/chartscene.h"
#include "common/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QResizeEvent>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF Sheet(1040, 640); // of a saved chart, as long as its places fit

/// Ink on paper, whatever the window looks like.
QPalette paper()
{
    QPalette p(Qt::white);
    p.setColor(QPalette::Base, Qt::white);
    p.setColor(QPalette::Text, QColor(0x1c, 0x21, 0x26));
    p.setColor(QPalette::Mid, QColor(0xc3, 0xc9, 0xd0));
    p.setColor(QPalette::Highlight, QColor(0x1f, 0x5f, 0xa6));
    p.setColor(QPalette::PlaceholderText, QColor(0x59, 0x63, 0x6e));
    p.setColor(QPalette::Window, Qt::white);
    p.setColor(QPalette::WindowText, QColor(0x1c, 0x21, 0x26));
    return p;
}

void paintOn(QPaintDevice &device, ChartScene &scene, const QRectF &target)
{
    QPainter painter(&device);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    scene.render(&painter, target, scene.sceneRect());
}

bool write(ChartScene &scene, QIODevice &file, const QString &suffix)
{
    const QSizeF size = scene.sceneRect().size();
    if (suffix == "png"_L1) {
        constexpr int Scale = 2;
        QImage image((size * Scale).toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        paintOn(image, scene, QRectF(image.rect()));
        return image.save(&file, "PNG");
    }
    if (suffix == "svg"_L1) {
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        svg.setSize(size.toSize());
        svg.setViewBox(QRectF(QPointF(), size));
        svg.setResolution(96);
        paintOn(svg, scene, QRectF(QPointF(), size));
        return true;
    }
    QPdfWriter pdf(&file);
    pdf.setResolution(96);
    pdf.setPageSize(QPageSize(QSizeF(size) * 72 / 96, QPageSize::Point));
    pdf.setPageMargins(QMarginsF());
    paintOn(pdf, scene, QRectF(QPointF(), size));
    return true;
}

} // namespace

ChartView::ChartView()
{
    setObjectName(u"chartView"_s);
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // the numbers below it are for the keyboard
    setMinimumHeight(50 * theme::Grid);
}

void ChartView::setChart(const ReportChart &chart, const ChartWords &words)
{
    m_data = chart;
    m_words = words;
    m_chosen = {-1, -1};
    draw();
}

void ChartView::draw()
{
    auto *scene = new ChartScene(m_data, m_words, palette(), font(), this);
    connect(scene, &ChartScene::clicked, this, [this](int series, int place) {
        if (chosen)
            chosen(series, place);
    });
    setScene(scene);
    delete m_drawn;
    m_drawn = scene;
    fit();
    setChosen(m_chosen.first, m_chosen.second);
}

void ChartView::fit()
{
    if (!m_drawn)
        return;
    const qreal width = viewport()->width();
    m_drawn->fit({width, std::max<qreal>(viewport()->height(), m_drawn->leastHeight(width))});
}

void ChartView::setChosen(int series, int place)
{
    m_chosen = {series, place};
    if (!m_drawn)
        return;
    m_drawn->setChosen(series, place);
    if (const QRectF bar = m_drawn->barRect(series, place); !bar.isNull())
        ensureVisible(bar, 0, 4 * theme::Grid);
}

QRect ChartView::barRect(int series, int place) const
{
    const QRectF bar = m_drawn ? m_drawn->barRect(series, place) : QRectF();
    return bar.isNull() ? QRect() : mapFromScene(bar).boundingRect();
}

Status ChartView::save(const QString &file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix != "png"_L1 && suffix != "svg"_L1 && suffix != "pdf"_L1)
        return Error{u"unsupported"_s, u"图表可以存为 .png、.svg 或 .pdf 文件，不能存为“%1”。"_s.arg(QFileInfo(file).fileName())};
    QFont plain = font();
    plain.setPointSizeF(11);
    ChartScene scene(m_data, m_words, paper(), plain);
    scene.fit({Sheet.width(), std::max(Sheet.height(), scene.leastHeight(Sheet.width()))});
    QSaveFile out(file); // whole, or not at all
    if (!out.open(QIODevice::WriteOnly) || !write(scene, out, suffix) || !out.commit())
        return Error{u"unwritable"_s, u"图表无法写入“%1”（%2）。"_s.arg(QDir::toNativeSeparators(file), whyNotWritten(out, file))};
    return Done();
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    fit();
}

void ChartView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_drawn)
        draw();
}

} // namespace gouji

/// What the window loads when the first chart is asked for.
extern "C" Q_DECL_EXPORT gouji::ChartCanvas *goujiMakeChartCanvas() { return new gouji::ChartView; }
