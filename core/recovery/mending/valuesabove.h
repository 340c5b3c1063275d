// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"
#include "report/form.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// How often, in text that puts wording and values on lines of their own, a row's values stand on the line above its
/// wording, which may be torn over lines, and how often below. Rows that follow each other have both; the first and the last tell, and rows
/// parted by heads.
struct ValueSides {
    int above = 0;
    int below = 0;

    ValueSides operator+(const ValueSides &o) const { return {above + o.above, below + o.below}; }
    /// The values of a row are printed before its wording.
    bool isAbove() const { return above >= LeastRows && above - below >= LeastMore; }
    /// Nothing tells on which side they are; no sum would show that rows without sums took each other's.
    bool isOpen() const { return above >= LeastRows && above >= below && !isAbove(); }

private:
    static constexpr int LeastRows = 4;
    static constexpr int LeastMore = 3;
};

ValueSides valueSides(const FormTable &table, QStringView text, const std::vector<Token> &tokens);

/// Puts the values that stand above the wording of their row below it, as everything else expects them.
void moveBelow(const FormTable &table, std::vector<Token> &tokens);

} // namespace gouji
