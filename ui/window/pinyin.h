// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace gouji {

/// How Chinese characters are spelt in plain Latin letters, by ICU; offline. What was asked for once is kept. The first
/// question costs ICU about a tenth of a second.
class Pinyin {
public:
    Pinyin() = default;
    ~Pinyin();
    Q_DISABLE_COPY_MOVE(Pinyin)

    /// Syllables of a character in lower case, the commonest first; empty where it is no ideograph.
    const QStringList &of(char32_t character);

private:
    void **m_transliterator = nullptr; ///< UTransliterator
    bool m_failed = false;
    QHash<char32_t, QStringList> m_known;
};

} // namespace gouji
