// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/places/placement.h"

#include "recovery/places/lanesums.h"
#include "recovery/places/printedplaces.h"
#include "recovery/places/rowways.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr float Possible = 7.f; // farther than this below the best is not worth trying
constexpr size_t MaxPossible = 60;
constexpr float BlanksDropped = 3.f; // empty places that stand elsewhere than where they were
constexpr float AsAligned = 0.3f;
constexpr float UnevenGaps = 2.f; // less than a rival's distance: gaps that stand in no columns rank, they decide nothing
constexpr float Rival = 2.5f; // closer than this to the best is an open choice
constexpr int MaxOthers = 4;
constexpr int UsualExtra = 2; // values on a row's lines that no cell took

class Placer {
public:
    Placer(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens)
        : m_alignment(alignment)
        , m_tokens(tokens)
        , m_sums(table, alignment, tokens)
        , m_places(table, text, alignment, tokens, m_sums)
    {
        m_sequences.reserve(alignment.lanes.size());
        for (size_t l = 0; l < alignment.lanes.size(); ++l)
            m_sequences.push_back(sequence(alignment.lanes[l], alignment.readings[l]));
        m_places.chooseGrids(m_sequences);
    }

    std::vector<PlacedRow> run()
    {
        std::vector<PlacedRow> out = placeAll();
        // what the sums settled shows where the columns are for the rest
        std::vector<std::pair<int, int>> starts; // of lanes: the fields
        for (size_t l = 0; l < out.size(); ++l) {
            if (const int start = startOf(out[l]); start >= 0)
                starts.emplace_back(int(l), start);
        }
        return m_places.learnRows(starts) ? placeAll() : out;
    }

private:
    std::vector<PlacedRow> placeAll() const
    {
        std::vector<PlacedRow> out;
        out.reserve(m_alignment.lanes.size());
        for (size_t l = 0; l < m_alignment.lanes.size(); ++l)
            out.push_back(place(l));
        return out;
    }

    /// The field of the first cell of a delimited row that its sum settled; -1 where it did not.
    int startOf(const PlacedRow &row) const
    {
        int start = -1;
        if (row.chosen.sum != RowSum::Holds || !row.others.empty())
            return -1;
        if (row.chosen.tokens.front() < 0 || isUnmarked(row.chosen.tokens.front()))
            return -1; // its first place may be a merged cell, and another one lost: the sum would hold as well
        for (size_t c = 0; c < row.chosen.tokens.size(); ++c) {
            const Token *t = tokenAt(row.chosen.tokens[c]);
            if (!t || t->kind != Token::Number)
                continue;
            if (!t->delimited || t->lookalike || t->glued || (start >= 0 && t->field - int(c) != start))
                return -1;
            start = t->field - int(c);
        }
        return start;
    }

    RowSum sumOf(size_t lane, const std::vector<int> &places) const { return m_sums.of(lane, places); }

    const Token *tokenAt(int index) const { return index < 0 ? nullptr : &m_tokens[size_t(index)]; }

    void score(size_t lane, const ColumnModel::Around &around, RowPlacement &p, const std::vector<int> &aligned) const
    {
        p.score += m_sums.score(lane, p.tokens, p.sum);
        p.score += m_places.score(around, p.tokens) - UnevenGaps * m_places.unevenness(p.tokens);
        if (p.tokens == aligned)
            p.score += AsAligned;
    }

    /// The value tokens of a lane in order, the ones the alignment left aside on the same lines included.
    std::vector<int> sequence(const Lane &lane, const LaneReading &reading) const
    {
        std::vector<int> out;
        if (reading.begin < 0)
            return out;
        int begin = reading.begin;
        int end = reading.end;
        const auto isPlace = [&](int i) {
            const Token &t = m_tokens[size_t(i)];
            return !m_alignment.used[size_t(i)] && (t.kind == Token::Blank || (t.kind == Token::Number && !t.pageMark));
        };
        const int firstLine = m_tokens[size_t(begin)].line;
        const int lastLine = m_tokens[size_t(end - 1)].line;
        if (lane.length > 1) {
            while (begin > 0 && m_tokens[size_t(begin - 1)].line == firstLine && isPlace(begin - 1))
                --begin;
            while (end < int(m_tokens.size()) && m_tokens[size_t(end)].line == lastLine && isPlace(end))
                ++end;
        }
        out.reserve(size_t(std::min(end - begin, lane.length + UsualExtra)));
        for (int i = begin; i < end; ++i) {
            if (belongs(i, lane) || isPlace(i))
                out.push_back(i);
        }
        return out;
    }

    bool belongs(int token, const Lane &lane) const
    {
        for (int c = 0; c < lane.length; ++c) {
            if (m_alignment.tokenOfCell[size_t(lane.first + c)] == token)
                return true;
        }
        return false;
    }

    PlacedRow place(size_t l) const
    {
        const Lane &lane = m_alignment.lanes[l];
        const LaneReading &reading = m_alignment.readings[l];
        PlacedRow out;
        if (reading.glued) {
            out.cut = true;
            out.chosen.tokens.assign(size_t(lane.length), -1);
            return out;
        }
        std::vector<int> aligned(m_alignment.tokenOfCell.begin() + lane.first, m_alignment.tokenOfCell.begin() + lane.first + lane.length);
        out.chosen.tokens = aligned;
        out.chosen.sum = sumOf(l, aligned);
        const std::vector<int> &seq = m_sequences[l];
        const bool anyApart = std::any_of(
            m_alignment.apart.begin() + lane.first, m_alignment.apart.begin() + lane.first + lane.length, [](bool b) { return b; });
        int numbers = 0;
        for (const int i : seq)
            numbers += m_tokens[size_t(i)].kind == Token::Number;
        const std::vector<int> solid = onlySolid(seq);
        const bool holdsElsewhere = couldHoldElsewhere(l, seq, out.chosen.sum);
        out.exact = out.exact && !holdsElsewhere;
        if (!anyApart && numbers > 0 && lane.length > 1 && int(solid.size()) != lane.length) {
            if (const auto printed = m_places.byColumns(l, seq)) {
                out.chosen = *printed;
                out.possible.push_back(out.chosen);
                out.numbers = numbers;
                out.inPlace = true;
                out.exact = reading.missing == 0 && reading.strays == 0 && out.chosen.tokens == aligned && int(seq.size()) == lane.length;
                return out;
            }
        }
        out.exact = reading.missing == 0 && reading.strays == 0 && !anyApart && int(seq.size()) == lane.length && !holdsElsewhere;
        if (out.exact && numbers > 0 && lane.length > 1 && int(solid.size()) != lane.length && m_tokens[size_t(seq.front())].delimited
            && !m_tokens[size_t(seq.front())].alone && (isBlank(seq.front()) || isBlank(seq.back())) && !m_places.inPlace(l, aligned)
            && !isWholeLine(l, seq, out.chosen.sum)) {
            // an empty place at an end may be a merged cell, and a cell of the row may be lost
            out.exact = false;
            out.numbers = numbers;
            out.possible.push_back(out.chosen);
            return out;
        }
        if (out.exact && numbers > 0 && lane.length > 1 && !m_sums.has(l) && m_tokens[size_t(seq.front())].delimited
            && isUnmarked(seq.back())) {
            // no sum would show that empty cells before the end were lost and the rest moved up
            out.exact = false;
            out.numbers = numbers;
            out.possible.push_back(out.chosen);
            for (const RowPlacement &p : spreading(m_tokens, onlyNumbers(seq), lane.length)) {
                if (differs(p.tokens, out.chosen.tokens) && int(out.others.size()) < MaxOthers)
                    out.others.push_back(p);
            }
            return out;
        }
        if (out.exact && reading.crossesRows) {
            out.exact = false;
            out.numbers = numbers;
            out.possible.push_back(out.chosen);
            return out;
        }
        if (out.exact && reading.wordingAt > 1 && out.chosen.sum != RowSum::Holds)
            turn(l, out);
        if (out.exact || numbers == 0 || anyApart || out.turned || !out.others.empty())
            return out;
        if (int(solid.size()) == lane.length) { // every cell has its number or its mark; the empty places are merged cells
            out.chosen.tokens = solid;
            out.chosen.sum = sumOf(l, out.chosen.tokens);
            out.exact = reading.missing == 0 && !reading.crossesRows && (m_sums.has(l) || !isParted(seq));
            out.numbers = numbers;
            out.possible.push_back(out.chosen);
            return out;
        }
        std::vector<RowPlacement> all
            = int(seq.size()) > lane.length ? leavingOut(m_tokens, seq, lane.length) : spreading(m_tokens, seq, lane.length);
        const ColumnModel::Around around = m_places.around(l);
        for (RowPlacement &p : all)
            score(l, around, p, aligned);
        if (numbers < int(seq.size())
            && std::none_of(all.begin(), all.end(), [](const RowPlacement &p) { return p.sum == RowSum::Holds; })) {
            // no way to keep the empty places makes the row's sum hold: they may not stand where they were printed
            for (RowPlacement p : spreading(m_tokens, onlyNumbers(seq), lane.length)) {
                score(l, around, p, aligned);
                p.score -= BlanksDropped;
                if (p.sum == RowSum::Holds)
                    all.push_back(p);
            }
        }
        if (all.empty())
            return out;
        const int lost
            = std::min_element(all.begin(), all.end(), [](const RowPlacement &a, const RowPlacement &b) { return a.lost < b.lost; })->lost;
        std::erase_if(all, [lost](const RowPlacement &p) { return p.lost > lost; }); // no sum is worth a printed number
        out.numbers = numbers;
        out.endsShort = int(seq.size()) < lane.length && m_tokens[size_t(seq.back())].delimited
            && (m_tokens[size_t(seq.back())].kind == Token::Number || isUnmarked(seq.back()));
        std::stable_sort(all.begin(), all.end(), [](const RowPlacement &a, const RowPlacement &b) { return a.score > b.score; });
        out.chosen = all.front();
        out.luck = out.chosen.sum == RowSum::Holds ? m_sums.luck(l, out.chosen.tokens, all) : double(all.size());
        out.firm.assign(out.chosen.tokens.size(), all.size() < MaxPlacements);
        for (const RowPlacement &p : all) {
            for (size_t c = 0; c < p.tokens.size() && p.sum == RowSum::Holds; ++c)
                out.firm[c] = out.firm[c] && !differs({p.tokens[c]}, {out.chosen.tokens[c]});
        }
        out.possible.push_back(out.chosen);
        for (size_t i = 1; i < all.size() && out.possible.size() < MaxPossible && all[i].score > all.front().score - Possible; ++i) {
            if (std::any_of(
                    out.possible.begin(), out.possible.end(), [&](const RowPlacement &p) { return !differs(p.tokens, all[i].tokens); }))
                continue;
            out.possible.push_back(all[i]);
            if (int(out.others.size()) < MaxOthers && all[i].score > all.front().score - Rival)
                out.others.push_back(all[i]);
        }
        out.inPlace = m_places.inPlace(l, out.chosen.tokens);
        if (out.inPlace
            && (out.chosen.sum == RowSum::Trivial
                || (tokenAt(out.chosen.tokens.back()) && m_tokens[size_t(out.chosen.tokens.back())].kind == Token::Number)))
            std::erase_if(out.others,
                [](const RowPlacement &p) { return p.sum != RowSum::Holds; }); // a row in its columns that does not add up is the report's
        if (out.inPlace && out.chosen.sum == RowSum::Holds)
            out.others.clear();
        return out;
    }

    /// Page text often prints the first values of a row, with its wording, behind the rest of them: turn the row so that
    /// the values behind the wording come first, where the sum then holds or there is none to ask.
    void turn(size_t l, PlacedRow &row) const
    {
        RowPlacement turned = row.chosen;
        std::rotate(turned.tokens.begin(), turned.tokens.begin() + m_alignment.readings[l].wordingAt, turned.tokens.end());
        turned.sum = sumOf(l, turned.tokens);
        if (turned.sum != RowSum::Holds && turned.sum != RowSum::None)
            return;
        row.others.push_back(row.chosen);
        row.chosen = turned;
        row.exact = false;
        if (turned.sum == RowSum::Holds)
            row.others.clear();
        row.turned = turned.sum == RowSum::Holds;
    }

    /// The row has no wording of its own, its line has just as many fields as the row has cells, and they add up.
    bool isWholeLine(size_t l, const std::vector<int> &seq, RowSum sum) const
    {
        const int before = seq.front() - 1;
        const size_t behind = size_t(seq.back()) + 1;
        const int line = m_tokens[size_t(seq.front())].line;
        return m_alignment.lanes.size() == 1 && int(seq.size()) == m_alignment.lanes[l].length
            && (sum == RowSum::Holds || sum == RowSum::Trivial) && m_tokens[size_t(seq.back())].line == line
            && m_tokens[size_t(seq.front())].field == 0 && (before < 0 || m_tokens[size_t(before)].line != line)
            && (behind >= m_tokens.size() || m_tokens[behind].line != line);
    }

    /// The sums fail on the places as printed, an empty place stands at an end, and the same numbers make them hold some
    /// places on: fields were lost or came in on the way.
    bool couldHoldElsewhere(size_t l, const std::vector<int> &seq, RowSum sum) const
    {
        if ((sum != RowSum::Fails && sum != RowSum::Open) || seq.empty() || (!isUnmarked(seq.front()) && !isUnmarked(seq.back())))
            return false;
        const int length = m_alignment.lanes[l].length;
        size_t first = 0;
        size_t last = seq.size();
        while (first < last && isUnmarked(seq[first]))
            ++first;
        while (last > first && isUnmarked(seq[last - 1]))
            --last;
        for (int offset = 0; offset + int(last - first) <= length; ++offset) {
            std::vector<int> tokens(size_t(length), -1);
            std::copy(seq.begin() + std::ptrdiff_t(first), seq.begin() + std::ptrdiff_t(last), tokens.begin() + offset);
            if (sumOf(l, tokens) == RowSum::Holds)
                return true;
        }
        return false;
    }

    /// An empty place between two numbers: a number torn in two would take it for no merged cell.
    bool isParted(const std::vector<int> &seq) const
    {
        bool number = false;
        bool parted = false;
        for (const int i : seq) {
            if (m_tokens[size_t(i)].kind == Token::Number && parted)
                return true;
            number = number || m_tokens[size_t(i)].kind == Token::Number;
            parted = number && isUnmarked(i);
        }
        return false;
    }

    bool isUnmarked(int token) const { return isBlank(token) && m_tokens[size_t(token)].range.length() == 0; }

    bool isBlank(int token) const { return m_tokens[size_t(token)].kind == Token::Blank; }

    /// Numbers, and empty places that bear a mark.
    std::vector<int> onlySolid(const std::vector<int> &seq) const
    {
        std::vector<int> out;
        out.reserve(seq.size());
        for (const int i : seq) {
            const Token &t = m_tokens[size_t(i)];
            if (t.kind == Token::Number || (t.kind == Token::Blank && !t.noise && t.range.length() > 0))
                out.push_back(i);
        }
        return out;
    }

    std::vector<int> onlyNumbers(const std::vector<int> &seq) const
    {
        std::vector<int> out;
        out.reserve(seq.size());
        for (const int i : seq) {
            if (m_tokens[size_t(i)].kind == Token::Number)
                out.push_back(i);
        }
        return out;
    }

    /// Two placements that put the same numbers in the same cells say the same; an empty cell and a printed 0 do not.
    bool differs(const std::vector<int> &a, const std::vector<int> &b) const
    {
        for (size_t c = 0; c < a.size(); ++c) {
            const Token *x = tokenAt(a[c]);
            const Token *y = tokenAt(b[c]);
            const bool xn = x && x->kind == Token::Number;
            const bool yn = y && y->kind == Token::Number;
            if (xn != yn || (xn && x->value != y->value))
                return true;
        }
        return false;
    }

    const Alignment &m_alignment;
    const std::vector<Token> &m_tokens;
    LaneSums m_sums;
    std::vector<std::vector<int>> m_sequences; ///< by lane: its values in order
    PrintedPlaces m_places;
};

} // namespace

std::vector<PlacedRow> placeRows(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens)
{
    return Placer(table, text, alignment, tokens).run();
}

} // namespace gouji
