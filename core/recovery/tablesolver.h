// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace gouji {

/// One way to fill a row of a table.
struct RowChoice {
    std::vector<qint64> values; ///< one for each cell of the row
    float score = 0; ///< how well the characters bear it out, in matched characters; higher is better
};

/// A sum over cells of one or more rows: all the terms and the constant together are zero.
struct TableSum {
    struct Term {
        int row = 0;
        int cell = 0;
        int factor = 1; ///< 1 or -1
    };
    std::vector<Term> terms;
    qint64 constant = 0;
};

/// Rows, each with the ways it may be filled, and the sums that bind them. A way that a sum inside one row forbids is best
/// left out beforehand.
struct TableProblem {
    std::vector<std::vector<RowChoice>> rows;
    std::vector<TableSum> sums;
    float margin = -1; ///< combinations that score farther than this below the best are no rivals; negative: all are
};

/// Which choices are part of a combination that satisfies every sum.
struct TableAnswer {
    bool complete = false; ///< every choice was proved or refuted; where not, `possible` names too many, never too few
    std::vector<std::vector<bool>> possible; ///< by row, by choice
    std::vector<std::vector<int>> combinations; ///< the choice of each row, best first; every choice that was proved is in one of them
};

/// Answers for every choice of every row. Each sum narrows the rows to the choices that the other rows can complete (all
/// the partial sums they reach are known, so that for one sum by itself this is exact), again and again; what is left
/// open is tried out. `effort` bounds the work, in steps of about a nanosecond, and is lowered by what was spent: an answer
/// depends on the problem and the effort alone, never on a clock.
TableAnswer solveTable(const TableProblem &problem, qint64 &effort);

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
