// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checker.h"

#include "checks/allchecks.h"
#include "checks/checkrun.h"

#include <algorithm>

namespace gouji {

QList<Finding> check(const Dossier &dossier, const RuleBook &rules)
{
    CheckRun run(dossier, rules);
    if (dossier.report.isNull())
        return {};
    for (const CheckFunction &function : allChecks()) {
        const bool asked
            = std::any_of(rules.rules().cbegin(), rules.rules().cend(), [&](const Rule &r) { return r.checks.contains(function.name); });
        if (asked)
            function.run(run);
    }
    QList<Finding> out = std::move(run.findings());
    std::stable_sort(
        out.begin(), out.end(), [&](const Finding &a, const Finding &b) { return rules.indexOf(a.rule) < rules.indexOf(b.rule); });
    return out;
}

} // namespace gouji
