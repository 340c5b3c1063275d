// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pageimage.h"
#include "document/page/pagetext.h"

namespace gouji {

/// A straight line on a page, along one of its sides; points.
struct Ruling {
    bool upright = false;
    double at = 0; ///< x of an upright one, y of a level one
    double from = 0;
    double to = 0;
    bool isEdge = false; ///< not drawn, but the edge of an area in another shade
};

/// The lines drawn in a picture of a page, those of a table and others: thin ones, thick ones, dotted ones, and the edges of
/// grey areas. Strokes of the page's characters are left out. Empty where there are more than anybody draws by hand.
std::vector<Ruling> rulingsOf(const PageImage &image, const std::vector<PageWord> &words);

/// Leaves out what is a stroke of one of the characters, not a line.
void dropStrokes(std::vector<Ruling> &lines, const std::vector<PageWord> &words);

} // namespace gouji
