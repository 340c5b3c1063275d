// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/sourcedocument.h"
#include "review/act.h"

/// What the verbs share: rows, and how a cell looks once a person has set, filled or emptied it.
namespace gouji::verbs {

Error refusal(const QString &message); ///< code "refused"

/// The cells printed on one line with a cell: its row, or all rows of a table whose rows stand side by side.
QList<CellId> lineOf(const Report &report, CellId cell);
QString rowName(const Report &report, CellId cell); ///< 「予以公开行」
/// Refuses a cell that none of the report's tables prints.
Status known(const Report &report, CellId cell);

/// The rows of the table the cell stands in, in printed order; those of as many cells as its own row only.
QList<QList<CellId>> likeRows(const Report &report, CellId cell);

/// A number stands here, or characters that were not read as one: something that must not be lost.
bool holdsSomething(const Cell &cell);
QString shown(const Cell &cell); ///< the value, or the characters, or 空

Cell withValue(Cell cell, std::optional<Decimal> value); ///< set by a person; printed text and source stay
Cell emptied(Cell cell); ///< left by what moved away, or never filled
Cell filledFrom(Cell target, const Cell &moved); ///< `moved` with its text and source, in the place of `target`

/// Lays the values of a row into another of as many cells; a null `from` leaves it blank.
void fillRow(Act &act, const Report &report, const QList<CellId> &to, const QList<CellId> *from);

/// Adds a change, or replaces the `after` of one the draft has already; nothing where nothing changes.
void change(Act &act, const Report &report, CellId id, const Cell &after);

/// The characters that stand for a cell's number: those printed, where they say what the cell holds, else its value's.
QString digitsText(const Cell &cell);

/// The rest of a row, whose cells from `open` on hold nothing, out of the unused numbers that follow it in the text.
Result<Act> rejoinFromText(const Report &report, const SourceDocument &document, const QList<CellId> &row, qsizetype open, Act act);

} // namespace gouji::verbs
