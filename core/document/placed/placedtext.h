// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/page/pagetext.h"
#include "document/sourcedocument.h"

#include <optional>

namespace gouji {

/// Words with their places, as programs write them that recognise pictures or take pages apart; becomes the tables and paragraphs
/// that the page shows. Units are the program's own.
class PlacedText {
public:
    void beginPage(std::optional<QSizeF> size); ///< words before the first one stand on a page of their own
    void add(QStringView text, const QRectF &whole); ///< one character, a word or a line
    /// A line of which only the beginning is known, and how large its characters are.
    void addLine(QStringView text, QPointF corner, double fontSize);

    qsizetype characters() const { return m_characters; }
    /// Enough runs for a report, and on no page more than anybody could read.
    bool isDocument() const;
    /// Errors: too-large.
    Result<SourceDocument> document();

private:
    struct Page {
        std::optional<QSizeF> size;
        std::vector<PageWord> words;
    };
    std::vector<Page> m_pages;
    qsizetype m_characters = 0;
    size_t m_runs = 0;
};

} // namespace gouji
