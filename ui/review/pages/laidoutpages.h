// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/pages/shownpages.h"

namespace gouji {

/// Lays a source out that has tables and no pages: paragraphs, and tables as grids with their merged cells, on pages as wide as
/// A4, or wider where a table has many columns. Every run of digits has a box of its own, and so has an empty cell. Nothing where
/// there is no table, or more text than anybody would leaf through.
ShownPages layOut(const SourceDocument &document);

} // namespace gouji
