// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/wording/wording.h"

#include <vector>

namespace gouji {

/// Puts the values of each row behind its wording, on one line, in a text that has one cell a line and lost its empty cells:
/// where next to every row of the table is named by the wording right before a run of numbers, in the form's order, and no
/// run is longer than a row. Everything else then sees a row on a line, strung without columns. False where the text is not
/// of this kind, or no row misses a cell.
bool joinRowRuns(const FormTable &table, const TableWording &wording, std::vector<Token> &tokens);

} // namespace gouji
