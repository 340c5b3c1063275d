// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulesmodel.h"

#include "common/findingwords.h"
#include "common/icons.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Keeps the words in one line with those beside an icon.
QIcon emptyIcon()
{
    QPixmap picture(16, 16);
    picture.fill(Qt::transparent);
    return picture;
}

} // namespace

void RulesModel::setRules(const QList<Rule> &rules, const QList<RuleTrial> &trials)
{
    beginResetModel();
    m_rules = rules;
    m_trials = trials;
    endResetModel();
}

QString RulesModel::resultText(RuleTrial::Outcome outcome)
{
    switch (outcome) {
    case RuleTrial::Outcome::Holds:
        return tr("通过");
    case RuleTrial::Outcome::Fails:
        return tr("有问题");
    case RuleTrial::Outcome::NotJudged:
        break;
    }
    return tr("不判断");
}

QString RulesModel::originText(const Rule &rule)
{
    if (rule.changedBy.isEmpty())
        return tr("自带");
    return rule.own ? tr("自己的：%1").arg(rule.changedBy) : tr("自带，由 %1 改动").arg(rule.changedBy);
}

int RulesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rules.size()); }

int RulesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Rule &rule = m_rules[index.row()];
    const bool tried = index.row() < m_trials.size();
    const RuleTrial::Outcome outcome = tried ? m_trials[index.row()].outcome : RuleTrial::Outcome::NotJudged;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case OutcomeColumn:
            return tried ? resultText(outcome) : u"—"_s;
        case TitleColumn:
            return rule.title;
        case SeverityColumn:
            return severityWord(rule.severity);
        case IdColumn:
            return rule.id;
        case OriginColumn:
            return originText(rule);
        case VersionColumn:
            return QString::number(rule.version);
        case BasisColumn:
            return rule.basis;
        }
        break;
    case Qt::DecorationRole:
        if (index.column() == OutcomeColumn && tried)
            return outcome == RuleTrial::Outcome::NotJudged ? emptyIcon()
                : outcome == RuleTrial::Outcome::Holds      ? icon(u"done"_s)
                                                            : icon(severityName(rule.severity));
        break;
    case Qt::ToolTipRole:
        return index.column() == OutcomeColumn && tried ? m_trials[index.row()].why : data(index, Qt::DisplayRole);
    case Qt::AccessibleTextRole:
        return index.column() == TitleColumn && tried ? rule.title + u'，' + resultText(outcome) : data(index, Qt::DisplayRole);
    default:
        break;
    }
    return {};
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OutcomeColumn:
        return tr("本报告");
    case TitleColumn:
        return tr("规则");
    case SeverityColumn:
        return tr("级别");
    case IdColumn:
        return tr("编号");
    case OriginColumn:
        return tr("来源");
    case VersionColumn:
        return tr("版本");
    default:
        return tr("依据");
    }
}

} // namespace gouji
