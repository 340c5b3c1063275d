// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparison/textcomparison.h"

#include <QPalette>

namespace gouji {

/// The sections of two reports side by side as a page for a QTextBrowser: what was taken out is struck at the left, what was
/// put in is underlined at the right, and paragraphs where only numbers differ are said to be so.
QString sectionsHtml(const QList<SectionComparison> &sections, const QString &otherName, const QPalette &palette);
QString sectionAnchor(int number); ///< where a section begins in it

} // namespace gouji
