// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/wording/columnheads.h"

#include <memory>

namespace gouji {

/// What an agency's own columns make of a table.
struct PrintedColumns {
    /// The table as printed: the form's columns in the printed order, less those left out; null where it is as in the form.
    std::shared_ptr<const FormTable> table;
    std::vector<bool> foreign; ///< by token: a running number, or a value in a column of the agency's own; empty where none is
    std::vector<TextRange> values; ///< those values
    std::vector<bool> open; ///< by row: heads and numbers of values fit neither the form nor each other; empty where none is
};

/// Compares the printed heads with the form's columns, and both with how many values the rows have.
PrintedColumns readColumns(
    const FormTable &table, QStringView text, const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout);

/// The tokens but for those, as if they had never been printed.
std::vector<Token> without(const std::vector<Token> &tokens, const std::vector<bool> &foreign);

} // namespace gouji
