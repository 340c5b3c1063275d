// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// Reads an OFD file (GB/T 33190-2016): its words with their boxes, page by page, templates included. Signatures are
/// not verified; the notes say so. Pages that are pictures are recognised as scans are: all of them where there is no text, otherwise
/// where that is wished for.
/// Errors: unreadable (damaged, incomplete), encrypted, too-large, unsupported (small pictures only), those of scans.
Result<SourceDocument> readOfd(const ReaderInput &input);

} // namespace gouji
