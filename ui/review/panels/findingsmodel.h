// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/finding.h"
#include "review/verdict.h"

#include <QAbstractTableModel>

namespace gouji {

/// The findings of one report as a list.
class FindingsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SeverityColumn, PlaceColumn, MessageColumn, VerdictColumn, NumbersColumn, RuleColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `verdicts`: what was said of each; may be empty. `rows`: which finding stands in each row; empty: in their own order.
    void setFindings(const QList<Finding> &findings, const QList<FindingVerdict> &verdicts = {}, const QList<int> &rows = {});
    int indexOf(int row) const { return m_rows[row]; } ///< the place in the list of findings
    int rowOf(int index) const { return int(m_rows.indexOf(index)); }
    FindingVerdict verdict(int row) const { return m_verdicts.value(m_rows[row]); }
    const Finding &finding(int row) const { return m_findings[m_rows[row]]; }
    int count(Severity severity) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString numbers(const Finding &finding) const;

    QList<Finding> m_findings;
    QList<FindingVerdict> m_verdicts;
    QList<int> m_rows;
};

} // namespace gouji
