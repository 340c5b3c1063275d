// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/judging/laidtable.h"

namespace gouji {

/// Where the print around a row that no sum bears on leaves open which values are its own: nothing else would show that a
/// neighbour's value, or a line that is no cell, stands in it.
bool mayHoldAnothers(const LaidTable &laid, size_t lane);

} // namespace gouji
