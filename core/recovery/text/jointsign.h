// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace gouji {

class NormalizedText;

/// What stands between one cell and the next on line after line of a text.
struct JointSign {
    QChar sign; ///< as in the original; null where there is none
    bool doubled = false; ///< two of them part cells
};

/// Finds signs that wording may need for itself, too: "3916-413-20-39", "12，0，，3", "5 * 4 *  * 9". A wide comma and a plain
/// one are two signs. A sign that marks empty cells ("12 - - 3") is none: rows have as many places each.
JointSign jointSign(QStringView original);

/// Puts a space in the place of the second of two signs, wherever two stand together.
void halveSigns(NormalizedText &text, QChar sign);

/// The sign as it stands in normalised text.
QChar plainSign(QChar sign);

} // namespace gouji
