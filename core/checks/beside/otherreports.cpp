// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/beside/otherreports.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

QList<CellDifference> differences(const Report &here, const Report &there)
{
    QList<CellDifference> out;
    for (const CellId id : here.cellIds()) {
        const CellDifference both{id, operand(here, id), operand(there, id)};
        if (both.here.known && both.there.known && both.here.value != both.there.value)
            out << both;
    }
    return out;
}

void nameCells(Finding &finding, const QList<CellDifference> &cells)
{
    const bool doubtful = std::any_of(cells.begin(), cells.end(), [](const CellDifference &d) { return d.doubtful(); });
    finding.blame = doubtful ? Blame::Reading : Blame::Report;
    for (const CellDifference &d : cells)
        finding.cells << d.cell;
    if (cells.size() == 1) {
        finding.found = cells.first().here.value.toString();
        finding.expected = cells.first().there.value.toString();
    }
}

QString differenceText(const FormCatalogue &forms, const QList<CellDifference> &cells, const QString &joint)
{
    const auto number = [](const Operand &o) {
        return o.blank ? u"空白"_s : o.doubtful ? o.value.toString() + u"（读数有疑）"_s : o.value.toString();
    };
    QStringList items;
    for (const CellDifference &d : cells)
        items << forms.info(d.cell).tableLabel + cellText(forms, d.cell) + u' ' + number(d.here) + joint + number(d.there);
    return listText(items, 5);
}

} // namespace gouji
