// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/places/lanesums.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace gouji {

namespace {

constexpr float SumHolds = 6;
constexpr float SumTrivial = 1;
constexpr float SumFails = -5;
constexpr float SumOpen = -2; // the total is empty while its parts are not

float worth(RowSum sum)
{
    switch (sum) {
    case RowSum::Holds:
        return SumHolds;
    case RowSum::Trivial:
        return SumTrivial;
    case RowSum::Fails:
        return SumFails;
    case RowSum::Open:
        return SumOpen;
    case RowSum::None:
        break;
    }
    return 0;
}

/// Several groups in one lane: all must hold.
RowSum together(RowSum a, RowSum b)
{
    for (const RowSum worst : {RowSum::Fails, RowSum::Open, RowSum::Holds, RowSum::Trivial}) {
        if (a == worst || b == worst)
            return worst;
    }
    return RowSum::None;
}

} // namespace

LaneSums::LaneSums(const FormTable &table, const Alignment &alignment, const std::vector<Token> &tokens)
    : m_tokens(tokens)
{
    const std::vector<Lane> &lanes = alignment.lanes;
    m_firstOf.assign(lanes.size() + 1, 0);
    std::vector<size_t> laneOf; // by identity; behind the last lane for those across lanes
    size_t cells = 0;
    for (const Identity &identity : table.identities) {
        const int total = table.placeOf(identity.right.front());
        const auto behind = std::upper_bound(lanes.begin(), lanes.end(), total, [](int cell, const Lane &l) { return cell < l.first; });
        const Lane &lane = behind == lanes.begin() ? lanes.front() : *std::prev(behind);
        const auto inside = [&](CellId id) {
            const int cell = table.placeOf(id);
            return cell >= lane.first && cell < lane.first + lane.length;
        };
        const bool own = std::all_of(identity.left.begin(), identity.left.end(), inside)
            && std::all_of(identity.right.begin(), identity.right.end(), inside);
        laneOf.push_back(own ? size_t(&lane - lanes.data()) : lanes.size());
        m_firstOf[laneOf.back()] += 1; // how many, for now
        cells += size_t(identity.left.size() + identity.right.size());
    }
    size_t before = 0;
    for (size_t &first : m_firstOf)
        before += std::exchange(first, before);
    m_sums.resize(laneOf.size());
    m_cells.reserve(cells);
    std::vector<size_t> next = m_firstOf;
    for (size_t i = 0; i < laneOf.size(); ++i) {
        const Identity &identity = table.identities[qsizetype(i)];
        const int first = laneOf[i] < lanes.size() ? lanes[laneOf[i]].first : 0;
        Sum &sum = m_sums[next[laneOf[i]]++];
        sum.left = m_cells.size();
        for (const CellId id : identity.left)
            m_cells.push_back(table.placeOf(id) - first);
        sum.right = m_cells.size();
        for (const CellId id : identity.right)
            m_cells.push_back(table.placeOf(id) - first);
        sum.end = m_cells.size();
    }
}

RowSum LaneSums::one(const Sum &sum, const std::vector<int> &places) const
{
    Decimal left;
    Decimal right;
    bool any = false;
    const auto add = [&](std::span<const int> cells, Decimal &to) {
        any = false;
        for (const int c : cells) {
            const int token = places[size_t(c)];
            if (token >= 0 && m_tokens[size_t(token)].kind == Token::Number && !m_tokens[size_t(token)].glued) {
                to += m_tokens[size_t(token)].value;
                any = true;
            }
        }
    };
    add(leftOf(sum), left);
    add(rightOf(sum), right);
    if (left == right)
        return left.isZero() ? RowSum::Trivial : RowSum::Holds;
    return any ? RowSum::Fails : RowSum::Open;
}

template <typename Act> RowSum LaneSums::each(size_t lane, const std::vector<int> &places, Act &&act) const
{
    RowSum out = RowSum::None;
    const auto unreadable = [this](int i) { return i >= 0 && m_tokens[size_t(i)].unreadable; };
    if (std::any_of(places.begin(), places.end(), unreadable))
        return out;
    for (const Sum &sum : inside(lane)) {
        const RowSum now = one(sum, places);
        act(now);
        out = together(out, now);
    }
    return out;
}

RowSum LaneSums::of(size_t lane, const std::vector<int> &places) const
{
    return each(lane, places, [](RowSum) {});
}

float LaneSums::score(size_t lane, const std::vector<int> &places, RowSum &sum) const
{
    float out = 0;
    sum = each(lane, places, [&](RowSum now) { out += worth(now); });
    return has(lane) ? out / float(inside(lane).size()) : 0;
}

double LaneSums::luck(size_t lane, const std::vector<int> &places, const std::vector<RowPlacement> &placements) const
{
    std::set<std::vector<int>> told;
    std::vector<int> terms; // of every sum: its parts in order, then its total
    for (const RowPlacement &p : placements) {
        const auto lacksTotal = [&](const Sum &sum) { return one(sum, p.tokens) == RowSum::Open; };
        if (std::any_of(inside(lane).begin(), inside(lane).end(), lacksTotal))
            continue; // no chance at all
        terms.clear();
        for (const Sum &sum : inside(lane)) {
            for (const std::span<const int> side : {leftOf(sum), rightOf(sum)}) {
                for (const int c : side) {
                    if (p.tokens[size_t(c)] >= 0)
                        terms.push_back(p.tokens[size_t(c)]);
                }
                terms.push_back(-1);
            }
        }
        told.insert(terms);
    }
    double out = double(told.size());
    for (const Sum &sum : inside(lane)) {
        Decimal total;
        for (const int c : rightOf(sum)) {
            const int token = places[size_t(c)];
            if (token >= 0 && m_tokens[size_t(token)].kind == Token::Number)
                total += m_tokens[size_t(token)].value;
        }
        out /= 1 + std::abs(double(total.units()) / double(Decimal(1).units()));
    }
    return out;
}

std::pair<int, int> LaneSums::across(const std::vector<int> &tokenOfCell) const
{
    int holds = 0;
    int fails = 0;
    for (size_t i = m_firstOf.back(); i < m_sums.size(); ++i) {
        const std::optional<Decimal> left = total(leftOf(m_sums[i]), tokenOfCell);
        const std::optional<Decimal> right = total(rightOf(m_sums[i]), tokenOfCell);
        if (!left || !right)
            continue;
        fails += *left != *right;
        holds += *left == *right && !left->isZero();
    }
    return {holds, fails};
}

/// Nothing where it is not known what stands in one of the cells.
std::optional<Decimal> LaneSums::total(std::span<const int> cells, const std::vector<int> &tokenOfCell) const
{
    Decimal out;
    for (const int c : cells) {
        const int token = tokenOfCell[size_t(c)];
        if (token == Unknown)
            return std::nullopt;
        if (token >= 0 && m_tokens[size_t(token)].kind == Token::Number)
            out += m_tokens[size_t(token)].value;
    }
    return out;
}

} // namespace gouji
