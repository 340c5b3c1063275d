// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/json/celllist.h"

#include <QSet>

namespace gouji {

/// The cells of a table, in whatever way it is written: a list of cells with their places, a list of rows, of records with the same
/// names (a data frame), columns under their names, the nodes of an editor (a table that holds rows that hold cells). Empty where it is
/// none.
std::vector<ListedCell> tableIn(const JsonValue &value);

/// What tables say, to know it again where a text says everything once more.
class SaidInTables {
public:
    void add(const std::vector<ListedCell> &table);
    bool isCell(const QString &text) const { return m_cells.contains(text); }
    bool repeats(QStringView line) const; ///< the line is a part of a row, or ends with the values of one

private:
    QSet<QString> m_cells;
    QSet<QString> m_values; ///< of each row
    QString m_rows; ///< without white space
};

} // namespace gouji
