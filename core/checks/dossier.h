// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "report/report.h"

namespace gouji {

struct NarrativeReading;

/// All that lies on the desk while one report is judged (卷宗); the only argument of a rule. Borrowed, never owned.
struct Dossier {
    const Report &report;
    const SourceDocument &document;
    /// What readNarrative() found, kept by callers that check one document again and again; null: it is read each time.
    const NarrativeReading *narrative = nullptr;
    /// The same body's report of the year before; null where there is none: rules that need it are not to be judged.
    const Report *last = nullptr;
    /// The reports of the departments below it, of the same year; empty as above.
    QList<const Report *> children = {};
};

} // namespace gouji
