// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"

#include <vector>

namespace gouji {

/// Rows printed over several lines, because their labels are wrapped in the cell, become one line again: where rules or
/// empty lines part the rows of a table throughout, and only one line between two of them bears numbers. So do delimited
/// rows that go on in the next line. `rules`: the lines that are nothing but rules, ascending. Linear in the tokens.
void joinRowBlocks(std::vector<Token> &tokens, const std::vector<int> &rules);

} // namespace gouji
