// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/judging/laidtable.h"
#include "recovery/judging/rowprint.h"
#include "recovery/judging/tablesigns.h"

namespace gouji {

/// How sure the values of a row are as a whole. Inferred: a sum chose their places; a person has to confirm.
enum class Certainty { Open, Inferred, Certain };

/// Weighs what a text shows of each row: its wording, its place, its sum, its neighbours, and what the table has left over.
class RowCertainty {
public:
    explicit RowCertainty(const LaidTable &laid);
    Q_DISABLE_COPY_MOVE(RowCertainty)

    Certainty of(size_t lane) const;
    /// The row is printed, and has no values: nothing says that it may have lost them.
    bool isNamedEmpty(size_t lane) const;
    /// All the ways to lay the row make its sum hold, and they agree on this cell.
    bool isAgreed(const PlacedRow &row, size_t cell) const;
    /// It says what a sum chose, and nothing else can be true of it.
    bool isFirm(size_t lane, size_t cell) const;
    /// The sums of an across table hold, and hardly could by chance; no other row can have lent it numbers.
    bool isBeyondChance(const PlacedRow &row) const;
    /// Whatever its sum says, none of its cells is certain.
    bool isDoubtful(size_t lane) const;
    /// A line with several numbers is left over.
    bool hasOrphans() const { return m_signs.orphans > 1; }

private:
    bool neighboursHold(size_t l) const;
    bool besideTornRow(size_t l) const;
    bool besideApartRow(size_t l) const;
    bool isOpenRow(size_t l) const;
    bool mayBeShifted(size_t l) const;
    bool isOwnRow(size_t l) const;
    bool isBesideItsName(size_t l) const;
    bool besideEmptyRow(size_t l) const;

    LaidTable m_laid;
    TableSigns m_signs;
    RowPrint m_print; ///< refers to both
};

} // namespace gouji
