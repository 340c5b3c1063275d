// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output/explanation.h"

class QPalette;
class QUrl;

namespace gouji {

/// An explanation as the panel shows it: one line a fact, its name in front, cells and places of the text as links.
/// `chosen` (may be null) is the finding that led here; it comes first. Nothing is said by colour alone. The palette's
/// colours are written into the text, so it is made anew when they change.
QString explanationHtml(const CellExplanation &explanation, const Finding *chosen, const SourceDocument &document, const QPalette &palette);
/// A finding in full: degree, sentence, the places of the text it speaks of, basis.
QString findingHtml(const Finding &finding, const SourceDocument &document, const QPalette &palette);

/// The cell a link of explanationHtml() leads to; invalid for other links.
CellId linkedCell(const QUrl &link);
/// The stretch of the source it leads to; invalid for other links.
TextRange linkedSource(const QUrl &link);

} // namespace gouji
