// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pagecontent.h"
#include "document/page/rulings.h"
#include "document/sourcedocument.h"

namespace gouji {

/// Puts words into the tables that the rulings draw, and the others into lines.
PageContent contentOf(PageText text, std::vector<Ruling> rulings, int page);

/// Writes pages into a document: text, tables, pages and boxes. False where its tables have more places than anybody could
/// read.
bool writePages(std::vector<PageContent> pages, SourceDocument &document);

} // namespace gouji
