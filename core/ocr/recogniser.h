// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ocr/picture.h"

#include <QRect>
#include <QString>

#include <memory>
#include <vector>

namespace tesseract {
class TessBaseAPI;
}

namespace gouji::ocr {

/// A piece of text as it was recognised, in pixels of the picture it stands in.
struct Piece {
    QString text;
    QRect box;
    std::vector<QRect> units; ///< where each unit of `text` stands
    float confidence = 0; ///< 0 … 100, the least of its characters'
    bool lineEnd = false;
};

/// Tesseract with the data for Chinese, and once more for digits alone.
class Recogniser {
public:
    /// Errors: converter-missing, which says what to install.
    static Result<std::unique_ptr<Recogniser>> create();
    ~Recogniser();

    std::vector<Piece> block(Pix *grey); ///< lines of text
    std::vector<Piece> number(Pix *grey); ///< one line on which there may be nothing but a number
    std::vector<Piece> chineseNumber(Pix *grey); ///< the same by what reads Chinese: another opinion

    Recogniser(const Recogniser &) = delete;
    Recogniser &operator=(const Recogniser &) = delete;

private:
    Recogniser();
    std::unique_ptr<tesseract::TessBaseAPI> m_chinese;
    std::unique_ptr<tesseract::TessBaseAPI> m_digits;
};

} // namespace gouji::ocr
