// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/sums/causes.h"

namespace gouji {

/// A row written one column off, which fails many sums at once: the one cause of all failed equations among `scope`
/// (indices), if moving the numbers of a single row by one column makes every one of them hold. What fell off the row's end
/// is what its total asks for. None where fewer than three equations fail: other mistakes explain those as well.
std::optional<Cause> findShift(const Report &report, const std::vector<Equation> &equations, const std::vector<int> &scope);

} // namespace gouji
