// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/judging/laidtable.h"
#include "recovery/judging/tablesigns.h"

namespace gouji {

/// How the values of a row are printed, each look at it a reason to doubt that they are all of its values, and in their places.
class RowPrint {
public:
    /// Both outlive this.
    RowPrint(const LaidTable &laid, const TableSigns &signs);

    /// Comma-separated, and "3,585" may be one number: nothing here shows that long numbers are printed without separators.
    bool mayBeTorn(size_t l) const;
    /// Empty fields stand among a row's values and no cell took them, as they do in hardly another row: a number too many, and a field
    /// too few. Or its line is a field longer than the others. Where no sum can show it, the value stands where no other line of the table
    /// reaches.
    bool skipsFields(size_t l) const;
    /// A single value that stands on a line without its wording may be a page number (which is never 0), and a number
    /// beside it that nothing took may be its other half.
    bool valueApart(size_t l) const;
    /// Empty lines count as cells here, and there are more or fewer of them than the row has places: it may lie a place off.
    bool looseGaps(size_t l) const;
    /// The wording before its values, on their line, is that of several rows: their values may have become one row.
    bool namesSeveral(size_t l) const;
    /// Empty lines count as cells here, and one of them among the values of the row was passed over: where the row's empty cells are is
    /// open.
    bool skipsGap(size_t l) const;
    /// A cell that is said to be empty has no field of its own between the cell or the wording before it and the next value: a field
    /// was lost, and any cell may be the one that lost it.
    bool lacksField(size_t l) const;
    /// Its wording ends in digits: the value of its first cell may be buried there.
    bool followsDigits(size_t l) const;
    /// Something that is no value has taken a place, and only the count of places says where the others belong.
    bool looseMark(const PlacedRow &row) const;
    /// Its only number has a line to itself, no sum bears it out, and it may be that of a page.
    bool holdsLoneNumber(const PlacedRow &row) const;
    /// Another row has values on its line.
    bool sharesLine(size_t l) const;
    /// Two of its numbers in succession may be halves of one; most of its numbers read like numbers.
    bool hasHalves(const PlacedRow &row) const;
    /// A number without wording stands on the line behind its values: its last one may be torn.
    bool beforeLoneNumber(size_t l) const;
    /// One of its values has a line to itself, where the others share one.
    bool takesLoneNumber(size_t l) const;
    /// Its last cell is the empty line behind its values: one of them may be lost.
    bool endsInGap(const PlacedRow &row) const;
    /// Its last cell is empty, and the number in front of it is the sum of the others: it lies a place off.
    bool endsWithItsSum(size_t l) const;

private:
    bool behindEmptyPlace(int value) const;
    bool endsEmpty(const PlacedRow &row) const;

    const LaidTable &m_laid;
    const TableSigns &m_signs;
};

} // namespace gouji
