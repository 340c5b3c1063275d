// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/formcatalogue.h"

namespace gouji {

using namespace Qt::StringLiterals;

const Form *FormCatalogue::form(const QString &id) const
{
    for (const Form &f : m_forms) {
        if (f.id == id)
            return &f;
    }
    return nullptr;
}

CellId FormCatalogue::cell(const QString &name) const
{
    return m_byName.value(name);
}

QString FormCatalogue::place(CellId id) const
{
    const CellInfo &c = info(id);
    return c.tableLabel + u' ' + c.rowLabel + u" · "_s + c.columnLabel;
}

} // namespace gouji
