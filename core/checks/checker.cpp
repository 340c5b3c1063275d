// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checker.h"

#include "checks/allchecks.h"
#include "checks/checkrun.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace gouji {

QList<Finding> check(const Dossier &dossier, const RuleBook &rules)
{
    CheckRun run(dossier, rules);
    if (dossier.report.isNull())
        return {};
    for (const CheckFunction &function : allChecks()) {
        if (rules.asks(function.name))
            function.run(run);
    }
    QList<Finding> &found = run.findings();
    std::vector<std::pair<qsizetype, qsizetype>> order; // by rule, then as they were found
    order.reserve(size_t(found.size()));
    for (qsizetype i = 0; i < found.size(); ++i)
        order.emplace_back(rules.indexOf(found[i].rule), i);
    std::sort(order.begin(), order.end());
    QList<Finding> out;
    out.reserve(found.size());
    for (const auto &[rule, i] : order)
        out.append(std::move(found[i]));
    return out;
}

} // namespace gouji
