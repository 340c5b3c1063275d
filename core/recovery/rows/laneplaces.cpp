// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rows/laneplaces.h"

namespace gouji {

LanePlaces::LanePlaces(const FormTable &table, std::vector<Lane> &lanes)
    : m_lanes(lanes)
{
    int flat = 0;
    for (int r = 0; r < table.rows.size(); ++r) {
        const int length = int(table.rows[r].cells.size());
        if (r == 0 || !table.across)
            lanes.push_back({{}, flat, 0});
        lanes.back().rows.push_back(r);
        lanes.back().length += length;
        flat += length;
    }
    m_laneOf.resize(size_t(flat) + 1, int(lanes.size()));
    for (size_t l = 0; l < lanes.size(); ++l) {
        for (int c = 0; c < lanes[l].length; ++c)
            m_laneOf[size_t(lanes[l].first + c)] = int(l);
    }
}

} // namespace gouji
