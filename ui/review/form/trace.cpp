// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/form/trace.h"

#include "checks/sums/equations.h"

namespace gouji {

QHash<CellId, QChar> traceOf(const Report &report, CellId cell)
{
    QHash<CellId, QChar> out;
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        for (const Identity &identity : report.formTable(i).identities) {
            const bool onLeft = identity.left.contains(cell);
            if (!onLeft && !identity.right.contains(cell))
                continue;
            // a sum reads the same from wherever one looks: its parts are added, the total equals them
            const bool leftAdds = identity.right.size() == 1 || (onLeft && identity.left.size() > 1);
            const bool rightAdds = identity.left.size() == 1 || (!onLeft && identity.right.size() > 1);
            for (const CellId id : identity.left)
                out.insert(id, leftAdds ? u'+' : u'=');
            for (const CellId id : identity.right)
                out.insert(id, rightAdds ? u'+' : u'=');
        }
    }
    out.remove(cell);
    return out;
}

QList<TraceLine> traceLinesOf(const Report &report, CellId cell)
{
    QList<TraceLine> out;
    for (const Equation &e : evaluate(report)) {
        const Identity &i = *e.identity;
        if (!i.left.contains(cell) && !i.right.contains(cell))
            continue;
        TraceLine line;
        line.verdict = !e.assessable ? TraceLine::Verdict::Open : e.failed() ? TraceLine::Verdict::Fails : TraceLine::Verdict::Holds;
        const bool sumLeft = i.left.size() == 1 && i.right.size() > 1;
        if (sumLeft || i.right.size() == 1) {
            line.result = sumLeft ? i.left.first() : i.right.first();
            line.operands = sumLeft ? i.right : i.left;
        } else {
            line.operands = i.left + i.right;
        }
        out << line;
    }
    return out;
}

} // namespace gouji
