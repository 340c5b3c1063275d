// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/rulings.h"

#include <memory>

namespace gouji {

/// The lines that a PDF draws, as its own operators have them: exact, and found in a small part of the time that a picture
/// of the page takes. Of the same module as PdfFile.
class PdfLines {
public:
    static constexpr qsizetype MaxOperators = 64 * 1024 * 1024; ///< bytes, of all pages together
    static constexpr int MaxNesting = 16; ///< of forms within forms

    /// `bytes` must outlive it. Null where the file cannot be taken apart.
    static std::unique_ptr<PdfLines> open(const QByteArray &bytes);

    virtual ~PdfLines() = default;

    struct Page {
        std::vector<Ruling> lines; ///< points from the top left of the page as PdfFile shows it
        bool isTaken = false; ///< it was taken apart at all; nobody knows how long any other would take to be drawn
        bool complete = false; ///< nothing else is painted there that could be a line: no pictures, no more than the bounds allow
        bool isBomb = false; ///< forms within forms that would take for ever to draw: whoever draws the page must not begin
        bool hidesText = false; ///< its text is not printed: a scan with what some program recognised in it
    };
    virtual Page page(int number, int turns) = 0;
};

} // namespace gouji
