// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>

#include <compare>

namespace gouji {

/// A cell of any known form: an index into the FormCatalogue that issued it. Names ("requests.granted.total") are for
/// files, the store and people. One name has one id however many forms print it, so years of different forms meet.
struct CellId {
    int index = -1;

    constexpr bool isValid() const { return index >= 0; }
    friend constexpr auto operator<=>(CellId, CellId) = default;
    friend constexpr bool operator==(CellId, CellId) = default;
};

inline size_t qHash(CellId id, size_t seed = 0)
{
    return ::qHash(id.index, seed);
}

} // namespace gouji
