// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pagegrid.h"
#include "document/page/pagelines.h"

namespace gouji {

/// A ruled table with what stands in its cells.
struct PageTable {
    struct Cell {
        GridPlace place;
        QRectF box;
        std::vector<PageLine> lines;
        int page = 0; ///< of `box`; the lines of a cell that a page's end has cut may stand on others
    };
    std::vector<double> xs; ///< the lines that bound columns
    std::vector<Cell> cells; ///< by row, then by column
    int rows = 0;
    QRectF box;
};

/// Takes the words that stand within a grid out of `words` and puts them into its cells; a word that reaches over a line
/// is cut there if there is a gap, otherwise it stays whole where most of it stands.
PageTable tableOf(const PageGrid &grid, std::vector<PageWord> &words, int page);

/// The lines of a cell as one text, '\n' between them. A number that only the narrow cell has broken is whole again.
/// `begins` receives where each word begins, line by line.
QString textOf(const PageTable::Cell &cell, std::vector<qsizetype> &begins);

} // namespace gouji
