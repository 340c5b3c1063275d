// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace gouji {

class Pinyin;

/// How well a text answers what was typed.
struct FuzzyMatch {
    int score = 0; ///< higher is better; 0: not at all
    QList<int> places; ///< the characters of the text it was found in
};

/// Finds the typed characters in their order in the text, white space in `typed` left out: as they are written, or a Chinese
/// character by the beginning of its pinyin ("cx", "chex" and "撤" find 撤销). Runs and beginnings of words score higher.
/// `pinyin` is only asked where Latin letters were typed.
FuzzyMatch fuzzyMatch(QStringView typed, QStringView text, Pinyin &pinyin);

} // namespace gouji
