// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"

#include <optional>

namespace gouji {

/// Where a range of the text stands on a page: the box around its words on the page of the first one. Nothing where the
/// document has no pages, or no words there; an empty range has a place where an empty cell of a table stands.
std::optional<SourceBox> placeOf(const SourceDocument &document, const TextRange &range);

/// The text at a point of a page; an empty range within an empty cell, an invalid one where nothing is.
TextRange textAt(const SourceDocument &document, int page, QPointF point);

} // namespace gouji
