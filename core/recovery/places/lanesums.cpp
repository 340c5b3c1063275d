// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/places/lanesums.h"

#include <algorithm>
#include <cmath>
#include <set>

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
    m_inside.resize(lanes.size());
    for (const Identity &identity : table.identities) {
        Sum sum;
        sum.left.reserve(size_t(identity.left.size()));
        for (const CellId id : identity.left)
            sum.left.push_back(table.placeOf(id));
        for (const CellId id : identity.right)
            sum.right.push_back(table.placeOf(id));
        const auto behind
            = std::upper_bound(lanes.begin(), lanes.end(), sum.right.front(), [](int cell, const Lane &l) { return cell < l.first; });
        const Lane &lane = behind == lanes.begin() ? lanes.front() : *std::prev(behind);
        const auto inside = [&](int cell) { return cell >= lane.first && cell < lane.first + lane.length; };
        if (!std::all_of(sum.left.begin(), sum.left.end(), inside) || !std::all_of(sum.right.begin(), sum.right.end(), inside)) {
            m_across.push_back(std::move(sum));
            continue;
        }
        for (int &c : sum.left)
            c -= lane.first;
        for (int &c : sum.right)
            c -= lane.first;
        m_inside[size_t(&lane - lanes.data())].push_back(std::move(sum));
    }
}

RowSum LaneSums::one(const Sum &sum, const std::vector<int> &places) const
{
    Decimal left;
    Decimal right;
    bool any = false;
    const auto add = [&](const std::vector<int> &cells, Decimal &to) {
        any = false;
        for (const int c : cells) {
            const int token = places[size_t(c)];
            if (token >= 0 && m_tokens[size_t(token)].kind == Token::Number && !m_tokens[size_t(token)].glued) {
                to += m_tokens[size_t(token)].value;
                any = true;
            }
        }
    };
    add(sum.left, left);
    add(sum.right, right);
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
    for (const Sum &sum : m_inside[lane]) {
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
    return m_inside[lane].empty() ? 0 : out / float(m_inside[lane].size());
}

double LaneSums::luck(size_t lane, const std::vector<int> &places, const std::vector<RowPlacement> &placements) const
{
    std::set<std::vector<int>> told;
    std::vector<int> terms; // of every sum: its parts in order, then its total
    for (const RowPlacement &p : placements) {
        const auto lacksTotal = [&](const Sum &sum) { return one(sum, p.tokens) == RowSum::Open; };
        if (std::any_of(m_inside[lane].begin(), m_inside[lane].end(), lacksTotal))
            continue; // no chance at all
        terms.clear();
        for (const Sum &sum : m_inside[lane]) {
            for (const std::vector<int> *side : {&sum.left, &sum.right}) {
                for (const int c : *side) {
                    if (p.tokens[size_t(c)] >= 0)
                        terms.push_back(p.tokens[size_t(c)]);
                }
                terms.push_back(-1);
            }
        }
        told.insert(terms);
    }
    double out = double(told.size());
    for (const Sum &sum : m_inside[lane]) {
        Decimal total;
        for (const int c : sum.right) {
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
    for (const Sum &sum : m_across) {
        const std::optional<Decimal> left = total(sum.left, tokenOfCell);
        const std::optional<Decimal> right = total(sum.right, tokenOfCell);
        if (!left || !right)
            continue;
        fails += *left != *right;
        holds += *left == *right && !left->isZero();
    }
    return {holds, fails};
}

/// Nothing where it is not known what stands in one of the cells.
std::optional<Decimal> LaneSums::total(const std::vector<int> &cells, const std::vector<int> &tokenOfCell) const
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
