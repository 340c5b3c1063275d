// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "report/formcatalogue.h"

#include <QList>
#include <QString>

#include <optional>

namespace gouji {

/// Whose numbers a term of a formula takes.
enum class FormulaScope {
    Own, ///< the report that is judged
    Last, ///< `last.`: the same body's report of the year before
    Children, ///< `children.`: the reports of its departments, one after the other
};

/// A factor times a cell, a sum or a maximum of cells; without cells the factor itself, a constant.
struct FormulaTerm {
    enum class Kind { Sum, Max };

    Decimal factor; ///< with its sign
    Kind kind = Kind::Sum;
    FormulaScope scope = FormulaScope::Own;
    bool open = false; ///< the cells were named by a pattern: those that a report does not print are left out
    QList<CellId> cells;
};

/// What a rule written as data demands: two sums of terms and the relation that should hold between them.
///
/// The language: cell names, numbers, `+ - *` (one factor of a product is a number), brackets, one of `= != >= <= > <`,
/// `sum(…)` and `max(…)` over a cell name in which `*` stands for any letters, the prefixes `last.` and `children.`
/// (the latter inside sum or max only), and the placeholders {row} and {column}, which the caller fills.
struct Formula {
    enum class Relation { Equal, NotEqual, AtLeast, AtMost, More, Less };

    QList<FormulaTerm> left;
    QList<FormulaTerm> right;
    Relation relation = Relation::Equal;

    /// Fills `out`; the answer says what is wrong with the text, empty where nothing is.
    static QString parse(const QString &text, const FormCatalogue &forms, Formula &out);
};

/// How far two sides may differ: an amount ("0.01") or a share of the right side ("5%").
struct Tolerance {
    Decimal value;
    bool percent = false;

    static std::optional<Tolerance> fromString(const QString &text);
};

} // namespace gouji
