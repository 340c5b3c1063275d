// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/fuzzymatch.h"

#include "window/pinyin.h"

#include <QVarLengthArray>

#include <algorithm>

namespace gouji {

namespace {

constexpr int Written = 16; ///< a character as it stands
constexpr int Spelt = 12; ///< by its pinyin
constexpr int Run = 10; ///< right behind the one before
constexpr int Beginning = 8; ///< of the text or of a word
constexpr int LongText = 300; ///< no name is longer

bool isLatin(QChar c) { return c.unicode() < 128 && c.isLetter(); }

/// Length of the longest beginning of a syllable that stands at the front of `typed`.
qsizetype speltBy(QStringView typed, const QStringList &syllables)
{
    qsizetype longest = 0;
    for (const QString &s : syllables) {
        qsizetype n = 0;
        while (n < s.size() && n < typed.size() && s[n] == typed[n])
            ++n;
        longest = std::max(longest, n);
    }
    return longest;
}

/// best[i][j]: the best score of typed from i on, found in text from j on, where the first is found at j exactly.
class Search {
public:
    Search(const QString &typed, const QString &text, Pinyin &pinyin)
        : m_typed(typed)
        , m_text(text)
        , m_pinyin(pinyin)
        , m_best((typed.size() + 1) * text.size(), Unknown)
        , m_next((typed.size() + 1) * text.size(), qMakePair(0, 0))
    {
    }

    FuzzyMatch run()
    {
        FuzzyMatch out;
        int at = -1;
        for (int j = 0; j < int(m_text.size()); ++j) {
            if (const int score = from(0, j); score > out.score) {
                out.score = score;
                at = j;
            }
        }
        for (int i = 0; at >= 0 && i < int(m_typed.size());) {
            out.places << at;
            const auto [nextTyped, nextText] = m_next[i * m_text.size() + at];
            i = nextTyped;
            at = nextText;
        }
        return out;
    }

private:
    static constexpr int Unknown = -1;

    int from(int i, int j)
    {
        int &best = m_best[i * m_text.size() + j];
        if (best != Unknown)
            return best;
        best = 0;
        const QChar c = m_text[j];
        const QChar want = m_typed[i];
        const bool begins = j == 0 || (!m_text[j - 1].isLetterOrNumber() && c.isLetterOrNumber());
        const auto consider = [&](int taken, int gain) {
            gain += begins ? Beginning : 0;
            if (i + taken == int(m_typed.size())) {
                keep(i, j, gain, i + taken, -1);
                return;
            }
            for (int k = j + 1; k < int(m_text.size()); ++k) {
                if (const int rest = from(i + taken, k))
                    keep(i, j, gain + rest + (k == j + 1 ? Run : -std::min(k - j, 6)), i + taken, k);
            }
        };
        if (c == want) {
            consider(1, Written);
        } else if (isLatin(want) && c.unicode() >= 128) {
            const qsizetype n = speltBy(QStringView(m_typed).sliced(i), m_pinyin.of(c.unicode()));
            for (int taken = 1; taken <= n; ++taken)
                consider(taken, Spelt + taken - 1);
        }
        return m_best[i * m_text.size() + j];
    }

    void keep(int i, int j, int score, int nextTyped, int nextText)
    {
        const qsizetype at = i * m_text.size() + j;
        if (score > m_best[at]) {
            m_best[at] = score;
            m_next[at] = {nextTyped, nextText};
        }
    }

    const QString &m_typed;
    const QString &m_text;
    Pinyin &m_pinyin;
    QVarLengthArray<int, 512> m_best;
    QVarLengthArray<QPair<int, int>, 512> m_next;
};

} // namespace

FuzzyMatch fuzzyMatch(QStringView typed, QStringView text, Pinyin &pinyin)
{
    QString wanted;
    for (const QChar c : typed) {
        if (!c.isSpace())
            wanted += c.toLower();
    }
    if (wanted.isEmpty() || text.isEmpty() || text.size() > LongText || wanted.size() > 3 * text.size() * 2)
        return {};
    const QString where = text.toString().toLower();
    if (where.size() != text.size()) // a letter that grows in lower case: places would be wrong
        return {};
    FuzzyMatch match = Search(wanted, where, pinyin).run();
    if (match.score > 0) // of two that hold it, the shorter one is it
        match.score = std::max(1, match.score * 4 - int(std::min<qsizetype>(text.size(), 40)));
    return match;
}

} // namespace gouji
