// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace gouji {

/// A step of the work on a report. The store keeps the list as a table (`review_state`); these are the rows it is
/// made with, for a session without a store and for sentences.
struct ReviewState {
    QString id; ///< "new", "open", "returned", "done"
    QString title; ///< 未审, 审核中, 待单位整改, 已审
};

const QList<ReviewState> &reviewStates(); ///< in the order of the work; the first is that of a report nobody touched
QString reviewStateTitle(const QString &id); ///< the id itself where unknown

} // namespace gouji
