// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// Reads a workbook (.xlsx, ISO/IEC 29500): what its visible sheets show, numbers in the format of their cells, formulas
/// as they were last calculated. Nothing is calculated here.
Result<SourceDocument> readXlsx(const ReaderInput &input);

} // namespace gouji
