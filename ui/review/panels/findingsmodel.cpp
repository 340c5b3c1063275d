// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/panels/findingsmodel.h"

#include "common/findingwords.h"
#include "common/icons.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace gouji {

using namespace Qt::StringLiterals;

void FindingsModel::setFindings(const QList<Finding> &findings, const QList<FindingVerdict> &verdicts, const QList<int> &rows)
{
    QList<int> order = rows;
    if (order.size() != findings.size()) {
        order.resize(findings.size());
        std::iota(order.begin(), order.end(), 0);
    }
    if (findings == m_findings && order == m_rows) {
        m_verdicts = verdicts;
        if (!m_findings.isEmpty()) // the chosen line stays chosen
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_findings = findings;
    m_verdicts = verdicts;
    m_rows = order;
    endResetModel();
}

int FindingsModel::count(Severity severity) const
{
    return int(std::count_if(m_findings.cbegin(), m_findings.cend(), [severity](const Finding &f) { return f.severity == severity; }));
}

int FindingsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_findings.size()); }

int FindingsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QString FindingsModel::numbers(const Finding &f) const
{
    // Where several corrections would do as well, no one of them is named here as if it were the one.
    QSet<int> together;
    int ways = 0;
    for (const Culprit &c : f.candidates) {
        if (c.value && (c.way < 0 || !together.contains(c.way)))
            ++ways;
        together.insert(c.way);
    }
    if (ways > 1)
        return tr("%1 种改法").arg(ways);
    if (f.expected.isEmpty() || f.found.isEmpty())
        return f.expected + f.found;
    return tr("%1 应为 %2").arg(f.found, f.expected);
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Finding &f = finding(index.row());
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case SeverityColumn:
            return severityWord(f.severity);
        case PlaceColumn:
            return f.place;
        case MessageColumn:
            return f.message;
        case VerdictColumn: {
            const FindingVerdict said = verdict(index.row());
            return said.lapsed ? tr("判断已失效") : judgementWord(said.judgement);
        }
        case NumbersColumn:
            return numbers(f);
        case RuleColumn:
            return f.title;
        default:
            return {};
        }
    }
    if (role == Qt::DecorationRole && index.column() == SeverityColumn)
        return icon(severityName(f.severity));
    if (role == Qt::ToolTipRole)
        return u"<p>%1</p><p>%2</p><p><b>%3</b></p>"_s.arg(
            f.message.toHtmlEscaped(), f.basis.toHtmlEscaped(), verdictWords(verdict(index.row())).toHtmlEscaped());
    if (role == Qt::AccessibleTextRole && index.column() == MessageColumn)
        return QString(severityWord(f.severity) + u' ' + f.place + u' ' + f.message + u' ' + verdictWords(verdict(index.row()))).trimmed();
    return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("级别");
    case PlaceColumn:
        return tr("位置");
    case MessageColumn:
        return tr("问题");
    case VerdictColumn:
        return tr("判断");
    case NumbersColumn:
        return tr("数值");
    case RuleColumn:
        return tr("规则");
    default:
        return {};
    }
}

} // namespace gouji
