// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QHash>

namespace gouji {

/// The other cells of the equations a cell takes part in, with the sign they carry beside it: '+' on its side, '=' on the
/// other.
QHash<CellId, QChar> traceOf(const Report &report, CellId cell);

} // namespace gouji
