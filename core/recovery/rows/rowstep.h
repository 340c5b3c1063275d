// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gouji {

/// One token's way through all the rows of a table at one depth, as RowScores lays its states out: the same cell of all
/// rows lies side by side, `width` rows (a multiple of RowsAtOnce) to a slot, `stride` states to a depth.
struct RowStep {
    int width = 0;
    int stride = 0;
    const float *from = nullptr; ///< scores before the token
    float *to = nullptr; ///< and behind it
    const float *skipStart = nullptr; ///< by row: won by leaving the token aside before the row
    const float *skipInside = nullptr; ///< … and inside it
    const float *unnamed = nullptr; ///< by row: cost of the token as the first value, for the sake of its wording
    const float *start = nullptr; ///< … and of its place
    const float *whole = nullptr; ///< by row: cost of the token as the whole row; null where it cannot be
    const float *blocked = nullptr; ///< by state: what keeps a cell from taking the token; null where nothing does
    const float *missing = nullptr; ///< by state: cost of leaving out the cell before it
    const float *rest = nullptr; ///< by state: cost of leaving out the row from it on
    const float *second = nullptr; ///< by state: 0 where the second cell of a row lies, else never; null: all in the same slot
    float goOn = 0; ///< cost of the token as a further value
    bool takes = false; ///< it may be a value at all
    bool raised = false; ///< `to` has scores already: all of it, or, without `second`, the second cells
    float *ends = nullptr; ///< by row: the best score behind it that does not leave out all of it
};

constexpr int RowsAtOnce = 8;

/// Takes the token or leaves it aside, and leaves out cells inside the rows, which do not wait for each other for that.
void stepRows(const RowStep &step);

/// Leaves out the first cells of rows from where these begin; `inside`: 0 where a further cell lies, else never; null: everywhere.
void leaveFirstCells(float *scores, int width, int stride, const float *missing, const float *inside);

/// Raises `to` to what is reached from `from` for as many rows.
void raiseRows(float *to, const float *from, const float *won, float cost, int width);

} // namespace gouji
