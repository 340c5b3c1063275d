// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/operands.h"

#include <algorithm>
#include <iterator>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

bool isDoubtful(CellStatus status)
{
    return status == CellStatus::Suspect || status == CellStatus::Missing || status == CellStatus::Repaired;
}

} // namespace

void checkAmbiguousRows(CheckRun &run)
{
    const Rule *rule = run.rule(u"row.ambiguous"_s);
    if (!rule)
        return;
    const Report &report = run.report();
    for (const OpenRow &row : report.openRows) {
        const bool settled
            = std::none_of(row.cells.begin(), row.cells.end(), [&](CellId id) { return isDoubtful(report.cell(id).status); });
        if (row.cells.isEmpty() || settled)
            continue;
        const QString label = report.catalogue().info(row.cells.first()).rowLabel;
        const QString place = report.catalogue().place(row.cells.first()).section(u" · "_s, 0, 0);
        QString note = row.reason.isEmpty() ? u"数值个数与栏目不符"_s : row.reason;
        while (note.endsWith(u'。'))
            note.chop(1);
        if (row.placements.size() > 1)
            note += u"；有 %1 种摆法供选择"_s.arg(row.placements.size());
        Finding &finding = run.add(*rule, {{"place"_L1, quoted(label) + u"行"_s}, {"note"_L1, note}});
        finding.place = place;
        // only what is in doubt: on some cells all the ways to lay the row agree
        std::copy_if(row.cells.begin(), row.cells.end(), std::back_inserter(finding.cells),
            [&](CellId id) { return isDoubtful(report.cell(id).status); });
        finding.blame = Blame::Reading;
        if (row.source.isValid())
            finding.sources = {row.source};
    }
}

} // namespace gouji
