// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkrun.h"
#include "checks/proseclauses.h"

namespace gouji {

/// Adds a finding about a piece of prose; null where the book has no such rule.
Finding *tellProse(
    CheckRun &run, const QString &id, Severity severity, const NarrativeSentence &sentence, TextRange source, CheckRun::Places places);

// The parts of checkProse().
void checkSilence(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.silent
void checkUnfilled(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.unfilled
void checkAllDone(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.all_done
void checkTableTwo(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.mismatch of table two
void checkLists(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.self
void checkShares(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.percent

} // namespace gouji
