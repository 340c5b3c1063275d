// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparison/reportcomparison.h"

#include <QAbstractTableModel>

namespace gouji {

/// Two reports that lie beside each other, for views; both outlive the models.
struct ComparedReports {
    const Report *report = nullptr;
    const Report *other = nullptr;
    QString otherName; ///< 「2022 年」, 「识别结果」
    ReportComparison comparison;
    QHash<CellId, CellComparison> byCell;
    QHash<CellId, CarryTie> tieOf; ///< by the cell of this year
};

/// One of the tables as the official form draws it, with both values in each place.
class CompareTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        CellRole = Qt::UserRole, ///< int, CellId::index; -1 for heads
        OtherRole, ///< QString: what the other report has, and the difference
        ShortOtherRole, ///< QString: the same where there is little room: what the other has
        DiffersRole, ///< bool
        DoubtfulRole, ///< bool
        ComparableRole, ///< bool
    };

    /// `table` is an index into Report::tables.
    CompareTableModel(const ComparedReports &compared, qsizetype table, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const TableLayout &layout() const { return m_layout; }
    QString title() const { return m_title; }
    QModelIndex indexOf(CellId cell) const; ///< invalid where the table has no such cell

private:
    const LayoutCell *at(const QModelIndex &index) const; ///< null on covered places
    QString otherText(CellId cell, bool brief = false) const;
    QString words(CellId cell) const;

    const ComparedReports &m_compared;
    TableLayout m_layout;
    QString m_title;
    QHash<std::pair<int, int>, int> m_places; ///< row and column of a rectangle's top left → index into its cells
};

/// 「+3」, 「−3」, 「0」
QString differenceText(Decimal difference);

} // namespace gouji
