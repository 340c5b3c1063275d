// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// Rows of one sign that fill fields between bars up to their width, as some converters draw cells ("|459_|14__|____|"): they
/// are blanks, where they do so throughout. Ranges in `text`, which is normalised, in reading order. Linear in the text.
std::vector<TextRange> findFieldFill(QStringView text);

} // namespace gouji
