// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/places/placement.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// Wording that names a row beyond doubt, in matched characters.
constexpr float Pinned = 2;

/// A table that was laid into a text, its rows settled. What it refers to outlives it.
struct LaidTable {
    const FormTable &table;
    const Alignment &alignment;
    const std::vector<Token> &tokens;
    const std::vector<PlacedRow> &placed; ///< by lane
    QStringView text; ///< normalised
    bool misread = false; ///< it shows signs of OCR
    bool complete = false; ///< the tables before this one lost no value
    bool lossy = false; ///< empty cells leave no trace in this layout
    bool incomplete = false; ///< lossy, and values are missing
};

/// How sure the values of a row are as a whole. Inferred: a sum chose their places; a person has to confirm.
enum class Certainty { Open, Inferred, Certain };

/// Weighs what a text shows of each row: its wording, its place, its sum, its neighbours, and what the table has left over.
class RowCertainty {
public:
    explicit RowCertainty(const LaidTable &laid);

    Certainty of(size_t lane) const;
    /// The row is printed, and has no values: nothing says that it may have lost them.
    bool isNamedEmpty(size_t lane) const;
    /// No number, and nothing that may have been one.
    bool isEmpty(const PlacedRow &row) const;
    /// All the ways to lay the row make its sum hold, and they agree on this cell.
    bool isAgreed(const PlacedRow &row, size_t cell) const;
    /// It says what a sum chose, and nothing else can be true of it.
    bool isFirm(size_t lane, size_t cell) const;
    /// The sums of an across table hold, and hardly could by chance; no other row can have lent it numbers.
    bool isBeyondChance(const PlacedRow &row) const;
    /// A line with several numbers is left over.
    bool hasOrphans() const { return m_orphans > 1; }

private:
    bool isOrderly() const;
    int countUnplaced() const;
    void countApart();
    bool groupsNames() const;
    int mostOrphans() const;
    bool tearsNumbers() const;
    bool mayBeTorn(size_t l) const;
    bool neighboursHold(size_t l) const;
    bool valueApart(size_t l) const;
    bool looseGaps(size_t l) const;
    bool besideTornRow(size_t l) const;
    bool besideApartRow(size_t l) const;
    bool lacksField(size_t l) const;
    bool endsWithItsSum(size_t l) const;
    bool isOpenRow(size_t l) const;
    bool anyNumber() const;
    bool isOwnRow(size_t l) const;
    bool besideEmptyRow(size_t l) const;
    bool hidesNumbers() const;

    LaidTable m_laid;
    bool m_orderly = false; ///< lossy, but complete and in order
    bool m_torn = false; ///< numbers are torn at their thousands separators
    int m_unplaced = 0; ///< numbers that no cell took
    bool m_hidden = false; ///< numbers stand in the midst of wording, behind a colon
    bool m_apart = false; ///< most values do not stand on the lines of their wording
    std::vector<bool> m_apartRows; ///< by lane: its values do not
    bool m_grouped = false; ///< wording of several rows stands before their values
    int m_orphans = 0; ///< the most of them that stand on a line of their own
};

} // namespace gouji
