// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/layout.h"
#include "recovery/wording/wording.h"

#include <vector>

namespace gouji {

/// The values that stand behind the wording of a row.
struct ValueRun {
    int row = -1;
    size_t label = 0;
    std::vector<size_t> numbers;
    bool full = true; ///< no empty place among or around them
};

/// What most rows show counts where so many of them do.
constexpr double Nearly = 0.75;

/// The numbers that count the rows: 1, 2, 3 … before their wordings; empty where any row has another.
std::vector<size_t> runningNumbers(const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout);

/// By wording that names a row and has numbers behind it. `foreign`: tokens that are no values; empty where all may be.
std::vector<ValueRun> valueRuns(
    const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout, const std::vector<bool> &foreign);

/// The values of nearly all rows stand in these fields, which lie side by side, and in no other.
bool standUnder(const std::vector<int> &fields, const std::vector<Token> &tokens, const std::vector<const ValueRun *> &runs);

/// The rows' own sums bear out that the total stands last, as in the form.
bool totalIsLast(const std::vector<Token> &tokens, const std::vector<const ValueRun *> &runs);

bool isDelimited(const std::vector<Token> &tokens, const std::vector<const ValueRun *> &runs);

/// How many values nearly all full rows have; -1 where they differ, or are too few to say.
int usualValues(const std::vector<const ValueRun *> &runs, size_t cells);

} // namespace gouji
