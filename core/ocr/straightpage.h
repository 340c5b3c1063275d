// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/rulings.h"
#include "ocr/picture.h"

namespace gouji::ocr {

/// A page that was straightened and cleaned: its paper white, specks taken out of its ink.
struct StraightPage {
    Picture grey;
    Picture ink; ///< 1 bit
    Picture lines; ///< 1 bit: straight strokes, of tables and of large letters
    std::vector<Ruling> rulings; ///< points
    double angle = 0; ///< degrees clockwise
    double scale = 1; ///< pixels a point
    bool coarse = false; ///< was scanned at so few dots an inch that thin lines and strokes may be lost
};

/// The picture is brought to about 300 dots an inch.
Result<StraightPage> straighten(PagePicture picture);

} // namespace gouji::ocr
