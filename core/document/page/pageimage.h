// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gouji {

/// A picture of a page in grey, 0 black to 255 white, row by row without padding; one for people may be in colour.
struct PageImage {
    int width = 0;
    int height = 0;
    double scale = 1; ///< pixels a point
    int channels = 1; ///< bytes a pixel: grey, or red, green, blue
    QByteArray pixels;

    uchar at(int x, int y) const ///< of a grey picture
    {
        return uchar(pixels[qsizetype(y) * width + x]);
    }
    const uchar *row(int y) const { return reinterpret_cast<const uchar *>(pixels.constData()) + qsizetype(y) * width * channels; }
};

/// A picture in which everything lies so many quarter turns clockwise, upright.
PageImage turnedBack(const PageImage &image, int turns);

} // namespace gouji
