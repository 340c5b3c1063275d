// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tablesolver.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>
#include <span>

namespace gouji {

namespace {

constexpr qint64 WidestSum = 1 << 17; // sums with a wider range are followed by their bounds alone
constexpr float LossUnit = 64; // losses of score are counted in whole numbers
constexpr qint64 NoLimit = qint64(1) << 60;

/// The partial sums that are reached: a bit each, from 0 to a fixed top.
class Reach {
public:
    Reach() = default;
    Reach(qint64 top, qint64 only) { reset(top, only); }
    explicit Reach(qint64 top) { reset(top); }

    /// None is reached, and the memory is kept.
    void reset(qint64 top)
    {
        m_top = top;
        m_words.assign(size_t(top / 64 + 1), 0);
    }
    void reset(qint64 top, qint64 only)
    {
        reset(top);
        m_words[size_t(only / 64)] = quint64(1) << (only % 64);
    }

    const std::vector<quint64> &words() const { return m_words; }
    qint64 cost() const { return qint64(m_words.size()) + 16; }

    /// Everything the other reaches, `by` more.
    void addRaised(const Reach &other, qint64 by)
    {
        const size_t skip = size_t(by / 64);
        const int shift = int(by % 64);
        const size_t n = m_words.size();
        if (shift == 0) {
            for (size_t i = skip; i < n; ++i)
                m_words[i] |= other.m_words[i - skip];
            return;
        }
        if (skip < n)
            m_words[skip] |= other.m_words[0] << shift;
        for (size_t i = skip + 1; i < n; ++i)
            m_words[i] |= other.m_words[i - skip] << shift | other.m_words[i - skip - 1] >> (64 - shift);
    }

    /// Everything the other reaches, `by` less.
    void addLowered(const Reach &other, qint64 by)
    {
        const size_t skip = size_t(by / 64);
        const int shift = int(by % 64);
        const size_t n = m_words.size();
        for (size_t i = 0; i + skip < n; ++i) {
            quint64 word = other.m_words[i + skip] >> shift;
            if (shift > 0 && i + skip + 1 < n)
                word |= other.m_words[i + skip + 1] << (64 - shift);
            m_words[i] |= word;
        }
    }

    /// Some reached sum, raised by `by`, is one the other reaches.
    bool meets(const Reach &other, qint64 by) const
    {
        const size_t skip = size_t(by / 64);
        const int shift = int(by % 64);
        for (size_t i = skip; i < m_words.size(); ++i) {
            quint64 word = m_words[i - skip] << shift;
            if (shift > 0 && i > skip)
                word |= m_words[i - skip - 1] >> (64 - shift);
            if (word & other.m_words[i])
                return true;
        }
        return false;
    }

    /// Sums above the top are cut off word by word only; this clears the rest of the last word.
    void trim()
    {
        const int last = int(m_top % 64);
        if (last < 63)
            m_words.back() &= (quint64(1) << (last + 1)) - 1;
    }

private:
    qint64 m_top = 0;
    std::vector<quint64> m_words;
};

/// What one row adds to one sum: for each choice the place of its value among the different values.
struct Part {
    int row = 0;
    std::span<const qint64> values; ///< different ones, ascending
    std::span<const int> valueOf; ///< by choice
};

/// Moved, never copied: what its parts show is its own memory, one piece for all of them.
struct Equation {
    Equation() = default;
    Equation(Equation &&) = default;

    std::vector<Part> parts;
    qint64 constant = 0;
    std::vector<qint64> values;
    std::vector<int> valueOf;
};

Equation equationOf(const TableProblem &problem, const TableSum &sum, int without = -1)
{
    Equation out;
    out.constant = sum.constant;
    out.parts.reserve(sum.terms.size());
    size_t choicesInAll = 0;
    for (const TableSum::Term &t : sum.terms)
        choicesInAll += problem.rows[size_t(t.row)].size();
    out.values.resize(choicesInAll);
    out.valueOf.resize(choicesInAll);
    std::vector<qint64> all;
    size_t used = 0;
    for (size_t i = 0; i < sum.terms.size(); ++i) {
        const int r = sum.terms[i].row;
        const auto isOwn = [r](const TableSum::Term &t) { return t.row == r; };
        if (r == without || std::any_of(sum.terms.begin(), sum.terms.begin() + std::ptrdiff_t(i), isOwn))
            continue;
        const std::vector<RowChoice> &choices = problem.rows[size_t(r)];
        qint64 *const values = out.values.data() + used;
        int *const valueOf = out.valueOf.data() + used;
        used += choices.size();
        for (size_t j = i; j < sum.terms.size(); ++j) {
            const TableSum::Term &t = sum.terms[j];
            for (size_t k = 0; k < choices.size() && isOwn(t); ++k)
                values[k] += t.factor * choices[k].values[size_t(t.cell)];
        }
        size_t different = choices.size();
        if (different > 1) {
            all.assign(values, values + choices.size());
            std::sort(values, values + choices.size());
            different = size_t(std::unique(values, values + choices.size()) - values);
            for (size_t k = 0; k < choices.size(); ++k)
                valueOf[k] = int(std::lower_bound(values, values + different, all[k]) - values);
        }
        out.parts.push_back({r, {values, different}, {valueOf, choices.size()}});
    }
    return out;
}

class Solver {
public:
    Solver(const TableProblem &problem, qint64 &effort)
        : m_problem(problem)
        , m_effort(effort)
    {
        size_t flat = 0;
        for (const std::vector<RowChoice> &row : problem.rows) {
            m_base.push_back(flat);
            flat += row.size();
        }
        m_base.push_back(flat);
        m_alive.assign(flat, true);
        m_proved.assign(flat, false);
        m_count.resize(problem.rows.size());
        for (size_t r = 0; r < problem.rows.size(); ++r)
            m_count[r] = int(problem.rows[r].size());
        for (const TableSum &sum : problem.sums)
            m_equations.push_back(equationOf(problem, sum));
        m_of.resize(problem.rows.size());
        for (size_t e = 0; e < m_equations.size(); ++e) {
            for (const Part &part : m_equations[e].parts)
                m_of[size_t(part.row)].push_back(e);
        }
        m_dirty.assign(m_equations.size(), true);
        measureLosses();
    }

    TableAnswer run()
    {
        TableAnswer out;
        const bool solvable = std::all_of(m_count.begin(), m_count.end(), [](int n) { return n > 0; }) && propagate();
        if (solvable && m_problem.margin >= 0)
            limitLosses();
        if (solvable)
            proveAll();
        const bool refuted = !solvable || std::find(m_count.begin(), m_count.end(), 0) != m_count.end();
        out.complete = !m_exhausted;
        for (size_t r = 0; r < m_problem.rows.size(); ++r) {
            out.possible.emplace_back();
            for (size_t k = m_base[r]; k < m_base[r + 1]; ++k)
                out.possible.back().push_back(!refuted && m_alive[k]);
        }
        std::vector<std::pair<qint64, size_t>> order;
        for (size_t i = 0; i < m_combinations.size(); ++i)
            order.emplace_back(lossOf(m_combinations[i]), i);
        std::sort(order.begin(), order.end());
        for (const auto &[loss, i] : order)
            out.combinations.push_back(std::move(m_combinations[i]));
        return out;
    }

private:
    void measureLosses()
    {
        for (const std::vector<RowChoice> &row : m_problem.rows) {
            float best = 0;
            for (size_t k = 0; k < row.size(); ++k)
                best = k == 0 ? row[k].score : std::max(best, row[k].score);
            for (const RowChoice &choice : row)
                m_loss.push_back(qint64((best - choice.score) * LossUnit));
        }
    }

    qint64 lossOf(const std::vector<int> &combination) const
    {
        qint64 out = 0;
        for (size_t r = 0; r < combination.size(); ++r)
            out += m_loss[m_base[r] + size_t(combination[r])];
        return out;
    }

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
    bool propagate()
    {
        bool again = true;
        while (again) {
            again = false;
            for (size_t e = 0; e < m_equations.size(); ++e) {
                if (!m_dirty[e])
                    continue;
                m_dirty[e] = false;
                again = true;
                if (!narrow(e))
                    return false;
            }
            if (!again && m_limit < NoLimit) {
                if (!narrowByLoss())
                    return false;
                again = std::find(m_dirty.begin(), m_dirty.end(), true) != m_dirty.end();
            }
        }
        return true;
    }

    bool narrowByLoss()
    {
        qint64 least = 0;
        std::vector<qint64> own;
        for (size_t r = 0; r < m_count.size(); ++r) {
            qint64 best = NoLimit;
            for (size_t k = m_base[r]; k < m_base[r + 1]; ++k) {
                if (m_alive[k])
                    best = std::min(best, m_loss[k]);
            }
            own.push_back(best);
            least += best;
        }
        if (least > m_limit)
            return false;
        for (size_t r = 0; r < m_count.size(); ++r) {
            for (size_t k = m_base[r]; k < m_base[r + 1]; ++k) {
                if (m_alive[k] && m_loss[k] - own[r] + least > m_limit)
                    remove(r, k);
            }
        }
        return true;
    }

    /// One row's part in a sum, with its values counted from the least that is left.
    struct Spread {
        const Part *part = nullptr;
        qint64 least = 0;
        qint64 width = 0;
        std::vector<qint64> values; ///< those left
        std::vector<char> dead; ///< by place in `values`
        std::vector<int> places; ///< in `values`, by place in the part's values
    };

    bool narrow(size_t e)
    {
        const Equation &equation = m_equations[e];
        qint64 least = equation.constant;
        qint64 width = 0;
        m_open.clear();
        for (const Part &part : equation.parts) {
            m_effort -= qint64(part.valueOf.size()) + 8;
            const size_t row = size_t(part.row);
            if (m_count[row] > 1) {
                if (Spread *spread = spreadOf(part, least)) {
                    width += spread->width;
                    m_open.push_back(spread);
                }
                continue;
            }
            if (m_count[row] == 0)
                return false;
            least += part.values[size_t(part.valueOf[onlyOf(row)])];
        }
        const qint64 top = -least; // what the values above their least have to make up together
        if (top < 0 || top > width)
            return false;
        for (Spread *s : m_open) {
            for (size_t v = 0; v < s->values.size(); ++v)
                s->dead[v] = s->values[v] > top || s->values[v] + width - s->width < top;
        }
        if (top <= WidestSum)
            narrowByReach(top);
        for (const Spread *s : m_open) {
            if (!kill(*s))
                return false;
        }
        if (top <= WidestSum)
            m_dirty[e] = false; // it has said all it has to say
        return true;
    }

    /// What is left of a part, in memory that is used again; null where that is one value, which then goes to `least`.
    Spread *spreadOf(const Part &part, qint64 &least)
    {
        while (m_spreads.size() <= m_open.size())
            m_spreads.push_back(std::make_unique<Spread>());
        Spread &out = *m_spreads[m_open.size()];
        const size_t base = m_base[size_t(part.row)];
        out.places.assign(part.values.size(), 0);
        for (size_t k = 0; k < part.valueOf.size(); ++k)
            out.places[size_t(part.valueOf[k])] |= m_alive[base + k];
        out.values.clear();
        for (size_t v = 0; v < part.values.size(); ++v) {
            if (!out.places[v])
                continue;
            out.places[v] = int(out.values.size());
            out.values.push_back(part.values[v]);
        }
        const qint64 first = out.values.front();
        least += first;
        if (out.values.size() == 1)
            return nullptr;
        out.part = &part;
        out.least = first;
        out.width = out.values.back() - first;
        for (qint64 &v : out.values)
            v -= first;
        out.dead.assign(out.values.size(), false);
        return &out;
    }

    void narrowByReach(qint64 top)
    {
        std::vector<Spread *> &open = m_open;
        std::sort(open.begin(), open.end(), [](const Spread *a, const Spread *b) { return a->values.size() < b->values.size(); });
        std::vector<Reach> &before = m_before;
        before.resize(std::max(before.size(), open.size() + 1));
        before[0].reset(top, 0);
        for (size_t i = 0; i + 1 < open.size(); ++i) {
            Reach &next = before[i + 1];
            next.reset(top);
            for (size_t v = 0; v < open[i]->values.size(); ++v) {
                if (!open[i]->dead[v]) {
                    next.addRaised(before[i], open[i]->values[v]);
                    m_effort -= next.cost();
                }
            }
            next.trim();
        }
        m_behind.reset(top, top);
        for (size_t i = open.size(); i-- > 0;) {
            m_next.reset(top);
            for (size_t v = 0; v < open[i]->values.size(); ++v) {
                if (open[i]->dead[v])
                    continue;
                m_effort -= m_next.cost();
                if (!before[i].meets(m_behind, open[i]->values[v])) {
                    open[i]->dead[v] = true;
                    continue;
                }
                if (i > 0)
                    m_next.addLowered(m_behind, open[i]->values[v]);
            }
            std::swap(m_behind, m_next);
        }
    }

    bool kill(const Spread &s)
    {
        const size_t row = size_t(s.part->row);
        if (std::find(s.dead.begin(), s.dead.end(), char(true)) == s.dead.end())
            return true;
        for (size_t k = 0; k < s.part->valueOf.size(); ++k) {
            if (m_alive[m_base[row] + k] && s.dead[size_t(s.places[size_t(s.part->valueOf[k])])])
                remove(row, m_base[row] + k);
        }
        return m_count[row] > 0;
    }

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

    /// Finds one combination in what is left, choices that no combination has shown yet first.
    bool search()
    {
        if (m_effort < 0) {
            m_exhausted = true;
            return false;
        }
        size_t row = m_count.size();
        for (size_t r = 0; r < m_count.size(); ++r) {
            if (m_count[r] > 1 && (row == m_count.size() || m_count[r] < m_count[row]))
                row = r;
        }
        if (row == m_count.size()) {
            note();
            return true;
        }
        std::vector<size_t> order;
        for (size_t k = m_base[row]; k < m_base[row + 1]; ++k) {
            if (m_alive[k])
                order.push_back(k);
        }
        std::stable_sort(order.begin(), order.end(), [this](size_t a, size_t b) {
            const bool freshA = !m_bestOnly && !m_proved[a];
            const bool freshB = !m_bestOnly && !m_proved[b];
            return freshA != freshB ? freshA : m_loss[a] < m_loss[b];
        });
        const State before = save();
        m_effort -= qint64(m_alive.size());
        for (const size_t k : order) {
            assign(row, k);
            if (propagate() && search())
                return true;
            restore(before);
            if (m_exhausted)
                return false;
        }
        return false;
    }

    void note()
    {
        std::vector<int> combination;
        bool fresh = m_combinations.empty();
        combination.reserve(m_count.size());
        for (size_t r = 0; r < m_count.size(); ++r) {
            const size_t only = onlyOf(r);
            fresh = fresh || !m_proved[m_base[r] + only];
            m_proved[m_base[r] + only] = true;
            combination.push_back(int(only));
        }
        m_lastLoss = lossOf(combination);
        if (fresh || m_bestOnly)
            m_combinations.push_back(std::move(combination));
    }

    /// Finds the best combination and keeps only those not much worse.
    void limitLosses()
    {
        const State root = save();
        m_bestOnly = true;
        qint64 best = NoLimit;
        while (best > 0 && propagate() && search()) {
            best = m_lastLoss;
            restore(root);
            m_limit = best - 1;
        }
        m_bestOnly = false;
        restore(root);
        if (m_combinations.empty() && !m_exhausted) {
            std::fill(m_count.begin(), m_count.end(), 0);
            return;
        }
        m_limit = m_exhausted ? NoLimit : best + qint64(m_problem.margin * LossUnit);
        std::fill(m_proved.begin(), m_proved.end(), false);
        if (m_combinations.size() > 1) // the others may be too far below it
            m_combinations.erase(m_combinations.begin(), m_combinations.end() - 1);
        for (size_t r = 0; r < m_count.size() && !m_combinations.empty(); ++r)
            m_proved[m_base[r] + size_t(m_combinations.front()[r])] = true;
        propagate(); // cannot fail: the best is still there
    }

    void proveAll()
    {
        for (size_t r = 0; r < m_count.size(); ++r) {
            for (size_t k = m_base[r]; k < m_base[r + 1]; ++k) {
                if (m_count[r] == 0 || m_exhausted)
                    return;
                if (!m_alive[k] || m_proved[k])
                    continue;
                m_effort -= qint64(m_alive.size()) / 4 + 50;
                const State root = save();
                assign(r, k);
                const bool found = propagate() && search();
                restore(root);
                if (found || m_exhausted)
                    continue;
                remove(r, k);
                if (!propagate()) { // none is left at all
                    std::fill(m_count.begin(), m_count.end(), 0);
                    return;
                }
            }
        }
    }

    const TableProblem &m_problem;
    qint64 &m_effort;
    std::vector<Equation> m_equations;
    std::vector<std::vector<size_t>> m_of; ///< by row: its equations
    std::vector<size_t> m_base; ///< by row: its first choice in the flat lists
    std::vector<char> m_alive;
    std::vector<char> m_proved;
    std::vector<qint64> m_loss;
    std::vector<int> m_count;
    std::vector<bool> m_dirty;
    std::vector<std::vector<int>> m_combinations;
    std::vector<std::unique_ptr<Spread>> m_spreads; ///< memory of m_open, and so on: sums are asked again and again
    std::vector<Spread *> m_open; ///< the rows of the sum at hand that are not settled
    std::vector<Reach> m_before;
    Reach m_behind;
    Reach m_next;
    qint64 m_limit = NoLimit; ///< of the losses of a combination together
    qint64 m_lastLoss = 0;
    bool m_bestOnly = false;
    bool m_exhausted = false;
};

} // namespace

TableAnswer solveTable(const TableProblem &problem, qint64 &effort) { return Solver(problem, effort).run(); }

quint64 OpenCell::bitsFrom(qint64 at) const
{
    const qint64 n = qint64(m_bits.size());
    const qint64 word = at >> 6; // rounds down, also below zero
    const int shift = int(at & 63);
    quint64 out = word >= 0 && word < n ? m_bits[size_t(word)] >> shift : 0;
    if (shift > 0 && word + 1 >= 0 && word + 1 < n)
        out |= m_bits[size_t(word + 1)] << (64 - shift);
    return out;
}

void OpenCell::restrict(qint64 first, std::vector<quint64> values)
{
    for (size_t i = 0; i < values.size() && !m_any; ++i)
        values[i] &= bitsFrom(first - m_first + qint64(i) * 64);
    while (!values.empty() && values.back() == 0)
        values.pop_back();
    m_most = first + qint64(values.size()) * 64 - 1 - (values.empty() ? 0 : std::countl_zero(values.back()));
    m_any = false;
    m_first = first;
    m_bits = std::move(values);
}

std::vector<OpenCell> openCells(const TableProblem &problem, int row, int cells, qint64 &effort)
{
    std::vector<OpenCell> out;
    out.resize(size_t(cells));
    for (const TableSum &sum : problem.sums) {
        const TableSum::Term *own = nullptr;
        int owns = 0;
        for (const TableSum::Term &t : sum.terms) {
            if (t.row == row) {
                own = &t;
                ++owns;
            }
        }
        if (owns != 1)
            continue;
        const Equation others = equationOf(problem, sum, row);
        qint64 least = others.constant;
        qint64 width = 0;
        for (const Part &part : others.parts) {
            if (part.values.empty())
                return out;
            least += part.values.front();
            width += part.values.back() - part.values.front();
        }
        if (width > WidestSum)
            continue;
        // the others make least … least + width; the cell makes up for it, so that where it adds it falls as they grow
        const bool falls = own->factor > 0;
        Reach reach(width, falls ? width : 0);
        for (const Part &part : others.parts) {
            effort -= qint64(part.values.size()) * reach.cost();
            if (part.values.size() == 1)
                continue;
            Reach next(width);
            for (const qint64 v : part.values) {
                if (falls)
                    next.addLowered(reach, v - part.values.front());
                else
                    next.addRaised(reach, v - part.values.front());
            }
            reach = std::move(next);
        }
        effort -= width;
        out[size_t(own->cell)].restrict(falls ? -least - width : least, reach.words());
    }
    return out;
}

} // namespace gouji
