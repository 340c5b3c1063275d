// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gouji::test {

/// Fills a store with invented reports, for measuring lists: invented bodies of invented regions over six years, findings,
/// states and reviewers by chance (always the same). Every hundredth report can be opened; the others are rows and words.
/// Aborts where the file cannot be written. A store that has as many reports already is left as it is.
void inventStore(const QString &file, int reports);

} // namespace gouji::test
