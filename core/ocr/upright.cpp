// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/upright.h"

#include <algorithm>

namespace gouji::ocr {

namespace {

constexpr int Side = 900; // pixels: seven centimetres
constexpr double Scale = 0.7; // at which letters of usual size are recognised best
constexpr qsizetype Few = 8; // ideographs
constexpr double Sure = 90; // upright writing is above, a jumble far below
constexpr double Clearly = 5;

/// Of squares that overlap by half, the one with the most ink, the lines of tables not counted.
QRect densest(const StraightPage &page)
{
    const QRect whole(0, 0, pixGetWidth(page.ink.get()), pixGetHeight(page.ink.get()));
    const Picture ink(pixSubtract(nullptr, page.ink.get(), page.lines.get()));
    QRect best = QRect(0, 0, Side, Side) & whole;
    l_int32 most = -1;
    for (int y = 0; y < whole.height(); y += Side / 2) {
        for (int x = 0; x < whole.width(); x += Side / 2) {
            const QRect area = QRect(x, y, Side, Side) & whole;
            Box *box = boxCreate(area.x(), area.y(), area.width(), area.height());
            l_int32 count = 0;
            const Picture clip(ink && box ? pixClipRectangle(ink.get(), box, nullptr) : nullptr);
            boxDestroy(&box);
            if (clip && pixCountPixels(clip.get(), &count, nullptr) == 0 && count > most) {
                most = count;
                best = area;
            }
        }
    }
    return best;
}

/// How sure a recognition is of its ideographs, on the average; nothing where there are few. What lies on its side or on its head is
/// read as well, as a jumble that is half sure.
double surenessOf(const std::vector<Piece> &pieces)
{
    double sum = 0;
    qsizetype count = 0;
    for (const Piece &piece : pieces) {
        const auto own
            = std::count_if(piece.text.begin(), piece.text.end(), [](QChar c) { return c.unicode() >= 0x4e00 && c.unicode() < 0xa000; });
        sum += double(piece.confidence) * double(own);
        count += own;
    }
    return count >= Few ? sum / double(count) : 0;
}

} // namespace

int turnsOf(const StraightPage &page, Recogniser &recogniser)
{
    const Picture clean(pixCopy(nullptr, page.grey.get()));
    if (!clean || !page.lines)
        return 0;
    pixSetMasked(clean.get(), page.lines.get(), 255);
    const QRect area = densest(page);
    Box *box = boxCreate(area.x(), area.y(), area.width(), area.height());
    const Picture clip(box ? pixClipRectangle(clean.get(), box, nullptr) : nullptr);
    boxDestroy(&box);
    const Picture piece(clip ? pixScale(clip.get(), float(Scale), float(Scale)) : nullptr);
    if (!piece)
        return 0;
    const double upright = surenessOf(recogniser.block(piece.get()));
    if (upright >= Sure)
        return 0;
    int best = 0;
    double most = upright + Clearly;
    for (int turns = 1; turns < 4; ++turns) {
        const Picture turned(pixRotateOrth(piece.get(), 4 - turns)); // clockwise, so that it comes full circle
        const double found = turned ? surenessOf(recogniser.block(turned.get())) : 0;
        if (found > most) {
            most = found;
            best = turns;
        }
    }
    return best;
}

} // namespace gouji::ocr
