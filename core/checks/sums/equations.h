// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/operands.h"

#include <vector>

namespace gouji {

/// One identity of the form with this report's numbers in it.
struct Equation {
    /// Narrowest first: "one cause, one finding" takes its rule id from the narrowest identity that failed.
    enum class Width { Row, Column, Balance };

    const Identity *identity = nullptr;
    qsizetype table = 0; ///< index into Report::tables
    Width width = Width::Row;
    bool assessable = true;
    bool open = false; ///< an operand in doubt stands in an open row, in a table that is open for a good part
    Decimal left;
    Decimal right;
    QList<CellId> blanks; ///< operands that were tried as 0
    QList<CellId> doubtful;

    qint64 residual() const { return assessable ? (left - right).units() : 0; }
    bool failed() const { return residual() != 0; }
};

/// What counts as a cell's number. `Printed` accuses nobody by a guess: a number that only a sum filled in is tried as 0 like a
/// blank one, and an open equation cannot be assessed (opensums.h asks whether any layout would do).
enum class Numbers { Shown, Printed };

/// Every identity of the tables the report follows, in the form's order.
std::vector<Equation> evaluate(const Report &report, Numbers numbers = Numbers::Shown);

/// Which equation it is: 「“予以公开”行」, and as a column has two of them, 「自然人列收办平衡」.
QString equationName(const Equation &equation);
/// Where an identity holds; quotation marks inside a row's label become single ones.
QString placeText(const Identity &identity);

} // namespace gouji
