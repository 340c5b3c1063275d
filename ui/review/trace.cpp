// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/trace.h"

namespace gouji {

QHash<CellId, QChar> traceOf(const Report &report, CellId cell)
{
    QHash<CellId, QChar> out;
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        for (const Identity &identity : report.formTable(i).identities) {
            const bool onLeft = identity.left.contains(cell);
            if (!onLeft && !identity.right.contains(cell))
                continue;
            for (const CellId id : identity.left)
                out.insert(id, onLeft ? u'+' : u'=');
            for (const CellId id : identity.right)
                out.insert(id, onLeft ? u'=' : u'+');
        }
    }
    out.remove(cell);
    return out;
}

} // namespace gouji
