// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/places/columnstrips.h"

#include <algorithm>
#include <cmath>

namespace gouji {

namespace {

constexpr int Pushing = 3; // blanks that are put between two pieces that would run into each other
constexpr float Jitter = 2; // a rounded position
constexpr float MayBeOne = 8; // numbers farther apart than this stand in different columns
constexpr size_t MostPositions = 24;
constexpr size_t MostOpen = 8; // boundaries of which it is not known whether they part strips

} // namespace

ColumnStrips::ColumnStrips(const std::vector<Token> &tokens, std::vector<std::vector<int>> rows)
    : m_tokens(tokens)
    , m_rows(std::move(rows))
{
}

std::vector<float> ColumnStrips::positionsOf(TokenEdge edge) const
{
    std::vector<float> out;
    for (const std::vector<int> &row : m_rows) {
        for (const int t : row)
            out.push_back(edgeOf(m_tokens[size_t(t)], edge));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Of all numbers but the first of each row.
size_t ColumnStrips::countPositions(TokenEdge edge) const
{
    std::vector<float> out;
    for (const std::vector<int> &row : m_rows) {
        for (size_t i = 1; i < row.size(); ++i)
            out.push_back(edgeOf(m_tokens[size_t(row[i])], edge));
    }
    std::sort(out.begin(), out.end());
    return size_t(std::unique(out.begin(), out.end()) - out.begin());
}

std::vector<ColumnStrips::Parting> ColumnStrips::partings(int most) const
{
    TokenEdge best = TokenEdge::LeftUnit;
    for (int e = 0; e < int(TokenEdge::Count); ++e) {
        if (countPositions(TokenEdge(e)) < countPositions(best))
            best = TokenEdge(e);
    }
    const std::vector<float> positions = positionsOf(best);
    return positions.size() > MostPositions ? std::vector<Parting>() : partingsBy(best, positions, most);
}

std::vector<ColumnStrips::Parting> ColumnStrips::partingsBy(TokenEdge edge, const std::vector<float> &positions, int most) const
{
    const auto placeOf = [&](int t) {
        return size_t(std::lower_bound(positions.begin(), positions.end(), edgeOf(m_tokens[size_t(t)], edge)) - positions.begin());
    };
    struct Span { // some boundary between two places parts strips
        size_t from;
        size_t to;
    };
    std::vector<Span> apart;
    std::vector<std::pair<int, size_t>> unpushed; // width, place
    for (const std::vector<int> &row : m_rows) {
        for (size_t i = 1; i < row.size(); ++i) {
            if (placeOf(row[i - 1]) >= placeOf(row[i]))
                return {};
            apart.push_back({placeOf(row[i - 1]), placeOf(row[i])});
            const Token &t = m_tokens[size_t(row[i])];
            if (t.leftUnit - m_tokens[size_t(row[i - 1])].rightUnit > Pushing)
                unpushed.emplace_back(t.rightUnit - t.leftUnit, placeOf(row[i]));
        }
    }
    std::sort(unpushed.begin(), unpushed.end());
    for (size_t i = 1; i < unpushed.size(); ++i) {
        if (unpushed[i].first == unpushed[i - 1].first && positions[unpushed[i].second] - positions[unpushed[i - 1].second] > Jitter)
            apart.push_back({unpushed[i - 1].second, unpushed[i].second});
    }
    std::vector<size_t> open; // boundaries behind these places
    std::vector<bool> parts(positions.size(), false);
    for (size_t p = 0; p + 1 < positions.size(); ++p) {
        const float gap = positions[p + 1] - positions[p];
        const bool known
            = gap > MayBeOne || std::any_of(apart.begin(), apart.end(), [p](const Span &s) { return s.from == p && s.to == p + 1; });
        parts[p] = known;
        if (!known && gap > 1)
            open.push_back(p);
    }
    std::vector<Parting> out;
    if (open.size() > MostOpen)
        return out;
    std::vector<int> strips(positions.size());
    for (size_t choice = 0; choice < size_t(1) << open.size(); ++choice) {
        for (size_t o = 0; o < open.size(); ++o)
            parts[open[o]] = (choice >> o & 1) != 0;
        for (size_t p = 1; p < positions.size(); ++p)
            strips[p] = strips[p - 1] + parts[p - 1];
        if (strips.back() >= most || std::any_of(apart.begin(), apart.end(), [&](const Span &s) { return strips[s.from] == strips[s.to]; }))
            continue;
        Parting parting;
        for (const std::vector<int> &row : m_rows) {
            parting.emplace_back();
            for (const int t : row)
                parting.back().push_back(strips[placeOf(t)]);
        }
        out.push_back(std::move(parting));
    }
    return out;
}

} // namespace gouji
