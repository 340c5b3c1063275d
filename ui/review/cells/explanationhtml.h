// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output/explanation.h"

#include <QPalette>

class QFont;
class QUrl;

namespace gouji {

/// What a text is set in: colours, and how far facts stand in from their names (a tab stop must stand there too).
struct ExplanationStyle {
    ExplanationStyle(const QPalette &palette, const QFont &font);
    QPalette palette;
    int indent = 0;
};

/// An explanation as the panel shows it: one line a fact, its name in front, cells and places of the text as links.
/// `chosen` (may be null) is the finding that led here; it comes first. Nothing is said by colour alone. The
/// colours are written into the text, so it is made anew when they change.
QString explanationHtml(const CellExplanation &explanation, const Finding *chosen, const Dossier &dossier, const ExplanationStyle &style);
/// A finding in full: degree, sentence, the places of the text it speaks of, basis.
QString findingHtml(const Finding &finding, const SourceDocument &document, const ExplanationStyle &style);

/// The equations a cell takes part in, a line each, with numbers and ✓ or ✗; empty where there are none.
QString equationsHtml(const Report &report, CellId cell, const QPalette &palette);

/// The cell a link of explanationHtml() leads to; invalid for other links.
CellId linkedCell(const QUrl &link);
/// The stretch of the source it leads to; invalid for other links.
TextRange linkedSource(const QUrl &link);

} // namespace gouji
