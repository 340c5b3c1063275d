// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/sumlessrows.h"

#include <algorithm>

namespace gouji {

namespace {

class SumlessRow {
public:
    SumlessRow(const LaidTable &laid, size_t lane)
        : m_laid(laid)
        , m_reading(laid.alignment.readings[lane])
        , m_row(laid.placed[lane])
        , m_lane(lane)
    {
        for (const int t : m_row.chosen.tokens) {
            if (t < 0 || size_t(t) >= laid.alignment.used.size())
                continue;
            m_first = m_first < 0 ? t : std::min(m_first, t);
            m_last = std::max(m_last, t);
        }
    }

    bool mayHoldAnothers() const
    {
        return m_first >= 0 && (takesLoneNumber() || lentItsLast() || spansOthers() || passesValues() || endsInStrayLine());
    }

private:
    const Token &at(int i) const { return m_laid.tokens[size_t(i)]; }
    bool isOther(int i) const
    {
        const Token &t = at(i);
        return t.kind == Token::Number && !t.pageMark && !t.loose && !m_laid.alignment.used[size_t(i)];
    }
    int count() const { return int(m_laid.alignment.used.size()); }

    /// A line of the text ends between two tokens, whatever lines they were given since.
    bool breaksBetween(int from, int to) const
    {
        const qsizetype begin = at(from).range.end;
        return m_laid.text.mid(begin, at(to).range.begin - begin).contains(u'\n');
    }

    /// The row below has fewer values than cells, and no line ends between the two: its first may be the last of this one.
    bool lentItsLast() const
    {
        if (m_laid.alignment.lanes[m_lane].length < 2 || m_lane + 1 >= m_laid.placed.size() || m_last + 1 >= count())
            return false;
        const LaneReading &below = m_laid.alignment.readings[m_lane + 1];
        if (below.begin < 0 || below.missing == 0 || m_laid.alignment.lanes[m_lane + 1].length < 2 || below.begin < m_last)
            return false;
        return at(m_last + 1).kind == Token::Text && (breaksBetween(m_first, m_last) || !breaksBetween(m_last, m_last + 1));
    }

    /// Its first value has a line to itself, where the others share one: it may be the number of a page.
    bool takesLoneNumber() const
    {
        const std::vector<int> &tokens = m_row.chosen.tokens;
        const auto isNumber = [this](int t) { return t >= 0 && at(t).kind == Token::Number; };
        const auto shares = [&](int t) { return isNumber(t) && !at(t).alone; };
        return isNumber(tokens.front()) && at(tokens.front()).alone && std::any_of(tokens.begin(), tokens.end(), shares);
    }

    /// Wording that is not its own stands among its values, or a number that is none of them.
    bool spansOthers() const
    {
        for (int i = m_first; i < m_last; ++i) {
            if ((at(i).kind == Token::Text && m_reading.wordingAt == 0) || (at(i).pageMark && !m_laid.alignment.used[size_t(i)]))
                return true;
        }
        return false;
    }

    /// It is not named right before its values, and a number that no row took stands between it and a row beside it.
    bool passesValues() const
    {
        if (m_reading.namedBefore)
            return false;
        int from = m_first;
        while (from > 0 && (at(from - 1).kind == Token::Text || !m_laid.alignment.used[size_t(from) - 1]))
            --from;
        for (int i = from; i < count(); ++i) {
            if (isOther(i))
                return true;
            if (i > m_last && at(i).kind != Token::Text && m_laid.alignment.used[size_t(i)])
                return false;
        }
        return false;
    }

    /// Its last cell is an empty line, behind which stands what parts pages: a line of its own, and those around it are no cells.
    bool endsInStrayLine() const
    {
        if (!m_laid.alignment.layout.gapsAreCells || at(m_last).kind != Token::Gap)
            return false;
        int solid = m_last;
        while (solid > m_first && at(solid).kind == Token::Gap)
            --solid;
        const QStringView behind = m_laid.text.mid(at(solid).range.end).trimmed();
        const QStringView line = behind.left(behind.indexOf(u'\n'));
        const auto isOfPages = [](QChar c) { return c.isDigit() || QStringView(u" -\u2014\u2013/第页共").contains(c); };
        return std::all_of(line.begin(), line.end(), isOfPages)
            && std::any_of(line.begin(), line.end(), [](QChar c) { return !c.isDigit(); });
    }

    const LaidTable &m_laid;
    const LaneReading &m_reading;
    const PlacedRow &m_row;
    size_t m_lane;
    int m_first = -1; ///< tokens
    int m_last = -1;
};

} // namespace

bool mayHoldAnothers(const LaidTable &laid, size_t lane)
{
    return !laid.table.across && laid.placed[lane].chosen.sum == RowSum::None && SumlessRow(laid, lane).mayHoldAnothers();
}

} // namespace gouji
