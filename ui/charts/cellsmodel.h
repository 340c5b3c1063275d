// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QAbstractTableModel>

#include <memory>

namespace gouji {

/// The cells of one report that a number is made of: place, value, how it came to be.
class CellsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { PlaceColumn, ValueColumn, StatusColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setCells(std::shared_ptr<const Report> report, const QList<CellId> &cells);
    CellId cell(int row) const { return m_cells.value(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const Report> m_report;
    QList<CellId> m_cells;
};

} // namespace gouji
