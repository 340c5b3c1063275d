// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/dossier.h"
#include "checks/rules/formula.h"

#include <QStringList>

#include <vector>

namespace gouji {

/// A side of a formula with numbers in it, and what stands in the way of trusting them.
struct SideValue {
    Decimal value;
    QList<CellId> cells; ///< of the report itself
    QStringList blanks; ///< for sentences: cells that were tried as 0
    QStringList doubtful;
};

/// Puts the numbers of a dossier into formulas.
class FormulaReader {
public:
    explicit FormulaReader(const Dossier &dossier)
        : m_dossier(dossier)
    {
    }

    /// Nothing where a cell is missing or unreadable, where the dossier has no such report, or where a number grows too large.
    std::optional<Decimal> quick(const QList<FormulaTerm> &side) const;
    std::optional<Decimal> quick(const FormulaTerm &term) const;
    /// The same with all that a finding tells; only for sides that have a value.
    SideValue read(const QList<FormulaTerm> &side) const;

    const Dossier &dossier() const { return m_dossier; }
    /// Whether a report has a place for the cell: forms differ in their rows.
    static bool prints(const Report &report, CellId id);

private:
    std::optional<Decimal> of(const Report &report, const FormulaTerm &term) const;

    const Dossier &m_dossier;
};

/// Says a side in words: 「上年“结转下年度”总计 5 + 本年“…” 3 = 8」. Names no more of a cell than the formula leaves open.
class FormulaWords {
public:
    FormulaWords(const Formula &formula, const FormCatalogue &forms);

    QString text(const QList<FormulaTerm> &side, const SideValue &value, const FormulaReader &reader) const;

private:
    QString label(const FormulaTerm &term) const;

    const FormCatalogue &m_forms;
    bool m_oneRow = true;
    bool m_oneColumn = true;
};

bool compares(Decimal left, Decimal right, Formula::Relation relation, const Tolerance &tolerance);

} // namespace gouji
