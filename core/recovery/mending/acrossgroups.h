// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/mending/tableorder.h"

namespace gouji {

/// A table of one printed row (行政复议、行政诉讼) that an agency draws in another shape: a line for each group of cells behind its
/// name, a small table for each group, or a line for each column with the groups side by side. Where every cell has its place, the
/// tokens are put into one row with its heads above. A shape of that kind in which a cell has none is open: laid in the order of the
/// text its numbers would stand under other heads than they were printed under.
TableOrder gatherGroups(const FormTable &table, QStringView text, std::vector<Token> &tokens);

} // namespace gouji
