// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/judging/rowsettler.h"
#include "report/report.h"

namespace gouji {

class NormalizedText;

/// Turns an alignment and what placeRows made of it into cells: settles the places inside a row that the characters leave open, and says of
/// every value how sure it is. Identities are evidence only: they choose between places, confirm a look-alike digit or a cut, and lower
/// confidence where they fail; a digit that stands in the source is never replaced. `complete`: the tables judged before this one lost no
/// value, so that none of theirs can stand in this one; returns the same with this table included. `zeros`: what glued digits anywhere in
/// the document show.
bool judge(Report &report, const FormTable &table, const Alignment &alignment, std::vector<Token> &tokens, std::vector<PlacedRow> placed,
    const NormalizedText &text, bool complete, ZeroCells zeros);

} // namespace gouji
