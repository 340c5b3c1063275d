// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "store/store.h"

#include <functional>

namespace gouji::cli {

/// Acts on the store that --store names, which must be there already; opening alone would make an empty one. What keeps it shut is
/// said on stderr: NotRead then, else what `act` returns.
int withStore(const Arguments &arguments, const std::function<int(Store &, const Knowledge &)> &act);

using KeptVisitor = std::function<bool(const KeptReport &, const QList<Finding> &, const QList<FindingVerdict> &)>;

/// Hands over all kept reports as they stand, checked, by agency, year and file. What is not whole is said on stderr.
/// `visit` returns false to stop. NotRead where a report could not be opened, else by the findings
/// that nobody dismissed.
int eachKept(const Store &store, const Knowledge &knowledge, const KeptVisitor &visit);

} // namespace gouji::cli
