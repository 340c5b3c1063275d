// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/form.h"

namespace gouji {

QList<CellId> FormTable::cellIds() const
{
    QList<CellId> out;
    for (const FormRow &row : rows)
        out += row.cells;
    return out;
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
