// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/rows/rowaligner.h"

#include <vector>

namespace gouji {

/// Which lane a flat cell of a table belongs to. Behind the last cell stands the end, a boundary of its own.
class LanePlaces {
public:
    /// Fills `lanes` with those of the table; they outlive this.
    LanePlaces(const FormTable &table, std::vector<Lane> &lanes);

    const std::vector<Lane> &lanes() const { return m_lanes; }
    int cells() const { return int(m_laneOf.size()) - 1; }
    int at(int place) const { return m_laneOf[size_t(place)]; }
    int lengthAt(int place) const { return m_lanes[size_t(at(place))].length; }
    bool isBoundary(int place) const { return place == cells() || m_lanes[size_t(at(place))].first == place; }

private:
    const std::vector<Lane> &m_lanes;
    std::vector<int> m_laneOf;
};

} // namespace gouji
