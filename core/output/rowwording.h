// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "report/report.h"

namespace gouji {

/// What stands near the values of a row that reads like its name: a look at the text, for people who ask why these
/// values were taken for this row.
struct RowWording {
    enum class Match {
        Same, ///< the form's own wording
        Variant, ///< another wording known for the row
        Near, ///< some of its characters
        None, ///< nothing near the values reads like the row's name
    };
    Match match = Match::None;
    QString printed; ///< pieces in the order of the text, 「…」 between those that stand apart
    TextRange source; ///< from the first piece to the last
    QString official;
    bool apart = false; ///< values of other rows stand between it and this row's
    int found = 0; ///< how many of the name's characters the pieces have
    int whole = 0; ///< of how many
};

/// The wording around the values of the cell's row, or, where the row has no characters, of the whole table.
RowWording wordingOf(const SourceDocument &document, const Report &report, CellId cell);

} // namespace gouji
