// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/judging/laidtable.h"
#include "report/report.h"

namespace gouji {

class NormalizedText;

/// Tells the report of a lane whose places stay open: why, the ways to lay its values, and what each cell may hold instead.
void openRow(Report &report, const LaidTable &laid, size_t lane, const NormalizedText &text);

} // namespace gouji
