// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output/explanation.h"

namespace gouji {

/// The equations the cell takes part in, in the form's order.
QList<ExplainedEquation> equationsOf(const Report &report, CellId cell);

} // namespace gouji
