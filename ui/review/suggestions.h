// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/reviewsession.h"

namespace gouji {

/// Something a person can accept in one step, with what it would do to the findings.
struct Suggestion {
    QString label; ///< 「采用 9」
    QString why;
    Act draft;
    ReviewSession::Effect effect;
    bool ranked = true; ///< false where others are just as likely: then a person has to point at one
};

/// What can be offered for a cell and the chosen finding (may be null), the best first: ways to lay its open row, other
/// readings of the cell, values that would reconcile the finding.
QList<Suggestion> suggestionsFor(const ReviewSession &session, CellId cell, const Finding *finding);

/// 「修复 3 项，新增 0 项」
QString effectText(const ReviewSession::Effect &effect);

} // namespace gouji
