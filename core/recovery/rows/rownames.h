// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/rows/rowaligner.h"
#include "recovery/wording/wording.h"

namespace gouji {

/// Which row the wording beside a lane's values names, by itself and beyond doubt: on the line where rows share a line with
/// their wording, right before the values elsewhere. This outweighs the order in which rows are expected: authors swap and
/// repeat rows.
class RowNames {
public:
    RowNames(const Layout &layout, const TableWording &wording, const std::vector<Token> &tokens);

    struct Name {
        int row = -1; ///< -1: none, or more than one
        float score = 0; ///< in matched characters
    };
    /// By the token of a value.
    const Name &of(size_t token) const;

private:
    static Name clear(const std::vector<TableWording::Name> &names);

    bool m_byLine;
    const TableWording &m_wording;
    const std::vector<Token> &m_tokens;
    std::vector<Name> m_names; ///< by line, or by token of wording
};

/// Moves values that were read in the expected order to the rows their own wording names, where that leaves no row with
/// two claims and no claim without a row. Complete lines that were left aside are taken by the rows they name.
void moveToNamedRows(Alignment &alignment, const RowNames &names, const std::vector<Token> &tokens);

} // namespace gouji
