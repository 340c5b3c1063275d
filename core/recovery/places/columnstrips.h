// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/places/tokenedge.h"

#include <optional>
#include <vector>

namespace gouji {

/// The strips of a page in which the numbers of spaced rows stand, from left to right: its columns, less those that are empty
/// throughout. Told by positions alone.
class ColumnStrips {
public:
    /// One way to part the numbers of a page: by row, by number, the strip it stands in.
    using Parting = std::vector<std::vector<int>>;

    /// By row: indices of its numbers in order, all on one line. `tokens` outlives this.
    ColumnStrips(const std::vector<Token> &tokens, std::vector<std::vector<int>> rows);

    /// The ways to part them into at most `most` strips; empty where there are none, or too many. Numbers of a row stand in
    /// different strips, in order. Numbers as wide as each other that nothing pushes stand in one place in one strip; only the
    /// first of a row may stand elsewhere, for its wording is of any length.
    std::vector<Parting> partings(int most) const;

private:
    std::vector<Parting> partingsBy(TokenEdge edge, const std::vector<float> &positions, int most) const;
    size_t countPositions(TokenEdge edge) const;
    std::vector<float> positionsOf(TokenEdge edge) const;

    const std::vector<Token> &m_tokens;
    std::vector<std::vector<int>> m_rows;
};

} // namespace gouji
