// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/sums/tableproblem.h"

namespace gouji {

/// The values that a cell of a row may take as far as each sum by itself can tell, while every other row takes one of its
/// choices. A cell that is in no sum, or in sums too large to follow, may take any.
class OpenCell {
public:
    bool allows(qint64 value) const { return m_any || (bitsFrom(value - m_first) & 1); }
    qint64 most() const { return m_most; } ///< no greater value is allowed
    void restrict(qint64 first, std::vector<quint64> values); ///< keeps only first + i, for every bit i that `values` has

private:
    quint64 bitsFrom(qint64 at) const; ///< 64 of them; there are none before the first and behind the last

    bool m_any = true;
    qint64 m_most = 999'999'999;
    qint64 m_first = 0;
    std::vector<quint64> m_bits;
};
std::vector<OpenCell> openCells(const TableProblem &problem, int row, int cells, qint64 &effort);

} // namespace gouji
