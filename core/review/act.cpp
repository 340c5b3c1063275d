// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/act.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

Act reversed(const Act &act)
{
    Act out;
    for (const CellChange &c : act.cells)
        out.cells << CellChange{c.cell, c.after, c.before};
    for (const FieldChange &f : act.fields)
        out.fields << FieldChange{f.field, f.after, f.before, f.afterStatus, f.beforeStatus};
    for (const VerdictChange &v : act.verdicts)
        out.verdicts << VerdictChange{v.after, v.before};
    std::reverse(out.cells.begin(), out.cells.end());
    std::reverse(out.fields.begin(), out.fields.end());
    std::reverse(out.verdicts.begin(), out.verdicts.end());
    return out;
}

QString formsOf(const Report &report)
{
    QString out = report.form;
    for (const TableReading &t : report.tables) {
        if (t.form != report.form)
            out += u';' + t.table + u'=' + t.form;
    }
    return out;
}

bool setForms(Report &report, const QString &forms)
{
    const QStringList parts = forms.split(u';');
    const Form *main = report.catalogue().form(parts.first());
    if (!main)
        return false;
    QList<TableReading> tables = report.tables;
    QHash<QString, QString> others;
    for (const QString &part : parts.mid(1)) {
        const QStringList words = part.split(u'=');
        if (words.size() != 2)
            return false;
        others[words[0]] = words[1];
    }
    for (TableReading &t : tables) {
        t.form = others.value(t.table, main->id);
        const Form *form = report.catalogue().form(t.form);
        if (!form || !form->table(t.table))
            return false;
    }
    report.form = main->id;
    report.tables = tables;
    return true;
}

QString fieldName(Field field)
{
    switch (field) {
    case Field::Agency:
        return u"agency"_s;
    case Field::Year:
        return u"year"_s;
    case Field::Form:
        return u"form"_s;
    case Field::State:
        break;
    }
    return u"state"_s;
}

QString fieldLabel(Field field)
{
    switch (field) {
    case Field::Agency:
        return u"机关"_s;
    case Field::Year:
        return u"年度"_s;
    case Field::Form:
        return u"格式"_s;
    case Field::State:
        break;
    }
    return u"状态"_s;
}

} // namespace gouji
