// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/blocks.h"

namespace gouji {

/// Takes the menus out of a page: lines and tables that consist of links to other pages, several of them one after the
/// other. A lone link stays, and so does everything where nothing else would be left.
void dropNavigation(std::vector<Block> &blocks);

} // namespace gouji
