// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/rows/rowaligner.h"

#include <limits>
#include <memory>
#include <vector>

namespace gouji {

/// The best score with which an alignment can stand at each place of a table before each token: the forward half of the
/// dynamic programme. A place is a flat cell, the next one to be filled; behind the last stands the end. At a depth above
/// 0 so many rows further down have their first value already.
/// The same cells of all rows lie side by side, so that several rows are worked on at once.
class RowScores {
public:
    static constexpr float Never = -std::numeric_limits<float>::infinity();

    /// `missing`, `rest`: by place, what it costs to leave out a cell, and all cells from it to the end of its row;
    /// `provided`: by place, the token of a cell that takes no other, else -1.
    RowScores(const std::vector<Lane> &lanes, int depths, size_t tokens, const std::vector<float> &missing, const std::vector<float> &rest,
        const std::vector<int> &provided);

    int stateOf(int place, int depth) const { return depth * m_stride + m_slots[size_t(place)]; }
    int placeOf(int state) const { return m_places[size_t(state % m_stride)]; }
    int depthOf(int state) const { return state / m_stride; }
    /// The scores before a token by state; those behind the last token with the number of tokens.
    const float *before(size_t token) const { return m_scores.get() + token * m_states; }

    /// At a boundary the first value of the next row may have been taken already.
    void settle(int &place, int &depth) const;

    /// What one token wins or costs. The lists are by lane; what stands behind the last lane is the end.
    struct Moves {
        bool takes = false; ///< it may be a cell: else only the skips count
        bool glued = false; ///< it takes, and `whole` counts
        bool numbers = false; ///< it takes, and `ahead` counts
        float goOn = 0; ///< cost as a further value of a row
        float interleave = 0; ///< cost as the first value of a row further down
        std::vector<float> skipStart; ///< won by leaving it aside before a row
        std::vector<float> skipInside; ///< … and inside a row
        std::vector<float> unnamed; ///< cost as the first value, for the sake of its wording
        std::vector<float> start; ///< … and of its place
        std::vector<float> whole; ///< cost as a whole row
        std::vector<float> ahead; ///< won as the first value of a row further down
    };
    Moves &moves() { return m_moves; }

    /// From the scores before a token to those behind it by moves(), places left out there included.
    void advance(size_t token);

private:
    void leaveOut(float *to);
    void leaveDepth(float *to, int depth);
    float leftOutSingly(size_t lane, float score) const;
    void takeAhead(const float *from, float *to, bool oneSlot) const;

    std::vector<Lane> m_lanes;
    int m_cells = 0;
    int m_depths = 1;
    int m_length = 1; ///< cells of the longest row
    bool m_even = true; ///< all rows are as long
    bool m_anyShort = false; ///< some have two or three cells
    int m_width = 0; ///< lanes and the end, a multiple of RowsAtOnce
    int m_stride = 0;
    size_t m_states = 0;
    std::vector<int> m_slots; ///< by place; rows end in the same slots, shorter ones begin later
    std::vector<int> m_places; ///< by slot; -1 where there is none
    std::unique_ptr<float[]> m_scores;
    std::vector<float> m_missing; ///< by slot: cost of leaving out the cell before it
    std::vector<float> m_rest; ///< by slot: of leaving out the row from it on
    std::vector<float> m_second; ///< by slot: 0 where the second cell of a row lies, else Never
    std::vector<float> m_inside; ///< by slot: 0 where a further cell lies, else Never
    std::vector<float> m_blocked; ///< by slot: 0 where a cell is free, else forbidden; empty where all are
    std::vector<int> m_exits; ///< by depth and lane: the state behind a row where it is less deep; -1: none
    std::vector<float> m_ends; ///< by lane: the best score behind it that does not leave out all of it
    Moves m_moves;
};

} // namespace gouji
