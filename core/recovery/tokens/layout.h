// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"

#include <vector>

namespace gouji {

/// How a document lays out a table's values; measured, never named.
struct Layout {
    bool rowPerLine = true; ///< values of a row share a line
    bool gapsAreCells = false; ///< an empty line stands for an empty cell
    bool strung = false; ///< values follow each other at the same distance: where they stand on the line says nothing of their columns
    bool emptyCellsSeen = false; ///< empty cells leave a trace, so that rows need not be read across each other
};

/// What some part of a document shows of all of it.
struct Habits {
    bool gapsPartValues = false; ///< an empty line stands between two numbers of a row: empty lines do not only part rows
    bool strung = false; ///< labels and values follow each other at the same distance
    Habits operator|(const Habits &other) const { return {gapsPartValues || other.gapsPartValues, strung || other.strung}; }
};

Habits habitsOf(const std::vector<Token> &tokens);

/// Measures a table's part of the text. `cellsOfAcross`: cells of an across table, 0 for a table of rows.
Layout measureLayout(const std::vector<Token> &tokens, int cellsOfAcross, const Habits &habits);

} // namespace gouji
