// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"
#include "report/form.h"

#include <vector>

namespace gouji {

/// Some programs write cells of a row that stand side by side and are equal only once: they take them for one merged cell. Where no
/// two neighbours are equal on any delimited line of a table, although many lines are too short, each value gets the places
/// back that make its row's sum hold. Tokens so put say whether there was one way to do it (Token::Unfolding); nothing else is
/// touched. Linear in the tokens.
void unfoldEqualNeighbours(const FormTable &table, std::vector<Token> &tokens);

} // namespace gouji
