// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/loosetable.h"

namespace gouji {

/// A row of a table without rules: what stands in each of its fields, in reading order.
struct LooseRow {
    std::vector<std::vector<PageLine>> fields; ///< first those of labels, then one for each column of values
};

/// The rows that some lines of a table make up, heads left out. A label that is wrapped over several lines is one field, with
/// values or without; a label beside several rows stands in the first row it touches.
std::vector<LooseRow> rowsOf(const LooseTable &table, const std::vector<PageLine> &lines, size_t begin, size_t end);

} // namespace gouji
