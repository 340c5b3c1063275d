// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocr/recogniser.h"
#include "ocr/straightpage.h"

namespace gouji::ocr {

/// How many quarter turns clockwise the writing of a page lies in: a piece of the page that has much ink is recognised as it is, and
/// where that is read badly, turned in the other ways. 0 where nothing speaks for another.
int turnsOf(const StraightPage &page, Recogniser &recogniser);

} // namespace gouji::ocr
