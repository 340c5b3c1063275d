// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pagecontent.h"

namespace gouji {

/// The pages of a document as paragraphs and tables, as a file would hold them that knows them: lines that were only
/// wrapped run on, tables go on over the pages, what every page repeats is left out. Lines with gaps, as of a table that
/// has no rules, stay lines; what stands in one column there stands in one column of the text.
std::vector<Block> blocksOfPages(std::vector<PageContent> pages);

} // namespace gouji
