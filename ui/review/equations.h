// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QHash>

namespace gouji {

/// One equation of the form as it stands now, for a person: 「新收 9 + 结转 0 = 办结 9 + 结转下年 0」.
struct Equation {
    enum class State { Holds, Fails, Open };
    QString place; ///< 「总计列」
    QString left;
    QString right;
    State state = State::Open; ///< Open: an operand is missing or cannot be read
    const Identity *identity = nullptr; ///< lives as long as the catalogue
};

/// The equations the cell takes part in, in the form's order.
QList<Equation> equationsOf(const Report &report, CellId cell);

/// The other cells of those equations, with the sign they carry beside the cell: '+' on its side, '=' on the other.
QHash<CellId, QChar> traceOf(const Report &report, CellId cell);

} // namespace gouji
