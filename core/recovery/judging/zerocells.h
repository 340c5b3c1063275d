// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/rows/rowaligner.h"

#include <vector>

namespace gouji {

/// What runs of digits without separators show of cells that hold 0.
enum class ZeroCells {
    Unknown,
    Printed, ///< they are: every row has as many digits as cells, and its sum can hold
    LeftEmpty, ///< some are not
};

ZeroCells zeroCellsOf(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens);

} // namespace gouji
