// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/operands.h"

namespace gouji {

using namespace Qt::StringLiterals;

OperandSum sumOf(const Report &report, const QList<CellId> &cells)
{
    OperandSum out;
    for (const CellId id : cells) {
        const Operand o = operand(report, id);
        out.known = out.known && o.known;
        out.value += o.value;
        if (o.blank)
            out.blanks << id;
        if (o.doubtful)
            out.doubtful << id;
    }
    return out;
}

QString quoted(QString label)
{
    if (label.contains(u'“') || label.contains(u'”'))
        label.replace(u'“', u'‘').replace(u'”', u'’');
    return u'“' + label + u'”';
}

QString cellText(const FormCatalogue &catalogue, CellId id)
{
    const CellInfo &info = catalogue.info(id);
    return quoted(info.rowLabel) + info.columnLabel;
}

QString tableText(const FormTable &table)
{
    static constexpr QStringView Numerals = u"零一二三四五六七八九";
    return u"表"_s
        + (table.section > 0 && table.section < Numerals.size() ? QString(Numerals[table.section]) : QString::number(table.section));
}

QString listText(const QStringList &items, qsizetype most)
{
    if (items.size() <= most)
        return items.join(u'、');
    return items.mid(0, most).join(u'、') + u"等 %1 处"_s.arg(items.size());
}

QString cellListText(const FormCatalogue &catalogue, const QList<CellId> &cells, qsizetype most)
{
    QStringList items;
    for (const CellId id : cells)
        items << cellText(catalogue, id);
    return listText(items, most);
}

} // namespace gouji
