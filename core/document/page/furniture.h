// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pagecontent.h"

namespace gouji {

/// Takes out what is printed on every page and belongs to none: page numbers, heads and feet. What is no mere number is
/// kept once: where it stands first, if that is on the first page, and in what is returned otherwise.
std::vector<PageLine> dropFurniture(std::vector<PageContent> &pages);

} // namespace gouji
