// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/rows/rowaligner.h"

#include <optional>
#include <vector>

namespace gouji {

/// How well a row's own sum holds under a placement.
enum class RowSum { None, Open, Trivial, Holds, Fails };

/// One way to lay a row's value tokens into its cells: a token index or -1 for each cell.
struct RowPlacement {
    std::vector<int> tokens;
    RowSum sum = RowSum::None;
    int lost = 0; ///< printed numbers it leaves out
    float score = 0; ///< in matched characters; higher is better
};

/// What was found for one lane after its places were settled.
struct PlacedRow {
    RowPlacement chosen;
    std::vector<RowPlacement> others; ///< near rivals with other values in some cell, best first
    std::vector<RowPlacement> possible; ///< every placement the characters leave open, the chosen one first; for the column sums
    bool decidedByColumns = false; ///< the column sums left exactly one of the possible placements
    bool cut = false; ///< its values are one way to cut a run of digits; placing leaves them open
    std::vector<bool> settled; ///< where cut, by cell: its value is the same however the run is cut
    bool exact = false; ///< as many values as cells, on its own wording, nothing left over
    std::vector<bool> firm; ///< by cell: every placement tried that makes the sums hold says the same of it
    double luck = 1; ///< how many of the placements tried would make all sums hold by chance
    int numbers = 0; ///< printed in the row, where it is not exact
    bool endsShort = false; ///< fewer delimited places than cells: one was lost, two ran together, or the line was cut off
    bool inPlace = false; ///< its numbers stand in the fields where their columns stand in the rows around
    bool gathered = false; ///< numbers that no cell took at first are in it
    std::vector<bool> sure; ///< by cell, where the rows were weighed together: nothing else is left for it
    bool byFault = false; ///< sure only if what is wrong in another row is of the kinds that were thought of
    bool turned = false; ///< the values behind the wording were put first because the sum then holds
};

/// Settles the places inside every lane of an alignment, by the table's sums inside a row and by where columns stand.
std::vector<PlacedRow> placeRows(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens);

} // namespace gouji
