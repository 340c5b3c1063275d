// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

#include <span>
#include <unordered_map>
#include <vector>

namespace gouji {

/// Which wordings hold a pair of neighbouring characters. Filled once and asked for every character of a text, nearly
/// always in vain: a miss costs one look at a small table.
class PairIndex
{
public:
    void add(QChar a, QChar b, quint16 wording)
    {
        std::vector<quint16> &list = m_lists[key(a, b)];
        if (list.empty() || list.back() != wording)
            list.push_back(wording);
        m_maybe[slot(a, b)] = true;
    }

    std::span<const quint16> find(QChar a, QChar b) const
    {
        if (!m_maybe[slot(a, b)])
            return {};
        const auto it = m_lists.find(key(a, b));
        return it == m_lists.end() ? std::span<const quint16>() : std::span<const quint16>(it->second);
    }

private:
    static constexpr size_t Slots = 8192;
    static quint32 key(QChar a, QChar b) { return quint32(a.unicode()) << 16 | b.unicode(); }
    static size_t slot(QChar a, QChar b) { return (size_t(a.unicode()) * 31 + b.unicode()) % Slots; }

    std::unordered_map<quint32, std::vector<quint16>> m_lists;
    std::vector<bool> m_maybe = std::vector<bool>(Slots); ///< by slot: a pair may be known
};

} // namespace gouji
