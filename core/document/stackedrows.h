// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/blocks.h"

#include <QStringList>

namespace gouji {

/// Rows that were put into one row of a table, line by line in each cell ("3<br>0<br>12"): where a converter saw no rule between them, or
/// an editor typed a table into few cells.

/// How many rows stand in such a row; 0 where it is one. `cells`: the lines of each of its cells, empty ones included.
int stackedRows(const QList<QStringList> &cells);

/// Gives each of them a row of its own. Cells that do not have a line for each row span them.
void partStackedRows(BlockTable &table);

/// The same for the rows of a table between bars in light markup, whose cells break their lines with tags. Null where there are none.
QString withoutStackedRows(QStringView text);

} // namespace gouji
