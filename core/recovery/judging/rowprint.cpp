// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/rowprint.h"

#include "base/wordsin.h"
#include "recovery/text/characters.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr int LargestPage = 1000;

} // namespace

RowPrint::RowPrint(const LaidTable &laid, const TableSigns &signs)
    : m_laid(laid)
    , m_signs(signs)
{
}

/// An empty place that no cell took, right behind the last wording before a value or behind wording with no number since: it may be
/// the row's own.
bool RowPrint::behindEmptyPlace(int value) const
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
bool RowPrint::endsEmpty(const PlacedRow &row) const
{
    const auto isEmpty = [this](int t) {
        return t < 0 || (m_laid.tokens[size_t(t)].kind == Token::Blank && m_laid.tokens[size_t(t)].range.length() == 0);
    };
    return isEmpty(row.chosen.tokens.front()) || isEmpty(row.chosen.tokens.back());
}

bool RowPrint::mayBeTorn(size_t l) const
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

bool RowPrint::skipsFields(size_t l) const
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

bool RowPrint::valueApart(size_t l) const
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

bool RowPrint::looseGaps(size_t l) const
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

bool RowPrint::namesSeveral(size_t l) const
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

bool RowPrint::skipsGap(size_t l) const
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

bool RowPrint::lacksField(size_t l) const
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

bool RowPrint::followsDigits(size_t l) const
{
    const int first = m_laid.alignment.readings[l].begin;
    if (first < 1 || m_laid.placed[l].chosen.tokens.front() >= 0)
        return false;
    const Token &label = m_laid.tokens[size_t(first) - 1];
    return label.kind == Token::Text && label.line == m_laid.tokens[size_t(first)].line && label.range.length() > 2
        && isDigit(m_laid.text[label.range.end - 1]);
}

bool RowPrint::looseMark(const PlacedRow &row) const
{
    return std::any_of(row.chosen.tokens.begin(), row.chosen.tokens.end(),
        [this](int t) { return t >= 0 && m_laid.tokens[size_t(t)].unreadable && !m_laid.tokens[size_t(t)].delimited; });
}

bool RowPrint::holdsLoneNumber(const PlacedRow &row) const
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

bool RowPrint::sharesLine(size_t l) const
{
    const std::vector<LaneReading> &readings = m_laid.alignment.readings;
    const int line = m_laid.tokens[size_t(readings[l].begin)].line;
    for (size_t n = 0; n < readings.size(); ++n) {
        if (n != l && readings[n].begin >= 0 && m_laid.tokens[size_t(readings[n].begin)].line == line)
            return true;
    }
    return false;
}

bool RowPrint::hasHalves(const PlacedRow &row) const
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

bool RowPrint::beforeLoneNumber(size_t l) const
{
    const int end = m_laid.alignment.readings[l].end;
    if (end < 1 || end >= int(m_laid.alignment.used.size()))
        return false;
    const Token &t = m_laid.tokens[size_t(end)];
    return t.kind == Token::Number && t.alone && t.line == m_laid.tokens[size_t(end) - 1].line + 1 && !m_laid.tokens[size_t(end) - 1].alone;
}

bool RowPrint::takesLoneNumber(size_t l) const
{
    const auto isValue = [this](int t) { return t >= 0 && m_laid.tokens[size_t(t)].kind == Token::Number; };
    const auto isLone = [&](int t) { return isValue(t) && m_laid.tokens[size_t(t)].alone; };
    const std::vector<int> &chosen = m_laid.placed[l].chosen.tokens;
    const auto lone = std::count_if(chosen.begin(), chosen.end(), isLone);
    return lone > 0 && lone < std::count_if(chosen.begin(), chosen.end(), isValue);
}

bool RowPrint::endsInGap(const PlacedRow &row) const
{
    const int last = row.chosen.tokens.back();
    return last >= 0 && m_laid.tokens[size_t(last)].kind == Token::Gap;
}

bool RowPrint::endsWithItsSum(size_t l) const
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

} // namespace gouji
