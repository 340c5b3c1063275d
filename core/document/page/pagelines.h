// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pagetext.h"

namespace gouji {

/// Words that stand side by side, from left to right.
struct PageLine {
    QRectF box;
    std::vector<PageWord> words;
    int page = 0; ///< from 0
    double shift = 0; ///< points its boxes were moved down, so that lines of several pages follow each other
};

/// The lines of some words, from the top of the page down.
std::vector<PageLine> linesOf(std::vector<PageWord> words, int page = 0);

/// Words of the line stand apart, as in a table.
bool hasColumns(const PageLine &line);

/// A line as text: words that touch run together, others have one space between them, and more where the gap is wider.
/// `unit` is the width of one column in points and `left` the place of the first: what stands on one place of several
/// lines stands in one column of the text. Without a unit a gap is one space, however wide.
struct LineText {
    QString text;
    std::vector<qsizetype> begins; ///< of each word in the text
};
LineText textOf(const PageLine &line, double left = 0, double unit = 0);

} // namespace gouji
