// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/sourcedocument.h"
#include "review/act.h"
#include "review/effect.h"

#include <optional>

namespace gouji {

/// A structural repair as a recipe: which verb, where. The same one can be drafted on another report of the same form.
struct Repair {
    enum class Verb {
        ShiftRight, ///< from `cell` on
        ShiftLeft,
        Delete, ///< the value of `cell`
        MoveRun, ///< `count` cells from `cell` on, to `to`
        Split, ///< after `count` characters
        Join, ///< with its right neighbour
        SwapRows, ///< with that of `to`
        Relabel, ///< to the row of `to`
        PullRows, ///< drops the row, those below move up
        PushRows,
        Rejoin,
    };

    Verb verb = Verb::ShiftRight;
    CellId cell;
    CellId to;
    int count = 0;

    friend bool operator==(const Repair &, const Repair &) = default;
};

Result<Act> draftOf(const Repair &repair, const Report &report, const SourceDocument &document);
/// What it does, short: 「52 拆为 5 和 2」, 「从自然人起右移一格」. Numbers are those of `report`.
QString repairText(const Repair &repair, const Report &report);

/// A repair that was drafted on another report because it helped one.
struct SimilarDraft {
    Repair repair; ///< where the numbers differ, so may the place a number is cut at
    Act act;
};

/// The same repair on another report, where it does the same: the sum of the repaired row holds afterwards as it did there,
/// or where it has none, one of the equations that came to hold there; and no equation is made false. `holding` is
/// Effect::holding there. Nothing where it does not, or where a number has more than one cut that would.
std::optional<SimilarDraft> similarDraft(
    const Repair &repair, const QStringList &holding, const Report &other, const SourceDocument &document);

} // namespace gouji
