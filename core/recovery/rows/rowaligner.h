// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/layout.h"
#include "recovery/wording/wording.h"

#include <vector>

namespace gouji {

/// The rows of a table in the order their values are printed. In an across table all values stand in one printed row,
/// so all its rows are one lane.
struct Lane {
    std::vector<int> rows; ///< indices into FormTable::rows
    int first = 0; ///< place of its first cell in the flat order of the table's cells
    int length = 0;
};

/// What the alignment found for one lane.
struct LaneReading {
    float label = 0; ///< wording that names this row, near its values, in matched characters
    float cover = 0; ///< how much of the row's wording that is, from 0; a piece that repeats counts once
    int begin = -1; ///< tokens from the first to behind the last that belong to the lane
    int end = -1;
    int strays = 0; ///< numbers inside the lane that no cell took
    int missing = 0; ///< cells without a token
    int wordingAt = 0; ///< how many of its values stood before the last of its wording
    bool namedBefore = false; ///< the wording right before its first value names it
    bool numbersBeside = false; ///< numbers stand on the line of its label
    bool contradicted = false; ///< the wording before its values names another row
    bool rivals = false; ///< other numbers stand on a line that names it, too
    bool leftoverBeside = false; ///< a number that no cell took stands beside its values
    bool crossesRows = false; ///< it runs over lines, or over an empty line, where these part rows
    bool glued = false; ///< one run of digits without separators is the whole row
    bool interleaved = false; ///< its first value stood before the row above was complete
};

/// The best way to lay a document's tokens into a table.
struct Alignment {
    std::vector<Lane> lanes;
    std::vector<LaneReading> readings; ///< one for each lane
    std::vector<int> tokenOfCell; ///< by flat cell; -1 where nothing stands for it
    std::vector<bool> apart; ///< by flat cell: the value stood apart from its row and was placed by its label
    std::vector<bool> used; ///< by token
    bool sidesOpen = false; ///< whether values stand above or below their wording: no sum would show rows that traded theirs
    bool joined = false; ///< values that stood on lines of their own were put behind their wording
    bool byOrder = false; ///< nothing but their order says which row the values belong to
    std::vector<bool> openRows; ///< by row of the table: its printed heads and values do not fit together; empty where all do
    Layout layout;
    float score = 0; ///< higher is better; comparable between forms on the same tokens
    float labels = 0; ///< wording of the table that was recognised at all, in matched characters
    int rowsNamed = 0; ///< different rows that some wording names best
    int values = 0; ///< cells that got a number or an explicit blank
    int setAside = 0; ///< values in columns that the form does not have
};

/// Aligns tokens with a table as one optimisation: a dynamic programme over the fixed order of rows and cells, in which
/// labels are won by similarity (before, around or after their values), numbers and blanks by position, and everything
/// else costs little to skip. Time and memory are linear in the tokens, times the table's cells.
Alignment alignRows(
    const FormTable &table, QStringView text, const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout);

} // namespace gouji
