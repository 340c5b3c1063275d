// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens.h"
#include "report/form.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// Text that gives a table column after column: behind the head of each column stand its values, one for each row.
enum class ByColumns {
    No,
    Whole, ///< as many values as rows in every column: the tokens are in the order of rows now, as everything else expects them
    Open, ///< values are missing: no number can be given to a row
};

ByColumns orderByRows(const FormTable &table, QStringView text, std::vector<Token> &tokens);

} // namespace gouji
