// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// Numbers that count the lines of a text, or the rows of its tables, in front of everything else on the line (1, 2, 3 …, a
/// column 序号, the index of a data frame with the numbers of its columns above): they are no values. Ranges in `text`, which
/// is normalised, in reading order. Linear in the text.
std::vector<TextRange> findLineNumbers(QStringView text);

} // namespace gouji
