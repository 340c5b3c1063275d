// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/scan/scanpages.h"
#include "ocr/recogniser.h"
#include "ocr/straightpage.h"

namespace gouji::ocr {

/// Recognises a page: cell by cell what stands in its tables, as lines what stands beside them. A cell without ink is
/// empty; one whose ink could not be read has a question mark in it.
ScanPage recognisePage(StraightPage page, Recogniser &recogniser);

} // namespace gouji::ocr
