// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/repair.h"
#include "review/reviewsession.h"

namespace gouji {

/// A repair that would help a row.
struct FoundRepair {
    Repair repair;
    Act draft;
    Effect effect;
    bool tied = false; ///< another one does as well
    bool drops = false; ///< a number other than 0 that is used now would not be used
};

/// What the structural verbs can do for a row.
struct RowRepairs {
    QList<FoundRepair> found; ///< best first
    /// The row stands in the text as clearly as can be, and a sum it is in fails: a repair would only tidy. Then none is
    /// certain, and the report itself may be wrong.
    bool clear = false;
    /// What is in doubt in the row was inferred, it is in some sums and they all hold: it may be confirmed at once.
    bool inferred = false;
    bool certain = false; ///< the first may be taken without pointing at it
};

/// Tries the structural verbs on a row whose sums fail or whose reading is in doubt, and keeps those after which more
/// equations hold and none fails that did not. The equations choose; all checks then tell what the best would mend.
/// A row takes a bounded number of drafts (some two hundred), each judged by the equations of its table alone.
class RepairFinder {
public:
    explicit RepairFinder(const ReviewSession &session)
        : m_session(session)
    {
    }

    /// The best `most` for the row the cell stands in; nothing for a row that is in order.
    RowRepairs forRow(CellId cell, qsizetype most = 3) const;
    /// The best for any of the rows these cells stand in, those first whose own reading is in doubt or whose own sum fails:
    /// the sum of a column does not say which of its rows is broken. At most `Rows` of them are looked at.
    RowRepairs forCells(const QList<CellId> &cells, qsizetype most = 3) const;

    static constexpr qsizetype Rows = 6;

private:
    QList<Repair> candidates(const QList<CellId> &row) const;

    const ReviewSession &m_session;
};

/// 「原文这一行各格清楚……」, for a row that is clear.
QString clearRowText();

} // namespace gouji
