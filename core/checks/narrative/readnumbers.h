// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/dossier.h"
#include "checks/rules/rulebook.h"

namespace gouji {

/// A number of the prose, as a person may look through it: what it was matched with, and why.
struct ReadNumber {
    enum class Outcome {
        Agrees, ///< with the cells of its word
        AlsoReading, ///< with another reading of its word: received 8 = new 7 + carried over 1
        Differs,
        NotJudged, ///< a cell is missing or unreadable
        Unmatched, ///< nobody knows what it counts; never a finding
    };

    Outcome outcome = Outcome::Unmatched;
    QString number; ///< as printed: 「８件」, 「未收到」
    QString quote; ///< from the governing word to the number
    QString equation; ///< 「8 = “本年新收”总计 7 + “上年结转”总计 1」; empty where unmatched
    QString why; ///< the word that names the cells, or the reason for leaving it alone
    QList<CellId> cells;
    TextRange source; ///< the number
    TextRange sentence;
    int section = 0; ///< 1 to 6
};

/// All numbers read in the prose, in order.
QList<ReadNumber> readNumbers(const Dossier &dossier, const RuleBook &rules);

} // namespace gouji
