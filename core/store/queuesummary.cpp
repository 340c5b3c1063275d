// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queuesummary.h"

#include "report/agencyname.h"

namespace gouji {

QueueSummary QueueSummary::of(const Report &report, const QList<Finding> &findings, const QHash<QString, QString> &regions)
{
    QueueSummary out;
    out.agencyKey = gouji::agencyKey(report.agency);
    const auto listed = regions.constFind(out.agencyKey);
    out.region = listed != regions.constEnd() ? *listed : agencyRegion(report.agency);
    QStringList rules;
    for (const Finding &f : findings) {
        if (!rules.contains(f.rule))
            rules << f.rule;
    }
    out.rules = rules.join(u' ');
    QStringList typed;
    for (const CellId id : report.cellIds()) {
        const Cell &cell = report.cell(id);
        out.waiting += cell.needsPerson();
        if (cell.status == CellStatus::Corrected && cell.value && !typed.contains(cell.value->toString()))
            typed << cell.value->toString();
    }
    out.typed = typed.join(u' ');
    return out;
}

} // namespace gouji
