// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/rules/rulebook.h"
#include "checks/rules/ruletrial.h"

#include <QAbstractTableModel>

namespace gouji {

/// The rules in force, and how each fares on the open report.
class RulesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { OutcomeColumn, TitleColumn, SeverityColumn, IdColumn, OriginColumn, VersionColumn, BasisColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `trials`: one a rule, or none where no report is open.
    void setRules(const QList<Rule> &rules, const QList<RuleTrial> &trials);
    const Rule &rule(int row) const { return m_rules[row]; }
    RuleTrial trial(int row) const { return m_trials.value(row); }
    bool hasTrials() const { return !m_trials.isEmpty(); }
    static QString resultText(RuleTrial::Outcome outcome); ///< of a whole rule: 「通过」, 「有问题」, 「不判断」
    static QString originText(const Rule &rule); ///< 「自带」, 「自带，由“…”改动」, 「自己的：…」

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<Rule> m_rules;
    QList<RuleTrial> m_trials;
};

} // namespace gouji
