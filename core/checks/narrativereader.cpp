// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrativereader.h"

#include "checks/narrativescan.h"

namespace gouji {

NarrativeReading readNarrative(const SourceDocument &document, const Report &report, const NarrativeWords &words)
{
    NarrativeReading out;
    NarrativeScan scan(words, report, out);
    for (const NarrativeSentence &sentence : narrativeSentences(document, report, words))
        scan.read(sentence);
    return out;
}

} // namespace gouji
