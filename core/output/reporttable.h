// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "checks/finding.h"
#include "report/report.h"

#include <vector>

namespace gouji {

/// Many reports as one table for a spreadsheet: one row a report, one column a cell. A value that waits for a person carries a
/// question mark and so is no number to a program that adds up; what was not found is the mark alone, what the report leaves
/// empty (or its form does not have) is empty. Same reports, same bytes.
class ReportTable {
public:
    explicit ReportTable(std::shared_ptr<const FormCatalogue> forms);

    /// `file` and `state` as they are to be shown.
    void add(const Report &report, const QList<Finding> &findings, const QString &file, const QString &state);
    qsizetype reportCount() const { return qsizetype(m_rows.size()); }

    QByteArray csv() const; ///< UTF-8 with a byte order mark, which Excel and WPS want, lines end as they end them
    Result<QByteArray> xlsx() const; ///< error code "too-many" past the rows of a sheet

    static QList<std::pair<QString, QString>> legend(); ///< the marks, and what they mean

private:
    /// Of a field: what is printed, and whether it is a number to calculate with.
    struct Field {
        QString text;
        bool number = false;
        bool doubtful = false;
    };
    struct Row {
        QList<Field> head;
        std::vector<Field> cells; ///< by CellId
    };
    static Field fieldOf(const Cell &cell);
    QStringList heads() const;
    QList<CellId> columns() const; ///< those some report has, the newest form's first

    std::shared_ptr<const FormCatalogue> m_forms;
    std::vector<Row> m_rows;
    std::vector<bool> m_used; ///< by CellId
};

} // namespace gouji
