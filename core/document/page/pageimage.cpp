// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/pageimage.h"

#include <algorithm>

namespace gouji {

PageImage turnedBack(const PageImage &image, int turns)
{
    if (turns == 0 || image.pixels.isEmpty())
        return image;
    const int width = image.width;
    const int height = image.height;
    PageImage out{turns % 2 ? height : width, turns % 2 ? width : height, image.scale, image.channels, {}};
    out.pixels.resize(image.pixels.size());
    char *const to = out.pixels.data();
    for (int y = 0; y < height; ++y) {
        const char *const from = image.pixels.constData() + qsizetype(y) * width * image.channels;
        for (int x = 0; x < width; ++x) {
            const int column = turns == 1 ? y : turns == 2 ? width - 1 - x : height - 1 - y;
            const int row = turns == 1 ? width - 1 - x : turns == 2 ? height - 1 - y : x;
            std::copy_n(from + qsizetype(x) * image.channels, image.channels, to + (qsizetype(row) * out.width + column) * image.channels);
        }
    }
    return out;
}

} // namespace gouji
