// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/form.h"

namespace gouji {

void FormTable::countCells()
{
    cells.clear();
    places.clear();
    for (const FormRow &row : rows)
        cells += row.cells;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        while (places.size() <= cells[i].index)
            places << -1;
        places[cells[i].index] = qint16(i);
    }
}

const FormTable *Form::table(const QString &tableId) const
{
    for (const FormTable &t : tables) {
        if (t.id == tableId)
            return &t;
    }
    return nullptr;
}

} // namespace gouji
