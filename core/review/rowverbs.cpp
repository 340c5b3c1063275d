// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that move whole rows.
#include "review/verbs.h"

#include "review/rowcells.h"

#include <algorithm>

namespace gouji::verbs {

using namespace Qt::StringLiterals;

namespace {

bool holdsAny(const Report &report, const QList<CellId> &row)
{
    return std::any_of(row.begin(), row.end(), [&](CellId id) { return holdsSomething(report.cell(id)); });
}

Act named(const QString &text)
{
    Act act;
    act.kind = u"rows"_s;
    act.text = text;
    return act;
}

/// Refuses two cells that are not of two rows of one table with as many cells.
Status exchangeable(const Report &report, CellId a, CellId b)
{
    for (const CellId id : {a, b}) {
        if (const Status ok = known(report, id); !ok)
            return ok.error();
    }
    const QList<CellId> from = rowOf(report, a);
    const QList<CellId> to = rowOf(report, b);
    if (from == to)
        return refusal(u"请选另外一行，不是%1自己。"_s.arg(rowName(report, a)));
    if (report.catalogue().info(a).table != report.catalogue().info(b).table || from.size() != to.size())
        return refusal(u"%1与%2的栏目不同，不能对调或改行。"_s.arg(rowName(report, a), rowName(report, b)));
    return Done();
}

} // namespace

Result<Act> swapRows(const Report &report, CellId a, CellId b)
{
    if (const Status ok = exchangeable(report, a, b); !ok)
        return ok.error();
    const QList<CellId> one = rowOf(report, a);
    const QList<CellId> other = rowOf(report, b);
    Act act = named(u"对调：%1与%2"_s.arg(rowName(report, a), rowName(report, b)));
    fillRow(act, report, one, &other);
    fillRow(act, report, other, &one);
    return act;
}

Result<Act> relabelRow(const Report &report, CellId cell, CellId to)
{
    if (const Status ok = exchangeable(report, cell, to); !ok)
        return ok.error();
    const QList<CellId> from = rowOf(report, cell);
    const QList<CellId> target = rowOf(report, to);
    if (!holdsAny(report, from))
        return refusal(u"%1没有数，不必改行。"_s.arg(rowName(report, cell)));
    if (holdsAny(report, target))
        return refusal(u"%1还有数，改行会把它们盖掉；可以对调两行。"_s.arg(rowName(report, to)));
    Act act = named(u"改行：%1 → %2"_s.arg(rowName(report, cell), rowName(report, to)));
    fillRow(act, report, target, &from);
    fillRow(act, report, from, nullptr);
    return act;
}

Result<Act> dropRow(const Report &report, CellId cell, bool pullUp)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const QList<CellId> row = rowOf(report, cell);
    Act act = named((pullUp ? u"删去%1，下面各行上移"_s : u"删去%1的数"_s).arg(rowName(report, cell)));
    const QList<QList<CellId>> rows = likeRows(report, cell);
    qsizetype at = rows.indexOf(row);
    for (; pullUp && at + 1 < rows.size() && holdsAny(report, rows[at + 1]); ++at)
        fillRow(act, report, rows[at], &rows[at + 1]);
    fillRow(act, report, rows[at], nullptr);
    return act;
}

Result<Act> pushRows(const Report &report, CellId cell)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const QList<QList<CellId>> rows = likeRows(report, cell);
    const qsizetype from = rows.indexOf(rowOf(report, cell));
    qsizetype to = from;
    while (to < rows.size() && holdsAny(report, rows[to]))
        ++to;
    if (to == from)
        return refusal(u"%1没有数，不必下移。"_s.arg(rowName(report, cell)));
    if (to == rows.size())
        return refusal(u"%1以下没有空行，下移会把最后一行挤掉。"_s.arg(rowName(report, cell)));
    Act act = named(u"从%1起下移一行"_s.arg(rowName(report, cell)));
    for (qsizetype i = to; i > from; --i)
        fillRow(act, report, rows[i], &rows[i - 1]);
    fillRow(act, report, rows[from], nullptr);
    return act;
}

Result<Act> rejoinRow(const Report &report, const SourceDocument &document, CellId cell)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const QList<CellId> row = rowOf(report, cell);
    qsizetype open = row.size();
    while (open > 0 && !holdsSomething(report.cell(row[open - 1])))
        --open;
    const qsizetype lacking = row.size() - open;
    if (lacking == 0)
        return refusal(u"%1没有空格，不缺数。"_s.arg(rowName(report, cell)));
    if (open == 0)
        return refusal(u"%1一个数也没有，不知道从哪里接起。"_s.arg(rowName(report, cell)));
    Act act = named(u"接回：%1的后 %2 格"_s.arg(rowName(report, cell)).arg(lacking));

    const QList<QList<CellId>> rows = likeRows(report, cell);
    for (qsizetype next = rows.indexOf(row) + 1; next < rows.size(); ++next) {
        if (!holdsAny(report, rows[next]))
            continue;
        const QList<CellId> &below = rows[next];
        for (qsizetype i = 0; i < below.size(); ++i) {
            if (holdsSomething(report.cell(below[i])) != (i < lacking))
                return rejoinFromText(report, document, row, open, std::move(act));
        }
        for (qsizetype i = 0; i < lacking; ++i)
            change(act, report, row[open + i], filledFrom(report.cell(row[open + i]), report.cell(below[i])));
        fillRow(act, report, below, nullptr);
        return act;
    }
    return rejoinFromText(report, document, row, open, std::move(act));
}

} // namespace gouji::verbs
