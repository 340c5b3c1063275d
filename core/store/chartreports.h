// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparison/figures.h"
#include "store/store.h"

namespace gouji {

/// Reports of a store as the places of a chart, as they stand with what people did to them. Of several of one body and
/// year the one kept last counts.
struct ChartReports {
    QList<ChartPlace> places;
    QStringList notes; ///< Chinese sentences: what was left out, and why
};

/// All years of a body (by agencyKey), with gaps between them.
ChartReports yearsOf(const Store &store, const QString &agency);
/// Bodies of one year, each a place, in the order asked for; bodies without a report of that year are gaps.
ChartReports bodiesOf(const Store &store, int year, const QStringList &agencies);
/// Names of the bodies with a report of a year: first those below the same government as `beside`, then by name.
QStringList agenciesOf(const Store &store, int year, const QString &beside);

} // namespace gouji
