// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/blocks.h"
#include "document/page/rulings.h"

namespace gouji {

/// A table as its rules draw it: the lines that bound columns and rows, in points, and the cells between them.
struct PageGrid {
    struct Cell {
        GridPlace place;
        QRectF box;
    };
    std::vector<double> xs; ///< one more than columns, ascending
    std::vector<double> ys;
    std::vector<Cell> cells; ///< by row, then by column; each place of the grid belongs to one

    QRectF box() const { return {QPointF(xs.front(), ys.front()), QPointF(xs.back(), ys.back())}; }
};

/// The tables that lines draw, from the top down. Two places belong to one cell where no line parts them. A side of the
/// table that has no line of its own ends where the lines across it end. A frame around something is no table.
std::vector<PageGrid> gridsOf(std::vector<Ruling> lines);

} // namespace gouji
