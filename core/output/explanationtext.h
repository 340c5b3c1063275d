// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output/explanation.h"

namespace gouji {

/// An explanation for a terminal or the clipboard: a heading and one line a fact, each with its end.
QString explanationText(const CellExplanation &explanation);

} // namespace gouji
