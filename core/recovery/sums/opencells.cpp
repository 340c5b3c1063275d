// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/sums/opencells.h"

#include "recovery/sums/reach.h"
#include "recovery/sums/sumbyrows.h"

#include <bit>

namespace gouji {

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
        const SumByRows others = sumByRows(problem, sum, row);
        qint64 least = others.constant;
        qint64 width = 0;
        for (const SumPart &part : others.parts) {
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
        for (const SumPart &part : others.parts) {
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
