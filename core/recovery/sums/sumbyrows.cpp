// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/sums/sumbyrows.h"

#include <algorithm>

namespace gouji {

SumByRows sumByRows(const TableProblem &problem, const TableSum &sum, int without)
{
    SumByRows out;
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

} // namespace gouji
