// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// Reads a Word document (.docx, ISO/IEC 29500): its text as it would be printed with all tracked changes accepted,
/// tables with their merged cells, text boxes, footnotes at the end. Headers, footers and comments are left out, and so
/// are the numbers that Word counts by itself, which no file holds.
Result<SourceDocument> readDocx(const ReaderInput &input);

} // namespace gouji
