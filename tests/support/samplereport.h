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
ReadReport sampleReport(const QHash<QString, QString> &values = {}, const QString &narrative = {}, const QString &form = QStringLiteral("2021"));

} // namespace gouji::test
