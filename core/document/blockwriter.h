// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/blocks.h"
#include "document/sourcedocument.h"

namespace gouji {

/// Writes blocks into a document's text and tables: a paragraph is a line, a row of a table is a line of cells with
/// tabulators between them, one for every column of the table. A cell stands at its first place, the other places it
/// spans are empty; what it says is put on one line. Rows that only lay out a page (a cell holds a table or several long
/// paragraphs, the table has one column) are written paragraph by paragraph. Places of blocks become the document's boxes.
/// False where the rows have more places than anybody could read; the document is unfinished then.
bool writeBlocks(std::vector<Block> &blocks, SourceDocument &document);

} // namespace gouji
