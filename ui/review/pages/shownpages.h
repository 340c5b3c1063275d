// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagepictures.h"
#include "document/sourcedocument.h"

#include <QImage>

#include <memory>

namespace gouji {

/// What stands beside the tables: pages, and where the characters of the source are on them. Pictures are null where the source
/// has nothing to show but its text.
struct ShownPages {
    SourceDocument document; ///< the source with pages and boxes of these pictures
    std::unique_ptr<PagePictures> pictures;
};

/// The pages of a PDF, of an OFD or of a picture as they are; of a file that has tables but no pages (Word, a web page, a sheet), pages
/// laid out here, so that a reviewer recognises what came in.
ShownPages shownPages(const SourceDocument &document, const QByteArray &original);

/// A picture of Qt's, in colour.
PageImage toPageImage(const QImage &image, double scale);

} // namespace gouji
