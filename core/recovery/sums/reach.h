// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace gouji {

constexpr qint64 WidestSum = 1 << 17; // sums with a wider range are followed by their bounds alone

/// The partial sums that are reached: a bit each, from 0 to a fixed top.
class Reach {
public:
    Reach() = default;
    Reach(qint64 top, qint64 only) { reset(top, only); }
    explicit Reach(qint64 top) { reset(top); }

    /// None is reached, and the memory is kept.
    void reset(qint64 top)
    {
        m_top = top;
        m_words.assign(size_t(top / 64 + 1), 0);
    }
    void reset(qint64 top, qint64 only)
    {
        reset(top);
        m_words[size_t(only / 64)] = quint64(1) << (only % 64);
    }

    const std::vector<quint64> &words() const { return m_words; }
    qint64 cost() const { return qint64(m_words.size()) + 16; }

    /// Everything the other reaches, `by` more.
    void addRaised(const Reach &other, qint64 by)
    {
        const size_t skip = size_t(by / 64);
        const int shift = int(by % 64);
        const size_t n = m_words.size();
        if (shift == 0) {
            for (size_t i = skip; i < n; ++i)
                m_words[i] |= other.m_words[i - skip];
            return;
        }
        if (skip < n)
            m_words[skip] |= other.m_words[0] << shift;
        for (size_t i = skip + 1; i < n; ++i)
            m_words[i] |= other.m_words[i - skip] << shift | other.m_words[i - skip - 1] >> (64 - shift);
    }

    /// Everything the other reaches, `by` less.
    void addLowered(const Reach &other, qint64 by)
    {
        const size_t skip = size_t(by / 64);
        const int shift = int(by % 64);
        const size_t n = m_words.size();
        for (size_t i = 0; i + skip < n; ++i) {
            quint64 word = other.m_words[i + skip] >> shift;
            if (shift > 0 && i + skip + 1 < n)
                word |= other.m_words[i + skip + 1] << (64 - shift);
            m_words[i] |= word;
        }
    }

    /// Some reached sum, raised by `by`, is one the other reaches.
    bool meets(const Reach &other, qint64 by) const
    {
        const size_t skip = size_t(by / 64);
        const int shift = int(by % 64);
        for (size_t i = skip; i < m_words.size(); ++i) {
            quint64 word = m_words[i - skip] << shift;
            if (shift > 0 && i > skip)
                word |= m_words[i - skip - 1] >> (64 - shift);
            if (word & other.m_words[i])
                return true;
        }
        return false;
    }

    /// Sums above the top are cut off word by word only; this clears the rest of the last word.
    void trim()
    {
        const int last = int(m_top % 64);
        if (last < 63)
            m_words.back() &= (quint64(1) << (last + 1)) - 1;
    }

private:
    qint64 m_top = 0;
    std::vector<quint64> m_words;
};

} // namespace gouji
