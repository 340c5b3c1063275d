// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <memory>
#include <vector>

namespace gouji {

struct BlockTable;

/// Where some of a block's characters stand in a file that has pages.
struct BlockPlace {
    qsizetype begin = 0; ///< in Block::text
    qsizetype end = 0;
    int page = 0; ///< from 0
    QRectF box;
};

/// A paragraph or a table, as a structured file (HTML, Word, …) has it.
struct Block {
    QString text; ///< of a paragraph; '\n' where the file breaks a line, '\t' where it has a tabulator
    qsizetype linked = 0; ///< characters of `text`, white space not counted, that lead to another page
    int links = 0; ///< how many such links
    std::shared_ptr<BlockTable> table; ///< a table where set; `text` is empty then
    bool isRow = false; ///< tabulators part the fields of a row, and the last ones may be empty
    std::vector<BlockPlace> places; ///< ascending, apart from each other; one for no text where there is no text
};

/// Where a cell stands in the grid of its table; rows and columns count from 0, spans are at least 1.
struct GridPlace {
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
};

struct BlockCell {
    GridPlace place;
    std::vector<Block> blocks;
};

struct BlockTable {
    std::vector<BlockCell> cells; ///< by row, then by column
    int rows = 0;
};

} // namespace gouji
