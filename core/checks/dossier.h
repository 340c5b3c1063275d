// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "report/report.h"

namespace gouji {

struct Companions;
struct ProseReading;

/// All that lies on the desk while one report is judged (卷宗); the only argument of a rule. Borrowed, never owned.
struct Dossier {
    const Report &report;
    const SourceDocument &document;
    /// Kept by callers that check one document again and again; null: the prose is read each time.
    const ProseReading *prose = nullptr;
    /// The same body's report of the year before; null where there is none: rules that need it are not to be judged.
    const Report *last = nullptr;
    /// The reports of the departments below it, of the same year; empty as above.
    QList<const Report *> children = {};
    /// All of the other reports with their documents and files; null where there are none. dossierOf() fills the two above from it.
    const Companions *companions = nullptr;
};

/// 「2022年」, the year of last year's report, or 「上年」 where that is not the year before.
inline QString lastYearText(const Dossier &dossier)
{
    const bool known = dossier.last && dossier.last->year > 0 && dossier.last->year + 1 == dossier.report.year;
    return known ? QString::number(dossier.last->year) + QStringLiteral("年") : QStringLiteral("上年");
}

} // namespace gouji
