// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/places/tokenedge.h"
#include "recovery/rows/rowaligner.h"

#include <map>
#include <vector>

namespace gouji {

/// Columns of spaced lines, told by where all the numbers of a table stand: one grid for the rows of a length.
class ColumnGrids {
public:
    struct Grid {
        TokenEdge edge = TokenEdge::Left;
        std::vector<float> low; ///< by column: the leftmost number in it
        std::vector<float> high;
        float clarity = 0; ///< how much wider the narrowest gap is than the widest column

        int cellOf(const Token &token) const; ///< of a token between no bars and not alone; -1 where it stands in no column
    };

    /// Both outlive this.
    ColumnGrids(const Alignment &alignment, const std::vector<Token> &tokens)
        : m_alignment(alignment)
        , m_tokens(tokens)
    {
    }

    /// The ways to part the numbers of the rows of a length into as many columns, the clearest first; empty where the rows
    /// are too few or stand on delimited lines.
    std::vector<Grid> waysToPart(int length) const;
    void set(int length, const Grid &grid) { m_grids.insert_or_assign(length, grid); }
    void drop(int length) { m_grids.erase(length); }

    /// The cell of a lane a token of a spaced line stands in, where the numbers of all rows together stand in just as many
    /// columns as the row has cells; -1 elsewhere.
    int cellOf(size_t lane, const Token &token) const
    {
        const Grid *grid = token.delimited || token.alone ? nullptr : gridOf(m_alignment.lanes[lane].length);
        return grid ? grid->cellOf(token) : -1;
    }
    const Grid *gridOf(int length) const; ///< null where none is set
    bool isClear(size_t lane) const; ///< its gaps are wider than its columns

private:
    static bool isEven(const std::vector<float> &positions, const std::vector<size_t> &ends, bool all);
    static Grid parted(const std::vector<float> &positions, const std::vector<size_t> &ends, TokenEdge e);

    const Alignment &m_alignment;
    const std::vector<Token> &m_tokens;
    std::map<int, Grid> m_grids; ///< by the number of cells of a row
};

} // namespace gouji
