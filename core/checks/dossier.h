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
};

} // namespace gouji
