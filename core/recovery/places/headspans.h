// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"
#include "report/form.h"

#include <vector>

namespace gouji {

/// Where a column's head stands on spaced lines.
struct HeadSpan {
    int left = 0;
    int right = 0;
};

/// The spans of all heads on a page above its numbers, those torn over lines joined from the pieces above each other; empty
/// where they are not just the table's columns, in order. `units`: characters count as one each, else as they are wide.
std::vector<HeadSpan> headSpans(const FormTable &table, QStringView text, const std::vector<Token> &tokens, int page, bool units);

} // namespace gouji
