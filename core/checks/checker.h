// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/dossier.h"
#include "checks/finding.h"
#include "checks/rules/rulebook.h"

namespace gouji {

/// Runs every rule of the book over a dossier. A pure function: same dossier, same findings, in the order of the book.
QList<Finding> check(const Dossier &dossier, const RuleBook &rules);

} // namespace gouji
