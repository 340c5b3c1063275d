// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rowcells.h"

#include "review/typednumber.h"
#include "review/verbs.h"

namespace gouji::verbs {

using namespace Qt::StringLiterals;

Error refusal(const QString &message) { return {u"refused"_s, message}; }

QList<CellId> rowOf(const Report &report, CellId cell)
{
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        for (const FormRow &row : report.formTable(i).rows) {
            if (row.cells.contains(cell))
                return row.cells;
        }
    }
    return {};
}

QList<CellId> lineOf(const Report &report, CellId cell)
{
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        const FormTable &table = report.formTable(i);
        if (table.across && table.cellIds().contains(cell))
            return table.cellIds();
    }
    return rowOf(report, cell);
}

QList<QList<CellId>> likeRows(const Report &report, CellId cell)
{
    const qsizetype size = rowOf(report, cell).size();
    QList<QList<CellId>> out;
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        if (report.formTable(i).placeOf(cell) < 0)
            continue;
        for (const FormRow &row : report.formTable(i).rows) {
            if (row.cells.size() == size)
                out << row.cells;
        }
    }
    return out;
}

QString rowName(const Report &report, CellId cell) { return report.catalogue().info(cell).rowLabel + u'行'; }

Status known(const Report &report, CellId cell)
{
    if (rowOf(report, cell).isEmpty())
        return refusal(u"这份报告所用的格式没有这一格。"_s);
    return Done();
}

bool holdsSomething(const Cell &cell) { return cell.value || (cell.status == CellStatus::Suspect && !isBlankMark(cell.text)); }

QString shown(const Cell &cell)
{
    if (cell.value)
        return cell.value->toString();
    return holdsSomething(cell) ? u"“%1”"_s.arg(cell.text) : u"空"_s;
}

Cell withValue(Cell cell, std::optional<Decimal> value)
{
    cell.value = value;
    cell.status = CellStatus::Corrected;
    cell.confirmed = false;
    cell.why.clear();
    return cell;
}

Cell emptied(Cell cell)
{
    cell = withValue(std::move(cell), std::nullopt);
    cell.text.clear();
    cell.source = {};
    cell.candidates.clear();
    return cell;
}

Cell filledFrom(Cell target, const Cell &moved)
{
    const bool nothingThere = !moved.value && moved.status == CellStatus::Missing;
    const bool stillNothing = !moved.value && !holdsSomething(moved) && !target.value && !holdsSomething(target);
    if (stillNothing && (nothingThere || moved.text == target.text))
        return target; // empty stays empty in its own way
    Cell out = withValue(std::move(target), moved.value);
    out.text = moved.text;
    out.source = moved.source;
    out.candidates.clear();
    if (nothingThere || (!moved.value && holdsSomething(moved))) {
        out.status = moved.status;
        out.why = moved.why;
    }
    return out;
}

void fillRow(Act &act, const Report &report, const QList<CellId> &to, const QList<CellId> *from)
{
    for (qsizetype i = 0; i < to.size(); ++i) {
        const Cell &now = report.cell(to[i]);
        if (from)
            change(act, report, to[i], filledFrom(now, report.cell((*from)[i])));
        else if (holdsSomething(now))
            change(act, report, to[i], emptied(now));
    }
}

void change(Act &act, const Report &report, CellId id, const Cell &after)
{
    const Cell &before = report.cell(id);
    act.cells.removeIf([&](const CellChange &c) { return c.cell == id; });
    if (after != before)
        act.cells << CellChange{id, before, after};
}

} // namespace gouji::verbs
