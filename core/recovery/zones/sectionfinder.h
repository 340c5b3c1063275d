// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"
#include "report/form.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// A section heading in normalised text; the body runs from the end of the heading to the next one.
struct FoundSection {
    int number = 0;
    TextRange heading;
    TextRange body;
};

/// Finds the section headings by their title words (numbering helps and is never trusted alone, because section one has
/// numbered parts of its own): the best chain of candidates in the order of the form.
std::vector<FoundSection> findSections(const Form &form, QStringView text);

} // namespace gouji
