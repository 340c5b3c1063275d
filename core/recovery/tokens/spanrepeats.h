// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// Some converters write a cell that reaches over several columns or rows into each of them. Where delimited lines show that,
/// the repetitions become empty places, as if the cell had been written once. Nothing else is touched. Linear in the tokens.
void emptyRepeatedSpans(QStringView text, std::vector<Token> &tokens);

} // namespace gouji
