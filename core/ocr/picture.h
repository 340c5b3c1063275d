// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <leptonica/allheaders.h>
#include <memory>

namespace gouji::ocr {

/// A picture of Leptonica's that is freed with its owner.
struct PixFree {
    void operator()(Pix *pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<Pix, PixFree>;

/// One page as it was scanned: 8 bits of grey.
struct PagePicture {
    Picture grey;
    double dotsPerInch = 300; ///< as the file says, or as a page of A4 has it
};

constexpr int MaxPages = 60; ///< a page takes seconds
constexpr qint64 MaxPixels = 80'000'000; ///< of one page

/// Opens the pages of a picture file (PNG, JPEG, TIFF with its pages, BMP, GIF, WebP) or of a PDF, one by one.
class PageSource {
public:
    /// `width`: points, where a picture is known to be shown so wide.
    static Result<std::unique_ptr<PageSource>> open(const QByteArray &bytes, double width);
    virtual ~PageSource() = default;
    virtual int pages() const = 0;
    virtual Result<PagePicture> page(int index) = 0;
};

} // namespace gouji::ocr
