// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/finding.h"
#include "checks/form/formprose.h"
#include "checks/narrative/narrativereader.h"
#include "checks/narrative/narrativetext.h"

#include <QHash>

#include <memory>

namespace gouji {

class RuleBook;

/// Findings that rest on the text alone, kept from one check of a document to the next; used by one thread.
struct TextFindings {
    const RuleBook *rules = nullptr; ///< the book they are of
    QString whose; ///< and the report: all besides the text that they rest on
    QHash<QString, QList<Finding>> byCheck;
};

/// What checks read in a document's prose before they look at a cell. It rests on the text and on whose report of which
/// year it is, never on a cell: made once, it serves however often the report is checked.
struct ProseReading {
    QList<NarrativeSentence> sentences; ///< none where `words` is null
    NarrativeReading narrative;
    FormProse plain;
    std::shared_ptr<TextFindings> findings = std::make_shared<TextFindings>();

    static ProseReading of(const SourceDocument &document, const Report &report, const NarrativeWords *words);
};

} // namespace gouji
