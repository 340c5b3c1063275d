// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/places/placement.h"

namespace gouji {

/// No more ways than this are listed for a row; a list of just as many is not complete.
constexpr size_t MaxPlacements = 6500; // seven numbers in fifteen cells

/// The ways to lay more places than a row has cells: what remains when the surplus is left out. Empty places at the ends
/// are merged cells; one between values, or a number, is left out only at a price, which the score holds.
std::vector<RowPlacement> leavingOut(const std::vector<Token> &tokens, const std::vector<int> &places, int cells);

/// The ways to lay fewer places than a row has cells, in their order. `places` are indices of tokens, at least one.
std::vector<RowPlacement> spreading(const std::vector<Token> &tokens, const std::vector<int> &places, int cells);

} // namespace gouji
