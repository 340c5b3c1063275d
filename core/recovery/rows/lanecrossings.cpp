// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rows/lanecrossings.h"

#include "report/labelindex.h"

#include <algorithm>
#include <map>

namespace gouji {

namespace {

class Crossings {
public:
    Crossings(Alignment &alignment, const FormTable &table, QStringView text, const std::vector<Token> &tokens)
        : m_out(alignment)
        , m_table(table)
        , m_text(text)
        , m_tokens(tokens)
    {
    }

    void run()
    {
        describeEnds();
        if (!m_out.layout.rowPerLine && !m_table.across)
            describeRuns();
    }

private:
    /// Where cells stand on lines of their own and most rows hold no empty line, an empty line ends a row.
    void describeEnds()
    {
        if (m_out.layout.gapsAreCells)
            describeSeparators();
        if (m_out.layout.rowPerLine && !m_table.across) {
            for (LaneReading &reading : m_out.readings)
                reading.crossesRows = reading.begin >= 0 && m_tokens[size_t(reading.begin)].line != m_tokens[size_t(reading.end - 1)].line;
        }
        if (m_out.layout.rowPerLine || m_out.layout.gapsAreCells || !m_out.layout.emptyCellsSeen)
            return;
        size_t crossing = 0;
        for (LaneReading &reading : m_out.readings) {
            for (int i = reading.begin; i >= 0 && i < reading.end; ++i)
                reading.crossesRows = reading.crossesRows || m_tokens[size_t(i)].kind == Token::Gap;
            crossing += reading.crossesRows;
        }
        if (crossing * 2 > m_out.readings.size()) {
            for (LaneReading &reading : m_out.readings)
                reading.crossesRows = false;
        }
    }

    /// Where each cell has a line, the values between two pieces of wording are whole rows: a row that shares such a
    /// run with a part of another, or takes from two of them, may lie some places off.
    void describeRuns()
    {
        std::vector<int> run(m_tokens.size(), -1);
        int runs = 0;
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            runs += m_tokens[i].kind == Token::Text;
            run[i] = runs;
        }
        std::vector<int> places(size_t(runs) + 1, 0);
        for (size_t i = 0; i < m_tokens.size(); ++i)
            places[size_t(run[i])] += m_tokens[i].kind != Token::Text && !m_tokens[i].pageMark
                && (m_tokens[i].kind != Token::Gap || m_out.layout.gapsAreCells);
        std::vector<bool> torn(m_out.lanes.size(), false);
        std::vector<bool> tornRun(size_t(runs) + 1, false);
        std::vector<int> lanesOf(size_t(runs) + 1, 0);
        for (size_t l = 0; l < m_out.lanes.size(); ++l) {
            const LaneReading &reading = m_out.readings[l];
            if (reading.begin < 0)
                continue;
            const int first = run[size_t(reading.begin)];
            const int last = run[size_t(reading.end - 1)];
            torn[l] = first != last;
            ++lanesOf[size_t(first)];
            lanesOf[size_t(last)] += torn[l];
            if (torn[l] || reading.missing > 0 || m_out.lanes[l].length < LeastWithSum)
                tornRun[size_t(first)] = tornRun[size_t(last)] = true;
        }
        const size_t orderly = m_out.layout.emptyCellsSeen ? 2 : 6; // text that lost its empty cells may stand in any order
        if (!areRows(places) && size_t(std::count(torn.begin(), torn.end(), true)) * orderly > torn.size())
            return; // wording stands among the values here
        if (m_out.layout.gapsAreCells)
            describeSizes(run, places, torn);
        for (size_t l = 0; l < m_out.lanes.size(); ++l) {
            LaneReading &reading = m_out.readings[l];
            const int first = reading.begin < 0 ? -1 : run[size_t(reading.begin)];
            reading.crossesRows = reading.crossesRows || torn[l] || (first >= 0 && tornRun[size_t(first)] && lanesOf[size_t(first)] > 1);
        }
    }

    /// Most runs of values between two pieces of wording are just as long as a row.
    bool areRows(const std::vector<int> &places) const
    {
        const auto longest
            = std::max_element(m_out.lanes.begin(), m_out.lanes.end(), [](const Lane &a, const Lane &b) { return a.length < b.length; });
        int rows = 0;
        int runs = 0;
        for (const int count : places) {
            runs += count > 0;
            rows += count == longest->length;
        }
        return longest->length >= LeastWithSum && rows * 4 >= runs * 3;
    }

    /// Where empty lines are cells, one too many or too few between two pieces of wording shifts the row. Merged cells put
    /// empty lines behind a row, too, as many as the kind of row that follows asks for: rows that stand before the same kind
    /// have runs of the same size.
    void describeSizes(const std::vector<int> &run, const std::vector<int> &places, std::vector<bool> &torn) const
    {
        std::map<std::pair<int, int>, std::map<int, int>> sizes; // by length of the row, and what follows it
        const auto key = [&](size_t l) {
            size_t i = size_t(m_out.readings[l].end);
            while (i < m_tokens.size() && m_tokens[i].kind != Token::Text)
                ++i;
            return std::pair(m_out.lanes[l].length,
                i < m_tokens.size() ? numberingKind(m_text.mid(m_tokens[i].range.begin, m_tokens[i].range.length())) : -1);
        };
        for (size_t l = 0; l < m_out.lanes.size(); ++l) {
            if (m_out.readings[l].begin >= 0)
                ++sizes[key(l)][places[size_t(run[size_t(m_out.readings[l].begin)])]];
        }
        for (size_t l = 0; l < m_out.lanes.size(); ++l) {
            const LaneReading &reading = m_out.readings[l];
            if (reading.begin < 0)
                continue;
            const auto &counts = sizes[key(l)];
            const int usual
                = std::max_element(counts.begin(), counts.end(), [](const auto &a, const auto &b) { return a.second < b.second; })->first;
            bool gaps = false;
            int i = reading.begin;
            while (i > 0 && run[size_t(i - 1)] == run[size_t(reading.begin)])
                --i;
            for (; i < int(m_tokens.size()) && run[size_t(i)] == run[size_t(reading.begin)]; ++i)
                gaps = gaps || m_tokens[size_t(i)].kind == Token::Gap;
            torn[l] = torn[l] || (gaps && places[size_t(run[size_t(reading.begin)])] != usual);
        }
    }

    /// Where nearly every row is followed by an empty line, a row whose last cell is the only empty line behind it has taken
    /// the separator for a cell.
    void describeSeparators()
    {
        const auto isGap = [this](int i) { return i >= 0 && i < int(m_tokens.size()) && m_tokens[size_t(i)].kind == Token::Gap; };
        size_t full = 0;
        size_t parted = 0;
        for (const LaneReading &reading : m_out.readings) {
            if (reading.begin < 0 || isGap(reading.end - 1))
                continue;
            ++full;
            parted += isGap(reading.end);
        }
        if (parted * 5 < full * 4 || full == 0)
            return;
        for (LaneReading &reading : m_out.readings) {
            if (reading.begin < 0)
                continue;
            int behind = reading.end;
            while (isGap(behind))
                ++behind;
            const bool closes = behind == int(m_tokens.size()); // the table itself has an empty line behind it
            reading.crossesRows = isGap(reading.end - 1) && (closes || behind == reading.end);
            for (int i = reading.begin; i < reading.end; ++i)
                reading.crossesRows = reading.crossesRows || (isGap(i) && !m_out.used[size_t(i)]);
        }
    }

    Alignment &m_out;
    const FormTable &m_table;
    QStringView m_text;
    const std::vector<Token> &m_tokens;
};

} // namespace

void describeCrossings(Alignment &alignment, const FormTable &table, QStringView text, const std::vector<Token> &tokens)
{
    Crossings(alignment, table, text, tokens).run();
}

} // namespace gouji
