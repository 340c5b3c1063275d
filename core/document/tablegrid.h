// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/blocks.h"

#include <optional>

namespace gouji {

/// More places than anybody could read, in one document.
constexpr qsizetype MaxPlaces = 8 * 1024 * 1024;

/// Brings the columns of a table down to those that its rows really have, and returns how many these are; nothing where
/// the spans of its cells add up to more than MaxPlaces.
///
/// The columns a file counts are border lines: a title that spans a thousand, a border that a hand moved a little and
/// that is a column of its own from then on. Neighbouring columns become one where no row has cells beginning in both
/// of them (a cell that reaches down begins in every row it reaches). Spans are cut where the next cell of the row begins, and at the last
/// row.
std::optional<int> settleGrid(BlockTable &table);

} // namespace gouji
