// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/finding.h"
#include "report/report.h"
#include "review/act.h"

namespace gouji {

/// What a draft would do to the report, told before it is done: which cells change, what it makes true and what false.
struct Effect {
    QList<CellChange> cells;
    QList<Finding> mended; ///< problems that would be gone
    QList<Finding> made; ///< problems that would be new; one that only gets smaller is neither
    QStringList holding; ///< equations that do not hold now, or cannot be judged, and then would: 「自然人列收办平衡」
    QStringList failing; ///< equations that do not fail now and then would
};

/// Compares a report with itself after a draft; `cells` and the lists of findings are handed over as they are known.
Effect effectOf(const Report &now, const QList<Finding> &findings, const Report &then, const QList<Finding> &findingsThen,
    const QList<CellChange> &cells);

} // namespace gouji
