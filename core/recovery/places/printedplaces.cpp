// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/places/printedplaces.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cmath>
#include <set>

namespace gouji {

namespace {

constexpr float InColumn = 2.5f;
constexpr float OffColumn = 0.4f; // for each character away from where the column stands elsewhere
constexpr float LineShift = 0.8f; // for each field the line as a whole is off

} // namespace

PrintedPlaces::PrintedPlaces(
    const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens, const LaneSums &sums)
    : m_alignment(alignment)
    , m_tokens(tokens)
    , m_sums(sums)
    , m_columns(table, text, alignment, tokens)
    , m_ruled(alignment, tokens)
    , m_grids(alignment, tokens)
{
    for (const Token &t : tokens)
        m_leftmost = std::min(m_leftmost, t.kind == Token::Text ? t.left : m_leftmost);
}

bool PrintedPlaces::inPlace(size_t lane, const std::vector<int> &places) const
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
        if (!off || *off > m_columns.tolerance() || t->line != m_tokens[size_t(*first)].line)
            return false;
        for (size_t other = 0; other < places.size(); ++other) {
            const auto rival = m_columns.distance(around, int(other), *t);
            if (other != c && rival && *rival <= *off + 1)
                return false;
        }
    }
    return true;
}

/// For delimited lines, where weak evidence has to be borne out by the row's sum.
bool PrintedPlaces::inFields(size_t lane, const std::vector<int> &places) const
{
    const ColumnModel::Support support = m_columns.support(lane);
    if (support == ColumnModel::Support::None || (support == ColumnModel::Support::One && m_sums.of(lane, places) != RowSum::Holds))
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
std::optional<RowPlacement> PrintedPlaces::asPrinted(size_t lane, const std::vector<int> &seq) const
{
    const bool ruled = m_ruled.cellOf(lane, m_tokens[size_t(seq.back())]) >= 0;
    const bool anyField = std::any_of(seq.begin(), seq.end(), [this](int i) { return m_tokens[size_t(i)].delimited; });
    const int start = anyField ? m_columns.expectedStart(lane) : -1;
    const ColumnGrids::Grid *grid = m_grids.gridOf(m_alignment.lanes[lane].length);
    RowPlacement out;
    out.tokens.assign(size_t(m_alignment.lanes[lane].length), -1);
    for (const int i : seq) {
        const Token &t = m_tokens[size_t(i)];
        if (t.line != m_tokens[size_t(seq.front())].line || (t.delimited && start < 0 && !ruled))
            return std::nullopt;
        const int cell = ruled ? m_ruled.cellOf(lane, t) : t.delimited ? t.field - start : grid && !t.alone ? grid->cellOf(t) : -1;
        const bool outside = cell < 0 || cell >= int(out.tokens.size());
        if (outside && t.kind == Token::Blank && t.range.length() == 0)
            continue;
        if (outside || out.tokens[size_t(cell)] >= 0)
            return std::nullopt;
        out.tokens[size_t(cell)] = i;
    }
    out.sum = m_sums.of(lane, out.tokens);
    return out;
}

std::optional<RowPlacement> PrintedPlaces::byColumns(size_t lane, const std::vector<int> &seq) const
{
    const bool ruled = m_ruled.cellOf(lane, m_tokens[size_t(seq.back())]) == m_alignment.lanes[lane].length - 1;
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
    return m_grids.isClear(lane) && out->sum == RowSum::Fails && last && last->kind == Token::Number ? out : std::nullopt;
}

float PrintedPlaces::score(const ColumnModel::Around &around, const std::vector<int> &places) const
{
    const bool exact = m_columns.isExact(); // columns that never drift outweigh a sum that fails
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

float PrintedPlaces::unevenness(const std::vector<int> &places) const
{
    struct Gap {
        float width = 0;
        float cells = 0;
    };
    QVarLengthArray<Gap, 32> gaps;
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
            gaps.append({at - float(last->left + last->right) / 2, float(c - lastCell)});
        else if (m_alignment.lanes.size() == 1) // no wording of its own: the first cell begins where the heads do
            gaps.append({at - float(m_leftmost), float(c) + 0.5f});
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

void PrintedPlaces::chooseGrids(const std::vector<std::vector<int>> &sequences)
{
    std::set<int> lengths;
    for (const Lane &lane : m_alignment.lanes)
        lengths.insert(lane.length);
    for (const int length : lengths) {
        std::optional<ColumnGrids::Grid> best;
        GridFit most;
        bool tied = false;
        for (const ColumnGrids::Grid &grid : m_grids.waysToPart(length)) {
            m_grids.set(length, grid);
            GridFit fit = fitOf(sequences, length, grid.clarity > 0);
            if (best && fit.byKeepingApart && most.byKeepingApart && fit.score > 0)
                tied = tied || differ(fit.tokens, most.tokens); // neither is the only one
            if (fit.score > most.score) {
                tied = tied && most.byKeepingApart && fit.byKeepingApart;
                most = std::move(fit);
                best = grid;
            } else if (fit.score == most.score && best) {
                tied = tied || (grid.low != best->low && grid.clarity > 0 && best->clarity <= 0);
            }
        }
        m_grids.drop(length);
        if (best && !tied)
            m_grids.set(length, *best);
    }
}

/// Where both know a row's cells, they know others.
bool PrintedPlaces::differ(const std::vector<int> &some, const std::vector<int> &others)
{
    for (size_t c = 0; c < some.size(); ++c) {
        if (some[c] != others[c] && some[c] != LaneSums::Unknown && others[c] != LaneSums::Unknown)
            return true;
    }
    return false;
}

/// How well the columns set now explain the rows of a length: sums that hold speak for them, sums that fail and rows
/// that lose a number against. Columns that are not parted clearly need the sums across rows, too: the sum of a row
/// does not say which of its parts is which. Where there is hardly a sum to ask, they have to keep the numbers of every row
/// apart. The score is 0 where they do not convince.
PrintedPlaces::GridFit PrintedPlaces::fitOf(const std::vector<std::vector<int>> &sequences, int length, bool clear) const
{
    constexpr int HoldingsForAFailure = 4;
    constexpr int LeastTrivial = 10;
    constexpr int RowsForOneApart = 4; // a long label or number pushes a line away from its columns now and then
    GridFit out;
    std::vector<int> &tokens = out.tokens;
    tokens.assign(m_alignment.tokenOfCell.size(), LaneSums::Unknown);
    int holds = 0;
    int fails = 0;
    int trivial = 0; // rows without a sum to ask
    bool shared = false; // two numbers of a row stand in one column
    int apart = 0; // rows that do not stand in these columns
    std::vector<bool> together(size_t(length), false); // by column: a row has a number in it and in the next
    const auto &lanes = m_alignment.lanes;
    auto left = std::count_if(lanes.begin(), lanes.end(), [length](const Lane &lane) { return lane.length == length; });
    for (size_t l = 0; l < m_alignment.lanes.size(); ++l) {
        const Lane &lane = m_alignment.lanes[l];
        static const std::vector<int> none;
        const std::vector<int> &seq = lane.length == length ? sequences[l] : none;
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
        shared = shared || (!row && sharesCell(l, seq));
        --left;
        if ((clear ? fails : fails + apart) * HoldingsForAFailure > holds + left && fails * HoldingsForAFailure > trivial + left)
            return out; // whatever the rest do
    }
    // two columns that no row uses both of may be one that is torn, while another is empty throughout
    if (std::count(together.begin(), together.end() - 1, false) > 0)
        return out;
    if (trivial >= LeastTrivial && (holds + fails) * HoldingsForAFailure <= trivial) {
        out.byKeepingApart = true;
        out.score = (clear || !shared) && apart * RowsForOneApart <= trivial ? trivial + holds - fails - apart : 0;
        return out;
    }
    if (!clear || apart * RowsForOneApart > holds + trivial)
        fails += apart;
    if (holds == 0 && fails == 0)
        out.score = clear ? trivial : 0;
    if ((holds == 0 && fails == 0) || fails * HoldingsForAFailure > holds)
        return out;
    const auto [acrossHolds, acrossFails] = m_sums.across(tokens);
    if (clear || (acrossHolds >= 2 && acrossFails * HoldingsForAFailure <= acrossHolds))
        out.score = (holds + acrossHolds - fails - acrossFails) * HoldingsForAFailure + trivial;
    return out;
}

bool PrintedPlaces::sharesCell(size_t lane, const std::vector<int> &seq) const
{
    std::set<int> cells;
    return std::any_of(seq.begin(), seq.end(), [&](int i) {
        const int cell = tokenAt(i)->kind == Token::Number ? m_grids.cellOf(lane, *tokenAt(i)) : -1;
        return cell >= 0 && !cells.insert(cell).second;
    });
}

} // namespace gouji
