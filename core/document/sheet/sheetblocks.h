// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/documentbuilder.h"

#include <QList>

namespace gouji {

/// Text that is set in one way.
struct TextRun {
    QString text; ///< '\n' where the cell breaks a line
    TextLook look;
};

/// A cell that holds something or is framed. Rows and columns count from 0.
struct WorksheetCell {
    int row = 0;
    int column = 0;
    bool framed = false; ///< has a border line
    QList<TextRun> runs;
};

/// What one sheet of a spreadsheet shows.
struct Worksheet {
    QString name;
    std::vector<WorksheetCell> cells;
    std::vector<GridPlace> merged;
    int columns = 0; ///< so many count, whether anything stands in them or not
};

/// Writes a sheet as the paragraphs and tables it was made to look like: a row with one entry and no frame is a
/// paragraph, rows that follow one another are a table. Rows and columns that hold nothing
/// and do not count are no part of it.
void buildSheet(Worksheet &sheet, DocumentBuilder &builder);

} // namespace gouji
