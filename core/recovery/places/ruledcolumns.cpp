// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/places/ruledcolumns.h"

#include <algorithm>
#include <set>

namespace gouji {

RuledColumns::RuledColumns(const Alignment &alignment, const std::vector<Token> &tokens)
    : m_alignment(alignment)
{
    using Edges = std::vector<std::pair<int, int>>;
    const auto edgesOf = [](const Token &t) { return std::pair(t.left, t.right); };
    std::map<int, std::map<Edges, int>> rows;
    for (size_t l = 0; l < alignment.lanes.size(); ++l) {
        const LaneReading &reading = alignment.readings[l];
        Edges edges;
        edges.reserve(size_t(alignment.lanes[l].length));
        for (int i = reading.begin; i >= 0 && i < reading.end; ++i) {
            const Token &t = tokens[size_t(i)];
            if (t.right > t.left && t.delimited && t.kind != Token::Text && (edges.empty() || edges.back() != edgesOf(t)))
                edges.push_back(edgesOf(t));
        }
        if (int(edges.size()) == alignment.lanes[l].length && edges.size() > 1)
            ++rows[alignment.lanes[l].length][edges];
    }
    std::map<int, std::set<std::pair<int, int>>> heads; // by line
    for (const Token &t : tokens) {
        if (t.kind == Token::Text && t.delimited && t.right > t.left)
            heads[t.line].insert(edgesOf(t));
    }
    for (const auto &[length, kinds] : rows) {
        int all = 0;
        for (const auto &[edges, count] : kinds)
            all += count;
        for (const auto &[edges, count] : kinds) {
            const bool headed = std::any_of(heads.begin(), heads.end(), [&edges = edges](const auto &line) {
                return std::all_of(edges.begin(), edges.end(), [&](const auto &edge) { return line.second.contains(edge); });
            });
            if (count * 2 > all && (headed || count > 2))
                m_columns.insert_or_assign(length, edges);
        }
    }
}

int RuledColumns::cellOf(size_t lane, const Token &token) const
{
    if (!token.delimited || m_columns.empty())
        return -1;
    const auto found = m_columns.find(m_alignment.lanes[lane].length);
    if (found == m_columns.end())
        return -1;
    const auto at = std::find(found->second.begin(), found->second.end(), std::pair(token.left, token.right));
    return at == found->second.end() ? -1 : int(at - found->second.begin());
}

} // namespace gouji
