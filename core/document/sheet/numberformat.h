// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gouji {

/// How a spreadsheet shows a number: the text a person sees in the cell (ISO/IEC 29500-1, 18.8.30 and 18.8.31).
/// `format` is the code of the format ("0.00", "#,##0;-#,##0;-", "yyyy\"年\"m\"月\""), empty for General. `from1904`: days
/// are counted from 1904-01-01.
QString shownNumber(double value, const QString &format, bool from1904 = false);

/// The code of a format that files name by number alone; empty for General and for numbers of no format.
QString builtInFormat(int id);

} // namespace gouji
