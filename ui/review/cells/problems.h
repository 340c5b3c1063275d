// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/finding.h"
#include "report/report.h"
#include "review/verdict.h"

namespace gouji {

/// One thing F8 stops at: an error or warning, or a cell that needs a person and that no finding names.
struct Problem {
    int finding = -1; ///< index into the findings, -1 where it is a cell of its own
    CellId cell; ///< may be invalid: findings about prose
    int order = -1; ///< place of the cell on the form; -1 comes first

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// In the order of the form; prose first. Hints are not problems, nor is what a person has judged (`verdicts`, those of the
/// findings in their order; may be empty), as long as that judgement has not lapsed.
QList<Problem> problemsOf(const Report &report, const QList<Finding> &findings, const QList<FindingVerdict> &verdicts = {});

/// The findings as F8 comes by them, those it passes over (hints) behind: indices into `findings`.
QList<int> findingsByPlace(const Report &report, const QList<Finding> &findings);

/// The problem after (or before) where a person is: `last` as visited, or the current cell. -1 where there are
/// none, or the person stands on the last one; whoever stands anywhere else is led to those behind, too.
int nextProblem(const QList<Problem> &problems, const Problem &last, int currentOrder, bool forward);

/// The words of the prose a finding speaks of; invalid where it speaks of tables alone: what it names there is a cell's.
TextRange proseOf(const Finding &finding, const Report &report);

/// The cell a finding is most likely about; invalid where it names none.
CellId mainCell(const Finding &finding);

} // namespace gouji
