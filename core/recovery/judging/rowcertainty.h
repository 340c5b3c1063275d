// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/judging/laidtable.h"
#include "recovery/judging/tablesigns.h"

namespace gouji {

/// How sure the values of a row are as a whole. Inferred: a sum chose their places; a person has to confirm.
enum class Certainty { Open, Inferred, Certain };

/// Weighs what a text shows of each row: its wording, its place, its sum, its neighbours, and what the table has left over.
class RowCertainty {
public:
    explicit RowCertainty(const LaidTable &laid);

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
    bool mayBeTorn(size_t l) const;
    bool neighboursHold(size_t l) const;
    bool valueApart(size_t l) const;
    bool looseGaps(size_t l) const;
    bool besideTornRow(size_t l) const;
    bool besideApartRow(size_t l) const;
    bool lacksField(size_t l) const;
    bool behindEmptyPlace(int value) const;
    bool skipsFields(size_t l) const;
    bool skipsGap(size_t l) const;
    bool namesSeveral(size_t l) const;
    bool takesLoneNumber(size_t l) const;
    bool followsDigits(size_t l) const;
    bool beforeLoneNumber(size_t l) const;
    bool sharesLine(size_t l) const;
    bool hasHalves(const PlacedRow &row) const;
    bool looseMark(const PlacedRow &row) const;
    bool holdsLoneNumber(const PlacedRow &row) const;
    bool endsEmpty(const PlacedRow &row) const;
    bool endsInGap(const PlacedRow &row) const;
    bool endsWithItsSum(size_t l) const;
    bool isOpenRow(size_t l) const;
    bool mayBeShifted(size_t l) const;
    bool isOwnRow(size_t l) const;
    bool isBesideItsName(size_t l) const;
    bool besideEmptyRow(size_t l) const;

    LaidTable m_laid;
    TableSigns m_signs;
};

} // namespace gouji
