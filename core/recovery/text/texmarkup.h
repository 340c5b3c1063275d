// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// What TeX writes around the words of its tables: commands, their settings, braces. The signs that part cells (&) and rows stay.
/// Ranges in `text`, which is normalised, in reading order; empty for a text without such a table. Linear in the text.
std::vector<TextRange> findTexMarkup(QStringView text);

} // namespace gouji
