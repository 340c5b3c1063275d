// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "modeldocument.h"

namespace gouji::test {

/// How a document's tables are put into text.
enum class Layout {
    Tabs, ///< merged cells are empty fields
    Pipes, ///< markdown
    Box, ///< box drawing
    CellLines, ///< one cell a line behind a tab, an empty cell is a line with a tab
    GapLines, ///< one cell a line, an empty cell is an empty line
    BareLines, ///< one cell a line, an empty cell leaves nothing
    SpacedWide, ///< columns made of blanks, ideographs counted two wide
    SpacedNarrow, ///< the same, ideographs counted one wide
    PageText, ///< page text: the wording of some rows, then their values, one a line
    RowText, ///< values of a row parted by single blanks, empty cells lost
    Glued, ///< no separators at all
    Numbered, ///< tabs, and in front of every row its running number
    Repeated, ///< tabs, and merged cells are written into each place they cover
    Listed, ///< lists of quoted cells, None for those that merged cells cover
    Strung, ///< cells parted by three blanks wherever they end up on the line, empty cells lost
    Commas, ///< comma-separated
    ValuesAbove, ///< the values of a row, then its wording on the next line, empty cells lost
    Apart, ///< the wording of all rows, then their values, a row a line, empty cells lost
    ByColumns, ///< column after column, one cell a line, empty cells lost
    Signs, ///< fields parted by a sign of the converter's own: & → ^
    Folded, ///< the same as RowText, cut at a fixed width, numbers too
    Named, ///< each value behind the head of its column: "…：自然人：5，商业企业：0"
    SharedLines, ///< tabs, and the ends of lines inside a table are tabs as well
};

QString layoutName(Layout layout);
QList<Layout> allLayouts();
/// Empty cells leave no trace: 0 and nothing are one.
bool losesBlanks(Layout layout);
/// Columns are only where they stand on the line.
bool isSpaced(Layout layout);
bool isDelimited(Layout layout);

/// `sign`: parts the fields of Layout::Signs; by chance where it is empty.
QString print(const ModelDocument &document, Layout layout, Chance &chance, const QString &sign = {});
/// What parts the fields of a text printed so.
QString signOf(const QString &printed);

} // namespace gouji::test
