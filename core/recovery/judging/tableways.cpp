// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/tableways.h"

#include "recovery/sums/opencells.h"

#include <algorithm>
#include <set>

namespace gouji {

namespace {

constexpr size_t MostFaulty = 1000; // the same, with a number printed wrong
constexpr float NamesLane = 2; // wording that names a row beyond doubt
constexpr qint64 Unit = Decimal(1).units();

} // namespace

TableWays::TableWays(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens,
    const std::vector<PlacedRow> &placed, const TableSums &sums, qint64 &effort)
    : m_table(table)
    , m_text(text)
    , m_alignment(alignment)
    , m_tokens(tokens)
    , m_placed(placed)
    , m_sums(sums)
    , m_effort(effort)
{
}

bool TableWays::isOpen(const PlacedRow &row)
{
    const bool doubtful = !row.others.empty() || row.chosen.sum == RowSum::Fails || row.chosen.sum == RowSum::Open;
    return !row.exact && row.sure.empty() && !(row.inPlace && row.numbers > 1) && doubtful && row.possible.size() > 1;
}

void TableWays::collect()
{
    m_rows.clear();
    m_groups.clear();
    for (size_t l = 0; l < m_alignment.lanes.size(); ++l) {
        int first = 0;
        bool overflow = false;
        m_groups.push_back(int(m_alignment.lanes[l].rows.size()));
        for (const int r : m_alignment.lanes[l].rows) {
            Row row;
            row.lane = l;
            row.first = first;
            row.cells = int(m_table.rows[r].cells.size());
            row.total = m_sums.hasTotal(r);
            first += row.cells;
            overflow = !fillRow(row) || overflow;
            m_rows.push_back(std::move(row));
        }
        for (size_t r = m_rows.size() - size_t(m_groups.back()); overflow && r < m_rows.size(); ++r)
            forget(m_rows[r]);
    }
}

std::vector<TableWays::Way> TableWays::misprints(size_t r, const TableProblem &problem, bool &overflow)
{
    const Row &row = m_rows[r];
    std::vector<Way> out;
    if (!row.total)
        return out;
    if (row.cut && m_groups[row.lane] > 1)
        return misprintedGroup(r, overflow);
    const std::vector<OpenCell> open = openCells(problem, int(r), row.cells, m_effort);
    if (row.cut) {
        CutTask task{runOf(row.lane), shapeOf(row, m_emptyCells), 0, int(runOf(row.lane).size()), &open, true, MostFaulty};
        m_cuts.push_back(cutDigits(task, m_effort, overflow));
        for (const DigitCut &cut : m_cuts.back())
            out.push_back(wayOf(cut, 0));
        if (!m_emptyCells)
            addWays(row, 0, task.end, shapeOf(row, true), out, overflow, &open);
        return out;
    }
    for (const Way &way : row.ways) {
        qint64 rest = way.meant.back(); // what the total has too much
        for (int c = 0; c + 1 < row.cells; ++c)
            rest -= way.meant[size_t(c)];
        for (int c = 0; c < row.cells && rest != 0; ++c) {
            Way mended = way;
            mended.meant[size_t(c)] += c + 1 == row.cells ? -rest : rest;
            if (mended.meant[size_t(c)] >= 0 && open[size_t(c)].allows(mended.meant[size_t(c)]))
                out.push_back(std::move(mended));
        }
    }
    return out;
}

QStringView TableWays::runOf(size_t lane) const
{
    const TextRange &range = runToken(lane).range;
    return m_text.mid(range.begin, range.length());
}

const Token &TableWays::runToken(size_t lane) const
{
    return m_tokens[size_t(m_alignment.tokenOfCell[size_t(m_alignment.lanes[lane].first)])];
}

CutShape TableWays::shapeOf(const Row &row, bool emptyCells) const
{
    return {row.cells, row.total, emptyCells, m_table.identities.isEmpty()};
}

std::vector<TableWays::Way> TableWays::cutWays(const Row &row, const CutShape &shape, bool &overflow)
{
    const int length = int(runOf(row.lane).size());
    const int lane = m_alignment.lanes[row.lane].length;
    const bool last = row.first + row.cells == lane;
    std::vector<Way> out;
    std::set<int> begins;
    if (row.first == 0) {
        begins.insert(0);
    } else if (m_anyBegin) {
        for (int i = 0; i <= length; ++i)
            begins.insert(begins.end(), i);
    } else {
        for (const Way &way : m_rows.back().ways)
            begins.insert(int(way.meant.back()));
    }
    for (const int begin : begins) {
        if (!overflow)
            addWays(row, begin, last ? length : -1, shape, out, overflow);
    }
    return out;
}

void TableWays::forget(Row &row)
{
    row.known = false;
    row.cut = false;
    row.ways = {Way()};
    row.ways.front().meant.assign(size_t(row.cells), 0);
    row.ways.front().printed = row.ways.front().meant;
}

bool TableWays::fillRow(Row &row)
{
    const PlacedRow &placed = m_placed[row.lane];
    const LaneReading &reading = m_alignment.readings[row.lane];
    row.cut = placed.cut;
    if (row.cut) {
        bool overflow = false;
        row.ways = cutWays(row, shapeOf(row, m_emptyCells), overflow);
        return !overflow;
    }
    const bool nothing = std::all_of(placed.chosen.tokens.begin(), placed.chosen.tokens.end(), [](int t) { return t < 0; });
    if (nothing) {
        row.empty = reading.label >= NamesLane && !reading.numbersBeside;
        row.known = row.empty;
    }
    row.open = m_alignment.lanes[row.lane].rows.size() == 1 && isOpen(placed);
    const size_t n = row.open ? placed.possible.size() : 1;
    for (size_t k = 0; k < n; ++k) {
        const RowPlacement &p = row.open ? placed.possible[k] : placed.chosen;
        Way way;
        way.placement = int(k);
        way.score = row.open ? p.score : 0;
        for (int c = 0; c < row.cells; ++c) {
            const int t = p.tokens[size_t(row.first + c)];
            const bool number = t >= 0 && m_tokens[size_t(t)].kind == Token::Number;
            way.printed.push_back(number ? m_tokens[size_t(t)].value.units() : 0);
            row.known = row.known && !(t >= 0 && m_tokens[size_t(t)].unreadable) && way.printed.back() % Unit == 0;
            way.meant.push_back(way.printed.back() / Unit);
        }
        row.ways.push_back(std::move(way));
    }
    return true;
}

void TableWays::addWays(const Row &row, int begin, int end, const CutShape &shape, std::vector<Way> &out, bool &overflow,
    const std::vector<OpenCell> *open, size_t most)
{
    m_cuts.push_back(cutDigits(CutTask{runOf(row.lane), shape, begin, end, open, false, most}, m_effort, overflow));
    for (const DigitCut &cut : m_cuts.back())
        out.push_back(wayOf(cut, begin));
}

TableWays::Way TableWays::wayOf(const DigitCut &cut, int begin)
{
    Way way;
    way.cut = &cut;
    way.printed = cut.printed;
    way.meant.reserve(cut.meant.size() + 2);
    for (const qint64 units : cut.meant)
        way.meant.push_back(units / Unit);
    way.meant.push_back(begin);
    way.meant.push_back(cut.end);
    return way;
}

std::vector<TableWays::Way> TableWays::misprintedGroup(size_t r, bool &overflow)
{
    const Row &row = m_rows[r];
    const size_t groups = size_t(m_groups[row.lane]);
    size_t first = r;
    while (m_rows[first].first > 0)
        --first;
    const auto beginOf = [](const Row &group, const Way &way) { return int(way.meant[size_t(group.cells)]); };
    const auto endOf = [](const Row &group, const Way &way) { return int(way.meant[size_t(group.cells) + 1]); };
    std::set<int> begins{0};
    for (size_t g = first; g < r; ++g) {
        std::set<int> next;
        for (const Way &way : m_rows[g].ways) {
            if (begins.count(beginOf(m_rows[g], way)))
                next.insert(endOf(m_rows[g], way));
        }
        begins = std::move(next);
    }
    std::set<int> ends{int(runOf(row.lane).size())};
    for (size_t g = first + groups; g-- > r + 1;) {
        std::set<int> next;
        for (const Way &way : m_rows[g].ways) {
            if (ends.count(endOf(m_rows[g], way)))
                next.insert(beginOf(m_rows[g], way));
        }
        ends = std::move(next);
    }
    CutShape shape = shapeOf(row, m_emptyCells);
    shape.total = false;
    std::vector<Way> out;
    for (const int begin : begins) {
        for (const int end : ends) {
            if (end >= begin && !overflow)
                addWays(row, begin, end, shape, out, overflow, nullptr, MostFaulty);
        }
    }
    return out;
}

} // namespace gouji
