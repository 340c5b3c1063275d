// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QUuid>

namespace gouji {

/// One number of a chart: a cell, or several added up.
struct Figure {
    std::optional<Decimal> value; ///< nothing: a gap, and `why` says why. A part is never shown for the whole
    bool doubtful = false; ///< it rests on a value that waits for a person, on a blank taken as 0, or on a sum that fails
    QString why; ///< one Chinese sentence where there is a gap or a doubt
    QList<CellId> cells; ///< what it is made of
};

/// A place along a chart: one report, or a year without one.
struct ChartPlace {
    QString label; ///< 「2023」, or the agency
    QUuid id; ///< in the store; null where it is not kept
    std::shared_ptr<const Report> report; ///< null: a gap
};

/// The reports of one agency by year, the years between without a report as gaps. Of several of one year the first counts.
QList<ChartPlace> placesByYear(QList<ChartPlace> reports);

/// Adds cells of reports up, and knows which of them a failing sum puts in doubt.
class Figures {
public:
    explicit Figures(QList<ChartPlace> places);

    const QList<ChartPlace> &places() const { return m_places; }
    /// The sum of the named cells at one place; those its form does not print are left out, unless it prints none of them.
    Figure sum(qsizetype place, const QStringList &cells) const;
    Figure sum(qsizetype place, const QList<CellId> &cells) const;

private:
    QList<ChartPlace> m_places;
    QList<QSet<CellId>> m_disputed; ///< by place: cells of equations that do not hold
};

} // namespace gouji
