// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens.h"

#include <vector>

namespace gouji {

/// Delimited lines with more fields than any row has hold several rows, whose line ends are lost: each row begins with the wording
/// behind the values of the one before. Linear in the tokens.
void breakLongLines(std::vector<Token> &tokens);

} // namespace gouji
