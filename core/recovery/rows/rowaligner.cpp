// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rows/rowaligner.h"

#include "recovery/rows/laneplaces.h"
#include "recovery/rows/lanereading.h"
#include "recovery/rows/rownames.h"
#include "recovery/rows/rowscores.h"
#include "recovery/rows/tokencosts.h"
#include "recovery/wording/wording.h"

#include <algorithm>
#include <optional>

namespace gouji {

namespace {

// Costs as TokenCosts has them.
constexpr float GluedRun = 0.3f; // digits without separators that are a whole row
constexpr float MissingCell = 0.8f;
constexpr float MissingRest = 2.5f;
constexpr float EmptyRow = 3.0f;
constexpr float Interleave = 0.8f;
constexpr int MaxDepth = 3;

/// What a token did on the way into a state.
struct Step {
    int from = -1; ///< state before the token
    qint16 cell = -1; ///< flat cell the token went to
    bool whole = false; ///< the token is the whole row, glued together
    float label = 0; ///< label score won
    qint16 labelLane = -1;
};

class Aligner {
public:
    Aligner(const FormTable &table, QStringView text, const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout)
        : m_table(table)
        , m_text(text)
        , m_tokens(tokens)
        , m_count(tokens.size())
        , m_wording(wording)
        , m_lanes(table, m_out.lanes)
        , m_cells(m_lanes.cells())
        , m_costs(table, tokens, wording, layout, m_lanes, m_taken)
        , m_provided(size_t(m_cells), -1)
        , m_taken(tokens.size(), false)
        , m_moves(tokens.size())
    {
        m_out.layout = layout;
        m_out.labels = m_wording.recognised();
        m_out.rowsNamed = m_wording.rowsNamed();
    }

    Alignment run()
    {
        pass();
        if (!m_out.layout.rowPerLine && takeLateValues())
            pass();
        return std::move(m_out);
    }

private:
    int stateOf(int place, int depth) const { return m_scores->stateOf(place, depth); }

    /// A cell that its label gave a value takes no other; of glued digits only a first value can touch its label.
    bool isFree(size_t i, int place) const
    {
        const bool touches = m_lanes.isBoundary(place) || m_lanes.lengthAt(place) == 1;
        return place < m_cells && m_provided[size_t(place)] < 0 && (!m_tokens[i].glued || (touches && !m_tokens[i].several));
    }

    /// A run of digits that is the whole row.
    bool canBeWhole(size_t i, int place) const { return m_tokens[i].glued && m_lanes.isBoundary(place) && m_lanes.lengthAt(place) > 1; }

    /// The first value of a row further down, met before the row at `place` is complete; -1 where it cannot be.
    int laneAhead(size_t i, int place, int depth) const
    {
        const int lane = m_lanes.at(place);
        const int ahead = lane + 1 + depth;
        const bool can = depth + 1 < m_depths && m_tokens[i].kind == Token::Number && place == m_out.lanes[size_t(lane)].first + 1
            && ahead < int(m_out.lanes.size()) && canBeAhead(ahead);
        return can ? ahead : -1;
    }

    bool canBeAhead(int lane) const
    {
        return m_out.lanes[size_t(lane)].length > 1 && m_provided[size_t(m_out.lanes[size_t(lane)].first)] < 0;
    }

    /// The moves of a token by lane, as RowScores wants them.
    void prepareMoves(size_t i)
    {
        const TokenCosts::Moves &m = m_moves[i] = m_costs.movesOf(i);
        const Token &t = m_tokens[i];
        RowScores::Moves &out = m_scores->moves();
        const size_t lanes = m_out.lanes.size();
        out.takes = m.takes;
        out.glued = m.takes && t.glued;
        out.numbers = m.takes && t.kind == Token::Number;
        out.goOn = out.glued ? -RowScores::Never : m.goOn; // of glued digits only a first value can touch its label
        out.interleave = Interleave;
        if (t.kind == Token::Text) {
            m_costs.prepareSkips(m, i, out);
            return;
        }
        std::fill(out.skipStart.begin(), out.skipStart.end(), -m_costs.skipBetween(m, i));
        std::fill(out.skipInside.begin(), out.skipInside.end(), -m.skipInside);
        if (!m.takes)
            return;
        std::fill_n(out.start.begin(), lanes, m.start);
        for (size_t l = 0; l < lanes && (out.glued || m_anyProvided); ++l)
            out.start[l] = isFree(i, m_out.lanes[l].first) ? m.start : -RowScores::Never;
        m_costs.prepareUnnamed(i, out);
        if (out.glued) {
            for (size_t l = 0; l < lanes; ++l)
                out.whole[l] = canBeWhole(i, m_out.lanes[l].first) ? GluedRun : -RowScores::Never;
        }
        if (m_depths > 1 && out.numbers) {
            std::copy(m_ahead.begin(), m_ahead.end(), out.ahead.begin());
            m_costs.addAhead(i, out);
        }
    }

    /// The best move into a state by a token, found again from the scores; of equal ones the first, in the order of the
    /// states they start from. `score` is what it leads to.
    Step stepInto(size_t i, int state, float &score) const
    {
        const TokenCosts::Moves &m = m_moves[i];
        const float *now = m_scores->before(i);
        const int place = m_scores->placeOf(state);
        const int depth = m_scores->depthOf(state);
        Step best;
        score = RowScores::Never;
        const auto offer = [&](const Step &step, float to) {
            if (to > score) {
                score = to;
                best = step;
            }
        };
        const auto take = [&](int from, int at) {
            if (m.takes && isFree(i, at))
                offer({from, qint16(at), false, 0, -1}, m_costs.taken(m, i, at, now[from]));
        };
        if (const int ahead = depth == 0 || place == m_cells ? -1 : laneAhead(i, place, depth - 1); m.takes && ahead >= 0) {
            const int from = stateOf(place, depth - 1);
            const float won = m_costs.wonAhead(i, ahead);
            offer({from, qint16(m_out.lanes[size_t(ahead)].first), false, won, won > 0 ? qint16(ahead) : qint16(-1)},
                now[from] + won - Interleave);
        }
        if (place > 0 && m_lanes.isBoundary(place) && depth == 0 && m.takes) {
            const int first = m_out.lanes[size_t(m_lanes.at(place - 1))].first;
            const int from = stateOf(first, 0);
            if (canBeWhole(i, first))
                offer({from, qint16(first), true, 0, -1}, now[from] - GluedRun);
        }
        if (place > 0 && (depth == 0 || !m_lanes.isBoundary(place)))
            take(stateOf(place - 1, depth), place - 1);
        Step skip{state, -1, false, 0, -1};
        const float left = m_costs.skipped(m, i, place, now[state], skip.label, skip.labelLane);
        offer(skip, left);
        for (int over = 1; depth + over < m_depths && over < place; ++over) {
            int p = place - over;
            int d = depth + over;
            if (!m_lanes.isBoundary(p))
                break;
            m_scores->settle(p, d);
            if (p == place && d == depth)
                take(stateOf(place - over - 1, depth + over), place - over - 1);
        }
        return best;
    }

    /// What it costs to leave out a cell, and all cells from it to the end of its row.
    void prepareCosts()
    {
        m_missing.resize(size_t(m_cells));
        m_rest.resize(size_t(m_cells));
        m_anyProvided = false;
        for (const Lane &lane : m_out.lanes) {
            float behind = 0;
            for (int c = lane.length - 1; c >= 0; --c) {
                const size_t p = size_t(lane.first + c);
                m_missing[p] = m_provided[p] >= 0 ? 0 : MissingCell;
                m_anyProvided = m_anyProvided || m_provided[p] >= 0;
                const float rest = std::min(float(lane.length - c) * MissingCell, c == 0 ? EmptyRow : MissingRest);
                m_rest[p] = std::min(rest, c + 1 == lane.length ? m_missing[p] : m_missing[p] + behind);
                behind = m_rest[p];
            }
        }
    }

    /// The state from which places were left out to reach this one, where that is better than `score`; -1 where it is not.
    int leftOutFrom(const float *scores, int state, float score) const
    {
        int best = -1;
        if (scores[state] <= score)
            return best;
        const int place = m_scores->placeOf(state);
        if (m_depths == 1 && !m_lanes.isBoundary(place))
            return scores[stateOf(place - 1, 0)] - m_missing[size_t(place - 1)] > score ? stateOf(place - 1, 0) : -1;
        const int lane = std::max(0, m_lanes.at(place) - m_depths);
        for (int depth = m_depths - 1; depth >= 0; --depth) {
            for (int p = m_out.lanes[size_t(lane)].first; p < place; ++p) {
                const int from = stateOf(p, depth);
                const auto offer = [&](int to, float cost) {
                    int d = depth;
                    m_scores->settle(to, d);
                    if (stateOf(to, d) == state && scores[from] - cost > score) {
                        score = scores[from] - cost;
                        best = from;
                    }
                };
                const Lane &row = m_out.lanes[size_t(m_lanes.at(p))];
                offer(p + 1, m_missing[size_t(p)]);
                offer(row.first + row.length, m_rest[size_t(p)]);
            }
        }
        return best;
    }

    void pass()
    {
        m_depths = m_out.layout.rowPerLine || m_out.layout.emptyCellsSeen || m_table.across ? 1 : MaxDepth;
        prepareCosts();
        m_ahead.resize(m_out.lanes.size());
        for (size_t l = 0; l < m_ahead.size(); ++l)
            m_ahead[l] = canBeAhead(int(l)) ? 0 : RowScores::Never;
        m_scores.emplace(m_out.lanes, m_depths, m_count, m_missing, m_rest, m_provided);
        for (size_t i = 0; i < m_count; ++i) {
            prepareMoves(i);
            m_scores->advance(i);
        }
        trace();
    }

    void trace()
    {
        Alignment &out = m_out;
        out.values = 0;
        out.tokenOfCell.assign(size_t(m_cells), -1);
        out.apart.assign(size_t(m_cells), false);
        out.used.assign(m_tokens.size(), false);
        out.readings.assign(out.lanes.size(), {});
        int state = stateOf(m_cells, 0);
        out.score = m_scores->before(m_count)[state];
        m_skippedLabel.assign(m_count, true);
        m_place.assign(m_count, 0);
        std::vector<std::vector<QStringView>> counted(out.lanes.size());
        for (size_t i = m_count; i-- > 0;) {
            float score = RowScores::Never;
            Step step = stepInto(i, state, score);
            for (int from = 0; (from = leftOutFrom(m_scores->before(i + 1), state, score)) >= 0;) {
                state = from;
                step = stepInto(i, state, score);
            }
            m_place[i] = m_scores->placeOf(state);
            if (step.cell >= 0) {
                const Lane &row = out.lanes[size_t(m_lanes.at(step.cell))];
                for (int c = 0; c < (step.whole ? row.length : 1); ++c)
                    out.tokenOfCell[size_t(step.cell + c)] = int(i);
                out.readings[size_t(m_lanes.at(step.cell))].glued = step.whole;
                out.used[i] = true;
                const int at = m_scores->placeOf(step.from);
                if (step.cell != at) // taken ahead of its row
                    out.readings[size_t(m_lanes.at(step.cell))].interleaved = true;
            }
            if (step.labelLane >= 0 && step.label > 0) {
                out.readings[size_t(step.labelLane)].label += step.label;
                out.readings[size_t(step.labelLane)].numbersBeside |= numberOnLine(m_text, m_tokens, i);
                const Lane &lane = out.lanes[size_t(step.labelLane)];
                if (step.cell < 0 && m_place[i] > lane.first && m_place[i] < lane.first + lane.length)
                    out.readings[size_t(step.labelLane)].wordingAt
                        = std::max(out.readings[size_t(step.labelLane)].wordingAt, m_place[i] - lane.first);
                const size_t piece = step.cell >= 0 ? size_t(m_wording.before(i)) : i;
                m_skippedLabel[piece] = false;
                const TextRange &range = m_tokens[piece].range;
                const QStringView wording = m_text.mid(range.begin, range.length());
                std::vector<QStringView> &known = counted[size_t(step.labelLane)];
                if (std::find(known.begin(), known.end(), wording) == known.end()) {
                    known.push_back(wording);
                    out.readings[size_t(step.labelLane)].cover += m_wording.coverOf(piece, step.labelLane);
                }
            }
            state = step.from;
        }
        for (size_t cell = 0; cell < m_provided.size(); ++cell) {
            if (m_provided[cell] < 0)
                continue;
            out.tokenOfCell[cell] = m_provided[cell];
            out.used[size_t(m_provided[cell])] = true;
            out.apart[cell] = true;
        }
        const RowNames names(out.layout, m_wording, m_tokens);
        if ((out.layout.rowPerLine || out.layout.emptyCellsSeen) && !m_table.across)
            moveToNamedRows(out, names, m_tokens);
        describeLanes(out, m_table, m_text, m_wording, names, m_tokens);
    }

    /// A label that stands behind its turn with a number beside it: page text often tears a row's first value from the
    /// rest together with its label. The number is kept for that row's first cell.
    bool takeLateValues()
    {
        const Alignment &out = m_out;
        bool any = false;
        for (size_t i = 0; i < m_count; ++i) {
            if (m_tokens[i].kind != Token::Text || !m_skippedLabel[i])
                continue;
            for (const auto &[row, score, full, cover] : m_wording.names(i)) {
                const Lane &lane = out.lanes[size_t(row)];
                if (score < 4.f || lane.first + lane.length > m_place[i] || m_provided[size_t(lane.first)] >= 0)
                    continue;
                const int number = numberBeside(i);
                if (number < 0 || (out.used[size_t(number)] && out.tokenOfCell[size_t(lane.first)] == number))
                    continue;
                m_provided[size_t(lane.first)] = number;
                m_taken[size_t(number)] = true;
                any = true;
                break;
            }
        }
        return any;
    }

    int numberBeside(size_t label) const
    {
        for (size_t i = label + 1; i < m_count && m_tokens[i].kind != Token::Gap; ++i) {
            if (m_tokens[i].kind == Token::Number)
                return m_taken[i] ? -1 : int(i);
            if (!m_wording.names(i).empty() && i > label + 1)
                break;
        }
        return -1;
    }

    const FormTable &m_table;
    QStringView m_text;
    const std::vector<Token> &m_tokens;
    size_t m_count;
    const TableWording &m_wording;
    Alignment m_out;
    LanePlaces m_lanes;
    int m_cells;
    TokenCosts m_costs;
    int m_depths = 1;
    std::optional<RowScores> m_scores;
    std::vector<float> m_missing; ///< by place: cost of a cell left out
    std::vector<float> m_rest; ///< and of all the cells from there to the end of its row
    bool m_anyProvided = false;
    std::vector<float> m_ahead; ///< by lane: 0 where its first value may be met early, else never
    std::vector<int> m_provided; ///< by flat cell: a token placed by its label, out of order
    std::vector<bool> m_taken; ///< by token
    std::vector<TokenCosts::Moves> m_moves; ///< by token
    std::vector<bool> m_skippedLabel;
    std::vector<int> m_place;
};

} // namespace

Alignment alignRows(
    const FormTable &table, QStringView text, const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout)
{
    return Aligner(table, text, tokens, wording, layout).run();
}

} // namespace gouji
