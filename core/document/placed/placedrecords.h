// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

#include <optional>

namespace gouji {

/// Reads lists of words or characters with their places, one a line below a line that names the fields (the tables that Tesseract,
/// pdftotext and pdfplumber write). Nothing where the text is no such list.
std::optional<Result<SourceDocument>> readPlacedRecords(const DecodedText &text);

} // namespace gouji
