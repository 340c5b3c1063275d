// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"
#include "report/form.h"

#include <vector>

namespace gouji {

/// Counts signs of optical character recognition in a table's text: look-alike characters in labels, letters for digits,
/// stray marks in empty cells, scraps of wording that belong to nothing. One sign is chance, several are a scan.
int countOcrSigns(const FormTable &table, QStringView text, const std::vector<Token> &tokens);
constexpr int OcrSignsOfScan = 4; ///< from here on a document is treated as recognised from a picture

} // namespace gouji
