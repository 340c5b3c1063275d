// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QHash>

namespace gouji {

/// The other cells of the equations a cell takes part in, with the sign they carry beside it: '+' for the parts of a
/// sum, '=' for its total; where both sides are sums, '+' on the cell's own side and '=' on the other.
QHash<CellId, QChar> traceOf(const Report &report, CellId cell);

/// One equation as it is tied together on the page.
struct TraceLine {
    enum class Verdict { Holds, Fails, Open };
    QList<CellId> operands; ///< with the result where there is no single one
    CellId result; ///< the sum the operands flow into; invalid where both sides have several
    Verdict verdict = Verdict::Open; ///< Open: cannot be judged
    friend bool operator==(const TraceLine &, const TraceLine &) = default;
};

/// The equations a cell takes part in, in the form's order.
QList<TraceLine> traceLinesOf(const Report &report, CellId cell);

} // namespace gouji
