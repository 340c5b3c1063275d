// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "report/report.h"

#include <functional>
#include <vector>

namespace gouji {

class NarrativeWords;

/// A sentence made ready for reading: no spaces or line ends, half-width digits, look-alike characters mended; and the
/// way back to the document, character by character.
struct NarrativeSentence {
    QString text;
    std::vector<int> origin; ///< of each character of `text`, its offset in SourceDocument::text
    int paragraph = 0; ///< sentences of one paragraph share what is spoken of
    int section = 0; ///< 1 to 6

    TextRange range(qsizetype begin, qsizetype end) const { return {origin[size_t(begin)], origin[size_t(end - 1)] + 1}; }
    TextRange range() const { return range(0, text.size()); }
};

/// Visits, one after the other, the sentences of sections one, five and six, and of what stands in two to four outside
/// the tables. Where section one was not found, everything before the first table that was. A sentence of more than a
/// thousand characters is cut at a comma. Ends early where the visitor returns false.
void forEachSentence(const SourceDocument &document, const Report &report, const NarrativeWords &words,
    const std::function<bool(const NarrativeSentence &)> &visit);

} // namespace gouji
