// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "checks/finding.h"
#include "output/sheet.h"
#include "report/report.h"
#include "review/verdict.h"

#include <QDate>
#include <QString>

namespace gouji {

/// What goes onto the compliance summary (核查意见表): domain notes §3.3, sheet 1, and the corrected tables of sheet 5.
struct SummaryInput {
    const SourceDocument &document;
    const Report &reading; ///< as read
    const Report &report; ///< with corrections; the same object where there are none
    const QList<Finding> &findings; ///< of `report`
    QString reviewer;
    QString state; ///< title of the review state
    QDate date; ///< of the review; the caller's clock
    /// Findings of `reading`, where they are at hand: those that a correction answered are printed with the corrected
    /// value, for the agency still has to mend its report.
    const QList<Finding> *readingFindings = nullptr;
    const QList<FindingVerdict> *verdicts = nullptr; ///< what people said of each of `findings`
};

/// The sheet: who and what, the findings, the tables in the official layout with changed cells marked, the changes,
/// and the lines to sign on.
Sheet summarySheet(const SummaryInput &input);

/// A sheet as one self-contained HTML page (no scripts, no links); prints on A4. The tables' head rows are in <thead>,
/// so that they repeat on every page.
QString sheetHtml(const Sheet &sheet);

/// Both in one.
QString summaryHtml(const SummaryInput &input);

} // namespace gouji
