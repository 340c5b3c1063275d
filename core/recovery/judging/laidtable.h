// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/places/placement.h"

#include <QStringView>

#include <algorithm>
#include <vector>

namespace gouji {

/// Wording that names a row beyond doubt, in matched characters.
constexpr float Pinned = 2;

/// A table that was laid into a text, its rows settled. What it refers to outlives it.
struct LaidTable {
    const FormTable &table;
    const Alignment &alignment;
    const std::vector<Token> &tokens;
    const std::vector<PlacedRow> &placed; ///< by lane
    QStringView text; ///< normalised
    bool misread = false; ///< it shows signs of OCR
    bool complete = false; ///< the tables before this one lost no value
    bool lossy = false; ///< empty cells leave no trace in this layout
    bool incomplete = false; ///< lossy, and values are missing

    /// No number in the row, and nothing that may have been one.
    bool isEmpty(const PlacedRow &row) const
    {
        return std::none_of(row.chosen.tokens.begin(), row.chosen.tokens.end(),
            [this](int t) { return t >= 0 && (tokens[size_t(t)].kind == Token::Number || tokens[size_t(t)].unreadable); });
    }
};

} // namespace gouji
