// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/rowsettler.h"

#include "recovery/judging/tableways.h"
#include "recovery/sums/tablesolver.h"
#include "recovery/sums/tablesums.h"

#include <algorithm>
#include <map>
#include <optional>

namespace gouji {

namespace {

constexpr float Margin = 4; // placements that score together farther than this below the best are no rivals
constexpr size_t MostShown = 60; // ways to fill a row that are handed on
constexpr qint64 Effort = 60'000'000; // for one table, in steps of about a nanosecond

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
    using Row = TableWays::Row;
    using Way = TableWays::Way;

public:
    Settler(const FormTable &table, QStringView text, const Alignment &alignment, ZeroCells zeros, std::vector<Token> &tokens,
        std::vector<PlacedRow> &placed)
        : m_table(table)
        , m_text(text)
        , m_alignment(alignment)
        , m_tokens(tokens)
        , m_placed(placed)
        , m_sums(table)
        , m_ways(table, text, alignment, tokens, placed, m_sums, m_effort)
    {
        const ZeroCells own = zeroCellsOf(table, text, alignment, tokens);
        const bool unknown = own == ZeroCells::Unknown && zeros == ZeroCells::Unknown;
        m_ways.setEmptyCells(own == ZeroCells::LeftEmpty || zeros == ZeroCells::LeftEmpty || (unknown && m_sums.across().empty()));
    }

    void run()
    {
        settle();
        if (m_anyCut && !m_explained && !m_ways.emptyCells()) {
            // no explanation with every zero printed: some may not be
            m_ways.setEmptyCells(true);
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

    void collectRows()
    {
        m_ways.collect();
        m_values.resize(m_rows.size());
        for (size_t r = 0; r < m_rows.size(); ++r)
            m_values[r].resize(size_t(m_rows[r].cells));
        m_fillings.resize(m_alignment.lanes.size());
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
            m_ways.cutAnywhere(); // the group before one may be the wrong one
            collectRows();
        }
        TableProblem problem = problemOf(m_usable);
        for (size_t r = 0; r < m_rows.size(); ++r) {
            Row &row = m_rows[r];
            const bool others = std::all_of(m_rows.begin(), m_rows.end(), [&](const Row &o) { return &o == &row || !o.ways.empty(); });
            if (!others || !row.known || row.open)
                continue;
            std::vector<Way> mended = m_ways.misprints(r, problem, m_overflow);
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
            CutShape shape = m_ways.shapeOf(m_rows[from], m_ways.emptyCells());
            shape.total = false;
            bool overflow = false;
            ways = m_ways.cutWays(m_rows[from], shape, overflow);
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
        const Token &run = m_ways.runToken(lane);
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
    qint64 m_effort = Effort;
    TableWays m_ways;
    std::vector<Row> &m_rows = m_ways.rows();
    const std::vector<int> &m_groups = m_ways.groups();
    std::vector<TableSum> m_usable; ///< the sums all of whose rows were found
    std::vector<std::vector<Values>> m_values; ///< by row, by cell: what some explanation has there
    std::vector<std::vector<std::vector<Way>>> m_fillings; ///< by lane: how explanations fill it, best first
    std::vector<int> m_chosen;
    std::vector<std::vector<bool>> m_possible;
    std::map<std::pair<qsizetype, qsizetype>, int> m_pieces;
    bool m_anyOpen = false;
    bool m_anyCut = false;
    bool m_explained = false;
    bool m_complete = true;
    bool m_overflow = false; ///< of ways to cut a run with a fault in it
};

} // namespace

void settleRows(const FormTable &table, QStringView text, const Alignment &alignment, ZeroCells zeros, std::vector<Token> &tokens,
    std::vector<PlacedRow> &rows)
{
    if (std::any_of(rows.begin(), rows.end(), [](const PlacedRow &row) { return row.cut || TableWays::isOpen(row); }))
        Settler(table, text, alignment, zeros, tokens, rows).run();
}

} // namespace gouji
