// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

#include <optional>

namespace gouji {

/// Reads markup that tells where its words stand instead of what they belong to: pages that a converter of PDFs wrote as they look
/// (every line at its place), what a program recognised (hOCR, ALTO), lists of words with boxes. Nothing where the text is no such
/// markup.
std::optional<Result<SourceDocument>> readPlacedMarkup(const DecodedText &text);

} // namespace gouji
