// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/sums/opencells.h"

#include <QStringView>

#include <utility>
#include <vector>

namespace gouji {

/// What a run of characters without separators has to fill.
struct CutShape {
    int cells = 0;
    bool total = false; ///< the last cell is the sum of the others
    bool emptyCells = false; ///< a cell that holds 0 may have nothing printed in it
    bool signs = false; ///< a value may be negative or have decimals
};

/// One way to part a run: a piece of the run for each cell, empty where nothing is printed in the cell.
struct DigitCut {
    std::vector<std::pair<int, int>> pieces; ///< from, to behind the last character
    std::vector<qint64> printed; ///< what each cell says, in units of Decimal
    std::vector<qint64> meant; ///< the same, but for one cell that is taken for a misprint
    int misprint = -1; ///< that cell; -1 where there is none
    int end = 0; ///< behind the last character used
};

/// What to cut, and how.
struct CutTask {
    QStringView run;
    CutShape shape;
    int begin = 0; ///< where the first cell starts
    int end = -1; ///< where the last cell ends; -1: anywhere
    const std::vector<OpenCell> *open = nullptr; ///< by cell: what the value may be; null: anything
    bool misprint = false; ///< exactly one number, taken for a misprint, keeps the total from holding
    size_t most = 4000;
    qint64 effort = 10'000'000; ///< in steps of about a nanosecond
};

/// Every way to part a run, each set of values once. A number has no leading zero; thousands separators, where the run has
/// any, stand where they belong in every number; `/` and strokes are empty cells; a space parts two cells. With a misprint, `open` has to
/// allow the other numbers and what the wrong one should be. `effort` is lowered by what was spent. `overflow` is set, and nothing
/// returned, where there are more ways than `most` or the effort does not suffice.
std::vector<DigitCut> cutDigits(const CutTask &task, qint64 &effort, bool &overflow);

} // namespace gouji
