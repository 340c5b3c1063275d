// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"
#include "report/report.h"

#include <QStringView>

namespace gouji {

/// Whose report it is and of which year, read from the title. Ranges are into the normalised text.
struct Headline {
    QString agency;
    FieldStatus agencyStatus = FieldStatus::Missing;
    TextRange agencySource;
    int year = 0;
    FieldStatus yearStatus = FieldStatus::Missing;
    TextRange yearSource;
};

/// Reads the title in the text before section one, over up to three lines. An agency or year that nothing else in the
/// text bears out is suspect where the title shows signs of misreading.
Headline findHeadline(QStringView text, qsizetype end);

} // namespace gouji
