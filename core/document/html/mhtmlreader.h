// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// Reads a page that a browser or a word processor saved into one file with its pictures (.mht, .mhtml; RFC 2557): its
/// pages, frames included, in the order they stand.
Result<SourceDocument> readMhtml(const ReaderInput &input);

} // namespace gouji
