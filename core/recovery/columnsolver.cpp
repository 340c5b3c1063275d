// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/columnsolver.h"

#include <algorithm>
#include <map>
#include <set>

namespace gouji {

namespace {

constexpr int MaxNodes = 60000; // a search that takes longer leaves the rows open
constexpr size_t MaxSolutions = 400;
constexpr float Margin = 4; // combinations farther than this below the best are no rivals

/// A sum across rows, over flat cells: each with +1 (left) or -1 (right); all together are zero.
struct Constraint {
    std::map<int, int> factors;
    qint64 constant = 0; ///< what the settled rows contribute, in units of Decimal
};

struct Solution {
    std::vector<size_t> choice;
    float score = 0;
};

struct Open {
    size_t lane = 0;
    std::vector<std::vector<qint64>> values; ///< by possible placement, by cell
};

class Solver
{
public:
    Solver(const FormTable &table, const Alignment &alignment, const std::vector<Token> &tokens, std::vector<PlacedRow> &rows)
        : m_alignment(alignment)
        , m_tokens(tokens)
        , m_rows(rows)
    {
        collect(table);
    }

    void run()
    {
        if (m_open.empty() || m_constraints.empty())
            return;
        computeBounds();
        m_choice.assign(m_open.size(), 0);
        std::vector<qint64> residuals;
        for (const Constraint &c : m_constraints)
            residuals.push_back(c.constant);
        search(0, residuals, 0);
        std::erase_if(m_solutions, [this](const Solution &s) { return s.score < m_best - Margin; });
        if (!m_solutions.empty())
            apply(m_nodes < MaxNodes && m_solutions.size() < MaxSolutions);
    }

private:
    qint64 valueOf(int token) const
    {
        return token >= 0 && m_tokens[size_t(token)].kind == Token::Number ? m_tokens[size_t(token)].value.units() : 0;
    }

    static bool isOpen(const PlacedRow &row)
    {
        const bool doubtful = !row.others.empty() || row.chosen.sum == RowSum::Fails || row.chosen.sum == RowSum::Open;
        return !row.exact && !(row.inPlace && row.numbers > 1) && doubtful && row.possible.size() > 1;
    }

    void collect(const FormTable &table)
    {
        std::vector<int> laneOf(size_t(table.cellIds().size()), 0);
        for (size_t l = 0; l < m_alignment.lanes.size(); ++l) {
            for (int c = 0; c < m_alignment.lanes[l].length; ++c)
                laneOf[size_t(m_alignment.lanes[l].first + c)] = int(l);
        }
        std::vector<int> openOf(m_rows.size(), -1);
        for (size_t l = 0; l < m_rows.size(); ++l) {
            if (!isOpen(m_rows[l]))
                continue;
            openOf[l] = int(m_open.size());
            Open open{l, {}};
            for (const RowPlacement &p : m_rows[l].possible) {
                std::vector<qint64> values;
                for (const int t : p.tokens)
                    values.push_back(valueOf(t));
                open.values.push_back(std::move(values));
            }
            m_open.push_back(std::move(open));
        }
        for (const Identity &identity : table.identities) {
            Constraint constraint;
            bool across = false;
            bool any = false;
            for (int side = 0; side < 2; ++side) {
                for (const CellId id : side == 0 ? identity.left : identity.right) {
                    const int cell = table.placeOf(id);
                    const size_t lane = size_t(laneOf[size_t(cell)]);
                    across = across || lane != size_t(laneOf[size_t(table.placeOf(identity.left.front()))]);
                    const int factor = side == 0 ? 1 : -1;
                    if (openOf[lane] >= 0) {
                        constraint.factors[cell] = factor;
                        any = true;
                    } else {
                        constraint.constant += factor * valueOf(m_rows[lane].chosen.tokens[size_t(cell - m_alignment.lanes[lane].first)]);
                    }
                }
            }
            if (across && any)
                m_constraints.push_back(std::move(constraint));
        }
        std::stable_sort(m_open.begin(), m_open.end(), [](const Open &a, const Open &b) { return a.values.size() < b.values.size(); });
    }

    /// What the rows from an index on can add to each constraint at least and at most.
    void computeBounds()
    {
        m_bestLeft.assign(m_open.size() + 1, 0);
        for (size_t i = m_open.size(); i-- > 0;)
            m_bestLeft[i] = m_bestLeft[i + 1] + m_rows[m_open[i].lane].possible.front().score;
        m_low.assign(m_open.size() + 1, std::vector<qint64>(m_constraints.size(), 0));
        m_high = m_low;
        for (size_t i = m_open.size(); i-- > 0;) {
            for (size_t k = 0; k < m_constraints.size(); ++k) {
                qint64 low = 0;
                qint64 high = 0;
                for (size_t p = 0; p < m_open[i].values.size(); ++p) {
                    const qint64 v = contribution(i, p, k);
                    low = p == 0 ? v : std::min(low, v);
                    high = p == 0 ? v : std::max(high, v);
                }
                m_low[i][k] = m_low[i + 1][k] + low;
                m_high[i][k] = m_high[i + 1][k] + high;
            }
        }
    }

    qint64 contribution(size_t open, size_t placement, size_t constraint) const
    {
        const Lane &lane = m_alignment.lanes[m_open[open].lane];
        qint64 out = 0;
        for (auto it = m_constraints[constraint].factors.lower_bound(lane.first);
             it != m_constraints[constraint].factors.end() && it->first < lane.first + lane.length; ++it)
            out += it->second * m_open[open].values[placement][size_t(it->first - lane.first)];
        return out;
    }

    void search(size_t next, const std::vector<qint64> &residuals, float score)
    {
        if (++m_nodes >= MaxNodes || m_solutions.size() >= MaxSolutions || (!m_solutions.empty() && score + m_bestLeft[next] < m_best - Margin))
            return;
        for (size_t k = 0; k < m_constraints.size(); ++k) {
            if (residuals[k] + m_low[next][k] > 0 || residuals[k] + m_high[next][k] < 0)
                return;
        }
        if (next == m_open.size()) {
            m_solutions.push_back({m_choice, score});
            m_best = m_solutions.size() == 1 ? score : std::max(m_best, score);
            return;
        }
        for (size_t p = 0; p < m_open[next].values.size(); ++p) {
            m_choice[next] = p;
            std::vector<qint64> after = residuals;
            for (size_t k = 0; k < m_constraints.size(); ++k)
                after[k] += contribution(next, p, k);
            search(next + 1, after, score + m_rows[m_open[next].lane].possible[p].score);
        }
    }

    /// The best combination is taken; a row is decided only where all near rivals say the same of it.
    void apply(bool complete)
    {
        const Solution &best = *std::max_element(m_solutions.begin(), m_solutions.end(), [](const Solution &a, const Solution &b) { return a.score < b.score; });
        for (size_t i = 0; i < m_open.size(); ++i) {
            std::set<size_t> choices;
            for (const Solution &solution : m_solutions)
                choices.insert(solution.choice[i]);
            PlacedRow &row = m_rows[m_open[i].lane];
            row.chosen = row.possible[best.choice[i]];
            if (complete)
                row.others.clear();
            for (const size_t c : choices) {
                if (complete && c != best.choice[i])
                    row.others.push_back(row.possible[c]);
            }
            row.decidedByColumns = complete && choices.size() == 1;
        }
    }

    const Alignment &m_alignment;
    const std::vector<Token> &m_tokens;
    std::vector<PlacedRow> &m_rows;
    std::vector<Open> m_open;
    std::vector<Constraint> m_constraints;
    std::vector<std::vector<qint64>> m_low;
    std::vector<std::vector<qint64>> m_high;
    std::vector<size_t> m_choice;
    std::vector<Solution> m_solutions;
    std::vector<float> m_bestLeft; ///< the score the rows from an index on can add at most
    float m_best = 0;
    int m_nodes = 0;
};

} // namespace

void settleByColumns(const FormTable &table, const Alignment &alignment, const std::vector<Token> &tokens, std::vector<PlacedRow> &rows)
{
    Solver(table, alignment, tokens, rows).run();
}

} // namespace gouji
