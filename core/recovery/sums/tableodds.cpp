// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/sums/tableodds.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace gouji {

namespace {

constexpr size_t MostSums = 16;
constexpr size_t MostStates = 20'000; // combinations kept after a row

/// What is still missing to each sum.
using State = std::array<qint64, MostSums>;

struct StateHash {
    size_t operator()(const State &state) const
    {
        quint64 out = 0;
        for (const qint64 v : state)
            out = (out ^ quint64(v)) * 0x9E3779B97F4A7C15ull + (out >> 29);
        return size_t(out ^ (out >> 32));
    }
};

struct Layer {
    std::vector<State> states;
    std::vector<double> forward; ///< weight of all ways to get here
    std::vector<double> backward; ///< of all ways on from here
    std::unordered_map<State, int, StateHash> index;
};

class Summation {
public:
    Summation(const std::vector<std::vector<WeighedChoice>> &rows, const std::vector<TableSum> &sums, qint64 &effort)
        : m_rows(rows)
        , m_effort(effort)
    {
        m_out.odds.resize(rows.size());
        for (size_t r = 0; r < rows.size(); ++r)
            m_out.odds[r].assign(rows[r].size(), 0);
        reduce(sums);
    }

    TableOdds run()
    {
        m_out.complete = true;
        if (m_impossible)
            return m_out;
        if (m_count > MostSums) {
            m_out.complete = false;
            return m_out;
        }
        orderRows();
        boundRest();
        m_layers.resize(m_order.size() + 1);
        add(m_layers.front(), m_start, 1);
        for (size_t i = 0; i < m_order.size(); ++i) {
            if (!forward(i)) {
                m_out.complete = false;
                return m_out;
            }
        }
        if (m_layers.back().states.empty())
            return m_out;
        m_out.weight = m_layers.back().forward.front();
        m_layers.back().backward.assign(1, 1);
        for (size_t i = m_order.size(); i-- > 0;)
            backward(i);
        return m_out;
    }

private:
    /// Sums are asked of what differs between the choices of some row; the rest is a constant.
    void reduce(const std::vector<TableSum> &sums)
    {
        m_start.fill(0);
        m_shares.resize(m_rows.size());
        for (size_t r = 0; r < m_rows.size(); ++r)
            m_shares[r].assign(m_rows[r].size(), State{});
        std::vector<std::vector<qint64>> shares(m_rows.size()); // by row, by choice
        for (const TableSum &sum : sums) {
            for (size_t r = 0; r < m_rows.size(); ++r)
                shares[r].assign(m_rows[r].size(), 0);
            for (const TableSum::Term &term : sum.terms) {
                const size_t r = size_t(term.row);
                for (size_t k = 0; k < shares[r].size(); ++k)
                    shares[r][k] += term.factor * m_rows[r][k].values[size_t(term.cell)];
            }
            qint64 constant = sum.constant;
            bool varies = false;
            for (std::vector<qint64> &row : shares) {
                const bool open = std::any_of(row.begin(), row.end(), [&](qint64 v) { return v != row.front(); });
                varies = varies || open;
                if (!open && !row.empty()) {
                    constant += row.front();
                    std::fill(row.begin(), row.end(), 0);
                }
            }
            if (!varies) {
                m_impossible = m_impossible || constant != 0;
                continue;
            }
            if (m_count < MostSums) {
                m_start[m_count] = constant;
                for (size_t r = 0; r < m_rows.size(); ++r) {
                    for (size_t k = 0; k < shares[r].size(); ++k)
                        m_shares[r][k][m_count] = shares[r][k];
                }
            }
            ++m_count;
        }
        m_impossible = m_impossible || std::any_of(m_rows.begin(), m_rows.end(), [](const auto &row) { return row.empty(); });
    }

    /// Rows in many sums first, then those with large numbers: they leave the fewest combinations to the rest.
    void orderRows()
    {
        const auto bound = [this](int r) {
            int sums = 0;
            qint64 most = 0;
            for (size_t s = 0; s < m_count; ++s) {
                qint64 here = 0;
                for (const State &share : m_shares[size_t(r)])
                    here = std::max(here, std::abs(share[s]));
                sums += here != 0;
                most = std::max(most, here);
            }
            return std::pair(sums, most);
        };
        std::vector<std::pair<int, qint64>> bounds;
        for (size_t r = 0; r < m_rows.size(); ++r) {
            m_order.push_back(int(r));
            bounds.push_back(bound(int(r)));
        }
        std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) { return bounds[size_t(a)] > bounds[size_t(b)]; });
    }

    /// The least and the most the rows to come can add to each sum.
    void boundRest()
    {
        m_least.assign(m_order.size() + 1, State{});
        m_most = m_least;
        for (size_t i = m_order.size(); i-- > 0;) {
            const std::vector<State> &shares = m_shares[size_t(m_order[i])];
            for (size_t s = 0; s < m_count; ++s) {
                const auto less = [s](const State &a, const State &b) { return a[s] < b[s]; };
                const auto [least, most] = std::minmax_element(shares.begin(), shares.end(), less);
                m_least[i][s] = m_least[i + 1][s] + (*least)[s];
                m_most[i][s] = m_most[i + 1][s] + (*most)[s];
            }
        }
    }

    bool isPossible(const State &state, size_t next) const
    {
        for (size_t s = 0; s < m_count; ++s) {
            if (state[s] + m_least[next][s] > 0 || state[s] + m_most[next][s] < 0)
                return false;
        }
        return true;
    }

    State after(const State &state, size_t row, size_t choice) const
    {
        State out = state;
        for (size_t s = 0; s < m_count; ++s)
            out[s] += m_shares[row][choice][s];
        return out;
    }

    static void add(Layer &layer, const State &state, double weight)
    {
        const auto [it, fresh] = layer.index.try_emplace(state, int(layer.states.size()));
        if (fresh) {
            layer.states.push_back(state);
            layer.forward.push_back(0);
        }
        layer.forward[size_t(it->second)] += weight;
    }

    bool forward(size_t i)
    {
        const size_t row = size_t(m_order[i]);
        const Layer &from = m_layers[i];
        Layer &to = m_layers[i + 1];
        m_effort -= qint64(from.states.size()) * qint64(m_rows[row].size());
        if (m_effort < 0)
            return false;
        double scale = 0; // keeps long tables within what a double can hold
        for (const WeighedChoice &choice : m_rows[row])
            scale += choice.weight;
        for (size_t n = 0; n < from.states.size(); ++n) {
            for (size_t k = 0; k < m_rows[row].size(); ++k) {
                const State state = after(from.states[n], row, k);
                if (isPossible(state, i + 1))
                    add(to, state, from.forward[n] * m_rows[row][k].weight / scale);
            }
            if (to.states.size() > MostStates)
                return false;
        }
        return true;
    }

    void backward(size_t i)
    {
        const size_t row = size_t(m_order[i]);
        Layer &from = m_layers[i];
        const Layer &to = m_layers[i + 1];
        double scale = 0;
        for (const WeighedChoice &choice : m_rows[row])
            scale += choice.weight;
        from.backward.assign(from.states.size(), 0);
        for (size_t n = 0; n < from.states.size(); ++n) {
            for (size_t k = 0; k < m_rows[row].size(); ++k) {
                const auto it = to.index.find(after(from.states[n], row, k));
                if (it == to.index.end())
                    continue;
                const double on = m_rows[row][k].weight / scale * to.backward[size_t(it->second)];
                from.backward[n] += on;
                m_out.odds[row][k] += from.forward[n] * on / m_out.weight;
            }
        }
    }

    const std::vector<std::vector<WeighedChoice>> &m_rows;
    qint64 &m_effort;
    std::vector<std::vector<State>> m_shares; ///< by row, by choice: what it adds to each sum
    State m_start;
    size_t m_count = 0; ///< of sums
    bool m_impossible = false;
    std::vector<int> m_order; ///< of the rows
    std::vector<State> m_least; ///< by place in the order
    std::vector<State> m_most;
    std::vector<Layer> m_layers;
    TableOdds m_out;
};

} // namespace

TableOdds oddsOf(const std::vector<std::vector<WeighedChoice>> &rows, const std::vector<TableSum> &sums, qint64 &effort)
{
    return Summation(rows, sums, effort).run();
}

} // namespace gouji
