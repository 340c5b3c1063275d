// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/mending/tableorder.h"

namespace gouji {

/// Text that prints all cells of a table in the order of its rows, while the wording stands before a row's values, behind them or
/// among them, as it does where lines of a page are read by their height: the values alone say where a row ends, and their sums
/// bear it out. A value on the line of its row's wording may stand behind the others of the row; it is the first of them.
///
/// Gives the lines of rows where the sums of nearly all rows hold, else Rows and nothing. Named: all wording stands beside the
/// values of its row. Restored: some of it does not.
TableOrder putBesideWording(const FormTable &table, QStringView text, const std::vector<Token> &tokens, std::vector<Token> &lines);

} // namespace gouji
