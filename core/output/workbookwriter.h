// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace gouji {

/// Writes a plain Excel workbook (.xlsx, ISO/IEC 29500): sheets filled row by row, the first row and column of the first kept
/// in sight. No dates, no shared strings, no formulas: a text is a text whatever it begins with. Same calls, same bytes.
class WorkbookWriter {
public:
    static constexpr int MaxRows = 1'048'576; ///< of a sheet, as Excel takes them

    void beginSheet(const QString &name);
    void beginRow();
    void heading(const QString &text);
    void text(const QString &text, bool marked = false); ///< marked: on yellow
    void number(const QString &digits); ///< plain digits, as Decimal::toString() writes them

    /// The file's bytes. Error code "too-many" past MaxRows, "failed" where it cannot be packed.
    Result<QByteArray> finish();

private:
    struct Sheet {
        QString name;
        QByteArray rows;
        int rowCount = 0;
    };
    void cell(int style, const QByteArray &attributes, const QByteArray &content);
    QByteArray sheetXml(const Sheet &sheet, bool frozen) const;
    void endRow();

    QList<Sheet> m_sheets;
    int m_column = -1; ///< of the cell written last; -1 before a row's first
    bool m_rowOpen = false;
};

} // namespace gouji
