// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/layout.h"
#include "recovery/wording/wording.h"

#include <vector>

namespace gouji {

/// The heads printed above some rows of a table, each a column of the form or one of the agency's own.
struct HeadBlock {
    static constexpr int Own = -1; ///< a head that the form does not have
    size_t begin = 0; ///< tokens
    size_t end = 0;
    std::vector<int> columns; ///< indices into FormTable::columns, or Own, in the order the heads are meant in
    std::vector<int> byLevels; ///< the same where only the lines they stand on count, not where on the line
    std::vector<int> fields; ///< of delimited lines: where each head stands, ascending; empty where two stand in one field
    bool clear = true; ///< all wording in it was understood
    bool ordered = true; ///< else the heads beside a group stand in another order than the form's, which may be their height's doing
};

/// Finds the blocks of column heads among a table's tokens, word for word: torn or misread heads leave a block unclear.
std::vector<HeadBlock> findHeads(
    const FormTable &table, QStringView text, const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout);

} // namespace gouji
