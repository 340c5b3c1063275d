// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace gouji {

/// A piece of a number format: a letter that stands for something, or text that is shown as it is.
struct FormatPiece {
    QChar code; ///< 0 # ? . , % E @ y m d h s, G for General; null for text
    QString text;
    int length = 1; ///< how often the letter stands there
};

/// What a number format says of some of the numbers: "0.00" of "[>=1]0.00;-".
struct FormatSection {
    QList<FormatPiece> pieces;
    char16_t compares = 0; ///< '<', '>', '=', 'l' (<=), 'g' (>=), 'n' (<>); 0: no condition
    double limit = 0;

    bool has(QStringView codes) const; ///< any of these letters
    bool holds(double value) const;
};

/// The sections of a format, at least one.
QList<FormatSection> sectionsOf(const QString &format);

} // namespace gouji
