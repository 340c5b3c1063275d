// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"

#include <limits>
#include <optional>

namespace gouji {

/// a × b in ten-thousandths, what is finer cut off; nothing where it is too large to hold.
inline std::optional<Decimal> times(Decimal a, Decimal b)
{
    constexpr qint64 One = 10000;
    const qint64 x = a.units();
    const qint64 y = b.units();
    const qint64 whole = y / One;
    const qint64 rest = y % One;
    const auto size = [](qint64 v) { return v < 0 ? -v : v; };
    constexpr qint64 Most = std::numeric_limits<qint64>::max() / 4;
    if (x != 0 && (size(whole) > Most / size(x) || size(rest) > Most / size(x)))
        return std::nullopt;
    return Decimal::fromUnits(x * whole + x * rest / One);
}

} // namespace gouji
