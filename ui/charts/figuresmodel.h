// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparison/reportcharts.h"

#include <QAbstractTableModel>

namespace gouji {

/// The numbers of a chart as a table: one row a place, one column a series, then one a rate.
class FiguresModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setChart(const ReportChart &chart);
    const ReportChart &chart() const { return m_chart; }
    /// What a field is made of: the cells of the report at its place.
    QList<CellId> cells(const QModelIndex &index) const;
    bool isRate(int column) const { return column >= m_chart.series.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString why(const QModelIndex &index) const;

    ReportChart m_chart;
};

} // namespace gouji
