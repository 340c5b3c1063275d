// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/page/rulings.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace gouji {

/// What is drawn on a page of an OFD document, or on the template under it; points from the page's top left.
struct OfdContent {
    std::vector<PageWord> words;
    std::vector<Ruling> strokes;
    struct Picture {
        QString id; ///< of the resource
        QString member; ///< of the file, where its list of resources names one
        QRectF box;
    };
    std::vector<Picture> pictures;
    QStringList templates; ///< ids of the templates under the page
    QSizeF size; ///< null where the page has that of its document
};

constexpr size_t MaxOfdWords = 2'000'000; ///< of one page
constexpr size_t MaxOfdPictures = 1000; ///< of one page; those beyond are passed over

/// Reads a page's or a template's content (GB/T 33190-2016, 7.7 and 11).
/// Errors: unreadable (no well-formed XML), too-large.
Result<OfdContent> readOfdContent(const QByteArray &xml);

/// "x y width height" in millimetres, as points; null where it is not four numbers.
QRectF ofdBox(const QString &numbers);

} // namespace gouji
