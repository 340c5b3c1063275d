// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/places/columngrids.h"
#include "recovery/places/columnmodel.h"
#include "recovery/places/lanesums.h"
#include "recovery/places/ruledcolumns.h"

#include <optional>
#include <vector>

namespace gouji {

/// What the places at which the numbers of a table are printed say of their cells: fields, columns of characters, rules, gaps.
/// Places are lists of tokens by cell of a lane, -1 for none.
class PrintedPlaces {
public:
    /// All outlive this.
    PrintedPlaces(
        const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens, const LaneSums &sums);

    /// The columns of spaced rows: of the ways to part their numbers, the one that makes most sums hold. Where no sum can be
    /// asked, the clearest, if it is clear. `sequences`: the values of each lane in order.
    void chooseGrids(const std::vector<std::vector<int>> &sequences);
    /// Delimited rows whose places are settled add where their first cells' fields are: pairs of lane and field. False where all of
    /// them were known.
    bool learnRows(const std::vector<std::pair<int, int>> &starts) { return m_columns.learnRows(starts); }

    /// Every number stands where its column stands, and nowhere near another column.
    bool inPlace(size_t lane, const std::vector<int> &places) const;
    /// The row as its columns have it, where what is known of them and the row's sum bear each other out.
    std::optional<RowPlacement> byColumns(size_t lane, const std::vector<int> &seq) const;
    /// How well numbers of a lane stand in their columns, in matched characters.
    ColumnModel::Around around(size_t lane) const { return m_columns.around(lane); }
    float score(const ColumnModel::Around &around, const std::vector<int> &places) const;
    /// How badly the gaps between the numbers of a spaced line fit as many cells as lie between them, from 0 to 1. Where no
    /// column is known, a wide gap is the only trace an empty cell left.
    float unevenness(const std::vector<int> &places) const;

private:
    bool inFields(size_t lane, const std::vector<int> &places) const;
    std::optional<RowPlacement> asPrinted(size_t lane, const std::vector<int> &seq) const;
    struct GridFit {
        int score = 0;
        bool byKeepingApart = false; ///< not by sums
        std::vector<int> tokens; ///< by flat cell
    };
    GridFit fitOf(const std::vector<std::vector<int>> &sequences, int length, bool clear) const;
    static bool differ(const std::vector<int> &some, const std::vector<int> &others);
    bool sharesCell(size_t lane, const std::vector<int> &seq) const;
    const Token *tokenAt(int index) const { return index < 0 ? nullptr : &m_tokens[size_t(index)]; }

    const Alignment &m_alignment;
    const std::vector<Token> &m_tokens;
    const LaneSums &m_sums;
    ColumnModel m_columns;
    RuledColumns m_ruled;
    ColumnGrids m_grids;
    int m_leftmost = 1000; ///< where the table's wording begins
};

} // namespace gouji
