// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/blocks.h"

#include <QStringList>

namespace gouji {

/// What a Word document has besides text, counted over all its parts.
struct WordFindings {
    int pictures = 0;
    int objects = 0; ///< embedded files: an Excel sheet, a text of another kind
    int changes = 0; ///< tracked insertions, deletions and moves
    qsizetype hidden = 0; ///< characters that are not printed
    bool struck = false;

    QStringList notes() const;
};

/// Reads the XML of the body, of the footnotes or of the endnotes.
Result<std::vector<Block>> readWordPart(const QByteArray &xml, WordFindings &findings);

} // namespace gouji
