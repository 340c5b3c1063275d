// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rowscores.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr float Forbidden = -RowScores::Never; // as a cost

/// Four rows side by side, in one register.
using Four = float __attribute__((vector_size(16), may_alias));
constexpr int Lanes = 4;

Four four(const float *at) { return *reinterpret_cast<const Four *>(at); }
void put(float *at, Four v) { *reinterpret_cast<Four *>(at) = v; }
Four all(float v) { return Four{v, v, v, v}; }
Four max(Four a, Four b) { return a > b ? a : b; }

void raise(float &score, float offer) { score = std::max(score, offer); }

} // namespace

RowScores::RowScores(
    const std::vector<Lane> &lanes, int depths, size_t tokens, const std::vector<float> &missing, const std::vector<float> &rest)
    : m_lanes(lanes)
    , m_cells(lanes.back().first + lanes.back().length)
    , m_depths(depths)
{
    for (const Lane &lane : lanes) {
        m_length = std::max(m_length, lane.length);
        m_even = m_even && lane.length == lanes.front().length;
        m_anyShort = m_anyShort || lane.length == 2 || lane.length == 3;
    }
    m_width = (int(lanes.size()) + 1 + Lanes - 1) / Lanes * Lanes;
    m_stride = m_length * m_width;
    m_states = size_t(m_stride) * size_t(depths);
    const size_t width = size_t(m_width);
    m_places.assign(size_t(m_stride), -1);
    m_slots.resize(size_t(m_cells) + 1);
    m_second.assign(size_t(m_stride) + width, Never);
    m_inside.assign(size_t(m_stride), Never);
    m_rest.assign(size_t(m_stride), Forbidden);
    m_missing.assign(size_t(m_stride), Forbidden);
    m_cost.assign(size_t(m_stride), Forbidden);
    m_ends.assign(width, Never);
    for (size_t l = 0; l < lanes.size(); ++l) {
        const Lane &lane = lanes[l];
        for (int c = 0; c < m_length; ++c)
            m_missing[size_t(c * m_width) + l] = 0;
        m_second[size_t((m_length - lane.length + 1) * m_width) + l] = 0;
        for (int c = 0; c < lane.length; ++c) {
            const int place = lane.first + c;
            const size_t slot = size_t((c == 0 ? 0 : m_length - lane.length + c) * m_width) + l;
            m_slots[size_t(place)] = int(slot);
            m_places[slot] = place;
            m_rest[slot] = rest[size_t(place)];
            if (c > 0) {
                m_inside[slot] = 0;
                m_missing[slot] = missing[size_t(place - 1)];
            }
        }
    }
    m_slots[size_t(m_cells)] = int(lanes.size());
    m_places[lanes.size()] = m_cells;
    for (int depth = 0; depth < m_depths; ++depth) {
        for (const Lane &lane : m_lanes) {
            int place = lane.first + lane.length;
            int down = depth;
            settle(place, down);
            m_exits.push_back(down < depth ? stateOf(place, down) : -1);
        }
    }
    m_moves.skipStart.assign(width, 0);
    m_moves.skipInside.assign(width, 0);
    m_moves.unnamed.assign(width, 0);
    m_moves.start.assign(width, Forbidden);
    m_moves.whole.assign(width, Forbidden);
    m_moves.ahead.assign(width, Never);
    m_moves.further.assign(size_t(m_cells), 0);

    m_scores.reset(new float[(tokens + 1) * m_states]);
    std::fill_n(m_scores.get(), m_states, Never);
    m_scores[0] = 0;
    leaveOut(m_scores.get());
}

void RowScores::settle(int &place, int &depth) const
{
    while (depth > 0 && place < m_cells && m_slots[size_t(place)] < m_width) {
        ++place;
        --depth;
    }
}

void RowScores::advance(size_t token)
{
    const float *const from = before(token);
    float *const to = m_scores.get() + (token + 1) * m_states;
    if (m_even && m_depths == 1 && m_moves.plain && !m_moves.glued) {
        goOn<true>(from, to, 0);
        leaveDepth(to, 0);
        return;
    }
    for (int place = 0; place < m_cells && !m_moves.plain; ++place)
        m_cost[size_t(m_slots[size_t(place)])] = m_moves.further[size_t(place)];
    if (m_depths > 1)
        std::fill_n(to, m_states, Never);
    if (m_moves.numbers)
        takeAhead(from, to);
    for (int depth = m_depths - 1; depth >= 0; --depth) {
        goOn<false>(from, to, depth);
        leaveDepth(to, depth);
    }
}

/// The first value of a row further down, met before this row is complete.
void RowScores::takeAhead(const float *from, float *to) const
{
    for (int depth = 0; depth + 1 < m_depths; ++depth) {
        for (size_t l = 0; l < m_lanes.size(); ++l) {
            const size_t ahead = l + 1 + size_t(depth);
            if (m_lanes[l].length < 2 || ahead >= m_lanes.size())
                continue;
            const int place = m_lanes[l].first + 1;
            raise(to[stateOf(place, depth + 1)], from[stateOf(place, depth)] + m_moves.ahead[ahead] - m_moves.interleave);
        }
    }
}

/// Takes the token or leaves it aside, and leaves out cells inside the rows, which do not wait for each other for that.
/// Simple: rows are as long, nothing was raised in `to` before, and any further cell may take the token.
template<bool Simple>
void RowScores::goOn(const float *from, float *to, int depth)
{
    from += depth * m_stride;
    to += depth * m_stride;
    const Moves &m = m_moves;
    const bool takes = m.takes;
    const bool plain = Simple || m.plain;
    const bool glued = !Simple && m.glued && depth == 0;
    const bool raised = !Simple && m_depths > 1;
    const int width = m_width;
    const int stride = m_stride;
    const float *const missing = m_missing.data();
    const float *const rest = m_rest.data();
    const float *const second = m_second.data();
    const float *const cost = m_cost.data();
    float *const ends = m_ends.data();
    const Four goOnCost = all(m.goOn);
    for (int l = 0; l < width; l += Lanes) {
        const Four before = four(from + l);
        const Four skip = four(m.skipInside.data() + l);
        const Four first = takes ? before - four(m.unnamed.data() + l) - four(m.start.data() + l) : all(Never);
        Four end = glued ? before - four(m.whole.data() + l) : all(Never);
        const Four aside = before + four(m.skipStart.data() + l);
        put(to + l, raised ? max(aside, four(to + l)) : aside);
        Four taken = Simple ? first : all(Never);
        Four leftOut = all(Never);
        for (int slot = width + l; slot < stride; slot += width) {
            const Four here = four(from + slot);
            Four score = max(here + skip, taken);
            if (!Simple)
                score = max(score, first + four(second + slot));
            if (raised)
                score = max(score, four(to + slot));
            score = max(score, leftOut - four(missing + slot));
            leftOut = score;
            put(to + slot, score);
            end = max(end, score - four(rest + slot));
            if (takes)
                taken = here - (plain ? goOnCost : four(cost + slot));
        }
        if (takes)
            end = max(end, taken);
        if (!Simple)
            end = max(end, first + four(second + stride + l));
        put(ends + l, end);
    }
}

/// The start: all that was left out before the first token.
void RowScores::leaveOut(float *to)
{
    std::fill(m_ends.begin(), m_ends.end(), Never);
    leaveDepth(to, 0);
}

/// In a row of few cells leaving them out one by one may cost less, if only by the last bit.
float RowScores::leftOutSingly(size_t l, float score) const
{
    constexpr int ShortRow = 3;
    const Lane &lane = m_lanes[l];
    float end = Never;
    for (int c = 1; lane.length <= ShortRow && c < lane.length; ++c) {
        const size_t slot = size_t(m_slots[size_t(lane.first + c)]);
        score -= m_missing[slot];
        end = std::max(end, score - m_rest[slot]);
    }
    return end;
}

/// Leaves out whole rows, one after the other, and then the first cells of rows.
void RowScores::leaveDepth(float *to, int depth)
{
    if (depth > 0) { // behind such a row stands what was taken already, and no row begins
        const int *const exits = m_exits.data() + size_t(depth) * m_lanes.size();
        for (size_t l = 0; l < m_lanes.size(); ++l) {
            if (exits[l] >= 0)
                raise(to[exits[l]], m_ends[l]);
        }
        return;
    }
    float score = to[0];
    const float *const rest = m_rest.data();
    const float *const ends = m_ends.data();
    const size_t lanes = m_lanes.size();
    for (size_t l = 0; l < lanes; ++l) {
        float end = std::max(ends[l], to[l + 1]);
        if (m_anyShort)
            end = std::max(end, leftOutSingly(l, score));
        score = std::max(end, score - rest[l]);
        to[l + 1] = score;
    }
    const int width = m_width;
    const int stride = m_stride;
    const float *const missing = m_missing.data();
    const float *const inside = m_even ? nullptr : m_inside.data();
    for (int l = 0; l < width; l += Lanes) {
        Four left = four(to + l);
        for (int slot = width + l; slot < stride; slot += width) {
            left = left - four(missing + slot);
            put(to + slot, max(four(to + slot), inside ? left + four(inside + slot) : left));
        }
    }
}

} // namespace gouji
