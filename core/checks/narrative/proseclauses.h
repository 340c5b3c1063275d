// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/narrative/narrativenumber.h"
#include "checks/narrative/narrativetext.h"

#include <QList>

namespace gouji {

/// A number in a clause with the word behind it: 件, 元, 万元, %.
struct ClauseNumber {
    Decimal value; ///< money in 元
    ProseNumber number;
    bool money = false;
    bool percent = false;
    QChar counter; ///< 件, 条, …; null where money or a share
    qsizetype begin = 0; ///< in NarrativeSentence::text
    qsizetype end = 0; ///< behind the counter
};

/// What stands between two marks of a sentence.
struct ProseClause {
    qsizetype begin = 0; ///< in NarrativeSentence::text
    qsizetype end = 0;
    QString text;
    QList<ClauseNumber> numbers;

    bool holds(std::initializer_list<QStringView> words) const;
};

/// A quotation that fits into a sentence.
QString shortQuote(const QString &text);
/// Cut at , ; : and brackets.
QList<ProseClause> clausesOf(const NarrativeSentence &sentence);
/// Another year, a part of the year, a plan: nothing of the report's year can be contradicted by it.
bool speaksOfOtherTime(const QString &sentence, int year);

} // namespace gouji
