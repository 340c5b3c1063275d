// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

namespace gouji {

/// A run of characters without a gap, as a page has it. Points from the page's top left, as the page is read.
struct PageWord {
    struct Span {
        float left = 0;
        float right = 0;
    };
    QString text;
    QRectF box;
    std::vector<Span> units; ///< where each unit of `text` stands
    bool spaceAfter = false; ///< the file itself has a space behind it
};

/// What is written on one page.
struct PageText {
    QSizeF size;
    std::vector<PageWord> words;
};

} // namespace gouji
