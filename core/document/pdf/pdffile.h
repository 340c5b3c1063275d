// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/page/pageimage.h"
#include "document/page/pagetext.h"

#include <QByteArray>

#include <memory>

namespace poppler {
class document;
}

namespace gouji {

/// An open PDF: the words of its pages and pictures of them. The only place that knows the library that reads PDFs.
/// Pages are shown upright: as their own rotation has it, and turned further where nearly all of the text lies on its side.
class PdfFile {
public:
    static constexpr int MaxPages = 2000;
    static constexpr double MaxPixels = 32e6; ///< of one picture; a larger one is made at a lower resolution

    /// `bytes` are kept. Errors: encrypted, unreadable, too-large.
    static Result<PdfFile> open(const QByteArray &bytes);

    PdfFile(PdfFile &&) noexcept;
    PdfFile &operator=(PdfFile &&) noexcept;
    ~PdfFile();

    int pages() const;
    PageText text(int page);
    enum class For { Measuring, People }; ///< sharp lines in grey, or smooth ones in colour
    PageImage image(int page, double dotsPerInch, For use = For::Measuring);
    int turns(
        int page); ///< quarter turns clockwise that the text lies in on the page as the file shows it; taken back in all that is given out
    bool isDamaged() const { return m_damaged; } ///< something of what was asked for so far could not be read as it should be

private:
    PdfFile(const QByteArray &bytes, std::unique_ptr<poppler::document> document);

    QByteArray m_bytes;
    std::unique_ptr<poppler::document> m_document;
    std::vector<signed char> m_turns; ///< of each page, -1 where not known yet
    bool m_damaged = false;
};

} // namespace gouji
