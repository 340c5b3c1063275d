// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/verdict.h"

#include <QString>

namespace gouji {

/// Short words about findings in the language of the window. The sentences of findings are made in core and are Chinese.
QString severityWord(Severity severity);
QString judgementWord(Judgement judgement); ///< empty for none
QString verdictWords(const FindingVerdict &verdict); ///< with its reason; says where it has lapsed

} // namespace gouji
