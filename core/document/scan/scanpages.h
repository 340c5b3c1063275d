// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/page/rulings.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace gouji {

/// What was recognised on one page of a scan. Points from the top left of the page as it is after it has been straightened.
struct ScanPage {
    struct Word {
        PageWord word;
        bool doubtful = false; ///< two ways to recognise it do not agree, or it could not be read
    };
    QSizeF size;
    int turns = 0; ///< quarter turns clockwise that it lies in, in the file; taken back before anything else
    double angle = 0; ///< degrees clockwise by which the page was turned to straighten it
    std::vector<Ruling> rulings;
    std::vector<Word> words;
};

/// What of a file is to be recognised.
struct ScanWish {
    QList<int> pages; ///< from 0; empty: all
    double width = 0; ///< points, of a picture as it is shown; 0 where nobody says
};

/// As words of a command line, and back.
QStringList toArguments(const ScanWish &wish);
ScanWish wishOf(const QStringList &arguments);

/// How pages, or the reason why there are none, travel from the process that recognises them.
QByteArray packScan(const Result<std::vector<ScanPage>> &scan);
Result<std::vector<ScanPage>> unpackScan(const QByteArray &bytes);

} // namespace gouji
