// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"
#include "recovery/tokens/tokens.h"
#include "report/form.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// Where the tables of a form stand by their own wording, wherever the sections are: the longest stretch of lines that are
/// one table's rather than another's, whole lines. Invalid for a table that shows too little of itself. `tokens`: those of
/// the whole text.
std::vector<TextRange> findTables(const Form &form, QStringView text, const std::vector<Token> &tokens);

} // namespace gouji
