// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/lostcells.h"

#include "recovery/judging/rowcertainty.h"
#include "recovery/judging/usualshares.h"
#include "recovery/sums/tableodds.h"
#include "recovery/sums/tablesums.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace gouji {

namespace {

constexpr double Vanishing = 1e-4; // share of what is possible that may say otherwise of a sure cell
constexpr double WorthShowing = 1e-3; // share of a way to lay a row that is offered
constexpr size_t MostShown = 12;
constexpr double LostAreMany = 0.1; // of the cells
constexpr int MostWrong = 2; // rows whose own sum fails
constexpr qint64 Effort = 3'000'000;
constexpr qint64 Unit = Decimal(1).units();

constexpr double LeastShare = 0.01; // it ranks, it does not decide
constexpr double LeastUsual = 10 * Vanishing; // whatever is unusual about a way: what is usual alone makes no cell sure
constexpr size_t Columns = UsualShares::Columns;

constexpr qint64 Lost = -1; // in place of what is printed: a number that should be there

struct Way {
    std::vector<qint64> printed;
    std::vector<qint64> meant; ///< what the sums see; another where one number of the row is printed wrong, or lost
    std::vector<int> tokens;
};

struct Row {
    size_t lane = 0;
    std::vector<int> printed; ///< tokens: numbers, and marks that stand for an empty cell
    std::vector<Way> ways; ///< that differ in some value
    std::vector<double> weights;
    bool wrong = false; ///< no way makes its own sum hold
};

class LostCells {
public:
    LostCells(const FormTable &table, const Alignment &alignment, const std::vector<Token> &tokens, std::vector<PlacedRow> &placed)
        : m_alignment(alignment)
        , m_tokens(tokens)
        , m_placed(placed)
        , m_sums(table)
    {
    }

    void run()
    {
        if (m_sums.across().empty() || !collect())
            return;
        weighUsualShares();
        for (const Row &row : m_rows) {
            m_choices.emplace_back();
            for (size_t k = 0; k < row.ways.size(); ++k)
                m_choices.back().push_back({row.ways[k].meant, row.weights[k]});
        }
        if (explainAll())
            apply();
    }

private:
    /// False where the table is not of this kind.
    bool collect()
    {
        m_taken = m_alignment.used;
        for (const PlacedRow &row : m_placed) {
            for (const int t : row.chosen.tokens) {
                if (t >= 0 && size_t(t) < m_taken.size())
                    m_taken[size_t(t)] = true;
            }
        }
        int wrong = 0;
        for (size_t l = 0; l < m_alignment.lanes.size(); ++l) {
            const Lane &lane = m_alignment.lanes[l];
            if (lane.rows.size() != 1 || !m_sums.hasTotal(lane.rows.front()) || m_placed[l].cut || size_t(lane.length) != Columns)
                return false;
            Row row;
            row.lane = l;
            row.printed = printedIn(l);
            if (!row.printed.empty() && isBehindStray(row.printed.front()))
                return false;
            m_lost += lane.length - int(row.printed.size());
            if (std::any_of(row.printed.begin(), row.printed.end(), [this](int t) { return !isPlain(m_tokens[size_t(t)]); })
                || (row.printed.empty() && m_alignment.readings[l].label < Pinned))
                return false;
            addWays(row, lane.length);
            wrong += row.wrong;
            if (row.ways.empty() || wrong > MostWrong)
                return false;
            m_rows.push_back(std::move(row));
        }
        return true;
    }

    /// The numbers of a lane, and the marks that stand for an empty cell. What follows them and no row took is the row's, too:
    /// where lines are cut off at a width, it goes on in the next.
    std::vector<int> printedIn(size_t lane) const
    {
        std::vector<int> out;
        const auto isPlace = [](const Token &t) { return t.kind == Token::Number || (t.kind == Token::Blank && t.range.length() > 0); };
        for (const int t : m_placed[lane].chosen.tokens) {
            if (t >= 0 && isPlace(m_tokens[size_t(t)]))
                out.push_back(t);
        }
        std::sort(out.begin(), out.end());
        if (out.empty() || size_t(out.back()) >= m_taken.size())
            return out;
        std::vector<int> inside;
        for (int i = out.front(); i < int(m_taken.size()); ++i) {
            const Token &t = m_tokens[size_t(i)];
            const bool own = std::binary_search(out.begin(), out.end(), i);
            if (t.kind == Token::Text && i > out.back())
                break;
            if (own || (!m_taken[size_t(i)] && t.kind == Token::Number && !t.pageMark && !t.loose))
                inside.push_back(i);
        }
        return inside;
    }

    /// A number that no row took stands right before it: it may be the half of a torn one, or another row's.
    bool isBehindStray(int token) const
    {
        if (token == 0 || size_t(token) > m_taken.size())
            return false;
        const Token &before = m_tokens[size_t(token) - 1];
        return !m_taken[size_t(token) - 1] && before.kind == Token::Number && !before.pageMark && !before.loose;
    }

    static bool isPlain(const Token &t)
    {
        return !t.delimited && !t.glued && !t.lookalike && !t.unreadable && !t.noise && t.value.units() % Unit == 0;
    }

    qint64 valueOf(int token) const
    {
        return m_tokens[size_t(token)].kind == Token::Number ? m_tokens[size_t(token)].value.units() / Unit : 0;
    }

    std::vector<Way> waysOf(const std::vector<int> &printed, int length) const
    {
        std::vector<Way> out;
        Way way;
        way.tokens.assign(size_t(length), -1);
        const auto lay = [&](auto &&self, size_t next, int cell) -> void {
            if (next == printed.size()) {
                way.printed.clear();
                for (const int t : way.tokens)
                    way.printed.push_back(t < 0 ? 0 : valueOf(t));
                way.meant = way.printed;
                out.push_back(way);
                return;
            }
            for (int c = cell; c + int(printed.size() - next) <= length; ++c) {
                way.tokens[size_t(c)] = printed[next];
                self(self, next + 1, c + 1);
                way.tokens[size_t(c)] = -1;
            }
        };
        lay(lay, 0, 0);
        return out;
    }

    /// The ways to lay a row that its own sum allows; where it allows none, with one number printed wrong or lost, or one
    /// too many, which may be another row's.
    void addWays(Row &row, int length) const
    {
        std::vector<Way> all = waysOf(row.printed, length);
        row.wrong = std::all_of(all.begin(), all.end(), [](const Way &w) { return excess(w) != 0; });
        std::map<std::pair<std::vector<qint64>, std::vector<qint64>>, size_t> known;
        for (const Way &w : all) {
            for (const Way &mended : row.wrong ? waysMended(w) : std::vector<Way>{w}) {
                if (excess(mended) != 0)
                    continue;
                // those that say the same are one, and weigh together
                const auto [it, fresh] = known.try_emplace({mended.printed, mended.meant}, row.ways.size());
                if (fresh) {
                    row.ways.push_back(mended);
                    row.weights.push_back(0);
                }
                row.weights[it->second] += 1;
            }
        }
        for (size_t i = 0; row.wrong && i < row.printed.size(); ++i) {
            std::vector<int> others = row.printed;
            others.erase(others.begin() + std::ptrdiff_t(i));
            for (Way &w : waysOf(others, length)) {
                if (excess(w) != 0)
                    continue;
                row.ways.push_back(std::move(w));
                row.weights.push_back(1);
            }
        }
    }

    /// What the total has too much.
    static qint64 excess(const Way &way) { return way.meant.back() - std::accumulate(way.meant.begin(), way.meant.end() - 1, qint64(0)); }

    static std::vector<Way> waysMended(const Way &way)
    {
        std::vector<Way> out;
        const qint64 rest = excess(way);
        for (size_t c = 0; c < way.meant.size(); ++c) {
            Way mended = way;
            mended.meant[c] += c + 1 == way.meant.size() ? -rest : rest;
            if (mended.meant[c] < 0)
                continue;
            if (way.tokens[c] < 0)
                mended.printed[c] = Lost;
            out.push_back(std::move(mended));
        }
        return out;
    }

    /// Asked of the largest row alone: the others follow it.
    void weighUsualShares()
    {
        const auto total = [](const Row &row) { return row.ways.front().meant.back(); };
        Row &largest = *std::max_element(m_rows.begin(), m_rows.end(), [&](const Row &a, const Row &b) { return total(a) < total(b); });
        std::vector<double> logs;
        for (const Way &way : largest.ways)
            logs.push_back(UsualShares::logOf(way.meant));
        const double most = *std::max_element(logs.begin(), logs.end());
        for (size_t k = 0; k < logs.size(); ++k) {
            const double share = std::max(std::exp(logs[k] - most), LeastShare);
            largest.weights[k] *= std::max(share * UsualShares::ofPersons(largest.ways[k].meant), LeastUsual);
        }
    }

    /// Weighs the ways that satisfy the sums; false where there are none, or too many to know.
    bool explain(const std::vector<TableSum> &sums)
    {
        const TableOdds answer = oddsOf(m_choices, sums, m_effort);
        if (!answer.complete || answer.weight <= 0)
            return answer.complete;
        m_odds.resize(m_rows.size());
        for (size_t r = 0; r < m_rows.size(); ++r) {
            m_odds[r].resize(m_rows[r].ways.size());
            for (size_t k = 0; k < m_odds[r].size(); ++k)
                m_odds[r][k] = (m_odds[r][k] * m_weight + answer.odds[r][k] * answer.weight) / (m_weight + answer.weight);
        }
        m_weight += answer.weight;
        return true;
    }

    /// False where nothing is known for sure.
    bool explainAll()
    {
        if (!explain(m_sums.across()))
            return false;
        if (m_weight > 0 || std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.wrong; }))
            return m_weight > 0;
        // one number and its row's total are wrong by the same
        for (const std::vector<TableSum> &sums : m_sums.withoutPairs(m_sums.across())) {
            if (!explain(sums))
                return false;
        }
        return m_weight > 0;
    }

    /// By cell: next to all of what is possible says of it what the likeliest way does.
    std::vector<bool> sureCells(size_t r, const Way &best, bool mayBeAnothers) const
    {
        const Row &row = m_rows[r];
        const std::vector<double> &odds = m_odds[r];
        // where a number stands on its line may show which cells are empty, though not to us
        const bool mayBeColumns = m_alignment.layout.rowPerLine && !m_alignment.layout.strung;
        const bool besideWrong = (r > 0 && m_rows[r - 1].wrong) || (r + 1 < m_rows.size() && m_rows[r + 1].wrong);
        double mayBeLost = 0;
        for (size_t k = 0; k < row.ways.size(); ++k)
            mayBeLost += std::count(row.ways[k].printed.begin(), row.ways[k].printed.end(), Lost) > 0 ? odds[k] : 0;
        std::vector<bool> out;
        for (size_t c = 0; c < best.printed.size(); ++c) {
            double otherwise = 0;
            for (size_t k = 0; k < row.ways.size(); ++k)
                otherwise += row.ways[k].printed[c] == best.printed[c] ? 0 : odds[k];
            const bool isOpenZero = mayBeColumns && best.printed[c] == 0 && row.printed.size() < Columns;
            out.push_back(
                !isOpenZero && !besideWrong && !mayBeAnothers && otherwise < Vanishing && (best.tokens[c] >= 0 || mayBeLost < Vanishing));
        }
        return out;
    }

    void apply()
    {
        // where hardly a cell is missing, those that are may have held a number or none, and a person should look
        const bool losesCells = double(m_lost) >= LostAreMany * double(m_rows.size() * Columns);
        const bool anyWrong = std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.wrong; });
        for (size_t r = 0; r < m_rows.size(); ++r) {
            const Row &row = m_rows[r];
            const std::vector<double> &odds = m_odds[r];
            PlacedRow &placed = m_placed[row.lane];
            std::vector<size_t> order(row.ways.size());
            std::iota(order.begin(), order.end(), size_t(0));
            std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return odds[a] > odds[b]; });
            const Way &best = row.ways[order.front()];
            const bool mayBeAnothers = row.wrong && (losesCells || row.printed.size() != Columns); // some of its numbers
            if (!losesCells && row.printed.size() < Columns)
                continue;
            std::vector<bool> sure = sureCells(r, best, mayBeAnothers);
            if (placed.exact && !mayBeAnothers && std::find(sure.begin(), sure.end(), false) != sure.end())
                continue; // nothing was lost in it: what it shows by itself stands
            const auto inCells = std::count_if(placed.chosen.tokens.begin(), placed.chosen.tokens.end(), [](int t) { return t >= 0; });
            placed.gathered = row.printed.size() > size_t(inCells);
            placed.sure = std::move(sure);
            placed.byFault = anyWrong && row.ways.size() > 1;
            placed.possible.clear();
            placed.others.clear();
            for (const size_t k : order) {
                if (k != order.front() && (odds[k] < WorthShowing || placed.possible.size() > MostShown))
                    break;
                RowPlacement p;
                p.tokens = row.ways[k].tokens;
                p.sum = row.wrong ? RowSum::Fails : row.ways[k].meant.back() == 0 ? RowSum::Trivial : RowSum::Holds;
                p.score = float(std::log(odds[k]));
                placed.possible.push_back(p);
            }
            placed.chosen = placed.possible.front();
            placed.others.assign(placed.possible.begin() + 1, placed.possible.end());
        }
    }

    const Alignment &m_alignment;
    const std::vector<Token> &m_tokens;
    std::vector<PlacedRow> &m_placed;
    TableSums m_sums;
    std::vector<Row> m_rows;
    int m_lost = 0; ///< cells
    std::vector<bool> m_taken; ///< by token: some row has it
    std::vector<std::vector<WeighedChoice>> m_choices; ///< by row, by way
    std::vector<std::vector<double>> m_odds; ///< by row, by way
    double m_weight = 0; ///< of all explanations so far
    qint64 m_effort = Effort;
};

} // namespace

void settleLostCells(const FormTable &table, const Alignment &alignment, const std::vector<Token> &tokens, std::vector<PlacedRow> &rows)
{
    const Layout &layout = alignment.layout;
    const auto isDelimited = [&](const PlacedRow &row) { // then its fields show what is empty
        return std::any_of(
            row.chosen.tokens.begin(), row.chosen.tokens.end(), [&](int t) { return t >= 0 && tokens[size_t(t)].delimited; });
    };
    if (!table.across && !layout.emptyCellsSeen && !layout.gapsAreCells
        && std::none_of(rows.begin(), rows.end(), [&](const PlacedRow &row) { return row.inPlace || isDelimited(row); }))
        LostCells(table, alignment, tokens, rows).run();
}

} // namespace gouji
