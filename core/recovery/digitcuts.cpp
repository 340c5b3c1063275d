// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/digitcuts.h"

#include <map>

namespace gouji {

namespace {

constexpr int LongestRun = 60;
constexpr int LongestPart = 9;
constexpr size_t MostCuts = 400;
constexpr int MostSteps = 400000;

/// A row as groups of parts that add up to the last of them; a group without sum has `total` false.
struct Group {
    int cells = 0;
    bool total = false;
};

class Cutter
{
public:
    Cutter(QStringView digits, std::vector<Group> groups)
        : m_digits(digits)
        , m_groups(std::move(groups))
    {
    }

    /// Ends of the parts, a list for each cut. With `sums` off, groups need not add up.
    std::vector<std::vector<int>> run(bool sums)
    {
        m_sums = sums;
        m_steps = 0;
        m_cuts.clear();
        m_ends.clear();
        cut(0, 0, 0, 0);
        if (m_steps >= MostSteps || m_cuts.size() >= MostCuts)
            m_cuts.clear();
        return std::move(m_cuts);
    }

private:
    int cellsFrom(size_t group, int cell) const
    {
        int out = -cell;
        for (; group < m_groups.size(); ++group)
            out += m_groups[group].cells;
        return out;
    }

    void cut(int from, size_t group, int cell, qint64 sum)
    {
        if (++m_steps >= MostSteps || m_cuts.size() >= MostCuts)
            return;
        if (group == m_groups.size()) {
            if (from == int(m_digits.size()))
                m_cuts.push_back(m_ends);
            return;
        }
        const int left = cellsFrom(group, cell);
        const Group &g = m_groups[group];
        const bool isTotal = g.total && cell == g.cells - 1;
        qint64 value = 0;
        for (int end = from + 1; end <= from + LongestPart && int(m_digits.size()) - end >= left - 1; ++end) {
            value = value * 10 + (m_digits[end - 1].unicode() - u'0');
            const bool fits = !m_sums || !isTotal || value == sum;
            if (fits) {
                m_ends.push_back(end);
                if (cell + 1 == g.cells)
                    cut(end, group + 1, 0, 0);
                else
                    cut(end, group, cell + 1, sum + value);
                m_ends.pop_back();
            }
            if (m_digits[from] == u'0' || (m_sums && isTotal && value > sum))
                break; // no leading zeros
        }
    }

    QStringView m_digits;
    std::vector<Group> m_groups;
    std::vector<int> m_ends;
    std::vector<std::vector<int>> m_cuts;
    int m_steps = 0;
    bool m_sums = true;
};

std::vector<Group> groupsOf(const FormTable &table, const Lane &lane)
{
    std::vector<Group> out;
    for (const int r : lane.rows) {
        const FormRow &row = table.rows[r];
        Group group{int(row.cells.size()), false};
        for (const Identity &identity : table.identities)
            group.total = group.total || (identity.right == QList<CellId>{row.cells.last()} && identity.left == row.cells.first(row.cells.size() - 1));
        out.push_back(group);
    }
    return out;
}

} // namespace

std::vector<RowPlacement> cutRow(const FormTable &table, const Lane &lane, int run, QStringView text, std::vector<Token> &tokens)
{
    const Token glued = tokens[size_t(run)];
    const QStringView digits = text.mid(glued.range.begin, glued.range.length());
    std::vector<RowPlacement> out;
    if (digits.size() > LongestRun || digits.contains(u'.'))
        return out;
    Cutter cutter(digits, groupsOf(table, lane));
    std::vector<std::vector<int>> cuts = cutter.run(true);
    if (cuts.empty())
        cuts = cutter.run(false);
    std::map<std::pair<int, int>, int> parts;
    for (const std::vector<int> &ends : cuts) {
        RowPlacement p;
        int from = 0;
        for (const int end : ends) {
            const auto [it, fresh] = parts.try_emplace({from, end}, int(tokens.size()));
            if (fresh) {
                Token part = glued;
                part.glued = false;
                part.cut = true;
                part.range = {glued.range.begin + from, glued.range.begin + end};
                part.value = Decimal::fromString(digits.mid(from, end - from)).value_or(Decimal());
                tokens.push_back(part);
            }
            p.tokens.push_back(it->second);
            from = end;
        }
        out.push_back(std::move(p));
    }
    return out;
}

} // namespace gouji
