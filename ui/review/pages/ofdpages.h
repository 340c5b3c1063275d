// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagepictures.h"

namespace gouji {

/// The pages of an OFD, drawn from its words, strokes and pictures: everything stands where the file puts it, in the fonts of this
/// machine. Null where the file cannot be read.
std::unique_ptr<PagePictures> openOfdPages(const QByteArray &bytes, const SourceDocument &document);

} // namespace gouji
