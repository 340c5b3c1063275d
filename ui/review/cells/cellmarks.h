// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/finding.h"
#include "report/report.h"

#include <QFlags>
#include <QHash>
#include <QMetaType>

namespace gouji {

/// What a cell looks like and why. Each mark has a colour and a sign of its own, so that paper and colour-blind eyes keep it.
enum class CellMark {
    Error = 0x1, ///< the likely place of an error: wash and "!"
    ErrorPart = 0x2, ///< takes part in an error: faint wash and a corner
    Warning = 0x4, ///< wash and dotted underline
    Hint = 0x8, ///< dotted underline
    Suspect = 0x10, ///< dashed frame
    Repaired = 0x20, ///< "≈"
    Blank = 0x40, ///< hatching
    Missing = 0x80, ///< hatching and "?"
    Corrected = 0x100, ///< bar at the left edge
    Confirmed = 0x200, ///< tick
};
Q_DECLARE_FLAGS(CellMarks, CellMark)
Q_DECLARE_OPERATORS_FOR_FLAGS(CellMarks)

/// The marks of every cell that has any.
QHash<CellId, CellMarks> marksOf(const Report &report, const QList<Finding> &findings);

/// The same in words, for tool tips and screen readers: 「存疑，有错误」.
QString marksText(CellMarks marks);

} // namespace gouji

Q_DECLARE_METATYPE(gouji::CellMarks)
