// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/narrativereader.h"

#include "checks/narrative/prosereading.h"

namespace gouji {

NarrativeReading readNarrative(const SourceDocument &document, const Report &report, const NarrativeWords &words)
{
    return ProseReading::of(document, report, &words).narrative;
}

} // namespace gouji
