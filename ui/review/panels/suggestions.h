// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/repair.h"
#include "review/reviewsession.h"

#include <optional>

namespace gouji {

/// Something a person can accept in one step, with what it would do to the report.
struct Suggestion {
    /// A cell of the row it lays anew.
    struct RowCell {
        QString value; ///< as it would stand
        bool changed = false;
    };

    QString label; ///< 「采用 9」
    QString why;
    QList<RowCell> row; ///< what the row would be, in printed order; empty where it is about one cell
    std::optional<Repair> repair; ///< a structural repair, which may help other reports, too
    Act draft;
    Effect effect;
    bool ranked = true; ///< false where others are just as likely: then a person has to point at one
};

/// What can be offered for a cell and the chosen finding (may be null), the best first: ways to lay its open row, a
/// structural repair that is the only best one, other readings of the cell, values that would reconcile the finding or,
/// where none is chosen, any finding the cell is in, and structural repairs that are one of several.
QList<Suggestion> suggestionsFor(const ReviewSession &session, CellId cell, const Finding *finding);

/// 「修复 3 项，新增 0 项」
QString effectText(const Effect &effect);
/// 「成立：自然人列收办平衡；不成立：无」; empty where no equation turns.
QString turnsText(const Effect &effect);
/// What the draft makes of the cells: 「自然人 1 → 0」, as far as `most` of them.
QString changesText(const FormCatalogue &catalogue, const Effect &effect, qsizetype most = 8);
/// 「0」, □ for an empty cell.
QString shortValue(const Cell &cell);

} // namespace gouji
