// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"

#include <QStringView>

#include <optional>

namespace gouji {

/// A number as reports print it: full-width digits, thousands separators, a counter behind it (件, 个, 万元 …).
/// Returns nothing where the piece is not a number; `lookalike` is set where letters or 零 stand for digits, and where a mark of
/// a footnote stands behind them (12①, 12*, 12[1]).
std::optional<Decimal> readNumber(QStringView piece, bool *lookalike = nullptr);

/// What counts the number before it (件, 人次, 万元 …): how many characters of it the text begins with; 0 for none.
qsizetype counterBefore(QStringView text);

/// What a data frame, a list or a sheet writes for a cell without a value: NaN, None, null …
bool isNoValue(QStringView piece);

/// What reports, or programs, print in a cell they leave empty: / - — 无 不适用 未开展, and the above.
bool isEmptyMark(QStringView piece);

/// What a spreadsheet shows for a value it cannot: #### #REF! =SUM(B5:G5).
bool isSheetError(QStringView piece);

/// Without what light markup puts around a piece to make it bold: **12**, __12__, `12`.
QStringView unemphasised(QStringView piece);

/// A speck or two: no letter, no digit.
bool isStrayMark(QStringView piece);

} // namespace gouji
