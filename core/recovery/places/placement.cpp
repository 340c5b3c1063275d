// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/places/placement.h"

#include "recovery/places/columnmodel.h"
#include "recovery/places/lanesums.h"
#include "recovery/places/rowways.h"

#include <algorithm>
#include <set>

namespace gouji {

namespace {

constexpr float InColumn = 2.5f;
constexpr float OffColumn = 0.4f; // for each character away from where the column stands elsewhere
constexpr float LineShift = 0.8f; // for each field the line as a whole is off
constexpr float Possible = 7.f; // farther than this below the best is not worth trying
constexpr size_t MaxPossible = 60;
constexpr float BlanksDropped = 3.f; // empty places that stand elsewhere than where they were
constexpr float AsAligned = 0.3f;
constexpr float UnevenGaps = 2.f; // less than a rival's distance: gaps that stand in no columns rank, they decide nothing
constexpr float Rival = 2.5f; // closer than this to the best is an open choice
constexpr int MaxOthers = 4;

class Placer {
public:
    Placer(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens)
        : m_alignment(alignment)
        , m_tokens(tokens)
        , m_sums(table, alignment, tokens)
        , m_columns(table, text, alignment, tokens)
    {
        for (const Token &t : tokens)
            m_leftmost = std::min(m_leftmost, t.kind == Token::Text ? t.left : m_leftmost);
        for (size_t l = 0; l < alignment.lanes.size(); ++l)
            m_sequences.push_back(sequence(alignment.lanes[l], alignment.readings[l]));
        chooseGrids();
    }

    std::vector<PlacedRow> run()
    {
        std::vector<PlacedRow> out = placeAll();
        // what the sums settled shows where the columns are for the rest
        bool learned = false;
        for (size_t l = 0; l < out.size(); ++l) {
            if (const int start = startOf(out[l]); start >= 0) {
                m_columns.learnRow(int(l), start);
                learned = true;
            }
        }
        return learned ? placeAll() : out;
    }

private:
    std::vector<PlacedRow> placeAll() const
    {
        std::vector<PlacedRow> out;
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
        if (row.exact && row.chosen.tokens.front() >= 0 && isUnmarked(row.chosen.tokens.front()))
            return -1; // its first place may be a merged cell, and another one lost: the sum would hold as well
        for (size_t c = 0; c < row.chosen.tokens.size(); ++c) {
            const Token *t = tokenAt(row.chosen.tokens[c]);
            if (!t || t->kind != Token::Number)
                continue;
            if (!t->delimited || (start >= 0 && t->field - int(c) != start))
                return -1;
            start = t->field - int(c);
        }
        return start;
    }

    RowSum sumOf(size_t lane, const std::vector<int> &places) const { return m_sums.of(lane, places); }

    const Token *tokenAt(int index) const { return index < 0 ? nullptr : &m_tokens[size_t(index)]; }

    /// Every number stands where its column stands, and nowhere near another column.
    bool inPlace(size_t lane, const std::vector<int> &places) const
    {
        const auto first
            = std::find_if(places.begin(), places.end(), [this](int i) { return tokenAt(i) && tokenAt(i)->kind == Token::Number; });
        if (first != places.end() && tokenAt(*first)->delimited)
            return inFields(lane, places);
        const ColumnModel::Around around = m_columns.around(lane);
        for (size_t c = 0; c < places.size(); ++c) {
            const Token *t = tokenAt(places[c]);
            if (!t || t->kind != Token::Number)
                continue;
            const auto off = m_columns.distance(around, int(c), *t);
            if (!off || *off > m_columns.tolerance())
                return false;
            for (size_t other = 0; other < places.size(); ++other) {
                const auto rival = m_columns.distance(around, int(other), *t);
                if (other != c && rival && *rival <= *off + 1)
                    return false;
            }
        }
        return true;
    }

    /// The same for delimited lines, where weak evidence has to be borne out by the row's sum.
    bool inFields(size_t lane, const std::vector<int> &places) const
    {
        const ColumnModel::Support support = m_columns.support(lane);
        if (support == ColumnModel::Support::None || (support == ColumnModel::Support::One && sumOf(lane, places) != RowSum::Holds))
            return false;
        const int start = m_columns.expectedStart(lane);
        for (size_t c = 0; c < places.size(); ++c) {
            const Token *t = tokenAt(places[c]);
            if (t && t->kind == Token::Number && (!t->delimited || t->field != start + int(c)))
                return false;
        }
        return true;
    }

    /// The row as its columns have it: fields of a delimited line, the grid of a spaced layout. Nothing where two values
    /// claim a cell or one has none.
    std::optional<RowPlacement> asPrinted(size_t lane, const std::vector<int> &seq) const
    {
        const bool ruled = m_columns.ruledCell(lane, m_tokens[size_t(seq.back())]) >= 0;
        const int start = m_columns.expectedStart(lane);
        RowPlacement out;
        out.tokens.assign(size_t(m_alignment.lanes[lane].length), -1);
        for (const int i : seq) {
            const Token &t = m_tokens[size_t(i)];
            if (t.line != m_tokens[size_t(seq.front())].line || (t.delimited && start < 0 && !ruled))
                return std::nullopt;
            const int cell = ruled ? m_columns.ruledCell(lane, t) : t.delimited ? t.field - start : m_columns.gridCell(lane, t);
            const bool outside = cell < 0 || cell >= int(out.tokens.size());
            if (outside && t.kind == Token::Blank && t.range.length() == 0)
                continue;
            if (outside || out.tokens[size_t(cell)] >= 0)
                return std::nullopt;
            out.tokens[size_t(cell)] = i;
        }
        out.sum = sumOf(lane, out.tokens);
        return out;
    }

    /// The same, where what is known of the columns and the row's sum bear each other out.
    std::optional<RowPlacement> byColumns(size_t lane, const std::vector<int> &seq) const
    {
        const bool ruled = m_columns.ruledCell(lane, m_tokens[size_t(seq.back())]) == m_alignment.lanes[lane].length - 1;
        const bool delimited = m_tokens[size_t(seq.front())].delimited && !ruled;
        const int spare = delimited ? m_columns.spareFields(lane) : 0;
        const bool settled = !delimited || (spare == 0 && m_columns.support(lane) == ColumnModel::Support::Settled);
        if (spare < 0)
            return std::nullopt;
        const auto out = asPrinted(lane, seq);
        if (!out || out->sum == RowSum::Holds || (settled && out->sum == RowSum::Trivial))
            return out;
        // in columns parted clearly, a row that does not add up is the report's
        const Token *last = tokenAt(out->tokens.back());
        return m_columns.isClearGrid(lane) && out->sum == RowSum::Fails && last && last->kind == Token::Number ? out : std::nullopt;
    }

    /// The columns of spaced rows: of the ways to part their numbers, the one that makes most sums hold. Where no sum can
    /// be asked, the clearest, if it is clear.
    void chooseGrids()
    {
        std::set<int> lengths;
        for (const Lane &lane : m_alignment.lanes)
            lengths.insert(lane.length);
        for (const int length : lengths) {
            std::optional<ColumnModel::Grid> best;
            int most = 0;
            bool tied = false;
            for (const ColumnModel::Grid &grid : m_columns.gridsOf(length)) {
                m_columns.setGrid(length, grid);
                const int score = gridScore(length, grid.clarity > 0);
                if (score > most) {
                    most = score;
                    best = grid;
                    tied = false;
                } else if (score == most && best) {
                    tied = tied || (grid.low != best->low && grid.clarity > 0 && best->clarity <= 0);
                }
            }
            m_columns.dropGrid(length);
            if (best && !tied)
                m_columns.setGrid(length, *best);
        }
    }

    /// How well the columns set now explain the rows of a length: sums that hold speak for them, sums that fail and rows
    /// that lose a number against. Columns that are not parted clearly need the sums across rows, too: the sum of a row
    /// does not say which of its parts is which. 0 where they do not convince.
    int gridScore(int length, bool clear) const
    {
        constexpr int HoldingsForAFailure = 4;
        constexpr int RowsForOneApart = 4; // a long label or number pushes a line away from its columns now and then
        std::vector<int> tokens(m_alignment.tokenOfCell.size(), LaneSums::Unknown);
        int holds = 0;
        int fails = 0;
        int trivial = 0;
        int apart = 0; // rows that do not stand in these columns
        std::vector<bool> together(size_t(length), false); // by column: a row has a number in it and in the next
        for (size_t l = 0; l < m_alignment.lanes.size(); ++l) {
            const Lane &lane = m_alignment.lanes[l];
            static const std::vector<int> none;
            const std::vector<int> &seq = lane.length == length ? m_sequences[l] : none;
            if (seq.empty())
                std::fill_n(tokens.begin() + lane.first, lane.length, -1);
            if (seq.empty() || m_tokens[size_t(seq.front())].delimited)
                continue;
            const auto row = asPrinted(l, seq);
            if (row)
                std::copy(row->tokens.begin(), row->tokens.end(), tokens.begin() + lane.first);
            const auto isNumber = [&](size_t c) { return tokenAt(row->tokens[c]) && tokenAt(row->tokens[c])->kind == Token::Number; };
            for (size_t c = 0; row && c + 1 < row->tokens.size(); ++c)
                together[c] = together[c] || (isNumber(c) && isNumber(c + 1));
            holds += row && row->sum == RowSum::Holds;
            trivial += row && (row->sum == RowSum::Trivial || row->sum == RowSum::None);
            fails += row && (row->sum == RowSum::Fails || row->sum == RowSum::Open);
            apart += !row;
        }
        // two columns that no row uses both of may be one that is torn, while another is empty throughout
        if (std::count(together.begin(), together.end() - 1, false) > 0)
            return 0;
        if (!clear || apart * RowsForOneApart > holds + trivial)
            fails += apart;
        const auto [acrossHolds, acrossFails] = m_sums.across(tokens);
        if (!clear && (acrossHolds < 2 || acrossFails * HoldingsForAFailure > acrossHolds))
            return 0;
        if (holds == 0 && fails == 0)
            return clear ? trivial : 0;
        if (fails * HoldingsForAFailure > holds)
            return 0;
        return (holds + acrossHolds - fails - acrossFails) * HoldingsForAFailure + trivial;
    }

    void score(size_t lane, RowPlacement &p, const std::vector<int> &aligned) const
    {
        p.score += m_sums.score(lane, p.tokens, p.sum);
        p.score += placeScore(lane, p.tokens) - UnevenGaps * unevenness(p.tokens);
        if (p.tokens == aligned)
            p.score += AsAligned;
    }

    float placeScore(size_t lane, const std::vector<int> &places) const
    {
        const bool exact = m_columns.isExact(); // columns that never drift outweigh a sum that fails
        const ColumnModel::Around around = m_columns.around(lane);
        float best = -1000;
        for (const int shift : {0, -3, -2, -1, 1, 2, 3}) { // fields by which the line as a whole may be off
            float out = 0;
            int judged = 0;
            bool delimited = false;
            for (size_t c = 0; c < places.size(); ++c) {
                const Token *t = tokenAt(places[c]);
                if (!t || t->kind != Token::Number)
                    continue;
                const auto off = m_columns.distance(around, int(c), *t, shift);
                if (!off)
                    continue;
                delimited = t->delimited;
                out += *off <= m_columns.tolerance() ? InColumn : -OffColumn * std::min(*off, 12.f);
                ++judged;
            }
            if (judged == 0)
                return 0;
            best = std::max(best, (exact ? 6.f : 2.f) * out / float(judged) - LineShift * float(std::abs(shift)));
            if (!delimited)
                break; // only fields are counted from the start of the line
        }
        return best;
    }

    /// How badly the gaps between the numbers of a spaced line fit as many cells as lie between them, from 0 to 1. Where no
    /// column is known, a wide gap is the only trace an empty cell left.
    float unevenness(const std::vector<int> &places) const
    {
        struct Gap {
            float width = 0;
            float cells = 0;
        };
        std::vector<Gap> gaps;
        const Token *last = nullptr;
        size_t lastCell = 0;
        for (size_t c = 0; c < places.size(); ++c) {
            const Token *t = tokenAt(places[c]);
            if (!t || t->kind != Token::Number)
                continue;
            if (t->delimited || t->glued || (last && last->line != t->line))
                return 0;
            const float at = float(t->left + t->right) / 2;
            if (last)
                gaps.push_back({at - float(last->left + last->right) / 2, float(c - lastCell)});
            else if (m_alignment.lanes.size() == 1) // no wording of its own: the first cell begins where the heads do
                gaps.push_back({at - float(m_leftmost), float(c) + 0.5f});
            last = t;
            lastCell = c;
        }
        float products = 0;
        float squares = 0;
        for (const Gap &gap : gaps) {
            products += gap.width * gap.cells;
            squares += gap.cells * gap.cells;
        }
        if (gaps.size() < 2 || products <= 0)
            return 0;
        const float pitch = products / squares; // that fits best
        float off = 0;
        for (const Gap &gap : gaps)
            off += std::abs(gap.width - gap.cells * pitch) / pitch;
        return off / (off + 3);
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
            if (const auto printed = byColumns(l, seq)) {
                out.chosen = *printed;
                out.possible = {out.chosen};
                out.numbers = numbers;
                out.inPlace = true;
                out.exact = reading.missing == 0 && reading.strays == 0 && out.chosen.tokens == aligned && int(seq.size()) == lane.length;
                return out;
            }
        }
        out.exact = reading.missing == 0 && reading.strays == 0 && !anyApart && int(seq.size()) == lane.length && !holdsElsewhere;
        if (out.exact && numbers > 0 && lane.length > 1 && int(solid.size()) != lane.length && m_tokens[size_t(seq.front())].delimited
            && !m_tokens[size_t(seq.front())].alone && (isBlank(seq.front()) || isBlank(seq.back())) && !inPlace(l, aligned)
            && !isWholeLine(l, seq, out.chosen.sum)) {
            // an empty place at an end may be a merged cell, and a cell of the row may be lost
            out.exact = false;
            out.numbers = numbers;
            out.possible = {out.chosen};
            return out;
        }
        if (out.exact && numbers > 0 && lane.length > 1 && !m_sums.has(l) && m_tokens[size_t(seq.front())].delimited
            && isUnmarked(seq.back())) {
            // no sum would show that empty cells before the end were lost and the rest moved up
            out.exact = false;
            out.numbers = numbers;
            out.possible = {out.chosen};
            for (const RowPlacement &p : spreading(m_tokens, onlyNumbers(seq), lane.length)) {
                if (differs(p.tokens, out.chosen.tokens) && int(out.others.size()) < MaxOthers)
                    out.others.push_back(p);
            }
            return out;
        }
        if (out.exact && reading.crossesRows) {
            out.exact = false;
            out.numbers = numbers;
            out.possible = {out.chosen};
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
            out.possible = {out.chosen};
            return out;
        }
        std::vector<RowPlacement> all
            = int(seq.size()) > lane.length ? leavingOut(m_tokens, seq, lane.length) : spreading(m_tokens, seq, lane.length);
        for (RowPlacement &p : all)
            score(l, p, aligned);
        if (numbers < int(seq.size())
            && std::none_of(all.begin(), all.end(), [](const RowPlacement &p) { return p.sum == RowSum::Holds; })) {
            // no way to keep the empty places makes the row's sum hold: they may not stand where they were printed
            for (RowPlacement p : spreading(m_tokens, onlyNumbers(seq), lane.length)) {
                score(l, p, aligned);
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
        out.luck = out.chosen.sum == RowSum::Holds ? m_sums.luck(l, out.chosen.tokens, all.size()) : double(all.size());
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
        out.inPlace = inPlace(l, out.chosen.tokens);
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
    ColumnModel m_columns;
    int m_leftmost = 1000; ///< where the table's wording begins
};

} // namespace

std::vector<PlacedRow> placeRows(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens)
{
    return Placer(table, text, alignment, tokens).run();
}

} // namespace gouji
