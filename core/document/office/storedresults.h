// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gouji {

/// Puts the result that an Excel 97 workbook stores in the place of each formula: LibreOffice calculates formulas anew,
/// and what was published is what the file shows. A formula that shows text stays one.
///
/// False where the workbook is not stored in one piece, and was left as it is.
bool keepStoredResults(QByteArray &workbook);

} // namespace gouji
