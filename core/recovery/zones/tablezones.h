// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/reporttext.h"
#include "recovery/zones/sectionfinder.h"
#include "report/form.h"

#include <vector>

namespace gouji {

/// By table of the form: the part of the text it is looked for in, from its section's heading to the next. Where the heading
/// between two tables is lost, the second's part begins where wording of its own does, or both share what lies between.
std::vector<TextRange> tableZones(const Form &form, const std::vector<FoundSection> &sections, const ReportText &text);

/// Page text may print the last values of the last table behind the sections that follow it: numbers that stand alone
/// on a line there are offered to the table as well.
void appendLooseNumbers(const ReportText &text, TextRange zone, std::vector<Token> &tokens);

} // namespace gouji
