// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartcanvas.h"

#include <QGraphicsView>
#include <QPointer>

namespace gouji {

class ChartScene;

/// The canvas of the module: a view of a ChartScene that follows its size and the palette, and writes it to files.
class ChartView : public QGraphicsView, public ChartCanvas {
    Q_OBJECT
public:
    ChartView();

    QWidget *widget() override { return this; }
    void setChart(const ReportChart &chart, const ChartWords &words) override;
    void setChosen(int series, int place) override;
    QRect barRect(int series, int place) const override;
    Status save(const QString &file) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void fit();

    ReportChart m_data;
    ChartWords m_words;
    QPointer<ChartScene> m_drawn;
    std::pair<int, int> m_chosen{-1, -1};
};

} // namespace gouji
