// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartcanvas.h"

#include <QFont>
#include <QGraphicsScene>
#include <QPalette>

class QAbstractBarSeries;
class QBarSet;
class QChart;
class QGraphicsTextItem;

namespace gouji {

/// One chart with its words as a scene, drawn for a size: by Qt Charts, and over it what Qt Charts does not know: the
/// number at each bar, the frame round a doubtful one, the sign where there is none. No two series are told apart by colour
/// alone: each has a pattern.
class ChartScene : public QGraphicsScene {
    Q_OBJECT
public:
    ChartScene(const ReportChart &chart, const ChartWords &words, const QPalette &palette, const QFont &font, QObject *parent = nullptr);

    void fit(const QSizeF &size);
    qreal leastHeight(qreal width) const; ///< so that nothing is cut or crowded
    void setChosen(int series, int place);
    QRectF barRect(int series, int place) const; ///< in the scene; empty where there is no number

Q_SIGNALS:
    void clicked(int series, int place);

private:
    void makeBars();
    void makeAxes();
    void decorate();
    void label(const QString &text, const QRectF &bar, bool doubtful, bool inside);
    QBrush brushOf(qsizetype series) const;
    bool lies() const { return !m_words.byYear; }
    int orderOf(int place) const; ///< along the axis, and back
    int rankOf(int series) const; ///< among the bars of a place
    double share() const;
    double extent() const; ///< of the value axis
    double below(int series, int place) const; ///< where a stacked bar begins
    QRectF slot(int series, int place, double from, double to) const;

    ReportChart m_data;
    ChartWords m_words;
    QPalette m_palette;
    QFont m_font;
    QChart *m_chart;
    QAbstractBarSeries *m_bars = nullptr;
    QList<QBarSet *> m_sets;
    QGraphicsTextItem *m_title, *m_lines;
    QList<QGraphicsItem *> m_decorations;
    std::pair<int, int> m_chosen{-1, -1};
};

} // namespace gouji
