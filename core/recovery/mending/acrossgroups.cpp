// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/acrossgroups.h"

#include "recovery/mending/rowlines.h"
#include "recovery/wording/wording.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

/// A place of the table: a number, or an empty field.
bool isPlace(const Token &t) { return t.kind == Token::Number || (t.kind == Token::Blank && t.delimited); }

class Gatherer {
public:
    Gatherer(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
        : m_table(table)
        , m_text(text)
        , m_tokens(tokens)
        , m_groups(size_t(table.rows.size()))
        , m_columns(size_t(table.columns.size()))
        , m_cells(m_groups * m_columns, -1)
    {
    }

    TableOrder run(std::vector<Token> &out)
    {
        findPlaces();
        if (isOrdinary())
            return TableOrder::Rows;
        findNames();
        if (const TableOrder order = byColumns(); order != TableOrder::Rows)
            return order == TableOrder::Restored ? write(out) : order;
        return byGroups() ? write(out) : TableOrder::Rows;
    }

private:
    struct Named {
        size_t token;
        int index; ///< of the group or column
    };
    struct Line {
        std::vector<Named> groups;
        std::vector<Named> columns;
        std::vector<size_t> places;
        int numbers = 0;
    };

    void findPlaces()
    {
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            const Token &t = m_tokens[i];
            if (i == 0 || t.line != m_tokens[i - 1].line)
                m_lines.emplace_back();
            if (isPlace(t)) {
                m_lines.back().places.push_back(i);
                m_lines.back().numbers += t.kind == Token::Number;
            }
        }
    }

    void findNames()
    {
        LabelScores scratch;
        auto at = m_lines.begin();
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            const Token &t = m_tokens[i];
            if (i > 0 && t.line != m_tokens[i - 1].line)
                ++at;
            Line &line = *at;
            if (t.kind != Token::Text)
                continue;
            const QStringView words = m_text.mid(t.range.begin, t.range.length());
            if (const int column = m_table.labels->columnOf(LabelIndex::content(words)); column >= 0) {
                line.columns.push_back({i, column});
                continue;
            }
            if (const int group = groupNamed(words, scratch); group >= 0)
                line.groups.push_back({i, group});
        }
    }

    /// The group whose whole name stands in the words, the longest of them; or the one they are much like. -1 where there is none.
    int groupNamed(QStringView words, LabelScores &scratch) const
    {
        const QString content = LabelIndex::content(words);
        int best = -1;
        qsizetype length = 0;
        for (qsizetype r = 0; r < m_table.rows.size(); ++r) {
            const QString name = LabelIndex::content(m_table.rows[r].label);
            if (name.size() > length && content.size() <= name.size() + MostBeside && content.contains(name)) {
                best = int(r);
                length = name.size();
            }
        }
        if (best >= 0)
            return best;
        const LabelScores &scores = m_table.labels->match(words, scratch);
        const bool named = scores.bestRow >= 0 && scores.bestRowScore >= NamesRow && scores.bestRowScore > scores.heading
            && scores.cover[size_t(scores.bestRow)] >= WholeName;
        return named ? scores.bestRow : -1;
    }

    /// All values stand in one line, or none do.
    bool isOrdinary() const
    {
        const size_t most = std::max(m_groups, m_columns);
        bool several = false;
        for (const Line &line : m_lines) {
            if (line.numbers > 0 && line.places.size() > most + MostMerged)
                return true;
            several = several || line.numbers > 1 || (line.numbers == 1 && line.places.size() >= m_groups);
        }
        return !several;
    }

    /// The place in a field of a line; by its order among the line's numbers where there are no fields.
    int placeIn(const Line &line, int field, size_t order, size_t count) const
    {
        if (line.places.empty() || !m_tokens[line.places.front()].delimited)
            return line.places.size() == count ? int(line.places[order]) : -1;
        const auto at = std::find_if(
            line.places.begin(), line.places.end(), [&](size_t i) { return m_tokens[i].delimited && m_tokens[i].field == field; });
        return at == line.places.end() ? -1 : int(*at);
    }

    /// A line for each column, the groups side by side.
    TableOrder byColumns()
    {
        std::vector<const Line *> lineOf(m_columns, nullptr);
        std::vector<int> fieldOf(m_groups, -1);
        std::vector<size_t> orderOf(m_groups, 0);
        size_t groups = 0;
        bool wide = false;
        size_t found = 0;
        for (const Line &line : m_lines) {
            if (found == 0) {
                for (const Named &group : line.groups) {
                    if (fieldOf[size_t(group.index)] >= 0 && line.places.empty())
                        return TableOrder::Rows;
                    fieldOf[size_t(group.index)] = m_tokens[group.token].field;
                    orderOf[size_t(group.index)] = groups++;
                }
            }
            if (line.columns.size() != 1 || line.places.empty() || line.places.front() < line.columns.front().token)
                continue;
            const Line *&known = lineOf[size_t(line.columns.front().index)];
            if (known)
                return TableOrder::Rows; // once for each group
            known = &line;
            wide = wide || line.numbers > 1;
            ++found;
        }
        if (!wide || found + 1 < m_columns)
            return TableOrder::Rows;
        if (found < m_columns || groups != m_groups)
            return TableOrder::Open;
        for (size_t c = 0; c < m_columns; ++c) {
            for (size_t g = 0; g < m_groups; ++g) {
                int &cell = m_cells[g * m_columns + c];
                cell = placeIn(*lineOf[c], fieldOf[g], orderOf[g], m_groups);
                if (cell < 0)
                    return TableOrder::Open;
            }
        }
        return leavesNumbers() ? TableOrder::Open : TableOrder::Restored;
    }

    /// A line of values for each group, in the order in which they are named; the heads stand above all of them, or above each.
    bool byGroups()
    {
        const Line *heads = nullptr;
        std::vector<int> named;
        size_t found = 0;
        for (const Line &line : m_lines) {
            if (line.columns.size() == m_columns) {
                heads = &line;
                continue;
            }
            if (!line.columns.empty())
                return false;
            for (const Named &name : line.groups)
                named.push_back(name.index);
            const bool empty = line.numbers == 0 && (line.places.size() < m_columns || found == named.size());
            if (empty || (line.numbers == 1 && line.places.size() == 1))
                continue; // nothing, or the number of a page
            if (found >= named.size() || !heads)
                return false;
            for (size_t c = 0; c < m_columns; ++c) {
                const auto head
                    = std::find_if(heads->columns.begin(), heads->columns.end(), [&](const Named &name) { return name.index == int(c); });
                if (head == heads->columns.end())
                    return false;
                int &cell = m_cells[size_t(named[found]) * m_columns + c];
                if (cell >= 0)
                    return false;
                cell = placeIn(line, m_tokens[head->token].field, size_t(head - heads->columns.begin()), m_columns);
                if (cell < 0)
                    return false;
            }
            ++found;
        }
        return found == m_groups && named.size() == m_groups && !leavesNumbers();
    }

    /// Some number beside others got no place.
    bool leavesNumbers() const
    {
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            const Token &t = m_tokens[i];
            if (t.kind == Token::Number && !t.alone && !t.loose && std::find(m_cells.begin(), m_cells.end(), int(i)) == m_cells.end())
                return true;
        }
        return false;
    }

    /// The heads of all groups, then all values.
    TableOrder write(std::vector<Token> &out) const
    {
        std::vector<int> headOf(m_columns, -1);
        for (const Line &line : m_lines) {
            for (const Named &column : line.columns)
                headOf[size_t(column.index)] = int(column.token);
        }
        for (const int line : {0, 1}) {
            for (size_t c = 0; c < m_cells.size(); ++c)
                out.push_back(inField(m_tokens[size_t(line == 0 ? headOf[c % m_columns] : m_cells[c])], line, int(c)));
        }
        return TableOrder::Restored;
    }

    static constexpr size_t MostMerged = 3; // fields of merged cells on a line
    static constexpr qsizetype MostBeside = 8; // characters beside a name: 「行政诉讼（…）情况」
    static constexpr float WholeName = 0.8f; // how much of a group's wording names it

    const FormTable &m_table;
    QStringView m_text;
    const std::vector<Token> &m_tokens;
    size_t m_groups;
    size_t m_columns;
    std::vector<int> m_cells; ///< by cell: token
    std::vector<Line> m_lines;
};

} // namespace

TableOrder gatherGroups(const FormTable &table, QStringView text, std::vector<Token> &tokens)
{
    if (!table.across || tokens.empty())
        return TableOrder::Rows;
    std::vector<Token> out;
    const TableOrder order = Gatherer(table, text, tokens).run(out);
    if (order == TableOrder::Restored)
        tokens = std::move(out);
    return order;
}

} // namespace gouji
