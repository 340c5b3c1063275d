// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pagetable.h"

namespace gouji {

/// One page taken apart: its ruled tables, and the lines beside them.
struct PageContent {
    QSizeF size;
    int turns = 0; ///< as SourcePage has them
    std::vector<PageLine> lines; ///< from the top down
    std::vector<PageTable> tables; ///< from the top down
};

} // namespace gouji
