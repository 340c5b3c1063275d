// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/finding.h"
#include "report/report.h"
#include "review/verdict.h"

namespace gouji {

/// The report for a person at a terminal: agency and year, the tables in aligned columns, the findings. Several lines,
/// each with its line end. Every value that is not simply read carries a mark, explained below the tables.
/// `verdicts`, one a finding, may be null; findings that a person judged to be no problem are counted apart.
QString reportText(
    const QString &file, const Report &report, const QList<Finding> &findings, const QList<FindingVerdict> *verdicts = nullptr);

} // namespace gouji
