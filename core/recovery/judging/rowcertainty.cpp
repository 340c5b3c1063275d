// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/rowcertainty.h"

#include "base/wordsin.h"
#include "recovery/judging/sumlessrows.h"
#include "recovery/text/characters.h"

#include <algorithm>
#include <optional>

namespace gouji {

namespace {

constexpr double Chance = 0.01; // of sums that hold without being right
constexpr int LargestPage = 1000;
constexpr int MostUnplaced = 12; // numbers that no cell took: with as many, a row without any may have lost its own
constexpr float WholeEnough = 0.5f; // of a row's wording, to say that the row is printed and empty: words of it stand anywhere
constexpr qsizetype MostShortRows = 10; // of a table whose rows have one or a few values: a number on a line is soon a row

} // namespace

RowCertainty::RowCertainty(const LaidTable &laid)
    : m_laid(laid)
    , m_signs(signsOf(laid))
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

/// Comma-separated, and "3,585" may be one number: nothing here shows that long numbers are printed without separators.
bool RowCertainty::mayBeTorn(size_t l) const
{
    const LaneReading &reading = m_laid.alignment.readings[l];
    bool pair = false;
    for (int i = std::max(reading.begin, 1); i < reading.end; ++i) {
        const TextRange &range = m_laid.tokens[size_t(i)].range;
        pair = pair
            || (m_laid.tokens[size_t(i)].kind == Token::Number && m_laid.tokens[size_t(i - 1)].kind == Token::Number
                && isThousands(m_laid.text, range) && m_laid.tokens[size_t(i - 1)].range.length() <= 3
                && m_laid.tokens[size_t(i - 1)].range.end + 1 == range.begin && m_laid.text[range.begin - 1] == u',');
    }
    const int line = pair ? m_laid.tokens[size_t(reading.begin)].line : 0;
    return pair && std::none_of(m_laid.tokens.begin(), m_laid.tokens.end(), [line](const Token &t) {
        return t.kind == Token::Number && t.line != line && t.value.isWhole() && Decimal(qint64(999)) < t.value;
    });
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

/// An empty place that no cell took, right behind the last wording before a value or behind wording with no number since: it may be
/// the row's own.
bool RowCertainty::behindEmptyPlace(int value) const
{
    bool direct = true;
    for (int i = value - 1; i > 0 && m_laid.tokens[size_t(i)].kind != Token::Number; --i) {
        const Token &t = m_laid.tokens[size_t(i)];
        direct = direct && t.kind != Token::Text;
        const bool place = t.kind == Token::Blank && (t.delimited || t.range.length() > 0) && !m_laid.alignment.used[size_t(i)];
        if (place && (direct || m_laid.tokens[size_t(i) - 1].kind == Token::Text))
            return true;
    }
    return false;
}

/// Its first or its last cell is empty, and bears no mark.
bool RowCertainty::endsEmpty(const PlacedRow &row) const
{
    const auto isEmpty = [this](int t) {
        return t < 0 || (m_laid.tokens[size_t(t)].kind == Token::Blank && m_laid.tokens[size_t(t)].range.length() == 0);
    };
    return isEmpty(row.chosen.tokens.front()) || isEmpty(row.chosen.tokens.back());
}

/// Empty fields stand among a row's values and no cell took them, as they do in hardly another row: a number too many, and a field
/// too few. Or its line is a field longer than the others. Where no sum can show it, the value stands where no other line of the table
/// reaches.
bool RowCertainty::skipsFields(size_t l) const
{
    const LaneReading &reading = m_laid.alignment.readings[l];
    if (m_laid.table.across)
        return m_laid.placed[l].chosen.sum != RowSum::Holds && hasGaps(m_laid, l);
    if (reading.begin < 0 || !m_laid.tokens[size_t(reading.begin)].delimited)
        return false;
    constexpr int LeastWithSum = 4;
    if (m_laid.alignment.lanes[l].length < LeastWithSum) {
        int widest = 0;
        for (const LaneReading &other : m_laid.alignment.readings) {
            if (&other != &reading && other.begin >= 0)
                widest = std::max(widest, m_laid.tokens[size_t(other.end - 1)].field);
        }
        constexpr int Shifted = 1; // a line may have moved by a field
        return m_laid.tokens[size_t(reading.end - 1)].field > widest + Shifted;
    }
    const auto isRare = [this](int rows) { return rows * 4 < int(m_laid.placed.size()); };
    const bool odd = (hasGaps(m_laid, l) && isRare(m_signs.gaps))
        || (m_signs.overlongRows[l] && isRare(m_signs.overlong) && endsEmpty(m_laid.placed[l]));
    return odd && m_laid.placed[l].chosen.sum != RowSum::Holds;
}

/// A single value that stands on a line without its wording may be a page number (which is never 0), and a number
/// beside it that nothing took may be its other half.
bool RowCertainty::valueApart(size_t l) const
{
    const Lane &lane = m_laid.alignment.lanes[l];
    const LaneReading &reading = m_laid.alignment.readings[l];
    if (lane.length > 1 || reading.begin < 0)
        return false;
    const Token &t = m_laid.tokens[size_t(reading.begin)];
    if (t.kind != Token::Number)
        return false;
    if (t.pageMark || (!m_laid.alignment.layout.rowPerLine && behindEmptyPlace(reading.begin)))
        return true;
    for (const int side : {-1, 1}) {
        for (int i = reading.begin + side; i >= 0 && i < int(m_laid.alignment.used.size()) && m_laid.tokens[size_t(i)].kind != Token::Text;
             i += side) {
            if (m_laid.tokens[size_t(i)].kind == Token::Number && !m_laid.alignment.used[size_t(i)])
                return true;
        }
    }
    const bool withWording = reading.begin > 0 && m_laid.tokens[size_t(reading.begin - 1)].kind == Token::Text
        && m_laid.tokens[size_t(reading.begin - 1)].line == t.line;
    const bool couldBePage = !t.value.isZero() && t.value.isWhole() && t.value < Decimal(LargestPage);
    return m_laid.alignment.layout.rowPerLine && t.alone && !withWording && couldBePage;
}

/// Empty lines count as cells here, and there are more or fewer of them than the row has places: it may lie a place off.
bool RowCertainty::looseGaps(size_t l) const
{
    const LaneReading &reading = m_laid.alignment.readings[l];
    const auto isText = [this](int i) { return m_laid.tokens[size_t(i)].kind == Token::Text; };
    bool any = false;
    for (int i = reading.begin; i >= 0 && i < reading.end; ++i) {
        any = any || m_laid.tokens[size_t(i)].kind == Token::Gap;
        if (isText(i))
            return m_laid.alignment.layout.gapsAreCells;
    }
    int from = reading.begin;
    int to = reading.end;
    while (from > 0 && !isText(from - 1))
        --from;
    while (to < int(m_laid.alignment.used.size()) && !isText(to))
        ++to;
    return any && m_laid.alignment.layout.gapsAreCells && to - from != m_laid.alignment.lanes[l].length;
}

/// The wording before its values, on their line, is that of several rows: their values may have become one row.
bool RowCertainty::namesSeveral(size_t l) const
{
    constexpr qsizetype Telling = 4; // characters: shorter names stand in others
    const int first = m_laid.alignment.readings[l].begin;
    qsizetype length = 0;
    int from = first;
    while (from > 0 && m_laid.tokens[size_t(from) - 1].kind == Token::Text
        && m_laid.tokens[size_t(from) - 1].line == m_laid.tokens[size_t(first)].line)
        length += m_laid.tokens[size_t(--from)].range.length();
    const FormRow &own = m_laid.table.rows[m_laid.alignment.lanes[l].rows.front()];
    if (first < 1 || m_laid.table.across || length < own.label.size() + Telling)
        return false;
    const qsizetype begin = m_laid.tokens[size_t(from)].range.begin;
    const QStringView words = m_laid.text.mid(begin, m_laid.tokens[size_t(first) - 1].range.end - begin);
    int named = 0;
    for (const FormRow &row : m_laid.table.rows)
        named += row.shortLabel.size() >= Telling && holdsWords(words, row.shortLabel);
    return named > 1;
}

/// Empty lines count as cells here, and one of them among the values of the row was passed over: where the row's empty cells are is open.
bool RowCertainty::skipsGap(size_t l) const
{
    if (!m_laid.alignment.layout.gapsAreCells || m_laid.alignment.layout.rowPerLine)
        return false;
    const std::vector<int> &chosen = m_laid.placed[l].chosen.tokens;
    const bool empty
        = std::any_of(chosen.begin(), chosen.end(), [this](int t) { return t < 0 || m_laid.tokens[size_t(t)].kind == Token::Gap; });
    const LaneReading &reading = m_laid.alignment.readings[l];
    bool skipped = false;
    for (int i = reading.begin; empty && i >= 0 && i < reading.end; ++i) {
        if (m_laid.tokens[size_t(i)].kind == Token::Text)
            return false;
        skipped = skipped || (m_laid.tokens[size_t(i)].kind == Token::Gap && !m_laid.alignment.used[size_t(i)]);
    }
    return skipped;
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

/// A cell that is said to be empty has no field of its own between the cell or the wording before it and the next value: a field
/// was lost, and any cell may be the one that lost it.
bool RowCertainty::lacksField(size_t l) const
{
    const std::vector<int> &tokens = m_laid.placed[l].chosen.tokens;
    for (size_t c = 1; c < tokens.size(); ++c) {
        if (tokens[c] < 1 || tokens[c - 1] >= 0)
            continue;
        const Token &t = m_laid.tokens[size_t(tokens[c])];
        const Token &before = m_laid.tokens[size_t(tokens[c]) - 1];
        if (t.delimited && before.delimited && before.line == t.line && before.kind != Token::Blank)
            return true;
    }
    return false;
}

/// Its wording ends in digits: the value of its first cell may be buried there.
bool RowCertainty::followsDigits(size_t l) const
{
    const int first = m_laid.alignment.readings[l].begin;
    if (first < 1 || m_laid.placed[l].chosen.tokens.front() >= 0)
        return false;
    const Token &label = m_laid.tokens[size_t(first) - 1];
    return label.kind == Token::Text && label.line == m_laid.tokens[size_t(first)].line && label.range.length() > 2
        && isDigit(m_laid.text[label.range.end - 1]);
}

/// Something that is no value has taken a place, and only the count of places says where the others belong.
bool RowCertainty::looseMark(const PlacedRow &row) const
{
    return std::any_of(row.chosen.tokens.begin(), row.chosen.tokens.end(),
        [this](int t) { return t >= 0 && m_laid.tokens[size_t(t)].unreadable && !m_laid.tokens[size_t(t)].delimited; });
}

/// Its only number has a line to itself, no sum bears it out, and it may be that of a page.
bool RowCertainty::holdsLoneNumber(const PlacedRow &row) const
{
    const Token *number = nullptr;
    for (const int t : row.chosen.tokens) {
        if (t < 0 || m_laid.tokens[size_t(t)].kind != Token::Number)
            continue;
        if (number)
            return false;
        number = &m_laid.tokens[size_t(t)];
    }
    return number && number->alone && !number->delimited && !number->value.isZero() && row.chosen.sum != RowSum::Holds;
}

/// Another row has values on its line.
bool RowCertainty::sharesLine(size_t l) const
{
    const std::vector<LaneReading> &readings = m_laid.alignment.readings;
    const int line = m_laid.tokens[size_t(readings[l].begin)].line;
    for (size_t n = 0; n < readings.size(); ++n) {
        if (n != l && readings[n].begin >= 0 && m_laid.tokens[size_t(readings[n].begin)].line == line)
            return true;
    }
    return false;
}

/// Two of its numbers in succession may be halves of one; most of its numbers read like numbers.
bool RowCertainty::hasHalves(const PlacedRow &row) const
{
    int halves = 0;
    int numbers = 0;
    bool pair = false;
    bool before = false;
    for (const int t : row.chosen.tokens) {
        const bool half = t >= 0 && m_laid.tokens[size_t(t)].lookalike;
        numbers += t >= 0 && m_laid.tokens[size_t(t)].kind == Token::Number;
        halves += half;
        pair = pair || (half && before);
        before = half;
    }
    return pair && halves * 2 <= numbers;
}

/// A number without wording stands on the line behind its values: its last one may be torn.
bool RowCertainty::beforeLoneNumber(size_t l) const
{
    const int end = m_laid.alignment.readings[l].end;
    if (end < 1 || end >= int(m_laid.alignment.used.size()))
        return false;
    const Token &t = m_laid.tokens[size_t(end)];
    return t.kind == Token::Number && t.alone && t.line == m_laid.tokens[size_t(end) - 1].line + 1 && !m_laid.tokens[size_t(end) - 1].alone;
}

/// One of its values has a line to itself, where the others share one.
bool RowCertainty::takesLoneNumber(size_t l) const
{
    const auto isValue = [this](int t) { return t >= 0 && m_laid.tokens[size_t(t)].kind == Token::Number; };
    const auto isLone = [&](int t) { return isValue(t) && m_laid.tokens[size_t(t)].alone; };
    const std::vector<int> &chosen = m_laid.placed[l].chosen.tokens;
    const auto lone = std::count_if(chosen.begin(), chosen.end(), isLone);
    return lone > 0 && lone < std::count_if(chosen.begin(), chosen.end(), isValue);
}

/// Its last cell is the empty line behind its values: one of them may be lost.
bool RowCertainty::endsInGap(const PlacedRow &row) const
{
    const int last = row.chosen.tokens.back();
    return last >= 0 && m_laid.tokens[size_t(last)].kind == Token::Gap;
}

/// Its last cell is empty, and the number in front of it is the sum of the others: it lies a place off.
bool RowCertainty::endsWithItsSum(size_t l) const
{
    const PlacedRow &row = m_laid.placed[l];
    const auto isNumber = [this](int t) { return t >= 0 && m_laid.tokens[size_t(t)].kind == Token::Number; };
    const int last = row.chosen.tokens.back();
    const bool holds = row.chosen.sum == RowSum::Holds || row.chosen.sum == RowSum::None;
    if (holds || m_laid.table.across || isNumber(last)
        || (last >= 0 && m_laid.tokens[size_t(last)].delimited && !m_laid.alignment.layout.gapsAreCells))
        return false;
    Decimal sum;
    Decimal latest;
    for (const int t : row.chosen.tokens) {
        if (!isNumber(t))
            continue;
        sum += latest;
        latest = m_laid.tokens[size_t(t)].value;
    }
    return !latest.isZero() && sum == latest;
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
    if (isDoubtful(l) || valueApart(l) || isOpenRow(l) || skipsFields(l) || skipsGap(l) || namesSeveral(l)
        || (sum == RowSum::None && m_signs.torn) || ((sum == RowSum::None || sum == RowSum::Fails) && mayBeTorn(l))
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
        && (endsInGap(row) || takesLoneNumber(l) || followsDigits(l) || beforeLoneNumber(l) || hasHalves(row)))
        return Certainty::Open;
    if (m_signs.apart && m_signs.apartRows[l] && !m_laid.lossy && !reading.namedBefore && !m_laid.isEmpty(row))
        return Certainty::Open; // nothing but their order says whose these values are
    if ((m_signs.unordered && !pinned) || mayBeShifted(l))
        return Certainty::Open;
    if (endsWithItsSum(l))
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
        if (lacksField(l))
            return Certainty::Open;
        if (row.inPlace && pinned && (row.numbers > 1 || sum == RowSum::Trivial) && !row.endsShort && !m_laid.lossy)
            return Certainty::Certain;
        if (isBeyondChance(row) && std::all_of(row.firm.begin(), row.firm.end(), [](bool f) { return f; }))
            return Certainty::Certain;
        return inferredIf(sum == RowSum::Holds);
    }
    if (m_laid.table.across && (looseMark(row) || holdsLoneNumber(row)))
        return Certainty::Open;
    if (m_laid.alignment.lanes[l].length == 1 && m_laid.alignment.layout.rowPerLine && !reading.numbersBeside && reading.begin > 0
        && m_laid.tokens[size_t(reading.begin) - 1].kind == Token::Text
        && m_laid.tokens[size_t(reading.begin) - 1].line == m_laid.tokens[size_t(reading.begin)].line)
        return Certainty::Open; // behind wording of another line than its own
    if (m_laid.alignment.lanes[l].length == 1 && !reading.namedBefore
        && !(m_laid.alignment.layout.rowPerLine && reading.numbersBeside && !sharesLine(l)))
        return Certainty::Open;
    if (m_signs.orderly)
        return Certainty::Certain;
    if (m_laid.incomplete) // any run of values may belong to another row
        return inferredIf(pinned && !m_laid.table.across && sum == RowSum::Holds && reading.wordingAt <= 1 && neighboursHold(l));
    if (!pinned && !m_laid.lossy)
        return inferredIf(sum == RowSum::Holds && !besideEmptyRow(l));
    if (m_laid.table.across && looseGaps(l)) // no wording holds the row in its place
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
