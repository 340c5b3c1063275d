// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrativereader.h"

#include "checks/narrativescan.h"

#include <algorithm>

namespace gouji {

void readNarrative(const SourceDocument &document, const Report &report, const NarrativeWords &words,
    const std::function<bool(const NarrativeClaim &)> &visit)
{
    NarrativeReading sentenceful;
    NarrativeScan scan(words, report, sentenceful);
    forEachSentence(document, report, words, [&](const NarrativeSentence &sentence) {
        sentenceful.claims.clear();
        scan.read(sentence);
        return std::all_of(sentenceful.claims.cbegin(), sentenceful.claims.cend(), visit);
    });
}

NarrativeReading readNarrative(const SourceDocument &document, const Report &report, const NarrativeWords &words)
{
    NarrativeReading out;
    readNarrative(document, report, words, [&](const NarrativeClaim &claim) {
        out.claims << claim;
        return true;
    });
    return out;
}

} // namespace gouji
