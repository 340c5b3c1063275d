// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/places/placement.h"

namespace gouji {

/// Settles the rows of a table whose empty cells left no trace, so that a row has fewer numbers than cells and nothing but
/// their order is known. All rows are weighed together: a way to lay them has to satisfy every sum, and of those that do,
/// one is the more likely the more ways there are to lose just these cells, and the more its columns are filled as the
/// columns of such tables are (nearly all applicants are natural persons). A cell is sure where all but a vanishing share
/// of what is possible says the same of it.
///
/// One number printed wrong is allowed for; nothing is settled where more is wrong, or there are too many ways.
void settleLostCells(const FormTable &table, const Alignment &alignment, const std::vector<Token> &tokens, std::vector<PlacedRow> &rows);

} // namespace gouji
