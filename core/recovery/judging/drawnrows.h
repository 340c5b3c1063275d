// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "report/report.h"

namespace gouji {

/// Settles rows that the text leaves open where the file itself knows the table (a web page, Word, a sheet): the row stands
/// beside its wording once only, has a place for each of its cells, and each of them stands under its column's head. Pages
/// that only draw lines know no table. Nothing is settled that contradicts a value that was certain without it. Where such a row
/// has empty cells and is not in line with the heads, nothing in it stays certain.
void settleDrawnRows(Report &report, const SourceDocument &document);

} // namespace gouji
