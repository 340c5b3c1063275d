// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <random>

namespace gouji::test {

/// Chance that can be repeated: the same seed and stream give the same draws on every machine. Streams of one seed are
/// independent, so that leaving one step of a case out does not change the others.
class Chance
{
public:
    explicit Chance(quint64 seed, quint64 stream = 0)
        : m_engine(seed * 1000003u + stream * 7919u + 17u)
    {
    }

    int below(int n) { return n <= 1 ? 0 : int(m_engine() % quint64(n)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool percent(int p) { return below(100) < p; }
    template<typename T>
    const T &pick(const QList<T> &list)
    {
        return list[below(int(list.size()))];
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace gouji::test
