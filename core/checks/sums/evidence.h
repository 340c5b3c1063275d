// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/sums/causes.h"

namespace gouji {

class CheckRun;

/// What is known of some cells from elsewhere than the sums of the form: last year's report, a sentence. Where sums leave
/// several culprits open, it tells which of them is one.
struct Witness {
    QList<CellId> plus;
    QList<CellId> minus;
    Decimal value; ///< what the cells should add up to
    QString rule;
    QString text; ///< 「2022年报告“结转下年”总计 5」, 「正文“共收到…8件”」
    const void *demand = nullptr; ///< of a formula: which one it is
    TextRange source; ///< of a number in the prose
    bool contradicts = false; ///< the report as it stands
};

/// The witnesses that speak of one of the cells. Nothing that rests on a doubtful or empty cell, or on a number that is not
/// exact, witnesses anything; nor does a sentence that agrees with the report, because prose is copied from the table.
QList<Witness> witnessesOn(CheckRun &run, const QList<CellId> &cells);

/// Whether the witness would be right after the remedy.
bool agreesAfter(const Witness &witness, const Remedy &remedy, const Report &report);

} // namespace gouji
