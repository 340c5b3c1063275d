// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/tablegrid.h"

#include <algorithm>

namespace gouji {

namespace {

/// For each column of the file the settled one it belongs to.
std::vector<int> settledColumns(const BlockTable &table)
{
    std::vector<const GridPlace *> byColumn;
    byColumn.reserve(table.cells.size());
    for (const BlockCell &cell : table.cells)
        byColumn.push_back(&cell.place);
    std::stable_sort(byColumn.begin(), byColumn.end(), [](const GridPlace *a, const GridPlace *b) { return a->column < b->column; });
    std::vector<int> settled;
    std::vector<int> lastIn(size_t(table.rows), -1); // the settled column in which a row last had a cell beginning
    int current = 0;
    for (auto from = byColumn.begin(); from != byColumn.end();) {
        const auto to = std::find_if(from, byColumn.end(), [&](const GridPlace *p) { return p->column != (*from)->column; });
        const bool own = std::any_of(from, to, [&](const GridPlace *p) {
            const auto row = lastIn.begin() + p->row;
            return std::find(row, row + p->rowSpan, current) != row + p->rowSpan;
        });
        settled.resize(size_t((*from)->column), current);
        current += own;
        settled.push_back(current);
        for (; from != to; ++from)
            std::fill_n(lastIn.begin() + (*from)->row, (*from)->rowSpan, current);
    }
    return settled;
}

} // namespace

std::optional<int> settleGrid(BlockTable &table)
{
    if (table.cells.empty())
        return 0;
    qsizetype places = 0;
    for (BlockCell &cell : table.cells) {
        cell.place.rowSpan = std::clamp(cell.place.rowSpan, 1, table.rows - cell.place.row);
        places += cell.place.rowSpan;
    }
    if (places > MaxPlaces)
        return std::nullopt;
    std::stable_sort(table.cells.begin(), table.cells.end(), [](const BlockCell &a, const BlockCell &b) {
        return a.place.row != b.place.row ? a.place.row < b.place.row : a.place.column < b.place.column;
    });
    const std::vector<int> settled = settledColumns(table);
    const int width = settled.back() + 1;
    for (size_t i = 0; i < table.cells.size(); ++i) {
        GridPlace &place = table.cells[i].place;
        const size_t last = size_t(place.column + place.columnSpan) - 1;
        const int end = last < settled.size() ? settled[last] + 1 : width;
        place.column = settled[size_t(place.column)];
        const bool followed = i + 1 < table.cells.size() && table.cells[i + 1].place.row == place.row;
        const int most = followed ? settled[size_t(table.cells[i + 1].place.column)] : width;
        place.columnSpan = std::max(1, std::min(end, most) - place.column);
    }
    return width;
}

} // namespace gouji
