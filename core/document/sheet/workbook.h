// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/sheet/sheetblocks.h"

#include <QStringList>

namespace gouji {

/// How a cell of a workbook is set.
struct SheetStyle {
    QString format; ///< of numbers; empty for General
    bool framed = false;
    bool struck = false;
};

/// What the sheets of a workbook share.
struct Workbook {
    QList<QList<TextRun>> strings;
    QList<SheetStyle> styles;
    bool from1904 = false;
};

/// What was passed over in the sheets, and could matter.
struct SheetFindings {
    int hiddenCells = 0; ///< with something in them, in hidden rows and columns
    int uncalculated = 0; ///< formulas without a value

    QStringList notes() const;
};

Status readSharedStrings(const QByteArray &xml, Workbook &book);
Status readStyles(const QByteArray &xml, Workbook &book);
/// Reads one sheet; its name is not in it.
Result<Worksheet> readSheet(const QByteArray &xml, const Workbook &book, SheetFindings &findings);

} // namespace gouji
