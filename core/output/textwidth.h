// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace gouji {

/// Columns a text takes on a terminal: East Asian wide characters count two, combining marks and controls none.
/// Source: Unicode East_Asian_Width through ICU; ambiguous characters count one.
int textWidth(QStringView text);

/// The text filled up with spaces to `width` columns; longer text stays as it is.
QString padRight(const QString &text, int width);
QString padLeft(const QString &text, int width);

} // namespace gouji
