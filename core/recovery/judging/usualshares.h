// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace gouji {

/// How usual it is that the numbers of a row of applications are shared by its columns so. It ranks, it decides nothing.
struct UsualShares {
    static constexpr size_t Columns = 7; ///< of such a row, natural persons first and the total last

    /// Natural persons aside, as the logarithm of a likelihood that is comparable between ways to lay one row.
    static double logOf(const std::vector<qint64> &row);
    /// A year without one natural person among so many applications is the less likely the more there are.
    static double ofPersons(const std::vector<qint64> &row);
};

} // namespace gouji
