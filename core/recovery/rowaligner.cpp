// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rowaligner.h"

#include "recovery/lanereading.h"
#include "recovery/linenames.h"
#include "recovery/wording.h"

#include <algorithm>
#include <limits>

namespace gouji {

namespace {

// All costs are in matched label characters: what a wrong step must outweigh.
constexpr float BrokenRow = 4.0f; // a row's values continue on another line although rows share lines here
constexpr float ApartFromWording = 1.4f; // a row starts on a line without wording
constexpr float GluedRows = 2.0f; // a row starts on the line of the one before
constexpr float StrayNumber = 3.0f;
constexpr float StrayAlone = 1.2f; // a number alone on a line where rows share lines: a page number most likely
constexpr float StrayPageMark = 0.2f;
constexpr float UnusedBlankInRow = 0.8f;
constexpr float UnusedGapInRow = 0.1f;
constexpr float UnusedBlank = 0.02f; // between rows: merged cells leave them everywhere
constexpr float UnusedBlankBehindLabel = 0.12f; // where a cell stands on each line, the first one behind a label is the row's
constexpr float GapAsCell = 0.3f;
constexpr float UnnamedEmptyStart = 1.0f; // a row that starts with an empty place before its wording was seen
constexpr float NoiseAsCell = 0.2f;
constexpr float GluedRun = 0.3f; // digits without separators that are a whole row
constexpr float MissingCell = 0.8f;
constexpr float MissingRest = 2.5f;
constexpr float EmptyRow = 3.0f;
constexpr float Interleave = 0.8f;
constexpr float LabelAround = 0.9f;
constexpr float WordingInRow = 1.5f; // between values that share a line
constexpr float WordingInBrokenRow = 0.5f;
constexpr float LabelBehind = 0.8f;
constexpr float HeadWording = 0.25f; // column heads seen before the first row
constexpr int MaxDepth = 3;
constexpr size_t MaxTokens = 12000; // bounds time and memory on hostile input

constexpr float Never = -std::numeric_limits<float>::infinity();

struct Step {
    int from = -1; ///< state before the token
    qint16 cell = -1; ///< flat cell the token went to
    bool whole = false; ///< the token is the whole row, glued together
    float label = 0; ///< label score won
    qint16 labelLane = -1;
};

class Aligner
{
public:
    Aligner(const FormTable &table, QStringView text, const std::vector<Token> &tokens, bool gapsPartValues)
        : m_table(table)
        , m_text(text)
        , m_tokens(tokens)
        , m_count(std::min(tokens.size(), MaxTokens))
        , m_wording(table, text, tokens)
    {
        makeLanes();
        m_out.layout = measureLayout(m_tokens, m_table.across ? m_cells : 0, gapsPartValues);
        m_out.labels = m_wording.recognised();
        m_out.rowsNamed = m_wording.rowsNamed();
    }

    Alignment run()
    {
        Alignment out = pass();
        if (!m_out.layout.rowPerLine && takeLateValues(out))
            out = pass();
        return out;
    }

private:
    void makeLanes()
    {
        int flat = 0;
        for (int r = 0; r < m_table.rows.size(); ++r) {
            const int length = int(m_table.rows[r].cells.size());
            if (r == 0 || !m_table.across)
                m_out.lanes.push_back({{}, flat, 0});
            m_out.lanes.back().rows.push_back(r);
            m_out.lanes.back().length += length;
            flat += length;
        }
        m_cells = flat;
        m_laneOf.resize(size_t(flat) + 1);
        for (size_t l = 0; l < m_out.lanes.size(); ++l) {
            for (int c = 0; c < m_out.lanes[l].length; ++c)
                m_laneOf[size_t(m_out.lanes[l].first + c)] = int(l);
        }
        m_laneOf[size_t(flat)] = int(m_out.lanes.size());
        m_indent.assign(m_count, false);
        for (size_t i = m_count; i-- > 1;) {
            const Token &t = m_tokens[i];
            const Token &before = m_tokens[i - 1];
            m_indent[i - 1] = before.kind == Token::Blank && before.delimited && before.line == t.line && before.range.length() == 0
                && (t.kind == Token::Text || m_indent[i]);
        }
        for (size_t i = 1; i < m_count; ++i) {
            const Token &before = m_tokens[i - 1];
            if (before.line == m_tokens[i].line && before.kind != Token::Text && !m_indent[i - 1])
                m_indent[i] = false;
        }
        m_provided.assign(size_t(flat), -1);
        m_taken.assign(m_count, false);
    }

    int stateOf(int place, int depth) const { return depth * (m_cells + 1) + place; }

    bool isBoundary(int place) const
    {
        return place == m_cells || m_out.lanes[size_t(m_laneOf[size_t(place)])].first == place;
    }

    /// At a boundary the first value of the next row may have been taken already.
    void settle(int &place, int &depth) const
    {
        while (depth > 0 && place < m_cells && isBoundary(place)) {
            ++place;
            --depth;
        }
    }

    void relax(std::vector<float> &next, std::vector<Step> &steps, int state, float score, const Step &step) const
    {
        if (score > next[size_t(state)]) {
            next[size_t(state)] = score;
            steps[size_t(state)] = step;
        }
    }

    float skipCost(size_t i, bool boundary) const
    {
        const Token &t = m_tokens[i];
        switch (t.kind) {
        case Token::Number:
            if (m_taken[i])
                return 0;
            return t.pageMark || t.loose ? StrayPageMark : t.alone && m_out.layout.rowPerLine ? StrayAlone : StrayNumber;
        case Token::Blank:
            return !boundary ? UnusedBlankInRow : m_wording.before(i) >= 0 && !m_out.layout.rowPerLine ? UnusedBlankBehindLabel : UnusedBlank;
        case Token::Gap:
            return !boundary ? UnusedGapInRow : m_out.layout.gapsAreCells && m_wording.before(i) >= 0 ? UnusedBlankBehindLabel : 0;
        case Token::Text:
            break;
        }
        return 0;
    }

    float takeCost(size_t i, bool rowStart) const
    {
        const Token &t = m_tokens[i];
        float cost = 0;
        if (m_out.layout.rowPerLine) {
            const bool sameLine = m_lineOfLastValue == t.line;
            if (rowStart && sameLine)
                cost += GluedRows;
            else if (rowStart && !m_table.across && (m_wording.before(i) < 0 || m_tokens[size_t(m_wording.before(i))].line != t.line))
                cost += ApartFromWording;
            else if (!rowStart && !sameLine)
                cost += BrokenRow;
        }
        if (t.kind == Token::Gap)
            cost += GapAsCell;
        else if (t.noise)
            cost += NoiseAsCell;
        return cost;
    }

    bool canTake(size_t i) const
    {
        const Token &t = m_tokens[i];
        if (m_taken[i] || t.pageMark || (m_indent[i] && m_out.layout.rowPerLine))
            return false;
        return t.kind == Token::Number || t.kind == Token::Blank || (t.kind == Token::Gap && m_out.layout.gapsAreCells);
    }

    void takeToken(size_t i, const std::vector<float> &now, std::vector<float> &next, std::vector<Step> &steps) const
    {
        const Token &t = m_tokens[i];
        const bool takes = canTake(i);
        const float startCost = takes ? takeCost(i, true) : 0;
        const float goOnCost = takes ? takeCost(i, false) : 0;
        const float skipInside = skipCost(i, false);
        const float skipBetween = skipCost(i, true);
        for (int depth = 0; depth < m_depths; ++depth) {
            for (int place = 0; place <= m_cells; ++place) {
                const int state = stateOf(place, depth);
                const float score = now[size_t(state)];
                if (score == Never)
                    continue;
                const bool boundary = isBoundary(place);
                const int lane = m_laneOf[size_t(place)];
                // leave the token aside, winning its label where one is due here
                Step skip{state, -1, false, 0, -1};
                if (t.kind == Token::Text)
                    skip.label = labelHere(i, place, lane, boundary, skip.labelLane);
                relax(next, steps, state, score + skip.label - (boundary ? skipBetween : skipInside), skip);
                if (!takes || place == m_cells)
                    continue;
                if (t.glued && m_out.lanes[size_t(lane)].length > 1) {
                    const Lane &row = m_out.lanes[size_t(lane)];
                    if (boundary && depth == 0 && t.range.length() >= row.length)
                        relax(next, steps, stateOf(row.first + row.length, 0), score - GluedRun, Step{state, qint16(place), true, 0, -1});
                    if (!boundary)
                        continue; // only a first value can touch its label
                }
                const float unnamed = boundary && t.kind != Token::Number && !m_table.across
                        && (m_wording.before(i) < 0 || m_wording.nameOf(size_t(m_wording.before(i)), lane) < 1.f)
                    ? UnnamedEmptyStart
                    : 0;
                int nextPlace = place + 1;
                int nextDepth = depth;
                settle(nextPlace, nextDepth);
                if (m_provided[size_t(place)] < 0)
                    relax(next, steps, stateOf(nextPlace, nextDepth), score - unnamed - (boundary ? startCost : goOnCost), Step{state, qint16(place), false, 0, -1});
                // the first value of a row further down, met before this row is complete
                const int ahead = lane + 1 + depth;
                if (depth + 1 < m_depths && t.kind == Token::Number && place == m_out.lanes[size_t(lane)].first + 1 && ahead < int(m_out.lanes.size())
                    && m_out.lanes[size_t(ahead)].length > 1 && m_provided[size_t(m_out.lanes[size_t(ahead)].first)] < 0) {
                    const float won = m_wording.before(i) < 0 ? 0 : m_wording.nameOf(size_t(m_wording.before(i)), ahead) * LabelAround;
                    relax(next, steps, stateOf(place, depth + 1), score + won - Interleave,
                          Step{state, qint16(m_out.lanes[size_t(ahead)].first), false, won, won > 0 ? qint16(ahead) : qint16(-1)});
                }
            }
        }
    }

    float labelHere(size_t i, int place, int lane, bool boundary, qint16 &won) const
    {
        const float head = m_wording.head(i);
        if (m_table.across)
            return place == 0 ? head * HeadWording : -head * HeadWording;
        if (place == 0 && head > 0 && m_wording.names(i).empty())
            return head * HeadWording;
        float best = 0;
        const auto offer = [&](int candidate, float weight) {
            if (candidate < 0 || candidate >= int(m_out.lanes.size()))
                return;
            if (const float s = m_wording.nameOf(i, candidate) * weight; s > best) {
                best = s;
                won = qint16(candidate);
            }
        };
        if (boundary) {
            offer(lane, 1.f);
            offer(lane - 1, LabelBehind);
        } else if (m_out.layout.rowPerLine) {
            return i > 0 && m_tokens[i].line == m_tokens[i - 1].line ? -WordingInRow : -WordingInBrokenRow;
        } else {
            offer(lane, LabelAround);
        }
        return best;
    }

    /// Places without any token: single cells, the rest of a row, whole rows. Left to right, so that they chain.
    void leaveOut(std::vector<float> &scores, std::vector<int> &from) const
    {
        std::fill(from.begin(), from.end(), -1);
        const auto go = [&](int a, int b, float cost) {
            if (scores[size_t(a)] - cost > scores[size_t(b)]) {
                scores[size_t(b)] = scores[size_t(a)] - cost;
                from[size_t(b)] = a;
            }
        };
        for (int depth = m_depths - 1; depth >= 0; --depth) {
            for (int place = 0; place < m_cells; ++place) {
                const int state = stateOf(place, depth);
                if (scores[size_t(state)] == Never)
                    continue;
                const Lane &lane = m_out.lanes[size_t(m_laneOf[size_t(place)])];
                const auto target = [&](int p) {
                    int d = depth;
                    settle(p, d);
                    return stateOf(p, d);
                };
                go(state, target(place + 1), m_provided[size_t(place)] >= 0 ? 0 : MissingCell);
                const int rest = lane.first + lane.length - place;
                go(state, target(lane.first + lane.length), std::min(float(rest) * MissingCell, place == lane.first ? EmptyRow : MissingRest));
            }
        }
    }

    Alignment pass()
    {
        m_depths = m_out.layout.rowPerLine || m_out.layout.emptyCellsSeen || m_table.across ? 1 : MaxDepth;
        const size_t states = size_t(m_cells + 1) * size_t(m_depths);
        std::vector<float> now(states, Never);
        std::vector<float> next(states);
        std::vector<std::vector<Step>> steps(m_count, std::vector<Step>());
        std::vector<std::vector<int>> jumps(m_count + 1);
        now[size_t(stateOf(0, 0))] = 0;
        jumps[0].assign(states, -1);
        leaveOut(now, jumps[0]);
        m_lineOfLastValue = -1;
        for (size_t i = 0; i < m_count; ++i) {
            std::fill(next.begin(), next.end(), Never);
            steps[i].resize(states);
            takeToken(i, now, next, steps[i]);
            const Token &t = m_tokens[i];
            if (t.kind == Token::Number || t.kind == Token::Blank)
                m_lineOfLastValue = t.line;
            else if (t.kind == Token::Text)
                m_lineOfLastValue = -1;
            now.swap(next);
            jumps[i + 1].assign(states, -1);
            leaveOut(now, jumps[i + 1]);
        }
        return trace(now, steps, jumps);
    }

    Alignment trace(const std::vector<float> &last, const std::vector<std::vector<Step>> &steps, const std::vector<std::vector<int>> &jumps)
    {
        Alignment out = m_out;
        out.tokenOfCell.assign(size_t(m_cells), -1);
        out.apart.assign(size_t(m_cells), false);
        out.used.assign(m_tokens.size(), false);
        out.readings.assign(out.lanes.size(), {});
        int state = stateOf(m_cells, 0);
        out.score = last[size_t(state)];
        m_skippedLabel.assign(m_count, true);
        m_place.assign(m_count, 0);
        for (size_t i = m_count; i-- > 0;) {
            while (jumps[i + 1][size_t(state)] >= 0)
                state = jumps[i + 1][size_t(state)];
            const Step &step = steps[i][size_t(state)];
            m_place[i] = state % (m_cells + 1);
            if (step.cell >= 0) {
                const Lane &row = out.lanes[size_t(m_laneOf[size_t(step.cell)])];
                for (int c = 0; c < (step.whole ? row.length : 1); ++c)
                    out.tokenOfCell[size_t(step.cell + c)] = int(i);
                out.readings[size_t(m_laneOf[size_t(step.cell)])].glued = step.whole;
                out.used[i] = true;
                const int at = step.from % (m_cells + 1);
                if (step.cell != at) // taken ahead of its row
                    out.readings[size_t(m_laneOf[size_t(step.cell)])].interleaved = true;
            }
            if (step.labelLane >= 0 && step.label > 0) {
                out.readings[size_t(step.labelLane)].label += step.label;
                out.readings[size_t(step.labelLane)].numbersBeside |= numberOnLine(m_text, m_tokens, i);
                const Lane &lane = out.lanes[size_t(step.labelLane)];
                if (step.cell < 0 && m_place[i] > lane.first && m_place[i] < lane.first + lane.length)
                    out.readings[size_t(step.labelLane)].wordingAt = std::max(out.readings[size_t(step.labelLane)].wordingAt, m_place[i] - lane.first);
                m_skippedLabel[step.cell >= 0 ? size_t(m_wording.before(i)) : i] = false;
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
        const LineNames names(m_wording, m_tokens);
        if (out.layout.rowPerLine && !m_table.across)
            moveToNamedRows(out, names, m_tokens);
        describeLanes(out, m_table, m_wording, names, m_tokens);
        return out;
    }

    /// A label that stands behind its turn with a number beside it: page text often tears a row's first value from the
    /// rest together with its label. The number is kept for that row's first cell.
    bool takeLateValues(const Alignment &out)
    {
        bool any = false;
        for (size_t i = 0; i < m_count; ++i) {
            if (m_tokens[i].kind != Token::Text || !m_skippedLabel[i])
                continue;
            for (const auto &[row, score, full] : m_wording.names(i)) {
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
    TableWording m_wording;
    int m_cells = 0;
    int m_depths = 1;
    int m_lineOfLastValue = -1;
    Alignment m_out;
    std::vector<int> m_laneOf;
    std::vector<int> m_provided; ///< by flat cell: a token placed by its label, out of order
    std::vector<bool> m_taken; ///< by token
    std::vector<bool> m_indent; ///< by token: an empty place before the wording of its line
    std::vector<bool> m_skippedLabel;
    std::vector<int> m_place;
};

} // namespace

Alignment alignRows(const FormTable &table, QStringView text, const std::vector<Token> &tokens, bool gapsPartValues)
{
    return Aligner(table, text, tokens, gapsPartValues).run();
}

} // namespace gouji
