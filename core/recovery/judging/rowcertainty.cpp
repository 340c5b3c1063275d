// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/rowcertainty.h"

#include "recovery/judging/sumlessrows.h"

#include <algorithm>
#include <optional>

namespace gouji {

namespace {

constexpr double Chance = 0.01; // of sums that hold without being right
constexpr int MostUnplaced = 12; // numbers that no cell took: with as many, a row without any may have lost its own
constexpr float WholeEnough = 0.5f; // of a row's wording, to say that the row is printed and empty: words of it stand anywhere
constexpr qsizetype MostShortRows = 10; // of a table whose rows have one or a few values: a number on a line is soon a row

} // namespace

RowCertainty::RowCertainty(const LaidTable &laid)
    : m_laid(laid)
    , m_signs(signsOf(laid))
    , m_print(m_laid, m_signs)
{
}

bool RowCertainty::isNamedEmpty(size_t l) const
{
    const Lane &lane = m_laid.alignment.lanes[l];
    const LaneReading &reading = m_laid.alignment.readings[l];
    const PlacedRow &row = m_laid.placed[l];
    const bool named
        = m_laid.table.across ? !m_signs.anyNumber : reading.label >= Pinned && reading.cover >= WholeEnough && !reading.numbersBeside;
    if (!m_laid.isEmpty(row) || row.cut || !named || m_laid.lossy || m_signs.hidden || m_signs.pairs || reading.rivals
        || reading.contradicted || isOpenRow(l))
        return false;
    if (m_laid.alignment.setAside > m_laid.alignment.values)
        return false; // what the other columns hold may be its own
    const bool leftOver = lane.length > 1 && m_laid.table.rows.size() > MostShortRows ? hasOrphans() : m_signs.orphans > 0;
    if (leftOver || m_signs.unplaced >= MostUnplaced || besideTornRow(l))
        return false;
    const bool nothing = std::all_of(row.chosen.tokens.begin(), row.chosen.tokens.end(), [](int t) { return t < 0; });
    if (!nothing && reading.missing > 0 && (m_laid.alignment.layout.strung || !reading.namedBefore) && !m_laid.table.across)
        return false; // a mark of an empty cell stands for each of them here
    if (!nothing)
        return true;
    const bool few = !m_laid.table.across && m_laid.table.rows.size() <= MostShortRows;
    if (few && (m_signs.allGrouped || m_signs.looseMarks))
        return false; // what stands elsewhere may be its own
    return !m_laid.misread && !m_laid.alignment.layout.gapsAreCells && !m_signs.apart && !besideApartRow(l);
}

/// The row sums on both sides of a lane hold, so that the lane cannot have traded values with them.
bool RowCertainty::neighboursHold(size_t l) const
{
    const auto good = [&](size_t n) {
        const PlacedRow &row = m_laid.placed[n];
        return row.exact && (row.chosen.sum == RowSum::Holds || row.chosen.sum == RowSum::Trivial)
            && !m_laid.alignment.readings[n].interleaved;
    };
    return (l == 0 || good(l - 1)) && (l + 1 >= m_laid.placed.size() || good(l + 1));
}

/// The values of the row above or below run over lines and are too many: some of them may be this one's.
bool RowCertainty::besideTornRow(size_t l) const
{
    const auto isTorn = [this](size_t n) {
        return n < m_laid.placed.size() && m_laid.alignment.readings[n].crossesRows && m_laid.placed[n].chosen.lost > 0;
    };
    return m_laid.alignment.lanes[l].length > 1 && ((l > 0 && isTorn(l - 1)) || isTorn(l + 1));
}

/// The next row with values above or below has them on a line without wording: they may be this one's.
bool RowCertainty::besideApartRow(size_t l) const
{
    const auto isApart = [this](size_t from, size_t by) {
        size_t n = from + by;
        while (n < m_laid.placed.size() && m_laid.isEmpty(m_laid.placed[n]))
            n += by;
        return n < m_laid.placed.size() && m_signs.apartRows[n];
    };
    return !m_laid.table.across && (isApart(l, size_t(-1)) || isApart(l, 1));
}

Certainty RowCertainty::of(size_t l) const
{
    const PlacedRow &row = m_laid.placed[l];
    const LaneReading &reading = m_laid.alignment.readings[l];
    const RowSum sum = row.chosen.sum;
    const bool holds = sum == RowSum::Holds || sum == RowSum::Trivial;
    const bool pinned = m_laid.table.across || reading.label >= Pinned;
    const auto inferredIf = [](bool b) { return b ? Certainty::Inferred : Certainty::Open; };
    const auto certainIf = [](bool b) { return b ? Certainty::Certain : Certainty::Open; };
    if (isDoubtful(l) || m_print.valueApart(l) || isOpenRow(l) || m_print.skipsFields(l) || m_print.skipsGap(l) || m_print.namesSeveral(l)
        || (sum == RowSum::None && m_signs.torn) || ((sum == RowSum::None || sum == RowSum::Fails) && m_print.mayBeTorn(l))
        || mayHoldAnothers(m_laid, l))
        return Certainty::Open;
    if (!row.sure.empty() && std::find(row.sure.begin(), row.sure.end(), false) == row.sure.end()) {
        if (isOwnRow(l) && !row.byFault)
            return Certainty::Certain;
        if (!row.exact)
            return inferredIf(!besideEmptyRow(l));
    }
    if ((m_laid.alignment.joined || m_laid.alignment.byOrder) && !holds && sum != RowSum::None)
        return Certainty::Open; // where rows end is read from their wording alone, or which value is whose from their order
    if (!holds && sum != RowSum::None
        && (m_print.endsInGap(row) || m_print.takesLoneNumber(l) || m_print.followsDigits(l) || m_print.beforeLoneNumber(l)
            || m_print.hasHalves(row)))
        return Certainty::Open;
    if (m_signs.apart && m_signs.apartRows[l] && !m_laid.lossy && !reading.namedBefore && !m_laid.isEmpty(row))
        return Certainty::Open; // nothing but their order says whose these values are
    if ((m_signs.unordered && !pinned) || mayBeShifted(l))
        return Certainty::Open;
    if (m_print.endsWithItsSum(l))
        return Certainty::Open;
    if (row.decidedByColumns)
        return Certainty::Inferred;
    if (row.cut)
        return inferredIf(!row.settled.empty() && std::find(row.settled.begin(), row.settled.end(), false) == row.settled.end());
    if (!row.others.empty())
        return Certainty::Open;
    if (reading.rivals || (reading.leftoverBeside && (sum != RowSum::Holds || m_laid.table.across)))
        return Certainty::Open;
    if (reading.contradicted && (!m_laid.lossy || sum != RowSum::Holds))
        return Certainty::Open;
    if (!row.exact) {
        if (row.chosen.lost > 0)
            return Certainty::Open;
        if (m_print.lacksField(l))
            return Certainty::Open;
        if (row.inPlace && pinned && (row.numbers > 1 || sum == RowSum::Trivial) && !row.endsShort && !m_laid.lossy)
            return Certainty::Certain;
        if (isBeyondChance(row) && std::all_of(row.firm.begin(), row.firm.end(), [](bool f) { return f; }))
            return Certainty::Certain;
        return inferredIf(sum == RowSum::Holds);
    }
    if (m_laid.table.across && (m_print.looseMark(row) || m_print.holdsLoneNumber(row)))
        return Certainty::Open;
    if (m_laid.alignment.lanes[l].length == 1 && m_laid.alignment.layout.rowPerLine && !reading.numbersBeside && reading.begin > 0
        && m_laid.tokens[size_t(reading.begin) - 1].kind == Token::Text
        && m_laid.tokens[size_t(reading.begin) - 1].line == m_laid.tokens[size_t(reading.begin)].line)
        return Certainty::Open; // behind wording of another line than its own
    if (m_laid.alignment.lanes[l].length == 1 && !reading.namedBefore
        && !(m_laid.alignment.layout.rowPerLine && reading.numbersBeside && !m_print.sharesLine(l)))
        return Certainty::Open;
    if (m_signs.orderly)
        return Certainty::Certain;
    if (m_laid.incomplete) // any run of values may belong to another row
        return inferredIf(pinned && !m_laid.table.across && sum == RowSum::Holds && reading.wordingAt <= 1 && neighboursHold(l));
    if (!pinned && !m_laid.lossy)
        return inferredIf(sum == RowSum::Holds && !besideEmptyRow(l));
    if (m_laid.table.across && m_print.looseGaps(l)) // no wording holds the row in its place
        return inferredIf(sum == RowSum::Holds);
    if (reading.interleaved || !pinned)
        return certainIf(holds);
    if (m_laid.lossy && !holds)
        return certainIf(sum != RowSum::None && reading.wordingAt <= 1 && !m_laid.table.across && neighboursHold(l));
    return Certainty::Certain;
}

/// Its digits may be printed twice, or stand in pieces that are no numbers. Or values and wording stand on lines of their own, nearly
/// all rows are named right before their values, and this one is not.
bool RowCertainty::isDoubtful(size_t l) const
{
    const LaneReading &reading = m_laid.alignment.readings[l];
    if (m_signs.turned || m_signs.twiceRows[l] || (m_signs.pairs && m_laid.isEmpty(m_laid.placed[l])))
        return true;
    return m_signs.named && m_signs.apart && !reading.namedBefore && reading.wordingAt == 0 && !m_laid.isEmpty(m_laid.placed[l]);
}

/// Numbers of a whole row are left over where hardly a row has its wording beside it: from there on each may have those of the next.
bool RowCertainty::mayBeShifted(size_t l) const
{
    return !m_laid.table.across && m_laid.lossy && !m_laid.alignment.readings[l].namedBefore
        && m_signs.unplaced >= m_laid.alignment.lanes[l].length && m_laid.alignment.lanes[l].length > 1;
}

/// Its wording stands right before its values, and neither can be a neighbour's: rows that traded their values satisfy the sums
/// over the columns as well.
bool RowCertainty::isOwnRow(size_t l) const
{
    const auto isNamed = [this](size_t n) {
        const LaneReading &reading = m_laid.alignment.readings[n];
        if (m_signs.apart && (m_signs.grouped || (n > 0 && m_laid.isEmpty(m_laid.placed[n - 1]))))
            return false; // where names stand together and values do, one row's may be taken for the next
        return reading.label >= Pinned && reading.wordingAt <= 1 && !reading.rivals && !reading.contradicted && !reading.interleaved
            && (!reading.leftoverBeside || m_laid.placed[n].gathered);
    };
    const auto lendsNothing = [&](size_t n) { return n >= m_laid.placed.size() || isNamed(n); };
    return isNamed(l) && (!m_laid.isEmpty(m_laid.placed[l]) || (lendsNothing(l - 1) && lendsNothing(l + 1)));
}

/// Its wording stands around the line of its values, and nothing else claims either.
bool RowCertainty::isBesideItsName(size_t l) const
{
    const LaneReading &reading = m_laid.alignment.readings[l];
    return reading.label >= Pinned && !reading.rivals && !reading.contradicted && !reading.leftoverBeside && !reading.crossesRows
        && !isOpenRow(l);
}

/// The row above or below has no numbers: these may be its.
bool RowCertainty::besideEmptyRow(size_t l) const
{
    return (l > 0 && m_laid.isEmpty(m_laid.placed[l - 1])) || (l + 1 < m_laid.placed.size() && m_laid.isEmpty(m_laid.placed[l + 1]));
}

bool RowCertainty::isFirm(size_t l, size_t cell) const
{
    const PlacedRow &row = m_laid.placed[l];
    if (!row.sure.empty())
        return row.sure[cell] && (row.inPlace ? isBesideItsName(l) : isOwnRow(l)) && !row.byFault;
    return isBeyondChance(row) && row.firm[cell];
}

bool RowCertainty::isBeyondChance(const PlacedRow &row) const
{
    return m_laid.table.across && (m_laid.complete || m_laid.alignment.layout.rowPerLine) && !m_laid.misread && row.chosen.lost == 0
        && row.chosen.sum == RowSum::Holds && row.luck < Chance && !row.firm.empty();
}

/// The printed heads say that the columns are not the form's, and not which they are; or its values may be a neighbour's,
/// and it has no sum that would show it.
bool RowCertainty::isOpenRow(size_t l) const
{
    if (m_laid.alignment.byOrder && m_laid.placed[l].chosen.sum == RowSum::None)
        return true;
    if (m_laid.alignment.sidesOpen && (hasOrphans() || m_laid.placed[l].chosen.sum == RowSum::None))
        return true;
    return !m_laid.alignment.openRows.empty() && m_laid.alignment.openRows[size_t(m_laid.alignment.lanes[l].rows.front())];
}

bool RowCertainty::isAgreed(const PlacedRow &row, size_t cell) const
{
    if (row.cut)
        return !row.settled.empty() && row.settled[cell];
    if (!row.sure.empty())
        return row.sure[cell];
    if (row.others.empty() || row.chosen.sum != RowSum::Holds)
        return false;
    const auto number = [this](int token) {
        return token >= 0 && m_laid.tokens[size_t(token)].kind == Token::Number ? std::optional(m_laid.tokens[size_t(token)].value)
                                                                                : std::nullopt;
    };
    return std::all_of(row.possible.begin(), row.possible.end(),
        [&](const RowPlacement &p) { return p.sum != RowSum::Holds || number(p.tokens[cell]) == number(row.chosen.tokens[cell]); });
}

} // namespace gouji
