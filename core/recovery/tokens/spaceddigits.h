// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// Whether a text prints its numbers with a space between the digits ("1 7   0   2 3"): no number of several digits stands
/// whole in its tables, and two widths of gap do. Linear in the text.
bool spacesDigits(QStringView text);

/// In such a text: digits with one space between them become one number. That is a reading of gaps, so the numbers are marked
/// as look-alikes, which want an equation to bear them out.
void joinSpacedDigits(std::vector<Token> &tokens);

} // namespace gouji
