// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <optional>
#include <set>
#include <vector>

namespace gouji {

/// What the identities of a table say of its cells while they are judged: which they bear out, and what a place whose
/// characters are lost must hold. They never touch a digit that stands in the source.
class TableEquations {
public:
    TableEquations(Report &report, const FormTable &table)
        : m_report(report)
        , m_table(table)
    {
    }

    std::set<CellId> confirmed() const; ///< cells of identities that hold
    std::set<CellId> contradicted() const; ///< cells of identities that fail
    /// Most columns that hold numbers fail their sums in ways that no single number of the column explains: then it is not a
    /// number that is wrong, but which row the numbers belong to. `shifted`: something else says so too, as a row of numbers
    /// that found no place; then any sum that fails will do, and one has to hold.
    bool isTangled(bool shifted) const;
    /// Empty cells of sums inside rows that fail for want of a number, where other rows print what adds up: one of them may have
    /// lost it on the way.
    std::set<CellId> wanting() const;
    /// Its row and its column agree with it: it stands in two identities at least, and all of them hold.
    bool isBorneOut(CellId id) const;
    /// The one value every identity of a cell asks for, where all that can be judged agree. `equations`: where they stand, in
    /// words.
    std::optional<Decimal> demanded(CellId id, QString *equations) const;
    /// Fills the places whose characters are lost where exactly one value is possible; they stay marked. `seenEmpty`: the
    /// text shows them empty, and that may be what the report prints; what is filled in there stays open.
    void fillGaps(const std::set<CellId> &seenEmpty);

private:
    std::set<CellId> operandsWhere(bool holds) const;
    int columnOf(const Identity &identity, const std::vector<int> &columns) const;
    bool isInferred(const Identity &identity) const;
    bool isExplained(const std::vector<const Identity *> &identities) const;
    std::optional<Decimal> balance(const Identity &identity, CellId without) const;
    bool isLost(CellId id) const;
    bool fillZeros(const Identity &identity);
    bool isSettled(const Identity &identity, const QList<CellId> &without) const;
    bool isBesideOpen(CellId id) const;
    void repair(CellId id, Decimal value, const QString &equations, bool sure);

    Report &m_report;
    const FormTable &m_table;
};

} // namespace gouji
