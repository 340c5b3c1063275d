// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/rowaligner.h"
#include "recovery/wording.h"

namespace gouji {

/// Which row the wording on a printed line names, by itself and beyond doubt. Where rows share a line with their wording,
/// this outweighs the order in which rows are expected: authors swap and repeat rows.
class LineNames
{
public:
    LineNames(const TableWording &wording, const std::vector<Token> &tokens);

    struct Name {
        int row = -1; ///< -1: none, or more than one
        float score = 0; ///< in matched characters
    };
    /// `line`: as in Token::line.
    const Name &of(int line) const { return m_names[size_t(line)]; }

private:
    std::vector<Name> m_names;
};

/// Moves values that were read in the expected order to the rows their own lines name, where that leaves no row with two
/// lines and no line without a row. Complete lines that were left aside are taken by the rows they name.
void moveToNamedRows(Alignment &alignment, const LineNames &names, const std::vector<Token> &tokens);

} // namespace gouji
