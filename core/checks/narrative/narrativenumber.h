// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"

#include <QStringView>

#include <optional>

namespace gouji {

/// A number as prose prints it: 8, ８, 1,234, 1.3万余, 二十三, 约1200.
struct ProseNumber {
    Decimal value;
    Decimal unit = Decimal(1); ///< one in the last printed digit: 1000 in 1.3万
    bool approximate = false; ///< 余, 多, 约, 近, …: never an error
    bool scaled = false; ///< 万 or 亿 was used: compared to half a unit, and truncation accepted
    bool chinese = false; ///< written in characters
    qsizetype begin = 0; ///< in the text read, with 约 and the like left out
    qsizetype end = 0; ///< behind 万余

    /// Whether a cell's value is what this number says.
    bool covers(Decimal actual) const;
};

/// Reads the number that begins at `at` in text with half-width digits. Nothing where none begins there, or where it is
/// too large to be a count. A date or a share is a number too: that is for the caller to see.
std::optional<ProseNumber> readNumber(QStringView text, qsizetype at);

/// Where the run of Chinese numerals (一, 十, 万, …) that begins at `at` ends; `at` where no number can begin.
qsizetype numeralsEnd(QStringView text, qsizetype at);

} // namespace gouji
