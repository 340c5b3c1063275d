// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// The characters of one or more values that touch wording: 「…申请数量640020470二、…」.
struct GluedRun {
    qsizetype end = 0; ///< where to go on reading; the start of the search where there is no run
    std::vector<TextRange> values; ///< empty: no run
    bool uncut = false; ///< one range whose values nothing separates; otherwise each range is one value or empty mark
};

/// Reads the run that starts at `at`; `end` is where the piece of text ends, whose line may go on. A digit with a point and
/// a word behind it is the number of the next label (「…00000002.其他…」); a number in front of 年, 月, 页 … is no value.
/// Between values 、 ; and 件, 个 … separate, and commas that cannot be thousands separators.
GluedRun readGluedRun(QStringView text, qsizetype at, qsizetype end);

} // namespace gouji
