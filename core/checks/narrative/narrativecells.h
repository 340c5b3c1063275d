// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/narrative/narrativereader.h"
#include "checks/operands.h"

namespace gouji {

/// Cells that should add up to a number of the prose.
struct NamedCells {
    QList<CellId> plus;
    QList<CellId> minus;
    bool printed = true; ///< false where the report's form has no such cell

    QList<CellId> all() const { return plus + minus; }
};

/// Finds the cells that a word of the word list names in one report, and what they add up to.
class NarrativeCells {
public:
    explicit NarrativeCells(const Report &report)
        : m_report(report)
        , m_catalogue(report.catalogue())
    {
    }

    NamedCells resolve(const QStringList &names, const QStringList &groups) const;
    OperandSum sum(const NamedCells &cells) const;
    /// 「表三“本年新收”总计为 9」, 「表三“本年新收”总计 7 + “上年结转”总计 1 = 8」.
    QString text(const NamedCells &cells, const OperandSum &sum) const;

private:
    void addPattern(const QString &name, QList<CellId> &out) const;

    const Report &m_report;
    const FormCatalogue &m_catalogue;
};

/// Whether what the sentence says may be a way to say `actual`: exactly, rounded as printed, or about.
bool saysValue(const NarrativeClaim &claim, Decimal actual);

} // namespace gouji
