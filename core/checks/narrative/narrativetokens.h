// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/narrative/narrativenumber.h"
#include "checks/narrative/narrativetext.h"
#include "checks/narrative/narrativewords.h"

namespace gouji {

/// A piece of a sentence.
struct NarrativeToken {
    enum class Type {
        Word, ///< of the word list
        Count, ///< a number that may count applications
        Other, ///< a number that cannot: a share, an ordinal, money, another counter
        OwnTime, ///< a date within the report's year
        OtherTime, ///< a date outside it, or a part of it
        Gap, ///< anything else
        Comma,
        Pause, ///< 、
        Stop, ///< ；
        Open,
        Close,
    };

    Type type = Type::Gap;
    int begin = 0; ///< in NarrativeSentence::text
    int end = 0;
    int entry = -1; ///< of a Word
    WordKind kind = WordKind::Ignore; ///< of a Word
    ProseNumber number; ///< of a Count or Other
    int counter = 0; ///< length of the counter behind a Count; `end` includes it

    bool is(WordKind k) const { return type == Type::Word && kind == k; }
};

/// Cuts a sentence into tokens; `year` is the report's (0: unknown, then every year is taken for it).
std::vector<NarrativeToken> narrativeTokens(const NarrativeSentence &sentence, const NarrativeWords &words, int year);

} // namespace gouji
