// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/result.h"
#include "base/textrange.h"
#include "report/formcatalogue.h"

#include <optional>

namespace gouji {

/// Reads what a person typed as the value of a cell. Taken: half- and full-width digits, a decimal point, a minus sign,
/// separators (, ， space) that stand every three digits, and a counter at the end (件, 个, 份; 万元 for an Amount).
/// Nothing typed is "blank". At most 12 digits before the point, so that no sum of cells can overflow.
/// Error code "refused": one Chinese sentence that names what was typed and what is wrong with it. Circled numbers
/// and look-alike letters are refused: a guess belongs to recovery, where it is marked as one.
Result<std::optional<Decimal>> typedNumber(const QString &typed, CellKind kind);

/// The same without a cell in mind: sign and up to four decimals are taken as they stand; for numbers out of the source.
Result<std::optional<Decimal>> printedNumber(const QString &printed);

/// Where the number itself stands in a stretch of source text, without counters and spaces around it; begin and end are
/// offsets into `text`. Invalid where there is no digit.
TextRange numberIn(QStringView text);

/// True for what reports print in a cell they leave empty: nothing, / - — 无.
bool isBlankMark(QStringView text);

} // namespace gouji
