// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/sourcedocument.h"
#include "review/act.h"

/// The things a person can do to a report, as drafts of acts: each function looks at the report and says what would
/// change, and changes nothing. An Error (code "refused") carries the Chinese sentence to show in place.
/// A draft lists only the cells that change. Cells a person sets become Corrected and keep the printed text and source
/// of the reading they had (`text`, `source`); a value that moves takes its text and source along. A Corrected cell
/// without a value is one a person has emptied: it counts as blank. What was not read as a number (missing, or suspect
/// without a value) stays so when it moves: a shift settles places, not characters.
namespace gouji::verbs {

/// Sets a cell from what was typed: digits (full-width and separators taken), up to four decimals for an Amount,
/// a leading minus for a Change, empty for blank. Typing the value that stands there confirms it.
Result<Act> edit(const Report &report, CellId cell, const QString &typed);

/// Sets cells that have to be corrected together, as one step; `values` are those of `cells`.
Result<Act> editAll(const Report &report, const QList<CellId> &cells, const QList<Decimal> &values);

/// Shifts the values of the cell's row one place from `cell` on: to the right, and the cell becomes blank; or to the
/// left, into the cell where it holds no number, else into its left neighbour; the last becomes blank. Refused where a
/// number would be lost.
Result<Act> shiftRight(const Report &report, CellId cell);
Result<Act> shiftLeft(const Report &report, CellId cell);

/// Inserts a value at the cell, pushing the rest of the row right; refused where the last place holds a number.
Result<Act> insertValue(const Report &report, CellId cell, const QString &typed);
/// Removes the cell's value, pulling the rest of the row left; the last place becomes blank.
Result<Act> deleteValue(const Report &report, CellId cell);

/// Moves the values of a run of cells (one printed row, in order) to the same number of cells starting at `to`, leaving
/// blanks. Refused where a number would be overwritten or the target row is too short.
Result<Act> moveRun(const Report &report, const QList<CellId> &run, CellId to);

/// Where the characters of a cell can be cut into two numbers: how many characters stay in front, ascending. No half may
/// begin with a superfluous 0: 1203 is 1 and 203 or 120 and 3, never 12 and 03.
QList<int> cutsOf(const Cell &cell);
/// Cuts a cell's number in two: the first `front` characters stay, the rest go into the next cell of the printed line,
/// which with those after it moves right as far as the first place without a number. Refused where there is no such place.
Result<Act> splitValue(const Report &report, CellId cell, int front);
/// Joins the digits of the cell and its right neighbour, pulling the rest of the printed line left; its last place becomes
/// blank. The last of the line is joined with the unused number that follows it in the text.
Result<Act> joinValues(const Report &report, const SourceDocument &document, CellId cell);

/// Swaps the values of two rows of as many cells.
Result<Act> swapRows(const Report &report, CellId a, CellId b);
/// The values of the cell's row belong to the row of `to`, which must hold none; the row is left blank.
Result<Act> relabelRow(const Report &report, CellId cell, CellId to);
/// The values of the cell's row belong to no row of the form: it is left blank and the numbers are told as unused. With
/// `pullUp` the rows below it move up one, as far as the first that holds nothing.
Result<Act> dropRow(const Report &report, CellId cell, bool pullUp);
/// The rows from the cell's row on move down one, as far as the first that holds nothing; refused where there is none.
Result<Act> pushRows(const Report &report, CellId cell);
/// Fills the places at the end of the cell's row that hold nothing with the rest of the row: the values at the start of
/// the next row that holds any, where they are as many and alone; else unused numbers that follow in the text.
Result<Act> rejoinRow(const Report &report, const SourceDocument &document, CellId cell);

/// Lays text from the clipboard into the cells from `cell` on: values parted by tabs (bars, white space), one row of the
/// table a line, words before the first number of a line passed over. Refused where values do not fit or are no numbers.
Result<Act> pasteBlock(const Report &report, CellId cell, const QString &text);

/// Takes a number that stands in the source for a cell.
Result<Act> takeFromSource(const Report &report, const SourceDocument &document, const TextRange &range, CellId cell);

/// Confirms cells as read: suspect and repaired keep their value, missing ones without value become blank. A cell whose
/// characters were not read as a number cannot be confirmed (refused where it is the only one).
Result<Act> confirm(const Report &report, const QList<CellId> &cells);

/// Lays an open row as one of its placements says; `row` and `placement` are indices into Report::openRows.
Result<Act> place(const Report &report, int row, int placement);

/// Sets one cell to one of its candidates.
Result<Act> takeCandidate(const Report &report, CellId cell, int candidate);

Result<Act> setAgency(const Report &report, const QString &agency);
Result<Act> setYear(const Report &report, const QString &typed);
Result<Act> setForm(const Report &report, const QString &form);

/// The cells of the row the cell stands in, in printed order (for the across table: its group of five).
QList<CellId> rowOf(const Report &report, CellId cell);

} // namespace gouji::verbs
