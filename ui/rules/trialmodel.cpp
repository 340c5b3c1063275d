// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/trialmodel.h"

#include "common/icons.h"

namespace gouji {

using namespace Qt::StringLiterals;

void TrialModel::setTrial(const RuleTrial &trial)
{
    beginResetModel();
    m_trial = trial;
    endResetModel();
}

const RuleTrial::Operand *TrialModel::operand(const QModelIndex &index) const
{
    return index.isValid() && !isDemand(index) ? &m_trial.demands[qsizetype(index.internalId()) - 1].operands[index.row()] : nullptr;
}

CellId TrialModel::cell(const QModelIndex &index) const
{
    const RuleTrial::Operand *o = operand(index);
    return o ? o->cell : CellId();
}

QModelIndex TrialModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : 0);
}

QModelIndex TrialModel::parent(const QModelIndex &index) const
{
    return index.isValid() && !isDemand(index) ? createIndex(int(index.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int TrialModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_trial.demands.size());
    return parent.column() == 0 && isDemand(parent) ? int(m_trial.demands[parent.row()].operands.size()) : 0;
}

int TrialModel::columnCount(const QModelIndex &) const { return ColumnCount; }

QVariant TrialModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const RuleTrial::Operand *o = operand(index)) {
        if (role == Qt::DisplayRole)
            return index.column() == TextColumn ? o->label : o->doubtful ? tr("%1（读数有疑）").arg(o->value) : o->value;
        return {};
    }
    const RuleTrial::Demand &demand = m_trial.demands[index.row()];
    if (role == Qt::DisplayRole && index.column() == TextColumn)
        return demand.text;
    if (role == Qt::ToolTipRole)
        return demand.why.isEmpty() ? demand.text : demand.text + u'\n' + demand.why;
    if (role == Qt::DisplayRole)
        return demand.why.isEmpty() ? outcomeText(demand.outcome) : tr("%1：%2").arg(outcomeText(demand.outcome), demand.why);
    if (role == Qt::DecorationRole && index.column() == TextColumn && demand.outcome != RuleTrial::Outcome::NotJudged)
        return icon(demand.outcome == RuleTrial::Outcome::Holds ? u"done"_s : u"warning"_s);
    return {};
}

QVariant TrialModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == TextColumn ? tr("要求和所用的单元格") : tr("结果和数值");
}

} // namespace gouji
