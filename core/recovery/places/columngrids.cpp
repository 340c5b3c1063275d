// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/places/columngrids.h"

#include <QVarLengthArray>

#include <algorithm>
#include <numeric>

namespace gouji {

std::vector<ColumnGrids::Grid> ColumnGrids::waysToPart(int length) const
{
    constexpr size_t LeastRows = 5;
    constexpr size_t SpareGaps = 3; // a column may be torn in two by a long label that pushes its numbers away
    constexpr size_t MostEdges = 2;
    constexpr int MostRare = 3; // a line that stands apart from the others puts numbers where few or no others stand
    std::vector<const Token *> numbers;
    size_t rows = 0;
    bool spread = false; // values a single blank apart throughout stand in no columns
    for (size_t l = 0; l < m_alignment.lanes.size(); ++l) {
        const LaneReading &reading = m_alignment.readings[l];
        const size_t before = numbers.size();
        for (int i = reading.begin; i >= 0 && i < reading.end && m_alignment.lanes[l].length == length; ++i) {
            const Token &t = m_tokens[size_t(i)];
            if (t.kind != Token::Number || t.delimited || t.alone || t.glued || !m_alignment.used[size_t(i)])
                continue;
            const Token *last = i > reading.begin ? &t - 1 : nullptr;
            spread = spread || (last && last->kind != Token::Text && last->line == t.line && t.left - last->right > 1);
            numbers.push_back(&t);
        }
        rows += numbers.size() > before;
    }
    std::vector<Grid> out;
    if (rows < LeastRows || length < 3 || !spread || m_alignment.layout.strung)
        return out;
    struct Positions {
        TokenEdge edge;
        std::vector<float> at;
        size_t spread; ///< how many there are, rare ones included
    };
    std::vector<Positions> edges;
    for (int e = 0; e < int(TokenEdge::Count); ++e) {
        std::map<float, int> counts;
        for (const Token *t : numbers)
            ++counts[edgeOf(*t, TokenEdge(e))];
        for (int least = 1; least <= MostRare; ++least) {
            Positions p{TokenEdge(e), {}, counts.size()};
            for (const auto &[at, count] : counts) {
                if (count >= least)
                    p.at.push_back(at);
            }
            edges.push_back(std::move(p));
        }
    }
    std::stable_sort(edges.begin(), edges.end(), [](const Positions &a, const Positions &b) { return a.spread < b.spread; });
    edges.resize(MostEdges * MostRare);
    for (const Positions &p : edges) {
        if (p.at.size() < size_t(length))
            continue;
        std::vector<size_t> gaps(p.at.size() - 1);
        std::iota(gaps.begin(), gaps.end(), size_t(0));
        const size_t boundaries = size_t(length) - 1;
        std::stable_sort(gaps.begin(), gaps.end(), [&](size_t a, size_t b) { return p.at[a + 1] - p.at[a] > p.at[b + 1] - p.at[b]; });
        gaps.resize(std::min(gaps.size(), boundaries + SpareGaps));
        if (gaps.size() < boundaries)
            continue;
        std::vector<bool> chosen(gaps.size(), false);
        std::fill_n(chosen.begin(), boundaries, true);
        std::vector<size_t> ends;
        do {
            ends.clear();
            for (size_t g = 0; g < gaps.size(); ++g) {
                if (chosen[g])
                    ends.push_back(gaps[g]);
            }
            std::sort(ends.begin(), ends.end());
            const bool all = p.at.size() == p.spread;
            if (isEven(p.at, ends, all))
                out.push_back(parted(p.at, ends, p.edge));
        } while (std::prev_permutation(chosen.begin(), chosen.end()));
    }
    std::stable_sort(out.begin(), out.end(), [](const Grid &a, const Grid &b) { return a.clarity > b.clarity; });
    return out;
}

/// No gap between columns is much narrower than the others: that would tear a column in two.
bool ColumnGrids::isEven(const std::vector<float> &positions, const std::vector<size_t> &ends, bool all)
{
    constexpr float Narrow = 0.6f; // a number in front of others of its column, less wide, leaves a gap of half a column
    QVarLengthArray<float, 32> gaps;
    for (const size_t end : ends)
        gaps.append(positions[end + 1] - positions[end]);
    std::sort(gaps.begin(), gaps.end());
    const bool single = all && ends.size() + 1 == positions.size(); // columns that are one position each may stand as they like
    return gaps.front() > 1 && (single || gaps.front() >= Narrow * gaps[gaps.size() / 2]);
}

/// Columns that end at these of the sorted positions, and the last one.
ColumnGrids::Grid ColumnGrids::parted(const std::vector<float> &positions, const std::vector<size_t> &ends, TokenEdge e)
{
    Grid out;
    out.edge = e;
    float narrowest = positions.back() - positions.front();
    float widest = 0;
    size_t from = 0;
    for (size_t column = 0; column <= ends.size(); ++column) {
        const size_t last = column < ends.size() ? ends[column] : positions.size() - 1;
        out.low.push_back(positions[from]);
        out.high.push_back(positions[last]);
        widest = std::max(widest, positions[last] - positions[from]);
        if (column < ends.size())
            narrowest = std::min(narrowest, positions[last + 1] - positions[last]);
        from = last + 1;
    }
    out.clarity = narrowest - widest;
    return out;
}

int ColumnGrids::Grid::cellOf(const Token &token) const
{
    const float at = edgeOf(token, edge);
    for (size_t c = 0; c < low.size(); ++c) {
        if (at >= low[c] && at <= high[c])
            return int(c);
    }
    return -1;
}

const ColumnGrids::Grid *ColumnGrids::gridOf(int length) const
{
    const auto found = m_grids.find(length);
    return found == m_grids.end() ? nullptr : &found->second;
}

bool ColumnGrids::isClear(size_t lane) const
{
    const Grid *grid = gridOf(m_alignment.lanes[lane].length);
    return grid && grid->clarity > 0;
}

} // namespace gouji
