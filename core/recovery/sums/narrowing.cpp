// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/sums/narrowing.h"

#include <algorithm>

namespace gouji {

Narrowing::Narrowing(const TableProblem &problem, qint64 &effort)
    : m_effort(effort)
{
    size_t flat = 0;
    for (const std::vector<RowChoice> &row : problem.rows) {
        m_base.push_back(flat);
        flat += row.size();
    }
    m_base.push_back(flat);
    m_alive.assign(flat, true);
    m_count.resize(problem.rows.size());
    for (size_t r = 0; r < problem.rows.size(); ++r)
        m_count[r] = int(problem.rows[r].size());
    for (const TableSum &sum : problem.sums)
        m_equations.push_back(sumByRows(problem, sum));
    m_of.resize(problem.rows.size());
    for (size_t e = 0; e < m_equations.size(); ++e) {
        for (const SumPart &part : m_equations[e].parts)
            m_of[size_t(part.row)].push_back(e);
    }
    m_dirty.assign(m_equations.size(), true);
    measureLosses(problem);
}

void Narrowing::measureLosses(const TableProblem &problem)
{
    for (const std::vector<RowChoice> &row : problem.rows) {
        float best = 0;
        for (size_t k = 0; k < row.size(); ++k)
            best = k == 0 ? row[k].score : std::max(best, row[k].score);
        for (const RowChoice &choice : row)
            m_loss.push_back(qint64((best - choice.score) * LossUnit));
    }
}

qint64 Narrowing::lossOf(const std::vector<int> &combination) const
{
    qint64 out = 0;
    for (size_t r = 0; r < combination.size(); ++r)
        out += m_loss[m_base[r] + size_t(combination[r])];
    return out;
}

bool Narrowing::propagate()
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

bool Narrowing::narrowByLoss()
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

bool Narrowing::narrow(size_t e)
{
    const SumByRows &equation = m_equations[e];
    qint64 least = equation.constant;
    qint64 width = 0;
    m_open.clear();
    for (const SumPart &part : equation.parts) {
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

Narrowing::Spread *Narrowing::spreadOf(const SumPart &part, qint64 &least)
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

void Narrowing::narrowByReach(qint64 top)
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

bool Narrowing::kill(const Spread &s)
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

} // namespace gouji
