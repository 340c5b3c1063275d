// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/rowsinorder.h"

#include "recovery/mending/rowlines.h"
#include "report/labelindex.h"

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

constexpr size_t LeastCells = 4; // of a row: fewer have no sum worth the name
constexpr int MostFailures = 2; // rows printed with a wrong number
constexpr int HoldingForEach = 5; // rows whose sum holds, for each that fails
constexpr int MostUnnamed = 3; // rows whose wording was not found, or stands elsewhere

class OrderedRows {
public:
    OrderedRows(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
        : m_tokens(tokens)
        , m_cells(size_t(table.rows.first().cells.size()))
        , m_rows(size_t(table.rows.size()))
        , m_whole(takeValues() && moveFirsts() && sumsHold())
    {
        m_whole = m_whole && nameRows(table, text) && lineEndsAreRowEnds();
    }

    TableOrder order() const
    {
        if (!m_whole || (m_away > MostUnnamed && !isBalanced()))
            return TableOrder::Rows;
        return m_away > 0 ? TableOrder::Restored : TableOrder::Named;
    }

    std::vector<Token> lines() const
    {
        const size_t first = std::min(beginOf(0), size_t(std::max(0, m_labels.front())));
        return rowLines({m_tokens.begin(), m_tokens.begin() + std::ptrdiff_t(first)}, m_tokens, m_labels, m_rows);
    }

private:
    /// False where they are not as many as the cells, or any is not plainly one.
    bool takeValues()
    {
        size_t count = 0;
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            const Token &t = m_tokens[i];
            if (t.pageMark || t.loose || !isValue(t))
                continue;
            if (t.glued || count == m_rows.size() * m_cells)
                return false;
            m_rows[count++ / m_cells].push_back(i);
        }
        return count == m_rows.size() * m_cells;
    }

    /// Puts values that stand on the line of their row's wording, behind the others of the row, before these. A total never
    /// stands there without the others, also where the sum would hold both ways. False where such a value is not its row's first.
    bool moveFirsts()
    {
        for (std::vector<size_t> &row : m_rows) {
            for (size_t c = 1; c < m_cells; ++c) {
                if (!endsLabel(row[c]))
                    continue;
                if (c + 1 < m_cells)
                    return false;
                std::rotate(row.begin(), row.end() - 1, row.end());
                if (!holds(row))
                    return false;
                break;
            }
        }
        return true;
    }

    /// A value stands on the line of wording, which is more than a counter, and nothing behind it.
    bool endsLabel(size_t i) const
    {
        return i > 0 && m_tokens[i - 1].kind == Token::Text && m_tokens[i - 1].line == m_tokens[i].line
            && m_tokens[i - 1].range.length() > 1 && (i + 1 == m_tokens.size() || m_tokens[i + 1].line != m_tokens[i].line);
    }

    /// The sums of nearly all rows do. A row that fails is one that was printed with a wrong number, not one that lost a number
    /// to the next, or whose numbers stand in another order.
    bool sumsHold() const
    {
        int failing = 0;
        for (const std::vector<size_t> &row : m_rows) {
            if (holds(row))
                continue;
            ++failing;
            if (!standsAlone(row) || holdsExchanged(row))
                return false;
        }
        return failing <= MostFailures && int(m_rows.size()) - failing >= HoldingForEach * failing;
    }

    Decimal valueOf(size_t i) const { return m_tokens[i].kind == Token::Number ? m_tokens[i].value : Decimal(); }

    /// The last value is the sum of those before it.
    bool holds(const std::vector<size_t> &row) const
    {
        Decimal sum;
        for (size_t c = 0; c + 1 < m_cells; ++c)
            sum = sum + valueOf(row[c]);
        return sum == valueOf(row.back());
    }

    bool holdsExchanged(std::vector<size_t> row) const
    {
        for (size_t c = 0; c + 1 < m_cells; ++c) {
            std::swap(row[c], row.back());
            if (holds(row))
                return true;
            std::swap(row[c], row.back());
        }
        return false;
    }

    size_t beginOf(size_t row) const { return *std::min_element(m_rows[row].begin(), m_rows[row].end()); }
    size_t endOf(size_t row) const { return *std::max_element(m_rows[row].begin(), m_rows[row].end()) + 1; }

    /// Wording stands before the values and behind them, and neither any nor an empty line among them.
    bool standsAlone(const std::vector<size_t> &row) const
    {
        size_t begin = row.front();
        size_t end = row.back() + 1;
        const auto isText = [](const Token &t) { return t.kind == Token::Text; };
        const auto ends = [](const Token &t) { return t.kind == Token::Text || t.kind == Token::Gap; };
        if (begin >= end || std::any_of(m_tokens.begin() + std::ptrdiff_t(begin), m_tokens.begin() + std::ptrdiff_t(end), ends))
            return false;
        while (begin > 0 && m_tokens[begin - 1].kind == Token::Gap)
            --begin;
        while (end < m_tokens.size() && m_tokens[end].kind == Token::Gap)
            ++end;
        return begin > 0 && isText(m_tokens[begin - 1]) && (end == m_tokens.size() || isText(m_tokens[end]));
    }

    /// False where wording stands among the values of another row, or the rows are in another order, or one is printed twice.
    bool nameRows(const FormTable &table, QStringView text)
    {
        m_labels = labelsOf(table, text, m_tokens, m_tokens.size());
        const std::vector<int> again = labelsOf(table, text, m_tokens, m_tokens.size(), Pick::Last);
        int last = -1;
        for (size_t r = 0; r < m_rows.size(); ++r) {
            if (m_labels[r] < 0)
                continue;
            const bool twice = wording(text, m_labels[r]) == wording(text, again[r])
                && std::any_of(m_tokens.begin() + m_labels[r], m_tokens.begin() + again[r], isValue);
            if (twice || std::exchange(last, m_labels[r]) > m_labels[r])
                return false;
        }
        nameByPlace();
        for (size_t r = 0; r < m_rows.size(); ++r) {
            const size_t label = size_t(m_labels[r]);
            const auto standsIn = [&](size_t row) { return row != r && label > beginOf(row) && label < endOf(row); };
            if (m_labels[r] < 0) {
                ++m_away;
                continue;
            }
            for (size_t row = 0; row < m_rows.size(); ++row) {
                if (standsIn(row))
                    return false;
            }
            // nearer to its values than to those of the row before the last, or after the next
            m_away += (r > 1 && label < endOf(r - 2)) || (r + 2 < m_rows.size() && label > beginOf(r + 2));
        }
        return true;
    }

    /// The wording of a few rows stands before the values of just these, again and again.
    bool isBalanced() const
    {
        if (std::find(m_labels.begin(), m_labels.end(), -1) != m_labels.end())
            return false;
        for (size_t r = 0; r + 1 < m_rows.size(); ++r) {
            const auto before
                = [&](size_t token) { return std::lower_bound(m_labels.begin(), m_labels.end(), int(token)) - m_labels.begin(); };
            const auto read = before(endOf(r));
            if (before(beginOf(r + 1)) != read && read != std::ptrdiff_t(r) + 1)
                return false;
        }
        return true;
    }

    QString wording(QStringView text, int token) const
    {
        const TextRange &range = m_tokens[size_t(token)].range;
        return LabelIndex::content(text.mid(range.begin, range.length()));
    }

    /// Wording that names no row, right before the values of one that nothing names, is that row's.
    void nameByPlace()
    {
        for (size_t r = 0; r < m_rows.size(); ++r) {
            const int before = int(beginOf(r)) - 1;
            if (m_labels[r] < 0 && before >= 0 && m_tokens[size_t(before)].kind == Token::Text
                && std::find(m_labels.begin(), m_labels.end(), before) == m_labels.end())
                m_labels[r] = before;
        }
    }

    bool lineEndsAreRowEnds() const
    {
        for (size_t r = 0; r + 1 < m_rows.size(); ++r) {
            if (m_tokens[endOf(r) - 1].line == m_tokens[beginOf(r + 1)].line)
                return false;
        }
        return true;
    }

    const std::vector<Token> &m_tokens;
    size_t m_cells; ///< of each row
    std::vector<std::vector<size_t>> m_rows; ///< values, as indices of tokens
    std::vector<int> m_labels; ///< by row
    int m_away = 0; ///< rows whose wording was not found, or not beside the values
    bool m_whole = false;
};

} // namespace

TableOrder putBesideWording(const FormTable &table, QStringView text, const std::vector<Token> &tokens, std::vector<Token> &lines)
{
    const qsizetype cells = table.rows.first().cells.size();
    const auto isAlike = [&](const FormRow &row) { return row.cells.size() == cells; };
    if (size_t(cells) < LeastCells || !std::all_of(table.rows.begin(), table.rows.end(), isAlike))
        return TableOrder::Rows;
    const OrderedRows rows(table, text, tokens);
    if (rows.order() != TableOrder::Rows)
        lines = rows.lines();
    return rows.order();
}

} // namespace gouji
