// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// Reads an OpenDocument text (.odt, OASIS OpenDocument 1.2): its text with all tracked changes accepted, tables with
/// their merged cells, text boxes, notes at the end.
Result<SourceDocument> readOdt(const ReaderInput &input);

} // namespace gouji
