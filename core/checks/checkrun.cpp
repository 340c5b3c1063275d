// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkrun.h"

namespace gouji {

const Rule *CheckRun::rule(const QString &id) const
{
    const Rule *found = m_rules.rule(id);
    return found && (found->forms.isEmpty() || found->forms.contains(report().form)) ? found : nullptr;
}

Finding &CheckRun::add(const Rule &rule, Places places)
{
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.title = rule.title;
    finding.basis = rule.basis;
    qsizetype at = 0;
    while (at < rule.message.size()) {
        const qsizetype open = rule.message.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : rule.message.indexOf(u'}', open);
        if (close < 0) {
            finding.message += QStringView(rule.message).mid(at);
            break;
        }
        finding.message += QStringView(rule.message).mid(at, open - at);
        const QStringView name = QStringView(rule.message).mid(open + 1, close - open - 1);
        for (const auto &[key, value] : places) {
            if (name == key)
                finding.message += value;
        }
        at = close + 1;
    }
    m_findings << finding;
    return m_findings.last();
}

} // namespace gouji
