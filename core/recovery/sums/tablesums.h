// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/sums/tableproblem.h"
#include "report/form.h"

#include <vector>

namespace gouji {

/// A table's identities as sums over its rows, told apart by what they bind.
class TableSums {
public:
    struct Cell {
        int row = 0;
        int cell = 0;
        friend bool operator==(const Cell &, const Cell &) = default;
    };

    explicit TableSums(const FormTable &table);

    /// The last cell of a row is the sum of the others.
    bool hasTotal(int row) const { return m_hasTotal[size_t(row)]; }
    /// Sums over cells of several rows, and those inside a row that are no total; made when they are first asked for.
    const std::vector<TableSum> &across() const;
    /// The same where what some cells hold is not known: a sum with such a cell is lost, but of two that share one their
    /// difference is kept.
    static std::vector<TableSum> without(std::vector<TableSum> sums, const std::vector<Cell> &cells);
    /// One cell of a row and its total, both off by the same: every set of sums that is left when such a pair is not known.
    std::vector<std::vector<TableSum>> withoutPairs(const std::vector<TableSum> &sums) const;
    std::vector<Cell> cellsOf(int row) const;

private:
    static bool isTotal(const Identity &identity, const FormRow &row);

    const FormTable &m_table;
    std::vector<int> m_cells; ///< by row: how many
    std::vector<bool> m_hasTotal;
    mutable std::vector<TableSum> m_across;
    mutable bool m_anyAcross = false; ///< they were made
};

} // namespace gouji
