// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/placement.h"

namespace gouji {

/// The ways to cut a run of digits into the values of a row, no value with a leading zero, narrowed by the sums inside the
/// row while cutting. Where no cut satisfies the sums (the report may be wrong), every cut is given if they are few.
/// Each part becomes a token of its own, appended to `tokens`. At most a few hundred cuts are returned; none where there
/// are more.
std::vector<RowPlacement> cutRow(const FormTable &table, const Lane &lane, int run, QStringView text, std::vector<Token> &tokens);

} // namespace gouji
