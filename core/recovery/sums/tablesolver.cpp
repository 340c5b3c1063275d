// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/sums/tablesolver.h"

#include "recovery/sums/narrowing.h"

#include <algorithm>

namespace gouji {

namespace {

/// Tries out what narrowing leaves open.
class Solver {
public:
    Solver(const TableProblem &problem, qint64 &effort)
        : m_problem(problem)
        , m_effort(effort)
        , m_rows(problem, effort)
        , m_proved(m_rows.choices(), false)
    {
    }

    TableAnswer run()
    {
        TableAnswer out;
        const bool solvable = !m_rows.isRefuted() && m_rows.propagate();
        if (solvable && m_problem.margin >= 0)
            limitLosses();
        if (solvable)
            proveAll();
        const bool refuted = !solvable || m_rows.isRefuted();
        out.complete = !m_exhausted;
        for (size_t r = 0; r < m_problem.rows.size(); ++r) {
            out.possible.emplace_back();
            for (size_t k = m_rows.firstOf(r); k < m_rows.firstOf(r + 1); ++k)
                out.possible.back().push_back(!refuted && m_rows.isLeft(k));
        }
        std::vector<std::pair<qint64, size_t>> order;
        for (size_t i = 0; i < m_combinations.size(); ++i)
            order.emplace_back(m_rows.lossOf(m_combinations[i]), i);
        std::sort(order.begin(), order.end());
        for (const auto &[loss, i] : order)
            out.combinations.push_back(std::move(m_combinations[i]));
        return out;
    }

private:
    /// Finds one combination in what is left, choices that no combination has shown yet first.
    bool search()
    {
        if (m_effort < 0) {
            m_exhausted = true;
            return false;
        }
        size_t row = m_rows.rows();
        for (size_t r = 0; r < m_rows.rows(); ++r) {
            if (m_rows.left(r) > 1 && (row == m_rows.rows() || m_rows.left(r) < m_rows.left(row)))
                row = r;
        }
        if (row == m_rows.rows()) {
            note();
            return true;
        }
        std::vector<size_t> order;
        for (size_t k = m_rows.firstOf(row); k < m_rows.firstOf(row + 1); ++k) {
            if (m_rows.isLeft(k))
                order.push_back(k);
        }
        std::stable_sort(order.begin(), order.end(), [this](size_t a, size_t b) {
            const bool freshA = !m_bestOnly && !m_proved[a];
            const bool freshB = !m_bestOnly && !m_proved[b];
            return freshA != freshB ? freshA : m_rows.loss(a) < m_rows.loss(b);
        });
        const Narrowing::State before = m_rows.save();
        m_effort -= qint64(m_rows.choices());
        for (const size_t k : order) {
            m_rows.assign(row, k);
            if (m_rows.propagate() && search())
                return true;
            m_rows.restore(before);
            if (m_exhausted)
                return false;
        }
        return false;
    }

    void note()
    {
        std::vector<int> combination;
        bool fresh = m_combinations.empty();
        combination.reserve(m_rows.rows());
        for (size_t r = 0; r < m_rows.rows(); ++r) {
            const size_t only = m_rows.onlyOf(r);
            fresh = fresh || !m_proved[m_rows.firstOf(r) + only];
            m_proved[m_rows.firstOf(r) + only] = true;
            combination.push_back(int(only));
        }
        m_lastLoss = m_rows.lossOf(combination);
        if (fresh || m_bestOnly)
            m_combinations.push_back(std::move(combination));
    }

    /// Finds the best combination and keeps only those not much worse.
    void limitLosses()
    {
        const Narrowing::State root = m_rows.save();
        m_bestOnly = true;
        qint64 best = Narrowing::NoLimit;
        while (best > 0 && m_rows.propagate() && search()) {
            best = m_lastLoss;
            m_rows.restore(root);
            m_rows.limitLoss(best - 1);
        }
        m_bestOnly = false;
        m_rows.restore(root);
        if (m_combinations.empty() && !m_exhausted) {
            m_rows.refute();
            return;
        }
        m_rows.limitLoss(m_exhausted ? Narrowing::NoLimit : best + qint64(m_problem.margin * Narrowing::LossUnit));
        std::fill(m_proved.begin(), m_proved.end(), false);
        if (m_combinations.size() > 1) // the others may be too far below it
            m_combinations.erase(m_combinations.begin(), m_combinations.end() - 1);
        for (size_t r = 0; r < m_rows.rows() && !m_combinations.empty(); ++r)
            m_proved[m_rows.firstOf(r) + size_t(m_combinations.front()[r])] = true;
        m_rows.propagate(); // cannot fail: the best is still there
    }

    void proveAll()
    {
        for (size_t r = 0; r < m_rows.rows(); ++r) {
            for (size_t k = m_rows.firstOf(r); k < m_rows.firstOf(r + 1); ++k) {
                if (m_rows.left(r) == 0 || m_exhausted)
                    return;
                if (!m_rows.isLeft(k) || m_proved[k])
                    continue;
                m_effort -= qint64(m_rows.choices()) / 4 + 50;
                const Narrowing::State root = m_rows.save();
                m_rows.assign(r, k);
                const bool found = m_rows.propagate() && search();
                m_rows.restore(root);
                if (found || m_exhausted)
                    continue;
                m_rows.remove(r, k);
                if (!m_rows.propagate()) { // none is left at all
                    m_rows.refute();
                    return;
                }
            }
        }
    }

    const TableProblem &m_problem;
    qint64 &m_effort;
    Narrowing m_rows;
    std::vector<char> m_proved; ///< by flat choice
    std::vector<std::vector<int>> m_combinations;
    qint64 m_lastLoss = 0;
    bool m_bestOnly = false;
    bool m_exhausted = false;
};

} // namespace

TableAnswer solveTable(const TableProblem &problem, qint64 &effort) { return Solver(problem, effort).run(); }

} // namespace gouji
