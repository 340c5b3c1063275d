// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/rows/rowaligner.h"

#include <map>
#include <utility>
#include <vector>

namespace gouji {

/// Columns drawn with rules: the edges that most rows of a length share, and that a second row or the heads bear out.
class RuledColumns {
public:
    RuledColumns(const Alignment &alignment, const std::vector<Token> &tokens); ///< the alignment outlives this

    /// The cell of a lane whose column is drawn between the same rules as a token's field; -1 where there is none. A row that
    /// lost a field stands between other rules than the rest.
    int cellOf(size_t lane, const Token &token) const;

private:
    const Alignment &m_alignment;
    std::map<int, std::vector<std::pair<int, int>>> m_columns; ///< edges, by the number of cells of a row
};

} // namespace gouji
