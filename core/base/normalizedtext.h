// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace gouji {

/// Text in the one spelling that recovery compares, with the way back to the characters it came from.
///
/// NFKC (so full-width letters, digits and signs become plain), and beyond it
/// - CJK radicals U+2E80–2FDF become the ideographs they look like (⻅ → 见; NFKC leaves half of them alone);
/// - a character that is no decimal digit never becomes one: ① ⑴ ⒈ ² ½ ㋀ stay as they are, so that no list number or
///   footnote mark counts as a value; ㈠ becomes (一);
/// - invisible characters (zero-width, soft hyphen, variation selectors, direction marks) are dropped, except between
///   two digits, where dropping one could join two values unseen. Direction overrides stay: they change what is seen.
/// Unpaired surrogates stay as they are, and so do marks without end and characters that become a whole phrase: the text
/// is at most four times as long as the original, and takes time in proportion to it.
class NormalizedText {
public:
    NormalizedText() = default;
    static NormalizedText of(QStringView original);

    const QString &text() const { return m_text; }
    /// Puts spaces in the place of characters; places stay what they are.
    void blank(TextRange range);
    /// The characters of the original that a range of text() came from; whole where one character became several.
    TextRange original(TextRange normalized) const;

private:
    void put(char16_t unit, int begin, int end)
    {
        m_units[m_size] = unit;
        if (m_same == m_size && begin == m_size && end == m_size + 1) {
            ++m_same;
        } else {
            m_begins.push_back(begin);
            m_ends.push_back(end);
        }
        ++m_size;
    }
    void copy(const char16_t *units, int begin, int end);
    void ensureRoom(int room)
    {
        if (m_size + room > m_text.size())
            grow(room + room / 2);
    }
    void grow(int room);
    void segment(QStringView original, int begin, int end);

    qsizetype beginOf(qsizetype unit) const { return unit < m_same ? unit : m_begins[size_t(unit - m_same)]; }
    qsizetype endOf(qsizetype unit) const { return unit < m_same ? unit + 1 : m_ends[size_t(unit - m_same)]; }

    QString m_text;
    int m_same = 0; ///< so many units stand where they stand in the original; most texts need no more than that
    std::vector<int> m_begins; ///< of each further unit of m_text: where its characters begin in the original
    std::vector<int> m_ends; ///< and end
    char16_t *m_units = nullptr; ///< of m_text, while it is being filled
    int m_size = 0;
    int m_originalSize = 0;
};

/// The same spelling where no way back is needed.
QString normalized(QStringView text);

} // namespace gouji
