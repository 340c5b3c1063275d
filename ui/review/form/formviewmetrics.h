// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

/// Distances of the FormView's page, in device-independent pixels.
namespace gouji::formpage {

inline constexpr int Margin = 3 * theme::Grid;
inline constexpr int TitleHeight = 8 * theme::Grid;
inline constexpr int Gap = 5 * theme::Grid;

} // namespace gouji::formpage
