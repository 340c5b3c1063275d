// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "comparison/reportcharts.h"

#include <QRect>

#include <functional>

class QWidget;

namespace gouji {

/// What a chart shows besides its numbers.
struct ChartWords {
    QString title; ///< may be long
    QString noReport; ///< at a place without a report
    QStringList lines; ///< below: formulas, what the signs mean
    bool byYear = true; ///< upright bars along the years; else one lying bar an agency
};

/// Draws a chart. The only thing of Qt Charts that the rest of the program knows; what stands behind it is loaded when the
/// first chart is asked for, so that it costs nothing before.
class ChartCanvas {
public:
    virtual ~ChartCanvas() = default;
    virtual QWidget *widget() = 0; ///< belongs to whoever put it into a layout; the canvas lives no longer than it
    virtual void setChart(const ReportChart &chart, const ChartWords &words) = 0;
    virtual void setChosen(int series, int place) = 0; ///< -1, -1: none
    /// Where the bar is drawn, in coordinates of the widget; empty where there is none.
    virtual QRect barRect(int series, int place) const = 0;
    /// As PNG, SVG or PDF, by the suffix; on white, whatever the window looks like. Error code "unwritable" or "unsupported".
    virtual Status save(const QString &file) = 0;

    std::function<void(int series, int place)> chosen; ///< called when a bar is clicked
};

} // namespace gouji
