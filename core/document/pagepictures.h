// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pageimage.h"
#include "document/sourcedocument.h"

#include <memory>

namespace gouji {

/// Pictures of the pages of a file that has them, as its reader counted and turned them.
class PagePictures {
public:
    /// Of the file a document was read from. Null where files of its kind have no pages, or these bytes cannot be read.
    static std::unique_ptr<PagePictures> open(const QByteArray &bytes, const SourceDocument &document);

    virtual ~PagePictures() = default;
    virtual PageImage page(int number, double dotsPerInch) = 0; ///< from 0; without pixels where it cannot be drawn
};

} // namespace gouji
