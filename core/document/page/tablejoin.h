// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pagetable.h"

namespace gouji {

/// True where a table at the top of a page may go on with the one that ends the page before: both are as wide, or its columns are among
/// those above.
bool goesOn(const PageTable &above, const PageTable &below);

/// Puts the rows of `below` under those of `above`. Heads that are repeated are dropped, a row that the page's edge has cut
/// becomes one, and so does a cell that reaches from one page to the next.
void joinTables(PageTable &above, PageTable below);

} // namespace gouji
