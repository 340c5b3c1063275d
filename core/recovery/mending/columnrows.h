// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"
#include "report/form.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// A table that is printed with its rows as columns: the wording of the rows stands side by side above, each line of values behind
/// the name of a column; or, of a table of one printed row, each cell on a line of its own behind its name. Where lines have fields, so
/// that each value stands below its row's wording, the tokens are put into the order of rows, a row on a line, as everything else expects
/// them. Nothing is changed where it is not so throughout.
void turnColumnsIntoRows(const FormTable &table, QStringView text, std::vector<Token> &tokens);

} // namespace gouji
