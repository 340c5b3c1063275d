// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/blocks.h"
#include "document/passedover.h"
#include "document/readpicture.h"

namespace gouji {

/// Reads the XML of the body, of the footnotes or of the endnotes. Pictures go by the ids of their relations; those that are not read are
/// counted.
Result<std::vector<Block>> readWordPart(const QByteArray &xml, PassedOver &passed, const ReadPicture &pictures = {});

} // namespace gouji
