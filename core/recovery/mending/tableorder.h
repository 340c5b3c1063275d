// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"
#include "report/form.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// The order in which a text gives a table's cells, where it is not row after row: column after column, behind the head of
/// each its values; or the wording of all rows, then the values of all rows.
enum class TableOrder {
    Rows, ///< or nothing that can be told
    Restored, ///< every place has its value: they can be put in the order of rows, as everything else expects them
    Named, ///< the same, and the values of each row stood beside its wording
    Open, ///< values are missing: no number can be given to a row
};

/// `lines`: the tokens in the order of rows, where they are Restored or Named; untouched otherwise.
TableOrder restoreRows(const FormTable &table, QStringView text, const std::vector<Token> &tokens, std::vector<Token> &lines);

} // namespace gouji
