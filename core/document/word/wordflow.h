// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/blocks.h"
#include "document/passedover.h"

namespace gouji {

/// Reads the XML of the body, of the footnotes or of the endnotes.
Result<std::vector<Block>> readWordPart(const QByteArray &xml, PassedOver &passed);

} // namespace gouji
