// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace gouji {

/// One cell in two reports.
struct CellComparison {
    CellId cell;
    bool comparable = true; ///< false: the two forms mean different things by it, or only one of them prints it
    bool differs = false; ///< another number, or a number here and none there; never where it is not comparable
    bool doubtful = false; ///< one of the values waits for a person: what is said of it may be wrong
    std::optional<Decimal> difference; ///< this minus the other, where both are numbers
    friend bool operator==(const CellComparison &, const CellComparison &) = default;
};

/// What one year carries over into the next: last year's 结转下年度继续办理 and this year's 上年结转, of one applicant column.
struct CarryTie {
    enum class State { Holds, Fails, Doubtful, Unknown };
    QString column; ///< label: 「自然人」
    CellId now;
    CellId before;
    State state = State::Unknown; ///< Doubtful: it fails or holds by values that wait for a person, or by a blank taken as 0
};

/// A report beside another of the same body: last year's, another copy, or the reading it was corrected from. Neither is
/// changed.
struct ReportComparison {
    QList<CellComparison> cells; ///< those of the one report, in printed order
    QList<CarryTie> ties; ///< empty unless the other is of the year before
    QStringList notes; ///< Chinese sentences: what is not comparable, and why

    int differing() const;
};

ReportComparison compareReports(const Report &report, const Report &other);

} // namespace gouji
