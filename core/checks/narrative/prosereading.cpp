// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/prosereading.h"

#include "checks/narrative/narrativescan.h"

namespace gouji {

ProseReading ProseReading::of(const SourceDocument &document, const Report &report, const NarrativeWords *words)
{
    ProseReading out;
    out.plain = FormProse::of(document, report);
    if (!words)
        return out;
    NarrativeScan scan(*words, report, out.narrative);
    forEachSentence(document, report, *words, [&](const NarrativeSentence &sentence) {
        out.sentences << sentence;
        scan.read(sentence);
        return true;
    });
    return out;
}

} // namespace gouji
