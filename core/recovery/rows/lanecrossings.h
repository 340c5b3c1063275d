// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/rows/rowaligner.h"

namespace gouji {

/// Cells of a row that has a sum of its own: in a shorter one nothing would show a shift.
constexpr int LeastWithSum = 4;

/// Tells of each lane whether it runs over what parts rows here: lines, empty lines, or wording between values. Such a row may
/// have taken values of its neighbours. Wants to know where the lanes stand.
void describeCrossings(Alignment &alignment, const FormTable &table, QStringView text, const std::vector<Token> &tokens);

} // namespace gouji
