// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "output/sheet.h"

#include <QPagedPaintDevice>

namespace gouji {

/// Puts a Sheet on paper: on a printer, in its preview, or in a PDF file; all look the same. Needs a QGuiApplication
/// (the offscreen platform will do) and no widgets.
class SummaryPrinter {
public:
    explicit SummaryPrinter(Sheet sheet);

    /// A4 landscape with the margins of the sheet: the findings' ten columns need the width. To be set before printing,
    /// and before a print dialog is shown.
    static QPageLayout pageLayout();

    /// Paints all pages. False where the device refused.
    bool print(QPagedPaintDevice *device) const;

    /// Writes a PDF file with its fonts embedded. The file appears whole or not at all. Error code "unwritable".
    Status writePdf(const QString &path) const;

private:
    Sheet m_sheet;
};

} // namespace gouji
