// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/places/placement.h"

namespace gouji {

/// Settles rows that stand in columns drawn by blanks alone, where so many cells are empty that no row shows all columns, and
/// some columns may be empty throughout. The numbers of a page stand in strips, each of which is one column, in order; every
/// way to tell them apart and name them that the sums allow is kept. A cell is sure where all of these say the same of it.
void settleSpacedRows(
    const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens, std::vector<PlacedRow> &rows);

} // namespace gouji
