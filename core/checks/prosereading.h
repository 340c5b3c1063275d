// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/formprose.h"
#include "checks/narrativereader.h"
#include "checks/narrativetext.h"

namespace gouji {

/// What checks read in a document's prose before they look at a cell. It rests on the text and on whose report of which
/// year it is, never on a cell: made once, it serves however often the report is checked.
struct ProseReading {
    QList<NarrativeSentence> sentences; ///< none where `words` is null
    NarrativeReading narrative;
    FormProse plain;

    static ProseReading of(const SourceDocument &document, const Report &report, const NarrativeWords *words);
};

} // namespace gouji
