// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/narrative/narrativenumber.h"
#include "checks/narrative/narrativewords.h"
#include "document/sourcedocument.h"
#include "report/report.h"

namespace gouji {

/// A number of the prose, or a 没有, with what it was taken to speak of. Cells are named as in the word list (patterns);
/// nothing here depends on their values, so one reading serves a document however often it is checked.
struct NarrativeClaim {
    enum class Kind { Number, Negative };

    Kind kind = Kind::Number;
    Decimal value; ///< as printed; 0 for a negative
    Decimal said; ///< what the cells should add up to: the value, or for "M of N settled" what is left
    bool exact = true; ///< false: 余, 约, …
    ProseNumber number;
    int entry = -1; ///< of the word list; -1: matched with nothing
    QStringList groups; ///< rows of table four a Remedy or an Outcome speaks of
    bool carriedIncluded = false; ///< the sentence says that carried-over ones are counted in
    bool widerScope = false; ///< 全区, 各部门 in an office's report
    QString reason; ///< why it was left alone; empty where matched
    TextRange sentence;
    TextRange source; ///< the number with its counter, or the words of the negative
    TextRange phrase; ///< from the governing word to the number, for quoting
    int section = 0;

    bool matched() const { return entry >= 0; }
};

/// All numbers read in a document's prose, in order.
struct NarrativeReading {
    QList<NarrativeClaim> claims;
};

/// Reads the prose of a report. What is not certain to speak of a cell stays unmatched, with the reason.
NarrativeReading readNarrative(const SourceDocument &document, const Report &report, const NarrativeWords &words);

} // namespace gouji
