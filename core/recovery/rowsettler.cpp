// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rowsettler.h"

#include "recovery/digitcuts.h"
#include "recovery/tablesolver.h"
#include "recovery/tablesums.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>

namespace gouji {

namespace {

constexpr float Margin = 4; // placements that score together farther than this below the best are no rivals
constexpr size_t MostCuts = 4000; // of one run
constexpr size_t MostFaulty = 1000; // the same, with a number printed wrong
constexpr size_t MostShown = 60; // ways to fill a row that are handed on
constexpr qint64 Effort = 60'000'000; // for one table, in steps of about a nanosecond
constexpr float NamesLane = 2; // wording that names a row beyond doubt
constexpr qint64 Unit = Decimal(1).units();
constexpr int FailingRows = 2; // whose sums no cut satisfies: so many are no mistake of the author's
constexpr int FewRows = 5; // that show whether zeros are printed

/// One way to fill a row.
struct Way {
    std::vector<qint64> meant; ///< what the sums see, in whole numbers
    std::vector<qint64> printed; ///< what the report says, in units of Decimal
    const DigitCut *cut = nullptr; ///< of a run
    int placement = -1; ///< of a row with several: which
    float score = 0;
};

/// A row of the form, or a group of a table printed across: what adds up to one total.
struct Row {
    size_t lane = 0;
    int first = 0; ///< of its cells in the lane
    int cells = 0;
    bool total = false;
    bool cut = false; ///< part of a run of digits
    bool open = false; ///< several placements
    bool known = true; ///< it has values at all
    bool empty = false; ///< named, and nothing printed
    std::vector<Way> ways;
};

/// What a cell may hold: whether that is one value.
class Values {
public:
    void add(qint64 value)
    {
        m_several = m_several || (m_first && *m_first != value);
        m_first = value;
    }
    bool isOne() const { return m_first && !m_several; }

private:
    std::optional<qint64> m_first;
    bool m_several = false;
};

class Settler {
public:
    Settler(const FormTable &table, QStringView text, const Alignment &alignment, ZeroCells zeros, std::vector<Token> &tokens,
        std::vector<PlacedRow> &placed)
        : m_table(table)
        , m_text(text)
        , m_alignment(alignment)
        , m_tokens(tokens)
        , m_placed(placed)
        , m_sums(table)
    {
        const ZeroCells own = zeroCellsOf(table, text, alignment, tokens);
        const bool unknown = own == ZeroCells::Unknown && zeros == ZeroCells::Unknown;
        m_emptyCells = own == ZeroCells::LeftEmpty || zeros == ZeroCells::LeftEmpty || (unknown && m_sums.across().empty());
    }

    /// The row may be filled in several ways.
    static bool isOpen(const PlacedRow &row)
    {
        const bool doubtful = !row.others.empty() || row.chosen.sum == RowSum::Fails || row.chosen.sum == RowSum::Open;
        return !row.exact && !(row.inPlace && row.numbers > 1) && doubtful && row.possible.size() > 1;
    }

    void run()
    {
        settle();
        if (m_anyCut && !m_explained && !m_emptyCells) {
            // no explanation with every zero printed: some may not be
            m_emptyCells = true;
            m_overflow = false;
            m_complete = true;
            settle();
        }
        if (m_anyOpen)
            applyPlacements();
        if (m_anyCut)
            applyCuts();
    }

private:
    void settle()
    {
        collectRows();
        m_anyOpen = std::any_of(m_rows.begin(), m_rows.end(), [](const Row &r) { return r.open; });
        m_anyCut = std::any_of(m_rows.begin(), m_rows.end(), [](const Row &r) { return r.cut; });
        if (!m_anyOpen && !m_anyCut)
            return;
        m_usable = m_sums.across();
        for (size_t r = 0; r < m_rows.size(); ++r) {
            if (!m_rows[r].known)
                m_usable = TableSums::without(m_usable, m_sums.cellsOf(int(r)));
        }
        if (!m_anyCut && m_usable.empty())
            return;
        if (!isPossible() || !explain(problemOf(m_usable))) {
            if (m_anyCut)
                explainByFault();
        }
    }

    // --- what stands there ---

    void collectRows()
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
        m_values.resize(m_rows.size());
        for (size_t r = 0; r < m_rows.size(); ++r)
            m_values[r].resize(size_t(m_rows[r].cells));
        m_fillings.resize(m_alignment.lanes.size());
    }

    QStringView runOf(size_t lane) const
    {
        const TextRange &range = runToken(lane).range;
        return m_text.mid(range.begin, range.length());
    }

    const Token &runToken(size_t lane) const { return m_tokens[size_t(m_alignment.tokenOfCell[size_t(m_alignment.lanes[lane].first)])]; }

    CutShape shapeOf(const Row &row, bool emptyCells) const { return {row.cells, row.total, emptyCells, m_table.identities.isEmpty()}; }

    /// Too many ways to say anything of the row.
    static void forget(Row &row)
    {
        row.known = false;
        row.cut = false;
        row.ways = {Way()};
        row.ways.front().meant.assign(size_t(row.cells), 0);
        row.ways.front().printed = row.ways.front().meant;
    }

    /// False where there are too many ways to cut the row's run.
    bool fillRow(Row &row)
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

    /// The ways to cut a row's run that its own sum allows. Groups of one run are bound by where each begins and ends.
    std::vector<Way> cutWays(const Row &row, const CutShape &shape, bool &overflow)
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

    void addWays(const Row &row, int begin, int end, const CutShape &shape, std::vector<Way> &out, bool &overflow,
        const std::vector<OpenCell> *open = nullptr, size_t most = MostCuts)
    {
        m_cuts.push_back(cutDigits(CutTask{runOf(row.lane), shape, begin, end, open, false, most}, m_effort, overflow));
        for (const DigitCut &cut : m_cuts.back())
            out.push_back(wayOf(cut, begin));
    }

    static Way wayOf(const DigitCut &cut, int begin)
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

    // --- explanations ---

    static std::vector<RowChoice> choicesOf(const Row &row)
    {
        std::vector<RowChoice> out;
        out.reserve(row.ways.size());
        for (const Way &way : row.ways)
            out.push_back({way.meant, way.score});
        return out;
    }

    /// The sums that say something of what is open.
    std::vector<TableSum> sumsOf(std::vector<TableSum> sums) const
    {
        const std::vector<Row> &rows = m_rows;
        std::erase_if(sums, [&](const TableSum &sum) { // a sum over printed numbers alone does not
            return std::all_of(sum.terms.begin(), sum.terms.end(),
                [&](const TableSum::Term &t) { return !rows[size_t(t.row)].cut && !rows[size_t(t.row)].open; });
        });
        int r = 0;
        for (const int n : m_groups) { // groups of one run follow each other
            for (int g = 0; g + 1 < n && rows[size_t(r)].cut; ++g)
                sums.push_back({{{r + g, rows[size_t(r + g)].cells + 1, 1}, {r + g + 1, rows[size_t(r + g + 1)].cells, -1}}, 0});
            r += n;
        }
        return sums;
    }

    TableProblem problemOf(const std::vector<TableSum> &sums) const
    {
        TableProblem out;
        out.sums = sumsOf(sums);
        out.rows.reserve(m_rows.size());
        for (const Row &row : m_rows) {
            if (row.open)
                out.margin = Margin;
            out.rows.push_back(choicesOf(row));
        }
        return out;
    }

    /// There is a way to fill every row.
    bool isPossible() const
    {
        return std::none_of(m_rows.begin(), m_rows.end(), [](const Row &r) { return r.ways.empty(); });
    }

    /// Adds what the explanations by the rows' ways say, of which `problem` is made; false where there is none.
    bool explain(const TableProblem &problem)
    {
        const std::vector<Row> &rows = m_rows;
        const TableAnswer answer = solveTable(problem, m_effort);
        m_complete = m_complete && answer.complete;
        if (answer.combinations.empty())
            return false;
        for (size_t r = 0; r < rows.size(); ++r) {
            for (size_t k = 0; k < rows[r].ways.size(); ++k) {
                for (int c = 0; c < rows[r].cells && answer.possible[r][k]; ++c)
                    m_values[r][size_t(c)].add(rows[r].ways[k].printed[size_t(c)]);
            }
        }
        for (const std::vector<int> &combination : answer.combinations)
            note(combination);
        if (m_chosen.empty()) {
            m_chosen = answer.combinations.front();
            m_possible.resize(rows.size());
        }
        for (size_t r = 0; r < rows.size(); ++r) {
            m_possible[r].resize(rows[r].open ? rows[r].ways.size() : 0, false);
            for (size_t k = 0; k < m_possible[r].size(); ++k)
                m_possible[r][k] = m_possible[r][k] || answer.possible[r][k];
        }
        m_explained = true;
        return true;
    }

    /// Keeps how a combination of the rows' ways fills each run, as far as that will be shown.
    void note(const std::vector<int> &combination)
    {
        size_t r = 0;
        for (size_t l = 0; l < m_groups.size(); ++l) {
            const size_t first = r;
            r += size_t(m_groups[l]);
            if (!m_rows[first].cut || m_fillings[l].size() >= MostShown)
                continue;
            const auto wayOf = [&](size_t group) -> const Way & { return m_rows[first + group].ways[size_t(combination[first + group])]; };
            const bool known = std::any_of(m_fillings[l].begin(), m_fillings[l].end(), [&](const std::vector<Way> &f) {
                for (size_t g = 0; g < f.size(); ++g) {
                    if (f[g].printed != wayOf(g).printed)
                        return false;
                }
                return true;
            });
            if (known)
                continue;
            std::vector<Way> &filled = m_fillings[l].emplace_back();
            for (size_t g = 0; g < size_t(m_groups[l]); ++g)
                filled.push_back(wayOf(g));
        }
    }

    /// No explanation satisfies every sum: those with a single fault.
    void explainByFault()
    {
        if (std::any_of(m_groups.begin(), m_groups.end(), [](int n) { return n > 1; })) {
            m_anyBegin = true; // the group before one may be the wrong one
            collectRows();
        }
        TableProblem problem = problemOf(m_usable);
        for (size_t r = 0; r < m_rows.size(); ++r) {
            Row &row = m_rows[r];
            const bool others = std::all_of(m_rows.begin(), m_rows.end(), [&](const Row &o) { return &o == &row || !o.ways.empty(); });
            if (!others || !row.known || row.open)
                continue;
            std::vector<Way> mended = misprints(r, problem);
            if (!mended.empty()) {
                row.ways.swap(mended);
                std::vector<RowChoice> choices = choicesOf(row);
                problem.rows[r].swap(choices);
                explain(problem);
                problem.rows[r].swap(choices);
                row.ways.swap(mended);
            }
            if (row.empty && !row.ways.empty()) {
                std::vector<TableSum> sums = sumsOf(TableSums::without(m_usable, m_sums.cellsOf(int(r))));
                problem.sums.swap(sums);
                explain(problem);
                problem.sums.swap(sums);
            }
        }
        if (!isPossible())
            return;
        for (const std::vector<TableSum> &sums : m_sums.withoutPairs(m_usable)) {
            problem.sums = sumsOf(sums);
            explain(problem);
        }
    }

    /// A row with one number printed wrong, or its zeros not printed. What is right is what the row's total and the other
    /// rows ask for.
    std::vector<Way> misprints(size_t r, const TableProblem &problem)
    {
        const Row &row = m_rows[r];
        std::vector<Way> out;
        if (!row.total)
            return out;
        if (row.cut && m_groups[row.lane] > 1)
            return misprintedGroup(r);
        const std::vector<OpenCell> open = openCells(problem, int(r), row.cells, m_effort);
        if (row.cut) {
            CutTask task{runOf(row.lane), shapeOf(row, m_emptyCells), 0, int(runOf(row.lane).size()), &open, true, MostFaulty};
            m_cuts.push_back(cutDigits(task, m_effort, m_overflow));
            for (const DigitCut &cut : m_cuts.back())
                out.push_back(wayOf(cut, 0));
            if (!m_emptyCells)
                addWays(row, 0, task.end, shapeOf(row, true), out, m_overflow, &open);
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

    /// Any way to cut a group of a run that lies between what the groups before it and behind it leave.
    std::vector<Way> misprintedGroup(size_t r)
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
                if (end >= begin && !m_overflow)
                    addWays(row, begin, end, shape, out, m_overflow, nullptr, MostFaulty);
            }
        }
        return out;
    }

    // --- what comes of it ---

    void applyPlacements()
    {
        if (!m_explained)
            return;
        for (size_t r = 0; r < m_rows.size(); ++r) {
            if (!m_rows[r].open)
                continue;
            PlacedRow &row = m_placed[m_rows[r].lane];
            const size_t best = size_t(m_chosen[r]);
            row.chosen = row.possible[best];
            if (!m_complete)
                continue;
            row.others.clear();
            for (size_t k = 0; k < m_possible[r].size(); ++k) {
                if (m_possible[r][k] && k != best)
                    row.others.push_back(row.possible[k]);
            }
            row.decidedByColumns = row.others.empty();
        }
    }

    void applyCuts()
    {
        size_t r = 0;
        for (size_t l = 0; l < m_groups.size(); ++l) {
            const size_t next = r + size_t(m_groups[l]);
            if (m_rows[r].cut) {
                if (!m_explained)
                    guess(l, r, next);
                applyCut(l, r, next);
            }
            r = next;
        }
    }

    /// Without an explanation of the whole: the ways that the row's own sum allows.
    void guess(size_t lane, size_t from, size_t to)
    {
        if (to - from > 1)
            return;
        std::vector<Way> ways = m_rows[from].ways;
        if (ways.empty()) {
            CutShape shape = shapeOf(m_rows[from], m_emptyCells);
            shape.total = false;
            bool overflow = false;
            ways = cutWays(m_rows[from], shape, overflow);
        }
        if (ways.size() <= MostShown) {
            for (const Way &way : ways)
                m_fillings[lane].push_back({way});
        }
    }

    void applyCut(size_t lane, size_t from, size_t to)
    {
        PlacedRow &row = m_placed[lane];
        row.possible.clear();
        row.others.clear();
        for (size_t i = 0; i < m_fillings[lane].size() && i < MostShown; ++i)
            row.possible.push_back(placementOf(lane, m_fillings[lane][i]));
        if (row.possible.empty())
            return;
        row.chosen = row.possible.front();
        row.others.assign(row.possible.begin() + 1, row.possible.end());
        row.settled.clear();
        for (size_t r = from; r < to; ++r) {
            for (const Values &values : m_values[r])
                row.settled.push_back(
                    m_explained && !m_alignment.readings[lane].leftoverBeside && m_complete && !m_overflow && values.isOne());
        }
    }

    RowPlacement placementOf(size_t lane, const std::vector<Way> &filled)
    {
        RowPlacement out;
        for (const Way &way : filled) {
            for (size_t c = 0; c < way.cut->pieces.size(); ++c)
                out.tokens.push_back(tokenOf(lane, way.cut->pieces[c], way.printed[c]));
        }
        return out;
    }

    int tokenOf(size_t lane, std::pair<int, int> piece, qint64 value)
    {
        if (piece.first == piece.second)
            return -1;
        const Token &run = runToken(lane);
        TextRange range{run.range.begin + piece.first, run.range.begin + piece.second};
        while (m_text[range.begin] == u' ')
            ++range.begin;
        const auto [it, fresh] = m_pieces.try_emplace({range.begin, range.end}, int(m_tokens.size()));
        if (fresh) {
            Token part = run;
            const QChar c = m_text[range.begin];
            part.glued = false;
            part.several = false;
            part.lookalike = false;
            part.cut = true;
            part.range = range;
            part.value = Decimal::fromUnits(value);
            part.kind = range.length() == 1 && !c.isDigit() ? Token::Blank : Token::Number;
            m_tokens.push_back(part);
        }
        return it->second;
    }

    const FormTable &m_table;
    QStringView m_text;
    const Alignment &m_alignment;
    std::vector<Token> &m_tokens;
    std::vector<PlacedRow> &m_placed;
    TableSums m_sums;
    std::vector<TableSum> m_usable; ///< the sums all of whose rows were found
    bool m_emptyCells = false;
    std::vector<Row> m_rows; ///< as in the form
    std::vector<int> m_groups; ///< by lane: how many rows
    std::deque<std::vector<DigitCut>> m_cuts;
    std::vector<std::vector<Values>> m_values; ///< by row, by cell: what some explanation has there
    std::vector<std::vector<std::vector<Way>>> m_fillings; ///< by lane: how explanations fill it, best first
    std::vector<int> m_chosen;
    std::vector<std::vector<bool>> m_possible;
    std::map<std::pair<qsizetype, qsizetype>, int> m_pieces;
    qint64 m_effort = Effort;
    bool m_anyOpen = false;
    bool m_anyCut = false;
    bool m_anyBegin = false; ///< groups of a run are cut from every place on, not only from where the one before ends
    bool m_explained = false;
    bool m_complete = true;
    bool m_overflow = false; ///< of ways to cut a run with a fault in it
};

} // namespace

ZeroCells zeroCellsOf(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens)
{
    std::optional<TableSums> sums;
    qint64 effort = Effort / 4;
    int full = 0;
    int failing = 0;
    int unprinted = 0;
    for (size_t l = 0; l < alignment.lanes.size(); ++l) {
        const Lane &lane = alignment.lanes[l];
        if (lane.length < 2)
            continue;
        if (!alignment.readings[l].glued) {
            for (int c = 0; c < lane.length; ++c) {
                const int t = alignment.tokenOfCell[size_t(lane.first + c)];
                unprinted += t < 0 || tokens[size_t(t)].kind != Token::Number;
            }
            continue;
        }
        const TextRange range = tokens[size_t(alignment.tokenOfCell[size_t(lane.first)])].range;
        const QStringView run = text.mid(range.begin, range.length());
        if (run.size() - run.count(u' ') < lane.length)
            return ZeroCells::LeftEmpty;
        ++full;
        bool overflow = false;
        constexpr size_t NoMore = 0; // than one way: the question is whether there is any
        const CutTask task{run, {lane.length, true, false, false}, 0, int(run.size()), nullptr, false, NoMore};
        if (!sums)
            sums.emplace(table);
        if (lane.rows.size() == 1 && sums->hasTotal(lane.rows.front()))
            failing += cutDigits(task, effort, overflow).empty() && !overflow;
    }
    if (failing >= FailingRows)
        return ZeroCells::LeftEmpty;
    return full >= FewRows && unprinted == 0 && !table.across ? ZeroCells::Printed : ZeroCells::Unknown;
}

void settleRows(const FormTable &table, QStringView text, const Alignment &alignment, ZeroCells zeros, std::vector<Token> &tokens,
    std::vector<PlacedRow> &rows)
{
    if (std::any_of(rows.begin(), rows.end(), [](const PlacedRow &row) { return row.cut || Settler::isOpen(row); }))
        Settler(table, text, alignment, zeros, tokens, rows).run();
}

} // namespace gouji
