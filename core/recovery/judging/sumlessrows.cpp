// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/sumlessrows.h"

#include "report/labelindex.h"

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
        return m_first >= 0
            && (takesLoneNumber() || lentItsLast() || runsOn() || standsBeforeName() || isBehindHeads() || spansOthers() || passesValues()
                || endsInStrayLine());
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

    /// Another number follows its last on the line: one of its own may be torn.
    bool runsOn() const
    {
        const int next = m_last + 1;
        return at(m_last).kind == Token::Number && next < count() && at(next).kind == Token::Number && !at(next).pageMark
            && !breaksBetween(m_last, next);
    }

    /// Its only value stands before its wording, behind which the line has another place for it.
    bool standsBeforeName() const
    {
        if (m_reading.namedBefore || m_first != m_last || m_last + 2 >= count())
            return false;
        const Token &name = at(m_last + 1);
        const Token &place = at(m_last + 2);
        const bool isPlace = place.kind == Token::Number || (place.kind == Token::Blank && place.range.length() > 0);
        return name.kind == Token::Text && isPlace && name.line == at(m_last).line && place.line == name.line;
    }

    /// The heads of other rows' columns stand between the wording and its only value, which has a line to itself.
    bool isBehindHeads() const
    {
        if (m_first != m_last || m_first < 1 || !at(m_first).alone)
            return false;
        int head = m_first - 1;
        while (head > 0 && at(head).kind == Token::Gap)
            --head;
        if (at(head).kind != Token::Text)
            return false;
        LabelScores scratch;
        const LabelScores &scores = m_laid.table.labels->match(m_laid.text.mid(at(head).range.begin, at(head).range.length()), scratch);
        const auto column = std::max_element(scores.columns.begin(), scores.columns.end());
        return std::max(scores.heading, column == scores.columns.end() ? 0 : *column) > scores.bestRowScore;
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
