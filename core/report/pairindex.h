// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

#include <array>
#include <vector>

namespace gouji {

/// Which wordings hold a pair of neighbouring characters. Filled once and asked for every character of a text, nearly
/// always in vain: a miss costs a look at one bit.
class PairIndex
{
public:
    /// Wordings are added in ascending order; the same pair of one wording counts once.
    void add(QChar a, QChar b, quint16 wording)
    {
        if ((m_pairs + 1) * 2 > m_slots.size())
            grow();
        const quint32 hash = hashOf(a, b);
        m_maybe[hash % Bits / 64] |= quint64(1) << hash % 64;
        Slot &slot = m_slots[find(key(a, b), hash)];
        if (slot.last >= 0 && m_entries[size_t(slot.last)].wording == wording)
            return;
        const int entry = int(m_entries.size());
        m_entries.push_back({wording, -1});
        if (slot.last >= 0)
            m_entries[size_t(slot.last)].next = entry;
        else
            slot = {key(a, b), entry, -1};
        m_pairs += slot.last < 0;
        slot.last = entry;
    }

    /// Calls `f` with each wording that holds the pair, in ascending order.
    template<typename F>
    void each(QChar a, QChar b, F f) const
    {
        const quint32 hash = hashOf(a, b);
        if (!(m_maybe[hash % Bits / 64] >> hash % 64 & 1))
            return;
        for (int i = m_slots[find(key(a, b), hash)].first; i >= 0; i = m_entries[size_t(i)].next)
            f(m_entries[size_t(i)].wording);
    }

    bool contains(QChar a, QChar b) const
    {
        const quint32 hash = hashOf(a, b);
        return (m_maybe[hash % Bits / 64] >> hash % 64 & 1) && m_slots[find(key(a, b), hash)].first >= 0;
    }

private:
    struct Slot {
        quint32 key = 0;
        int first = -1; ///< entries; -1: the slot is free
        int last = -1;
    };
    struct Entry {
        quint16 wording;
        int next;
    };

    static quint32 key(QChar a, QChar b) { return quint32(a.unicode()) << 16 | b.unicode(); }
    static quint32 hashOf(QChar a, QChar b) { return key(a, b) * 2654435761u >> 16; }
    size_t find(quint32 key, quint32 hash) const
    {
        size_t i = hash & (m_slots.size() - 1);
        while (m_slots[i].first >= 0 && m_slots[i].key != key)
            i = (i + 1) & (m_slots.size() - 1);
        return i;
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot &slot : old) {
            if (slot.first >= 0)
                m_slots[find(slot.key, hashOf(QChar(slot.key >> 16), QChar(slot.key & 0xffff)))] = slot;
        }
    }

    static constexpr quint32 Bits = 8192;
    std::array<quint64, Bits / 64> m_maybe{}; ///< by hash: some pair has it
    std::vector<Slot> m_slots = std::vector<Slot>(64);
    std::vector<Entry> m_entries;
    size_t m_pairs = 0;
};

} // namespace gouji
