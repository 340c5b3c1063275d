// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rows/rowscores.h"

#include "recovery/rows/rowstep.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr float Forbidden = -RowScores::Never; // as a cost

void raise(float &score, float offer) { score = std::max(score, offer); }

} // namespace

RowScores::RowScores(const std::vector<Lane> &lanes, int depths, size_t tokens, const std::vector<float> &missing,
    const std::vector<float> &rest, const std::vector<int> &provided)
    : m_lanes(lanes)
    , m_cells(lanes.back().first + lanes.back().length)
    , m_depths(depths)
{
    for (const Lane &lane : lanes) {
        m_length = std::max(m_length, lane.length);
        m_even = m_even && lane.length == lanes.front().length;
        m_anyShort = m_anyShort || lane.length == 2 || lane.length == 3;
    }
    m_width = (int(lanes.size()) + 1 + RowsAtOnce - 1) / RowsAtOnce * RowsAtOnce;
    m_stride = m_length * m_width;
    m_states = size_t(m_stride) * size_t(depths);
    const size_t width = size_t(m_width);
    m_places.assign(size_t(m_stride), -1);
    m_slots.resize(size_t(m_cells) + 1);
    m_second.assign(size_t(m_stride) + width, Never);
    m_inside.assign(size_t(m_stride), Never);
    m_rest.assign(size_t(m_stride), Forbidden);
    m_missing.assign(size_t(m_stride), Forbidden);
    if (std::any_of(provided.begin(), provided.end(), [](int token) { return token >= 0; }))
        m_blocked.assign(size_t(m_stride), 0);
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
            if (provided[size_t(place)] >= 0)
                m_blocked[slot] = Forbidden;
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
    m_moves.ahead.assign(width + size_t(m_depths), Never);

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
    const bool oneSlot = m_even && m_length > 1; // of the second cells: only there stands what was raised before a row is gone through
    const size_t stride = size_t(m_stride);
    for (int depth = 0; depth < m_depths && m_depths > 1; ++depth) {
        float *const begin = to + size_t(depth) * stride;
        std::fill_n(oneSlot ? begin + m_width : begin, oneSlot ? size_t(m_width) : stride, Never);
    }
    if (m_moves.numbers)
        takeAhead(from, to, oneSlot);
    RowStep step;
    step.width = m_width;
    step.stride = m_stride;
    step.skipStart = m_moves.skipStart.data();
    step.skipInside = m_moves.skipInside.data();
    step.unnamed = m_moves.unnamed.data();
    step.start = m_moves.start.data();
    step.blocked = m_blocked.empty() ? nullptr : m_blocked.data();
    step.missing = m_missing.data();
    step.rest = m_rest.data();
    step.second = m_even && (oneSlot || m_depths == 1) ? nullptr : m_second.data();
    step.goOn = m_moves.goOn;
    step.takes = m_moves.takes;
    step.raised = m_depths > 1;
    step.ends = m_ends.data();
    for (int depth = m_depths - 1; depth >= 0; --depth) {
        step.from = from + size_t(depth) * stride;
        step.to = to + size_t(depth) * stride;
        step.whole = m_moves.glued && depth == 0 ? m_moves.whole.data() : nullptr;
        stepRows(step);
        leaveDepth(to, depth);
    }
}

/// The first value of a row further down, met before this row is complete.
void RowScores::takeAhead(const float *from, float *to, bool oneSlot) const
{
    for (int depth = 0; depth + 1 < m_depths; ++depth) {
        const float *const won = m_moves.ahead.data() + 1 + depth;
        if (oneSlot) {
            const int second = depth * m_stride + m_width;
            raiseRows(to + second + m_stride, from + second, won, m_moves.interleave, m_width);
            continue;
        }
        for (size_t l = 0; l < m_lanes.size(); ++l) {
            if (m_lanes[l].length < 2 || l + 1 + size_t(depth) >= m_lanes.size())
                continue;
            const int place = m_lanes[l].first + 1;
            raise(to[stateOf(place, depth + 1)], from[stateOf(place, depth)] + won[l] - m_moves.interleave);
        }
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
    leaveFirstCells(to, m_width, m_stride, m_missing.data(), m_even ? nullptr : m_inside.data());
}

} // namespace gouji
