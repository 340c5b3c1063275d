// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartscene.h"

#include "common/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsRectItem>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsTextItem>
#include <QFontMetricsF>
#include <QHorizontalBarSeries>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QStackedBarSeries>
#include <QTextDocument>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr double MostOfPlace = 0.72; ///< of the room a place has, for its bars
constexpr double WidestBar = 72; ///< pixels; a lone bar is no wall

/// Inks that stay apart in grey, too; with a pattern each.
QColor ink(qsizetype series, const QPalette &palette)
{
    static const QList<QColor> light{0x1f5fa6, 0xd9822b, 0x3a7d44, 0x8a4f9e, 0x5b6770, 0xb0413e, 0x2b8a8a, 0x8a6d1f};
    static const QList<QColor> dark{0x7fb2ea, 0xf0b06a, 0x8fcf9a, 0xcfa0e0, 0xb4bec6, 0xf08f88, 0x7fd0d0, 0xe0c060};
    return (theme::isDark(palette) ? dark : light)[series % light.size()];
}

Qt::BrushStyle pattern(qsizetype series)
{
    static const QList<Qt::BrushStyle> styles{Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense4Pattern, Qt::VerPattern, Qt::DiagCrossPattern,
        Qt::HorPattern, Qt::FDiagPattern, Qt::Dense6Pattern, Qt::CrossPattern, Qt::Dense2Pattern};
    return styles[series % styles.size()];
}

double number(const Figure &figure) { return figure.value ? double(figure.value->units()) / 10000.0 : 0; }

} // namespace

ChartScene::ChartScene(const ReportChart &chart, const ChartWords &words, const QPalette &palette, const QFont &font, QObject *parent)
    : QGraphicsScene(parent)
    , m_data(chart)
    , m_words(words)
    , m_palette(palette)
    , m_font(font)
    , m_chart(new QChart)
    , m_title(new QGraphicsTextItem)
    , m_lines(new QGraphicsTextItem)
{
    setBackgroundBrush(m_palette.color(QPalette::Base));
    m_chart->setBackgroundVisible(false);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setMargins(QMargins(theme::Grid, theme::Grid, theme::Grid, theme::Grid));
    m_chart->setFont(m_font);
    addItem(m_chart);
    m_title->setFont(theme::large(m_font));
    m_title->setDefaultTextColor(m_palette.color(QPalette::Text));
    m_title->setPlainText(m_words.title);
    addItem(m_title);
    m_lines->setFont(theme::small(m_font));
    m_lines->setDefaultTextColor(theme::mutedInk(m_palette));
    m_lines->setPlainText(m_words.lines.join(u'\n'));
    addItem(m_lines);
    makeBars();
    makeAxes();
    QLegend *legend = m_chart->legend();
    legend->setVisible(m_data.series.size() > 1);
    legend->setAlignment(Qt::AlignBottom);
    legend->setFont(m_font);
    legend->setLabelColor(m_palette.color(QPalette::Text));
    legend->setMarkerShape(QLegend::MarkerShapeRectangle);
    legend->setReverseMarkers(lies() && !m_data.stacked); // they come in the order of the bars
}

QBrush ChartScene::brushOf(qsizetype series) const
{
    if (m_data.series.size() == 1)
        return QBrush(ink(0, m_palette), Qt::SolidPattern);
    return QBrush(ink(series, m_palette), pattern(series));
}

void ChartScene::makeBars()
{
    if (lies())
        m_bars = m_data.stacked ? static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries) : new QHorizontalBarSeries;
    else
        m_bars = m_data.stacked ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries) : new QBarSeries;
    for (qsizetype s = 0; s < m_data.series.size(); ++s) {
        auto *set = new QBarSet(m_data.series[s].label);
        for (int at = 0; at < m_data.places.size(); ++at)
            set->append(number(m_data.series[s].figures[orderOf(at)]));
        set->setBrush(brushOf(s));
        set->setPen(QPen(ink(s, m_palette), 1));
        m_sets << set;
    }
    for (int s = 0; s < m_sets.size(); ++s)
        m_bars->append(m_sets[rankOf(s)]);
    m_chart->addSeries(m_bars);
    connect(m_bars, &QAbstractBarSeries::clicked, this,
        [this](int at, QBarSet *set) { Q_EMIT clicked(int(m_sets.indexOf(set)), orderOf(at)); });
}

/// A lying axis grows upwards; the first place stands at the top all the same, and its first bar highest.
int ChartScene::orderOf(int place) const { return lies() ? int(m_data.places.size()) - 1 - place : place; }

int ChartScene::rankOf(int series) const { return lies() && !m_data.stacked ? int(m_data.series.size()) - 1 - series : series; }

/// How much of the room of a place its bars take, for the size the chart has now.
double ChartScene::share() const
{
    const QRectF plot = m_chart->plotArea();
    const double room = (lies() ? plot.height() : plot.width()) / double(std::max<qsizetype>(1, m_data.places.size()));
    const double bars = m_data.stacked ? 1.0 : double(std::max<qsizetype>(1, m_data.series.size()));
    return room > 0 ? std::min(MostOfPlace, WidestBar * bars / room) : MostOfPlace;
}

double ChartScene::extent() const
{
    double most = 0;
    for (qsizetype place = 0; place < m_data.places.size(); ++place) {
        double sum = 0;
        for (const FigureSeries &s : std::as_const(m_data.series)) {
            sum = m_data.stacked ? sum + number(s.figures[place]) : number(s.figures[place]);
            most = std::max(most, sum);
        }
    }
    return std::max(most, 1.0);
}

void ChartScene::makeAxes()
{
    QStringList labels;
    for (int at = 0; at < m_data.places.size(); ++at) {
        const ChartPlace &p = m_data.places[orderOf(at)];
        constexpr qsizetype Most = 14;
        QString label = p.label.size() > Most ? p.label.left(Most - 1) + u'…' : p.label;
        while (labels.contains(label)) // an axis takes each name once
            label += u'\u200b';
        labels << label;
    }
    auto *names = new QBarCategoryAxis;
    names->append(labels);
    auto *values = new QValueAxis;
    // Room for the number above the highest bar, which may be turned.
    const bool turned = !lies() && !m_data.stacked && extent() >= 10'000;
    const double room = extent() * (turned ? 1.35 : 1.12);
    const double step = std::pow(10.0, std::floor(std::log10(room / 4)));
    const double nice = room / 4 <= step * 1.0 ? step : room / 4 <= step * 2 ? step * 2 : room / 4 <= step * 5 ? step * 5 : step * 10;
    const double whole = std::max(nice, 1.0);
    values->setRange(0, std::ceil(room / whole) * whole);
    values->setTickCount(int(std::ceil(room / whole)) + 1);
    values->setLabelFormat(u"%.0f"_s);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(names), static_cast<QAbstractAxis *>(values)}) {
        axis->setLabelsFont(theme::small(m_font));
        axis->setLabelsColor(m_palette.color(QPalette::Text));
        axis->setLinePenColor(theme::rule(m_palette));
        axis->setGridLineColor(theme::mix(m_palette.color(QPalette::Base), theme::rule(m_palette), 0.6));
    }
    names->setGridLineVisible(false);
    m_chart->addAxis(names, lies() ? Qt::AlignLeft : Qt::AlignBottom);
    m_chart->addAxis(values, lies() ? Qt::AlignBottom : Qt::AlignLeft);
    m_bars->attachAxis(names);
    m_bars->attachAxis(values);
}

qreal ChartScene::leastHeight(qreal width) const
{
    m_title->setTextWidth(width);
    m_lines->setTextWidth(width);
    const qreal line = QFontMetricsF(m_font).height();
    const qreal perPlace = lies() ? std::max(line * 1.8, line * 1.15 * double(m_data.stacked ? 1 : m_data.series.size())) : 0;
    return m_title->boundingRect().height() + m_lines->boundingRect().height()
        + std::max(line * 14, perPlace * double(m_data.places.size()) + line * 6);
}

void ChartScene::fit(const QSizeF &size)
{
    setSceneRect(QRectF(QPointF(), size));
    m_title->setTextWidth(size.width());
    m_lines->setTextWidth(size.width());
    const qreal top = m_title->boundingRect().height();
    const qreal bottom = m_lines->boundingRect().height();
    m_title->setPos(0, 0);
    m_lines->setPos(0, size.height() - bottom);
    m_chart->setGeometry(QRectF(0, top, size.width(), std::max(1.0, size.height() - top - bottom)));
    m_chart->layout()->activate();
    m_bars->setBarWidth(share());
    decorate();
}

double ChartScene::below(int series, int place) const
{
    double out = 0;
    for (int s = 0; m_data.stacked && s < series; ++s)
        out += number(m_data.series[s].figures[place]);
    return out;
}

/// The rectangle of a bar between two values, as Qt Charts lays it.
QRectF ChartScene::slot(int series, int place, double from, double to) const
{
    const double whole = m_bars->barWidth();
    const double share = m_data.stacked ? whole : whole / double(std::max<qsizetype>(1, m_data.series.size()));
    const double begin = double(orderOf(place)) - whole / 2 + (m_data.stacked ? 0 : share * rankOf(series));
    const auto at = [&](double along, double value) {
        const QPointF p = lies() ? QPointF(value, along) : QPointF(along, value);
        return m_chart->mapToScene(m_chart->mapToPosition(p, m_bars));
    };
    return QRectF(at(begin, from), at(begin + share, to)).normalized();
}

QRectF ChartScene::barRect(int series, int place) const
{
    if (series < 0 || series >= m_data.series.size() || place < 0 || place >= m_data.places.size())
        return {};
    const Figure &f = m_data.series[series].figures[place];
    if (!f.value)
        return {};
    const double from = below(series, place);
    return slot(series, place, from, from + number(f));
}

/// A number at the end of a bar or within it; turned where it would run into its neighbour, left out where it cannot stand.
void ChartScene::label(const QString &text, const QRectF &bar, bool doubtful, bool inside)
{
    auto *item = new QGraphicsSimpleTextItem(text);
    item->setFont(theme::small(m_font));
    item->setBrush(doubtful ? theme::warningInk(m_palette) : m_palette.color(QPalette::Text));
    const QRectF own = item->boundingRect();
    const bool turn = !lies() && !inside && own.width() > bar.width() * 1.15 && !m_data.stacked;
    if (inside && (own.height() > bar.height() - 2 || own.width() > bar.width() - 4)) {
        delete item;
        return;
    }
    if (inside) {
        item->setPos(bar.center() - own.center());
        auto *ground = new QGraphicsRectItem(item->mapRectToScene(own).adjusted(-2, 0, 2, 0));
        ground->setBrush(m_palette.color(QPalette::Base));
        ground->setPen(Qt::NoPen);
        addItem(ground);
        m_decorations << ground;
    } else if (lies()) {
        item->setPos(bar.right() + theme::Grid, bar.center().y() - own.height() / 2);
    } else if (turn) {
        item->setRotation(-90);
        item->setPos(bar.center().x() - own.height() / 2, bar.top() - 2);
    } else {
        item->setPos(bar.center().x() - own.width() / 2, bar.top() - own.height());
    }
    item->setAcceptedMouseButtons(Qt::NoButton);
    addItem(item);
    m_decorations << item;
}

void ChartScene::decorate()
{
    qDeleteAll(m_decorations);
    m_decorations.clear();
    const auto frame = [this](const QRectF &rect, const QPen &pen) {
        auto *item = new QGraphicsRectItem(rect);
        item->setPen(pen);
        item->setBrush(Qt::NoBrush);
        item->setAcceptedMouseButtons(Qt::NoButton);
        addItem(item);
        m_decorations << item;
    };
    for (int place = 0; place < m_data.places.size(); ++place) {
        if (!m_data.places[place].report) {
            label(m_words.noReport, slot(0, place, 0, 0).united(slot(int(m_data.series.size()) - 1, place, 0, 0)), false, false);
            continue;
        }
        bool whole = true; // every part is known
        bool doubtful = false;
        Decimal sum;
        for (int s = 0; s < m_data.series.size(); ++s) {
            const Figure &f = m_data.series[s].figures[place];
            whole = whole && f.value.has_value();
            doubtful = doubtful || f.doubtful;
            sum += f.value.value_or(Decimal());
            const QRectF bar = f.value ? barRect(s, place) : slot(s, place, 0, 0);
            const QString text = f.value ? f.value->toString() + (f.doubtful ? u"？"_s : QString()) : u"—"_s;
            if (f.doubtful)
                frame(bar.adjusted(-1.5, -1.5, 1.5, 1.5), QPen(theme::warningInk(m_palette), 2, Qt::DashLine));
            if (!m_data.stacked)
                label(text, bar, f.doubtful, false);
            else if (f.value && !f.value->isZero() && m_data.series.size() > 1)
                label(text, bar, f.doubtful, true);
        }
        if (m_data.stacked) {
            const QString total = whole ? sum.toString() + (doubtful ? u"？"_s : QString()) : u"—"_s;
            label(total, slot(0, place, 0, double(sum.units()) / 10000.0), doubtful, false);
        }
    }
    if (const QRectF chosen = barRect(m_chosen.first, m_chosen.second); m_chosen.first >= 0) {
        // Inside and out, so that it shows on a bar of its own colour and hides no number.
        frame(chosen.adjusted(1, 1, -1, -1), QPen(theme::accent(m_palette), 4));
        frame(chosen.adjusted(3, 3, -3, -3), QPen(m_palette.color(QPalette::Base), 1));
    }
}

void ChartScene::setChosen(int series, int place)
{
    m_chosen = {series, place};
    decorate();
}

} // namespace gouji
