// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/page/pageimage.h"
#include "document/page/pagetext.h"

#include <QByteArray>

#include <memory>

namespace gouji {

/// An open PDF: the words of its pages and pictures of them. What reads PDFs is a module of its own (module/), which is loaded
/// with the first of them: its libraries cost more time to start than a report takes to be read.
/// Pages are shown upright: as their own rotation has it, and turned further where nearly all of the text lies on its side.
class PdfFile {
public:
    static constexpr int MaxPages = 2000;
    static constexpr double MaxPixels = 32e6; ///< of one picture; a larger one is made at a lower resolution

    /// `bytes` are kept. Errors: encrypted, unreadable, too-large, unsupported (the module is not installed).
    static Result<std::unique_ptr<PdfFile>> open(const QByteArray &bytes);

    virtual ~PdfFile() = default;

    virtual int pages() const = 0;
    virtual PageText text(int page) = 0;
    enum class For { Measuring, People }; ///< sharp lines in grey, or smooth ones in colour
    virtual PageImage image(int page, double dotsPerInch, For use = For::Measuring) = 0;
    /// Quarter turns clockwise that the text lies in on the page as the file shows it; taken back in all that is given out.
    virtual int turns(int page) = 0;
    virtual bool isDamaged() const = 0; ///< something of what was asked for so far could not be read as it should be
};

} // namespace gouji
