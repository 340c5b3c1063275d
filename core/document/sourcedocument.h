// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace gouji {

/// One cell of a table that the file itself knows (HTML, Word, …). Rows and columns count from 0.
struct SourceTableCell {
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    TextRange text;
};

/// A table the file itself knows; text that merely looks like a table is left to recovery.
struct SourceTable {
    TextRange range;
    QList<SourceTableCell> cells; ///< in reading order
};

/// A page of a paged file, sizes in points.
struct SourcePage {
    TextRange text;
    QSizeF size;
    int turns = 0; ///< quarter turns clockwise that a recognised page lies in, in its file; size and boxes are those of the page upright
};

/// Where a run of characters stands on a page: points from the page's top left.
struct SourceBox {
    TextRange text;
    int page = 0; ///< index into SourceDocument::pages
    QRectF box;
};

/// What arrived, whatever kind of file it was: all its text once, and everything else as ranges into that text.
struct SourceDocument {
    QString fileName; ///< as the caller named it
    QString fileKind; ///< "txt", "docx", …; "format" is kept for the state's form
    QByteArray sha256; ///< of the file's bytes, 32 bytes; empty where they were not at hand to be kept
    QString text; ///< line ends are '\n'; UTF-16, offsets of every TextRange count its code units
    QString encoding; ///< name of the character set the bytes were read in
    bool encodingGuessed = false; ///< true where neither a byte order mark nor valid UTF-8 settled it
    bool recognised = false; ///< from a picture: nothing is certain that no equation bears out
    QList<TextRange> doubts; ///< what was recognised in two ways, or not at all; sorted
    int unreadPictures = 0; ///< that may hold a table; said in the notes as well
    QStringList notes; ///< Chinese sentences a person should know about the reading
    QList<SourceTable> tables;
    QList<SourcePage> pages;
    QList<SourceBox> boxes; ///< in the order of the text, apart from each other; an empty cell of a table has one for no text

    QStringView at(const TextRange &range) const
    {
        return range.isValid() && range.end <= text.size() ? QStringView(text).mid(range.begin, range.length()) : QStringView();
    }
};

} // namespace gouji
