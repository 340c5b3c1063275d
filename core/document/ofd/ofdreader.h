// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// Reads an OFD file (GB/T 33190-2016): its words with their boxes, page by page, templates included. Signatures are
/// not verified; the notes say so.
/// Errors: unreadable (damaged, incomplete), encrypted, too-large, unsupported (pictures only).
Result<SourceDocument> readOfd(const ReaderInput &input);

} // namespace gouji
