// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/sums/tableproblem.h"

#include <span>
#include <vector>

namespace gouji {

/// What one row adds to one sum: for each choice the place of its value among the different values.
struct SumPart {
    int row = 0;
    std::span<const qint64> values; ///< different ones, ascending
    std::span<const int> valueOf; ///< by choice
};

/// A sum of a table's problem, by row. Moved, never copied: what its parts show is its own memory, one piece for all of them.
struct SumByRows {
    SumByRows() = default;
    SumByRows(SumByRows &&) = default;

    std::vector<SumPart> parts;
    qint64 constant = 0;
    std::vector<qint64> values;
    std::vector<int> valueOf;
};

/// `without`: a row that is left out.
SumByRows sumByRows(const TableProblem &problem, const TableSum &sum, int without = -1);

} // namespace gouji
