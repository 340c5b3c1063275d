// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/mending/printedcolumns.h"
#include "recovery/rows/rowaligner.h"
#include "recovery/tokens/layout.h"
#include "report/form.h"

#include <vector>

namespace gouji {

/// One table on one edition of the form, laid into the text.
struct Attempt {
    const Form *form = nullptr;
    const FormTable *table = nullptr;
    TextRange zone;
    std::vector<Token> tokens;
    bool open = false; ///< no row is certain
    bool whole = false; ///< every place has its value, and the sums of the rows bear it out
    PrintedColumns columns;
    Alignment alignment;

    /// The table stands there at all.
    bool isThere() const;

    /// What was laid into the text: the form's table with the columns that are printed.
    const FormTable &printed() const { return columns.table ? *columns.table : *table; }
};

/// Lays a table into the tokens of a zone of the text. Their order is mended first, by what this table's rows are: lines are parted on
/// which several rows stand, columns and lists of values are put into rows, and the values of a row on its line; then columns
/// that the form does not have are set aside. `open`: no row can be certain; `sidesOpen`: see Alignment.
Attempt attemptTable(const Form &form, const FormTable &table, QStringView text, TextRange zone, std::vector<Token> tokens,
    const Habits &habits, bool open, bool sidesOpen);

} // namespace gouji
