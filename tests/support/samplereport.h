// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline.h"

#include <QHash>

namespace gouji::test {

/// Forms and rules as shipped; aborts the test program where they cannot be loaded.
const Knowledge &knowledge();

/// A report of an invented agency, year 2023, all cells "0" and `read` but those named in `values` ("" makes a cell
/// blank, "?" missing). Its document is one line a row, tabs between values, every cell's source pointing at its digits;
/// `narrative` stands in section one. Findings are those of the checks.
ReadReport sampleReport(
    const QHash<QString, QString> &values = {}, const QString &narrative = {}, const QString &form = QStringLiteral("2021"));

/// The text of a report in order (新收 9 3 0 1 0 0 13, all granted), whose row 「予以公开」 is printed as `granted`.
QByteArray reportWithRow(const QString &agency, const QString &granted);

} // namespace gouji::test
