// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// Reads a PDF that has text: pages, words with their boxes, tables by their rules. Nothing in it is run or fetched.
/// Errors: encrypted, unreadable, too-large, timeout, unsupported (pages without text: a scan).
Result<SourceDocument> readPdf(const ReaderInput &input);

} // namespace gouji
