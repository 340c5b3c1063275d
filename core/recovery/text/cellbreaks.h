// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// Line ends within the rows of a text that puts each cell on lines of its own and says where one ends: by a line with nothing but a
/// tab (what a browser copies of cells that hold paragraphs), by a bar behind it, or by the brackets of a list around each row;
/// and the indents of a page's source between its cells. Without them a row stands on one line, its cells parted as they are. Ranges in
/// `text`, which is normalised, in reading order; empty for a text of any other kind. Linear in the text.
std::vector<TextRange> findCellBreaks(QStringView text);

} // namespace gouji
