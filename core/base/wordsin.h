// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <algorithm>

namespace gouji {

/// Where words stand in a text; -1 where they do not. Looked for by their first character, which few places of a sentence have: that
/// takes a fraction of what QStringView::indexOf() does, which looks at every character for more than one.
inline qsizetype findWords(QStringView text, QStringView words, qsizetype from = 0)
{
    if (words.isEmpty())
        return text.indexOf(words, from);
    for (qsizetype at = text.indexOf(words.front(), from); at >= 0 && at + words.size() <= text.size();
         at = text.indexOf(words.front(), at + 1)) {
        if (std::equal(words.begin() + 1, words.end(), text.begin() + at + 1))
            return at;
    }
    return -1;
}

inline bool holdsWords(QStringView text, QStringView words) { return findWords(text, words) >= 0; }

} // namespace gouji
