// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"

namespace gouji {

/// Some characters of the source with as much of their line as a person needs to find them again.
struct SourceExcerpt {
    TextRange source; ///< the characters; invalid where there are none
    qsizetype line = 0; ///< from 1
    qsizetype column = 0; ///< from 1, in characters
    int page = 0; ///< from 1; 0 where the file has no pages
    QString text; ///< the line with its gaps made single spaces, cut short (…) far from the characters
    TextRange marked; ///< the characters within `text`
};

/// `source` may be invalid; then so is the excerpt.
SourceExcerpt excerptOf(const SourceDocument &document, const TextRange &source);

/// 「第 67 行第 34 字」, with the page where there are pages.
QString placeOf(const SourceExcerpt &excerpt);
/// The line with the characters between 【 and 】.
QString markedText(const SourceExcerpt &excerpt);

} // namespace gouji
