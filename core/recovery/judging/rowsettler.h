// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/judging/zerocells.h"
#include "recovery/places/placement.h"

namespace gouji {

/// Settles the rows whose values are open by the sums that bind the whole table: rows with several possible placements,
/// and runs of digits that can be cut in several ways.
///
/// An explanation of the table is a choice for every open row. What is claimed of a run of digits is what all the plausible
/// explanations say:
/// - where some explanation satisfies every sum of the table, the plausible ones are those that do, and
/// - where none does, those in which a single fault of the report accounts for every sum that fails: one number printed
///   wrong, one number and its row's total wrong by the same, a row not filled in, or one row's zeros not printed.
/// A value on which all of them agree is settled; otherwise each value that some explanation has is a candidate. A number is
/// always what the digits say, never what a sum asks for. Nothing is settled where the faults are more than one, or where the
/// effort allowed does not suffice to know.
///
/// Rows with several placements are chosen together from those near the best score; faults are not thought of for them.
/// Pieces of runs are appended to `tokens` as tokens of their own. `zeros`: what the whole document shows.
void settleRows(const FormTable &table, QStringView text, const Alignment &alignment, ZeroCells zeros, std::vector<Token> &tokens,
    std::vector<PlacedRow> &rows);

} // namespace gouji
