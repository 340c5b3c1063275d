// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/finding.h"
#include "document/sourcedocument.h"
#include "report/report.h"

namespace gouji {

/// Everything the program can say about one cell, for a person at a terminal: value, status and why, the line it stands
/// in, other values it may have, its sums with their numbers, the findings that name it. Several lines with their ends.
QString cellText(CellId cell, const SourceDocument &document, const Report &report, const QList<Finding> &findings);

} // namespace gouji
