// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/judging/laidtable.h"

#include <vector>

namespace gouji {

/// What a laid table shows as a whole that bears on how sure each of its rows can be.
struct TableSigns {
    bool orderly = false; ///< lossy, but complete and in order
    bool torn = false; ///< numbers are torn at their thousands separators
    bool hidden = false; ///< numbers stand in the midst of wording, behind a colon or between signs
    bool pairs = false; ///< cells hold a number and another it is compared with, and none was read
    bool anyNumber = false; ///< in an across table: some number stands in it, or what may have been one
    bool grouped = false; ///< wording of several rows stands before their values
    bool named = false; ///< nearly all rows are named right before their values
    bool looseMarks = false; ///< a mark of an empty cell (无, /) was taken by none
    bool allGrouped = false; ///< and that of most rows
    bool apart = false; ///< most values do not stand on the lines of their wording
    std::vector<bool> apartRows; ///< by lane: its values do not
    bool turned = false; ///< an across table's groups are named in another order than the form's
    std::vector<bool> twiceRows; ///< by lane: its wording is printed twice, so that its digits may be
    bool unordered = false; ///< rows may be columns
    int gaps = 0; ///< rows with an empty field among their values that no cell took
    std::vector<bool> overlongRows; ///< by lane: its line goes on with an empty field where those of most rows have ended
    int overlong = 0; ///< how many
    int unplaced = 0; ///< numbers that no cell took
    int orphans = 0; ///< the most of them that stand on a line of their own
};

TableSigns signsOf(const LaidTable &laid);

/// An empty field that no cell took stands between the first and the last value of a row.
bool hasGaps(const LaidTable &laid, size_t l);

/// Three digits, a unit or decimals behind them or not: what stands behind a thousands separator.
bool isThousands(QStringView text, TextRange range);

} // namespace gouji
