// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/straightpage.h"

#include <algorithm>
#include <cmath>

namespace gouji::ocr {

using namespace Qt::StringLiterals;

namespace {

constexpr double Resolution = 300;
constexpr double LeastResolution = 145;
constexpr int LevelLine = 150; // pixels at that resolution: longer than any stroke of a heading
constexpr int UprightLine = 90;
constexpr int Bridge = 3; // a line may be broken so far
constexpr double LeastSkew = 0.03; // degrees
constexpr double MostSkew = 6;
constexpr int Paper = 250; // what its grey becomes
constexpr int FaintestLine = 215; // lines are thinner than letters, and often grey
constexpr int Speck = 3; // pixels: what is smaller in both directions is dirt

Picture binary(Pix *grey)
{
    Pix *ink = nullptr;
    pixOtsuAdaptiveThreshold(grey, 4000, 4000, 0, 0, 0.1F, nullptr, &ink);
    return Picture(ink);
}

/// Lines of one direction: their pixels, and where they run.
Picture linesIn(Pix *ink, bool upright)
{
    const int length = upright ? UprightLine : LevelLine;
    const Picture closed(upright ? pixCloseSafeBrick(nullptr, ink, 1, Bridge) : pixCloseSafeBrick(nullptr, ink, Bridge, 1));
    return Picture(
        closed ? (upright ? pixOpenBrick(nullptr, closed.get(), 1, length) : pixOpenBrick(nullptr, closed.get(), length, 1)) : nullptr);
}

void collect(Pix *lines, bool upright, double scale, std::vector<Ruling> &out)
{
    constexpr int Thickest = 24; // pixels: what is thicker is an area
    Boxa *boxes = pixConnCompBB(lines, 8);
    for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
        l_int32 x = 0;
        l_int32 y = 0;
        l_int32 w = 0;
        l_int32 h = 0;
        boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
        if ((upright ? w : h) > Thickest)
            continue;
        if (upright)
            out.push_back({true, (x + w / 2.0) / scale, y / scale, (y + h) / scale});
        else
            out.push_back({false, (y + h / 2.0) / scale, x / scale, (x + w) / scale});
    }
    boxaDestroy(&boxes);
}

} // namespace

Result<StraightPage> straighten(PagePicture picture)
{
    const Error failed{u"unreadable"_s, u"图片无法处理（尺寸或格式异常）。"_s};
    StraightPage out;
    double dotsPerInch = picture.dotsPerInch;
    out.coarse = dotsPerInch < LeastResolution;
    if (const double factor = std::clamp(Resolution / dotsPerInch, 0.1, 4.0); std::abs(factor - 1) > 0.1) {
        picture.grey.reset(pixScale(picture.grey.get(), float(factor), float(factor)));
        dotsPerInch *= factor;
    }
    if (!picture.grey)
        return failed;
    out.scale = dotsPerInch / 72;
    if (Pix *even = pixBackgroundNorm(picture.grey.get(), nullptr, nullptr, 16, 24, 60, 80, Paper, 2, 1))
        picture.grey.reset(even);

    Picture ink = binary(picture.grey.get());
    if (!ink)
        return failed;
    float angle = 0;
    float sure = 0;
    if (pixFindSkewSweepAndSearch(ink.get(), &angle, &sure, 4, 2, float(MostSkew), 1.0F, 0.01F) == 0 && std::abs(angle) >= LeastSkew) {
        constexpr double Degree = 3.14159265358979 / 180;
        Picture turned(pixRotate(picture.grey.get(), float(angle * Degree), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
        if (!turned)
            return failed;
        picture.grey = std::move(turned);
        ink = binary(picture.grey.get());
        out.angle = angle;
    }
    if (!ink)
        return failed;

    const Picture faint(pixThresholdToBinary(picture.grey.get(), FaintestLine));
    if (!faint)
        return failed;
    for (const bool upright : {false, true}) {
        const Picture lines = linesIn(faint.get(), upright);
        if (!lines)
            return failed;
        collect(lines.get(), upright, out.scale, out.rulings);
        Picture wide(pixDilateBrick(nullptr, lines.get(), upright ? 7 : 1, upright ? 1 : 7));
        if (!wide)
            return failed;
        if (out.lines)
            pixOr(out.lines.get(), out.lines.get(), wide.get());
        else
            out.lines = std::move(wide);
    }
    out.ink.reset(pixSelectBySize(ink.get(), Speck, Speck, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, nullptr));
    out.grey = std::move(picture.grey);
    if (!out.ink)
        return failed;
    return out;
}

} // namespace gouji::ocr
