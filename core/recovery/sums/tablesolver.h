// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/sums/tableproblem.h"

namespace gouji {

/// Which choices are part of a combination that satisfies every sum.
struct TableAnswer {
    bool complete = false; ///< every choice was proved or refuted; where not, `possible` names too many, never too few
    std::vector<std::vector<bool>> possible; ///< by row, by choice
    std::vector<std::vector<int>> combinations; ///< the choice of each row, best first; every choice that was proved is in one of them
};

/// Answers for every choice of every row. Each sum narrows the rows to the choices that the other rows can complete (all
/// the partial sums they reach are known, so that for one sum by itself this is exact), again and again; what is left
/// open is tried out. `effort` bounds the work, in steps of about a nanosecond, and is lowered by what was spent: an answer
/// depends on the problem and the effort alone, never on a clock.
TableAnswer solveTable(const TableProblem &problem, qint64 &effort);

} // namespace gouji
