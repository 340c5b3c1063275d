// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartcanvas.h"

namespace gouji {

/// Loads what draws charts and makes a canvas. Error code "unsupported" where that part is not installed.
Result<ChartCanvas *> makeChartCanvas();

} // namespace gouji
