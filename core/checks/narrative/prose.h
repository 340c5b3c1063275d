// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkrun.h"
#include "checks/narrative/proseclauses.h"

namespace gouji {

/// Adds a finding about a piece of prose; null where the book has no such rule.
Finding *tellProse(
    CheckRun &run, const QString &id, Severity severity, const NarrativeSentence &sentence, TextRange source, CheckRun::Places places);

/// A number of the prose that a cell of table two states, too.
struct TableTwoNumber {
    CellId cell;
    Decimal value; ///< as the cell counts: money in 万元
    bool approximate = false;
    bool money = false;
    bool agrees = false; ///< with the cell, where that is known
    QString quote;
    TextRange source;
    const NarrativeSentence *sentence = nullptr; ///< of those handed over
};

QList<TableTwoNumber> tableTwoNumbers(const QList<NarrativeSentence> &sentences, const Report &report);

/// A share that prose gives of applications: 「予以公开2件,占29%」.
struct ProseShare {
    const NarrativeSentence *sentence = nullptr; ///< of those handed over
    QString quote; ///< 「占29%」
    TextRange source; ///< the share
    Decimal part;
    QList<Decimal> bases; ///< what it may be a share of; never 0, may be empty
    bool baseKnown = false; ///< named, or there is only one
    bool fits = false; ///< one of the bases, to half a unit of the last printed digit

    QStringList texts() const; ///< 「2 ÷ 7 = 28.6%」 for each base
};

QList<ProseShare> sharesOf(CheckRun &run, const QList<NarrativeSentence> &sentences);

/// Money that was charged for processing information, in 元.
struct ProseFee {
    Decimal yuan;
    TextRange source;
    TextRange sentence;
    QString quote;
};

QList<ProseFee> feesOf(CheckRun &run);

// The parts of checkProse().
void checkSilence(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.silent
void checkUnfilled(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.unfilled
void checkAllDone(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.all_done
void checkTableTwo(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.mismatch of table two
void checkLists(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.self
void checkShares(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.percent
void checkGrowthInside(CheckRun &run, const QList<NarrativeSentence> &sentences); ///< narrative.percent of two years in one sentence

} // namespace gouji
