// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens.h"

#include <vector>

namespace gouji {

/// How a document lays out a table's values; measured, never named.
struct Layout {
    bool rowPerLine = true; ///< values of a row share a line
    bool gapsAreCells = false; ///< an empty line stands for an empty cell
    bool emptyCellsSeen = false; ///< empty cells leave a trace, so that rows need not be read across each other
};

/// Measures a table's part of the text. `cellsOfAcross`: cells of an across table, 0 for a table of rows.
/// `gapsPartValues`: somewhere in the document an empty line stands between two values of a row (see below).
Layout measureLayout(const std::vector<Token> &tokens, int cellsOfAcross, bool gapsPartValues);

/// An empty line stands between two numbers with no wording between them: empty lines do not only part rows.
bool gapsPartValues(const std::vector<Token> &tokens);

} // namespace gouji
