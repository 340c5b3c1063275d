// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gouji {

/// What a text document holds besides the text that was read of it.
struct PassedOver {
    int pictures = 0;
    int objects = 0; ///< embedded files: a spreadsheet, a text of another kind
    bool changed = false; ///< it has tracked changes; they count as accepted
    qsizetype hidden = 0; ///< characters that are not printed
    bool struck = false; ///< it has text that is crossed out; that was read

    QStringList notes() const; ///< Chinese sentences for SourceDocument::notes
};

} // namespace gouji
