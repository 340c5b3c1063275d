// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/finding.h"
#include "report/report.h"

#include <QHash>

namespace gouji {

/// What the queue finds a report by and what follows from the report alone; columns of the table `report`.
struct QueueSummary {
    static constexpr int Program = 2; ///< raised when these are derived otherwise: the store is then prepared anew

    QString agencyKey;
    QString region;
    QString rules; ///< ids of the findings' rules, each once, in the order of the findings, parted by blanks
    QString typed; ///< numbers that people put in, parted by blanks
    int waiting = 0; ///< cells that need a person

    /// `regions`: by agencyKey, for bodies of the region list; the others tell their region by their name.
    static QueueSummary of(const Report &report, const QList<Finding> &findings, const QHash<QString, QString> &regions);
};

} // namespace gouji
