// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

#include <optional>

namespace gouji {

/// Reads what a program wrote as JSON: tables as lists of rows or of cells with their places, tables of HTML within strings, words with
/// their places on pages. Nothing where the text is not JSON, or holds nothing of the kind and is read as text: named values say
/// enough by themselves.
std::optional<Result<SourceDocument>> readJson(const DecodedText &text);

} // namespace gouji
