// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/placement.h"

namespace gouji {

/// Rows whose places the characters and their own sums leave open are settled together by the sums across rows (items to
/// their total, balances): where exactly one combination of possible placements satisfies every sum that can be judged,
/// it is taken and the rows say so; where several do, the rows stay open between just those.
void settleByColumns(const FormTable &table, const Alignment &alignment, const std::vector<Token> &tokens, std::vector<PlacedRow> &rows);

} // namespace gouji
