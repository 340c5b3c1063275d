// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pagelines.h"

namespace gouji {

/// A table without rules: lines whose numbers and heads stand in columns.
struct LooseTable {
    struct Column {
        double left = 0;
        double right = 0;
        friend bool operator==(const Column &, const Column &) = default;
    };
    size_t begin = 0; ///< of its lines
    size_t end = 0;
    std::vector<Column> columns; ///< of values, from left to right
    std::vector<bool> isRow; ///< of each line: it has values
    double pitch = 1e9; ///< points that rows are apart at least
};

/// The tables among some lines. Only those in which every column has a head, or that go on with the columns of the one before,
/// and whose numbers all stand in one column each, no two of a line in the same; what is less clear stays a matter of how
/// wide the gaps are.
std::vector<LooseTable> looseTablesOf(const std::vector<PageLine> &lines);

/// The column that a word stands in or begins in, -1 for what stands before the columns.
int columnOf(const LooseTable &table, const PageWord &word);

/// The line stands above rows and says what their columns hold.
bool isHead(const LooseTable &table, const PageLine &line);

/// The columns that some boxes stand in, those that tell most coming first; what then reaches over several is left out.
std::vector<LooseTable::Column> columnsAround(const std::vector<QRectF> &boxes);

bool meets(const LooseTable::Column &column, const QRectF &box);

} // namespace gouji
