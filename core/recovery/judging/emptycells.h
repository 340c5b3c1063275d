// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/judging/rowcertainty.h"

namespace gouji {

/// Whether empty cells leave a trace in a table's layout: a mark, a field, a line, or a place among numbers that stand in columns.
/// Only there it is a doubt whether a cell holds 0 or nothing. True, too, where a number may have come to a row from elsewhere:
/// then nothing is known of its cells.
bool showsEmptyCells(const LaidTable &laid, const RowCertainty &certainty);

/// No number but 0 stands in the row: wherever they belong, none of its cells holds another.
bool holdsZeros(const LaidTable &laid, const PlacedRow &row);

/// No number but 0 is printed in the table.
bool printsOnlyZeros(const LaidTable &laid);

} // namespace gouji
