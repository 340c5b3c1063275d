// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"

#include <vector>

namespace gouji {

class NormalizedText;

/// Measures where tokens stand on their lines, as Token::left and so on say; for those between bars, where their field does.
/// Columns are counted in `original`, of which `normalized` was made: normalising changes the width of characters.
void measureColumns(const NormalizedText &normalized, QStringView original, std::vector<Token> &tokens);

} // namespace gouji
