// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/rules/ruletrial.h"

#include <QAbstractItemModel>

namespace gouji {

/// What one rule calculated on the open report: demands, and below each the cells with their values.
class TrialModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { TextColumn, ValueColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setTrial(const RuleTrial &trial);
    CellId cell(const QModelIndex &index) const; ///< invalid on a demand, and on a cell of another report

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool isDemand(const QModelIndex &index) const { return index.internalId() == 0; }
    const RuleTrial::Operand *operand(const QModelIndex &index) const;

    RuleTrial m_trial;
};

} // namespace gouji
