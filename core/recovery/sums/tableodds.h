// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/sums/tableproblem.h"

namespace gouji {

/// One way to fill a row, and how likely it is beside the row's other ways before any sum is asked.
struct WeighedChoice {
    std::vector<qint64> values; ///< one for each cell of the row
    double weight = 1; ///< above 0
};

/// How likely each way to fill each row is where all sums of a table hold.
struct TableOdds {
    bool complete = false; ///< false where there are too many combinations to say anything
    double weight = 0; ///< of all combinations that satisfy every sum; 0: there is none
    std::vector<std::vector<double>> odds; ///< by row, by choice: its share of that weight
};

/// Sums the weights of all combinations of the rows' choices that satisfy every sum, exactly: rows are added one after the
/// other, and combinations that left the same to every sum are one. `effort` bounds the work, in combinations kept times
/// choices tried, and is lowered by what was spent; nothing depends on a clock.
TableOdds oddsOf(const std::vector<std::vector<WeighedChoice>> &rows, const std::vector<TableSum> &sums, qint64 &effort);

} // namespace gouji
