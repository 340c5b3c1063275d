// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace gouji {

/// What shows only when all tables of a report are judged.

/// Where a heading is lost, the parts of two tables overlap: characters that both have read belong to one of them, and
/// nothing says to which.
void doubtSharedNumbers(Report &report);

/// A sum may hold of misread numbers, too, where a shape is misread in the same way each time: what was recognised in
/// two ways (`doubts`) stays open whatever the sums say, and with it what of its row only one sum bears out, or none: two cells
/// may have been taken for one. Nothing bears out names at all.
void doubtRecognised(const QList<TextRange> &doubts, Report &report);

/// Where a page was read out of order, the numbers of one table stand in the part of another, more of them than it could hold: an empty
/// cell that left no trace may be where one of them belongs.
void doubtTracelessBlanks(QStringView text, Report &report);

/// Where the parts of two tables overlap, what one has left over another may have read.
void dropUsedLeftovers(Report &report);

} // namespace gouji
