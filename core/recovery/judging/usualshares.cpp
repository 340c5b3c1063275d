// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/usualshares.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gouji {

namespace {

/// The parameters of a Dirichlet distribution: businesses first.
constexpr std::array<double, UsualShares::Columns - 2> Shares = {2, 0.4, 0.4, 0.5, 0.5};
constexpr double ApplicationsForTen = 5; // among as many, ten times less likely
constexpr double MostTens = 3; // by itself it makes no cell sure

} // namespace

double UsualShares::logOf(const std::vector<qint64> &row)
{
    double out = 0;
    for (size_t c = 0; c < Shares.size(); ++c)
        out += std::lgamma(Shares[c] + double(row[c + 1])) - std::lgamma(double(row[c + 1]) + 1);
    return out;
}

double UsualShares::ofPersons(const std::vector<qint64> &row)
{
    return row.front() == 0 ? std::pow(10, -std::min(double(row.back()) / ApplicationsForTen, MostTens)) : 1;
}

} // namespace gouji
