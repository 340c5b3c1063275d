// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/cellbreaks.h"

#include "recovery/text/characters.h"
#include "recovery/text/printednumber.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr int LeastValues = 12; // fewer stand on lines of their own in any text
constexpr int LeastLists = 5;
constexpr int LeastItems = 3;
constexpr qsizetype LongestList = 2000; // prose in a bracket is no row

struct Line {
    enum Kind : quint8 { Empty, Tab, Words, Number };
    qsizetype begin = 0;
    qsizetype end = 0;
    Kind kind = Empty;
    QStringView indent; ///< white space it begins with
    bool bar = false; ///< one stands behind the words, and nowhere else
};

class Finder {
public:
    explicit Finder(QStringView text)
        : m_text(text)
    {
    }

    std::vector<TextRange> run()
    {
        readLists();
        if (!m_out.empty())
            return std::move(m_out);
        readLines();
        if (m_tabs >= LeastValues && m_tabs >= m_values && besideTabs() * 5 >= m_values * 4)
            joinAtTabs();
        else if (m_values >= LeastValues && m_barred * 5 >= m_values * 4)
            joinAtBars();
        else if (m_values >= LeastValues && (leadsWithTabs() || !keepEmptyCells()))
            dropIndents();
        return std::move(m_out);
    }

private:
    void readLines()
    {
        for (qsizetype begin = 0; begin < m_text.size();) {
            qsizetype end = m_text.indexOf(u'\n', begin);
            if (end < 0)
                end = m_text.size();
            Line line;
            line.begin = begin;
            line.end = end;
            QStringView words = trimmed(m_text.mid(begin, end - begin));
            const bool tab = words.isEmpty() && m_text.mid(begin, end - begin).count(u'\t') == 1;
            line.bar = words.endsWith(u'|') && words.count(u'|') == 1;
            if (line.bar)
                words = trimmed(words.chopped(1));
            line.kind = tab ? Line::Tab : words.isEmpty() && !line.bar ? Line::Empty : readNumber(words) ? Line::Number : Line::Words;
            line.indent = m_text.mid(begin, (words.isEmpty() ? end : words.data() - m_text.data()) - begin);
            m_tabs += tab;
            m_values += line.kind == Line::Number;
            m_barred += line.kind == Line::Number && line.bar;
            m_lines.push_back(line);
            begin = end + 1;
        }
    }

    /// The next line that is not empty; the number of lines where none is.
    size_t solid(size_t from) const
    {
        while (from < m_lines.size() && m_lines[from].kind == Line::Empty)
            ++from;
        return from;
    }

    int besideTabs() const
    {
        int out = 0; // of values that no tab leads: there a tab alone is an empty cell
        Line::Kind before = Line::Empty;
        for (size_t i = solid(0); i < m_lines.size(); i = solid(i + 1)) {
            const size_t next = solid(i + 1);
            const bool tab = before == Line::Tab || (next < m_lines.size() && m_lines[next].kind == Line::Tab);
            out += m_lines[i].kind == Line::Number && tab && !m_lines[i].indent.contains(u'\t');
            before = m_lines[i].kind;
        }
        return out;
    }

    /// The cell behind a tab stands as near to it as others do; one that is farther away begins another row.
    void joinAtTabs()
    {
        size_t near = m_lines.size();
        for (size_t i = 0; i < m_lines.size(); ++i) {
            const size_t next = solid(i + 1);
            if (m_lines[i].kind == Line::Tab && next < m_lines.size() && m_lines[next].kind != Line::Tab)
                near = std::min(near, next - i);
        }
        for (size_t i = solid(0); i < m_lines.size();) {
            const size_t next = solid(i + 1);
            if (next >= m_lines.size())
                break;
            const bool before = m_lines[next].kind == Line::Tab;
            const bool behind = m_lines[i].kind == Line::Tab && next - i <= near;
            if (before || behind)
                join(i, next);
            i = next;
        }
    }

    /// Rows are parted by empty lines.
    void joinAtBars()
    {
        for (size_t i = 0; i + 1 < m_lines.size(); ++i) {
            if (m_lines[i].bar && m_lines[i + 1].bar)
                join(i, i + 1);
        }
    }

    /// A tab leads each cell, and one alone is an empty cell.
    bool leadsWithTabs() const
    {
        const auto led = std::count_if(
            m_lines.begin(), m_lines.end(), [](const Line &line) { return line.kind == Line::Number && line.indent == u"\t"; });
        return m_tabs > 0 && led * 2 > m_values;
    }

    /// Cells that stand evenly some lines apart, as in the source of a page: an empty one leaves as many lines as others do but for
    /// its words. Of all empty lines those stay that stand for such a cell, one each. False for a text of another kind.
    bool keepEmptyCells()
    {
        constexpr size_t LeastStep = 3; // lines; cells that stand closer need no such help
        std::vector<size_t> solids;
        for (size_t i = 0; i < m_lines.size(); ++i) {
            if (m_lines[i].kind == Line::Words || m_lines[i].kind == Line::Number)
                solids.push_back(i);
        }
        size_t least[2][2] = {{m_lines.size(), m_lines.size()}, {m_lines.size(), m_lines.size()}}; // by what stands before and behind
        const auto isNumber = [&](size_t i) { return m_lines[i].kind == Line::Number; };
        const auto leastOf = [&](size_t i) -> size_t & { return least[isNumber(solids[i])][isNumber(solids[i + 1])]; };
        for (size_t i = 0; i + 1 < solids.size(); ++i)
            leastOf(i) = std::min(leastOf(i), solids[i + 1] - solids[i]);
        const size_t step = least[1][1];
        if (step < LeastStep || step == m_lines.size())
            return false;
        size_t cell = 0; // lines that an empty cell leaves
        int steps = 0;
        int odd = 0;
        for (size_t i = 0; i + 1 < solids.size(); ++i) {
            const size_t more = solids[i + 1] - solids[i] - step;
            if (isNumber(solids[i]) && isNumber(solids[i + 1]) && more > 0)
                cell = cell == 0 ? more : std::min(cell, more);
        }
        for (size_t i = 0; i + 1 < solids.size(); ++i) {
            if (!isNumber(solids[i]) || !isNumber(solids[i + 1]))
                continue;
            ++steps;
            odd += cell > 0 && (solids[i + 1] - solids[i] - step) % cell != 0;
        }
        if (cell == 1 || odd * 20 > steps)
            return false;
        for (size_t i = 0; i + 1 < solids.size(); ++i) {
            const size_t between = solids[i + 1] - solids[i];
            const size_t empty = cell > 0 ? (between - leastOf(i)) / cell : 0;
            m_out.push_back({m_lines[solids[i]].end, m_lines[solids[i + 1] - 1 - empty].end});
            for (size_t k = solids[i + 1] - empty; k < solids[i + 1]; ++k)
                m_out.push_back({m_lines[k].begin, m_lines[k].end});
        }
        return true;
    }

    /// Where values stand alone behind one indent, white space of another length is the page's source, and no empty cell.
    void dropIndents()
    {
        QStringView indent;
        int alike = 0;
        int other = 0;
        for (const Line &line : m_lines) {
            if (line.kind != Line::Number)
                continue;
            if (indent.isEmpty())
                indent = line.indent;
            alike += line.indent == indent;
        }
        const auto isSource = [&](const Line &line) {
            return (line.kind == Line::Empty || line.kind == Line::Tab) && !line.indent.isEmpty() && line.indent != indent;
        };
        for (const Line &line : m_lines)
            other += isSource(line);
        if (indent.isEmpty() || alike * 10 < m_values * 9 || other * 2 < m_values)
            return;
        for (size_t i = 1; i < m_lines.size(); ++i) {
            if (isSource(m_lines[i]))
                m_out.push_back({m_lines[i].begin - 1, m_lines[i].end});
        }
    }

    void join(size_t line, size_t next)
    {
        for (size_t i = line; i < next; ++i)
            m_out.push_back({m_lines[i].end, m_lines[i].end + 1});
    }

    /// "[\n "行政许可",\n "22"\n]": lists that hold no other.
    void readLists()
    {
        qsizetype open = -1;
        int lists = 0;
        std::vector<TextRange> breaks;
        for (qsizetype i = m_text.indexOf(u'['); i >= 0 && i < m_text.size(); ++i) {
            if (m_text[i] == u'[')
                open = i;
            if (m_text[i] != u']' || open < 0)
                continue;
            const QStringView list = m_text.mid(open, i - open);
            if (list.size() <= LongestList && list.contains(u'\n') && list.count(u',') + 1 >= LeastItems && !list.contains(u'{')) {
                ++lists;
                for (qsizetype k = open; k < i; ++k) {
                    if (m_text[k] == u'\n')
                        breaks.push_back({k, k + 1});
                }
            }
            open = -1;
        }
        if (lists >= LeastLists)
            m_out = std::move(breaks);
    }

    QStringView m_text;
    std::vector<Line> m_lines;
    int m_tabs = 0;
    int m_values = 0;
    int m_barred = 0;
    std::vector<TextRange> m_out;
};

} // namespace

/// A line ends in white space or where a list or a cell begins, or two empty ones follow it: few texts go on from here.
static bool showsCellBreaks(QStringView text)
{
    for (qsizetype i = text.indexOf(u'\n'); i >= 0; i = text.indexOf(u'\n', i + 1)) {
        const QChar before = i > 0 ? text[i - 1] : QChar(u'\n');
        if (before == u' ' || before == u'|' || before == u'\t' || before == u'[' || text.mid(i, 3) == u"\n\n\n")
            return true;
    }
    return false;
}

std::vector<TextRange> findCellBreaks(QStringView text) { return showsCellBreaks(text) ? Finder(text).run() : std::vector<TextRange>(); }

} // namespace gouji
