// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/sums/equations.h"

namespace gouji {

/// One way to make equations hold: a cell, or two cells that a writer would carry along together (a number and the
/// total of its row), and the values they would then have.
struct Remedy {
    QList<CellId> cells;
    QList<Decimal> values;
};

/// One error: the failed equations it explains and the remedies that would undo it, all equally good in arithmetic.
struct Cause {
    QList<int> equations; ///< indices of failed equations, narrowest first
    QList<Remedy> remedies; ///< doubtful and blank cells first; empty: no single change explains it
};

/// Intersects failed equations: the fewest errors that explain all of them, at most three a table; what is left after
/// that is a cause of its own without remedies. Deterministic, and bounded in time however bad the report is.
QList<Cause> findCauses(const Report &report, const std::vector<Equation> &equations);

} // namespace gouji
