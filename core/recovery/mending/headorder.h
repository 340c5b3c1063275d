// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/wording/columnheads.h"

#include <vector>

namespace gouji {

// How the columns that printed heads name compare with those a row has in the form; lists of indices into FormTable::columns.

/// Some head is of the agency's own.
bool hasOwn(const std::vector<int> &heads);

/// Each expected column has one head at most, and the heads are as many as the values; `values`: -1 where it is not known.
bool isKnown(const HeadBlock &block, const std::vector<int> &expected, int values);

/// The form's columns in the form's order; one may have a head that is not known, or could not be read.
bool fits(const std::vector<int> &heads, const std::vector<int> &expected);

/// The heads name columns of the row, each once, and in another order than the form's.
bool isOutOfOrder(const HeadBlock &block, const std::vector<int> &expected);

} // namespace gouji
