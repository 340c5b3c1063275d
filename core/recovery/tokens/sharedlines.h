// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"
#include "report/form.h"

#include <vector>

namespace gouji {

/// Lines of fields on which several rows stand, because the ends of lines were lost or two halves of a table were put side by
/// side, become a line for each row. Both are linear in the tokens, and leave lines alone where cells between values are
/// empty: those between two rows may be either's.

/// For any table, while the text is cut up: only lines with more fields than any row has. A row begins with the wording behind
/// the values of the one before.
void breakLongLines(std::vector<Token> &tokens);

/// For a table that is known, and whose rows are as long as each other: a row begins with the wording that stands behind a
/// row's values and has values of its own.
void partSharedLines(const FormTable &table, std::vector<Token> &tokens);

} // namespace gouji
