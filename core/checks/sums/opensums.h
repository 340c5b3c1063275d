// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkrun.h"
#include "checks/sums/equations.h"

namespace gouji {

/// Judges the sums of rows whose layout is open. Which number stands in which cell is not known there, and a sum that fails in one
/// layout says nothing; but where what is printed fits in no layout at all, the report or the reading is wrong, and a warning of the
/// sum's rule says so. `equations` are those of Numbers::Printed.
void tellOpenSums(CheckRun &run, const std::vector<Equation> &equations);

} // namespace gouji
