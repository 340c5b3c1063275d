// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gouji {

/// Lets screen readers walk the cells of a FormView as they walk a table: place, value and marks in words.
/// Safe to call more than once.
void installFormAccessibility();

} // namespace gouji
