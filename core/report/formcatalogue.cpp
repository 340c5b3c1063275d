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
    const QString table = c.table == "proactive"_L1 ? u"表二"_s : c.table == "requests"_L1 ? u"表三"_s : u"表四"_s;
    return table + u' ' + c.rowLabel + u" · "_s + c.columnLabel;
}

} // namespace gouji
