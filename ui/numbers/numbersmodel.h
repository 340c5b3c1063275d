// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/narrative/readnumbers.h"

#include <QAbstractTableModel>

namespace gouji {

/// The numbers read in the prose of one report, in order.
class NumbersModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, OutcomeColumn, EquationColumn, WhyColumn, QuoteColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setNumbers(const QList<ReadNumber> &numbers);
    const ReadNumber &number(int row) const { return m_numbers[row]; }
    int count(ReadNumber::Outcome outcome) const;
    static QString outcomeWord(ReadNumber::Outcome outcome); ///< 「相符」, 「未匹配」, …

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<ReadNumber> m_numbers;
};

} // namespace gouji
