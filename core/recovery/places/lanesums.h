// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/places/placement.h"

#include <span>
#include <utility>

namespace gouji {

/// The sums of a table as an alignment lays it out: those inside a lane, asked of one way to lay it, and those that bind
/// several lanes, asked of all.
class LaneSums {
public:
    /// In place of a token: it is not known what stands in the cell, where -1 says nothing does.
    static constexpr int Unknown = -2;

    LaneSums(const FormTable &table, const Alignment &alignment, const std::vector<Token> &tokens);

    bool has(size_t lane) const { return m_firstOf[lane] < m_firstOf[lane + 1]; }
    /// How well a lane's own sums hold where its cells have these tokens: all must. None where a value cannot be read.
    RowSum of(size_t lane, const std::vector<int> &places) const;
    /// The same as a score, in matched characters, for which each sum counts by itself.
    float score(size_t lane, const std::vector<int> &places, RowSum &sum) const;
    /// A sum that holds is met by chance about once in as many placements as its total has values below it: how many of
    /// `placements` would hold so. Those that differ only inside the parts of sums are one: they hold together.
    double luck(size_t lane, const std::vector<int> &places, const std::vector<RowPlacement> &placements) const;
    /// How many of the sums across lanes hold, other than by zeros, and how many fail; by flat cell.
    std::pair<int, int> across(const std::vector<int> &tokenOfCell) const;

private:
    struct Sum { ///< parts = total: from where on they stand in m_cells
        size_t left = 0;
        size_t right = 0;
        size_t end = 0;
    };
    std::span<const Sum> inside(size_t lane) const { return {m_sums.data() + m_firstOf[lane], m_firstOf[lane + 1] - m_firstOf[lane]}; }
    std::span<const int> leftOf(const Sum &sum) const { return {m_cells.data() + sum.left, sum.right - sum.left}; }
    std::span<const int> rightOf(const Sum &sum) const { return {m_cells.data() + sum.right, sum.end - sum.right}; }
    RowSum one(const Sum &sum, const std::vector<int> &places) const;
    template <typename Act> RowSum each(size_t lane, const std::vector<int> &places, Act &&act) const;
    std::optional<Decimal> total(std::span<const int> cells, const std::vector<int> &tokenOfCell) const;

    const std::vector<Token> &m_tokens;
    std::vector<int> m_cells; ///< of all sums, counted from the first of their lane; of those across lanes from the table's first
    std::vector<Sum> m_sums; ///< by lane, those across lanes behind the last
    std::vector<size_t> m_firstOf; ///< by lane, and of those across lanes
};

} // namespace gouji
