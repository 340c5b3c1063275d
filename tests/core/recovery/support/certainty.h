// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layouts.h"
#include "report/report.h"

namespace gouji::test {

/// How a reading compares with what its text bears.
struct Certainty {
    QStringList silent; ///< cells that claim certainty and are wrong: "cell: read 3, the text bears 5"
    QStringList kinds; ///< the same, without cell and number
    int cells = 0;
    int sure = 0; ///< certain and right
    int mended = 0; ///< repaired, and wrong
};

Certainty certaintyOf(const Report &report, const ModelDocument &document, Layout layout);

/// Reads a text as the program does a file.
Report recovered(const QString &text);

} // namespace gouji::test
