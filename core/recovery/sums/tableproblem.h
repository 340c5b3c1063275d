// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace gouji {

/// One way to fill a row of a table.
struct RowChoice {
    std::vector<qint64> values; ///< one for each cell of the row
    float score = 0; ///< how well the characters bear it out, in matched characters; higher is better
};

/// A sum over cells of one or more rows: all the terms and the constant together are zero.
struct TableSum {
    struct Term {
        int row = 0;
        int cell = 0;
        int factor = 1; ///< 1 or -1
    };
    std::vector<Term> terms;
    qint64 constant = 0;
};

/// Rows, each with the ways it may be filled, and the sums that bind them. A way that a sum inside one row forbids is best
/// left out beforehand.
struct TableProblem {
    std::vector<std::vector<RowChoice>> rows;
    std::vector<TableSum> sums;
    float margin = -1; ///< combinations that score farther than this below the best are no rivals; negative: all are
};

} // namespace gouji
