// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/sums/reach.h"
#include "recovery/sums/sumbyrows.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace gouji {

/// The choices that the rows of a problem have left. Each sum narrows them to those which the other rows can complete. Choices
/// are counted through all rows (`flat`); what a combination scores below the best choice of each row is its loss.
class Narrowing {
public:
    static constexpr float LossUnit = 64; ///< losses of score are counted in whole numbers
    static constexpr qint64 NoLimit = qint64(1) << 60;

    Narrowing(const TableProblem &problem, qint64 &effort); ///< `effort` outlives this

    size_t rows() const { return m_count.size(); }
    size_t choices() const { return m_alive.size(); } ///< of all rows
    size_t firstOf(size_t row) const { return m_base[row]; } ///< flat; of the row behind the last: their number
    int left(size_t row) const { return m_count[row]; }
    bool isLeft(size_t flat) const { return m_alive[flat]; }
    bool isRefuted() const { return std::find(m_count.begin(), m_count.end(), 0) != m_count.end(); } ///< some row has none left
    void refute() { std::fill(m_count.begin(), m_count.end(), 0); }
    qint64 loss(size_t flat) const { return m_loss[flat]; }
    qint64 lossOf(const std::vector<int> &combination) const;
    void limitLoss(qint64 limit) { m_limit = limit; } ///< of a combination

    void remove(size_t row, size_t flat)
    {
        m_alive[flat] = false;
        --m_count[row];
        for (const size_t e : m_of[row])
            m_dirty[e] = true;
    }

    /// Leaves a row only this one of the choices that it has left.
    void assign(size_t row, size_t flat)
    {
        if (m_count[row] == 1)
            return;
        std::fill(m_alive.begin() + std::ptrdiff_t(m_base[row]), m_alive.begin() + std::ptrdiff_t(m_base[row + 1]), char(false));
        m_alive[flat] = true;
        m_count[row] = 1;
        for (const size_t e : m_of[row])
            m_dirty[e] = true;
    }

    /// The choice of a row that has only one left.
    size_t onlyOf(size_t row) const
    {
        const char *const begin = m_alive.data() + m_base[row];
        return size_t(static_cast<const char *>(std::memchr(begin, true, m_base[row + 1] - m_base[row])) - begin);
    }

    /// Narrows until no sum has more to say; false where some row is left without a choice.
    bool propagate();

    struct State {
        std::vector<char> alive;
        std::vector<int> count;
    };
    State save() const { return {m_alive, m_count}; }
    void restore(const State &state)
    {
        m_alive = state.alive;
        m_count = state.count;
        std::fill(m_dirty.begin(), m_dirty.end(), false);
    }

private:
    /// One row's part in a sum, with its values counted from the least that is left.
    struct Spread {
        const SumPart *part = nullptr;
        qint64 least = 0;
        qint64 width = 0;
        std::vector<qint64> values; ///< those left
        std::vector<char> dead; ///< by place in `values`
        std::vector<int> places; ///< in `values`, by place in the part's values
    };

    void measureLosses(const TableProblem &problem);
    bool narrowByLoss();
    bool narrow(size_t e);
    /// What is left of a part, in memory that is used again; null where that is one value, which then goes to `least`.
    Spread *spreadOf(const SumPart &part, qint64 &least);
    void narrowByReach(qint64 top);
    bool kill(const Spread &s);

    qint64 &m_effort;
    std::vector<SumByRows> m_equations;
    std::vector<std::vector<size_t>> m_of; ///< by row: its equations
    std::vector<size_t> m_base; ///< by row: its first choice in the flat lists
    std::vector<char> m_alive;
    std::vector<qint64> m_loss;
    std::vector<int> m_count;
    std::vector<bool> m_dirty;
    std::vector<std::unique_ptr<Spread>> m_spreads; ///< memory of m_open, and so on: sums are asked again and again
    std::vector<Spread *> m_open; ///< the rows of the sum at hand that are not settled
    std::vector<Reach> m_before;
    Reach m_behind;
    Reach m_next;
    qint64 m_limit = NoLimit; ///< of the losses of a combination together
};

} // namespace gouji
