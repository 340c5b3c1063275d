// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace gouji {

/// A text with tables that are drawn with signs (+----+ above and below every row, | between cells) and whose cells go on over several
/// lines, as converters write them that fold cells to a width. Returns it with one line a row and the cells between bars; a cell that
/// reaches over several rows or columns stands at the first. Null where there is no such table.
QString withoutFoldedRows(QStringView text);

} // namespace gouji
