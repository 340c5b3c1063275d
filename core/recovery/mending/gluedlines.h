// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"
#include "report/form.h"

namespace gouji {

/// The numbers stand alone, each on a line between two pieces of wording, and many have more digits than a number: they are
/// whole rows.
bool printsRuns(QStringView text, const std::vector<Token> &tokens);

/// Text that lost its separators has its table in one line. Gives every row a line of its own again: wording is parted
/// where a row's label begins, and a new line begins there and behind each run of digits. Tokens without such runs stay
/// as they are. `editions`: the table as the known forms have it; `runs`: numbers alone on a line are runs, too.
void partGluedLines(const QList<const FormTable *> &editions, QStringView text, bool runs, std::vector<Token> &tokens);

} // namespace gouji
