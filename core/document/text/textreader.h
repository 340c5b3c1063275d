// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// Plain text is taken as it stands; whatever looks like a table in it is left to recovery.
Result<SourceDocument> readText(const ReaderInput &input);

} // namespace gouji
