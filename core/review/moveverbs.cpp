// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/verbs.h"

#include "review/rowcells.h"
#include "review/typednumber.h"

namespace gouji::verbs {

using namespace Qt::StringLiterals;

namespace {

/// Refuses where the last place of the row would push something out.
Status roomAtEnd(const Report &report, const QList<CellId> &row, const QString &what)
{
    const Cell &last = report.cell(row.last());
    if (holdsSomething(last))
        return refusal(u"%1的最后一格还有 %2，%3会把它挤掉。"_s.arg(rowName(report, row.last()), shown(last), what));
    return Done();
}

/// Pushes the row one place right from `from` on; the caller decides what stands at `from`.
void push(Act &act, const Report &report, const QList<CellId> &row, qsizetype from)
{
    for (qsizetype i = from; i + 1 < row.size(); ++i)
        change(act, report, row[i + 1], filledFrom(report.cell(row[i + 1]), report.cell(row[i])));
}

/// Pulls the row one place left into `to`; the last place becomes blank.
void pull(Act &act, const Report &report, const QList<CellId> &row, qsizetype to)
{
    for (qsizetype i = to; i + 1 < row.size(); ++i)
        change(act, report, row[i], filledFrom(report.cell(row[i]), report.cell(row[i + 1])));
    if (holdsSomething(report.cell(row.last())))
        change(act, report, row.last(), emptied(report.cell(row.last())));
}

} // namespace

Result<Act> shiftRight(const Report &report, CellId cell)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const QList<CellId> row = rowOf(report, cell);
    if (row.last() == cell)
        return refusal(u"这是%1的最后一格，右边没有位置。"_s.arg(rowName(report, cell)));
    if (const Status ok = roomAtEnd(report, row, u"右移"_s); !ok)
        return ok.error();
    Act act;
    act.kind = u"shift"_s;
    act.text = u"右移：%1"_s.arg(rowName(report, cell));
    push(act, report, row, row.indexOf(cell));
    if (holdsSomething(report.cell(cell)))
        change(act, report, cell, emptied(report.cell(cell)));
    return act;
}

Result<Act> shiftLeft(const Report &report, CellId cell)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const QList<CellId> row = rowOf(report, cell);
    qsizetype to = row.indexOf(cell);
    if (holdsSomething(report.cell(cell))) {
        if (to == 0)
            return refusal(u"这是%1的第一格，左边没有位置。"_s.arg(rowName(report, cell)));
        --to;
        if (holdsSomething(report.cell(row[to])))
            return refusal(u"左边一格还有 %1，左移会把它盖掉。"_s.arg(shown(report.cell(row[to]))));
    }
    Act act;
    act.kind = u"shift"_s;
    act.text = u"左移：%1"_s.arg(rowName(report, cell));
    pull(act, report, row, to);
    return act;
}

Result<Act> insertValue(const Report &report, CellId cell, const QString &typed)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const auto value = typedNumber(typed, report.catalogue().info(cell).kind);
    if (!value)
        return value.error();
    const QList<CellId> row = rowOf(report, cell);
    if (const Status ok = roomAtEnd(report, row, u"插入"_s); !ok)
        return ok.error();
    Act act;
    act.kind = u"insert"_s;
    act.text = u"插入 %1：%2"_s.arg(*value ? (*value)->toString() : u"空格"_s, report.catalogue().place(cell));
    push(act, report, row, row.indexOf(cell));
    if (*value || holdsSomething(report.cell(cell)))
        change(act, report, cell, withValue(emptied(report.cell(cell)), *value));
    return act;
}

Result<Act> deleteValue(const Report &report, CellId cell)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const QList<CellId> row = rowOf(report, cell);
    Act act;
    act.kind = u"delete"_s;
    act.text = u"删除 %1：%2"_s.arg(shown(report.cell(cell)), report.catalogue().place(cell));
    pull(act, report, row, row.indexOf(cell));
    return act;
}

Result<Act> moveRun(const Report &report, const QList<CellId> &run, CellId to)
{
    if (run.isEmpty())
        return refusal(u"没有选中要移动的格。"_s);
    for (const CellId id : run + QList<CellId>{to}) {
        if (const Status ok = known(report, id); !ok)
            return ok.error();
    }
    const QList<CellId> from = lineOf(report, run.first());
    if (from.mid(from.indexOf(run.first()), run.size()) != run)
        return refusal(u"要移动的格须在同一行、彼此相连。"_s);
    const QList<CellId> line = lineOf(report, to);
    const QList<CellId> target = line.mid(line.indexOf(to), run.size());
    if (target.size() != run.size())
        return refusal(u"%1从这一格起只有 %2 格，放不下 %3 格。"_s.arg(rowName(report, to)).arg(target.size()).arg(run.size()));
    for (const CellId id : target) {
        if (!run.contains(id) && holdsSomething(report.cell(id)))
            return refusal(u"%1 还有 %2，移过去会把它盖掉。"_s.arg(report.catalogue().place(id), shown(report.cell(id))));
    }
    Act act;
    act.kind = u"move"_s;
    act.text = u"移动 %1 格：%2 → %3"_s.arg(run.size()).arg(rowName(report, run.first()), rowName(report, to));
    for (const CellId id : run) {
        if (holdsSomething(report.cell(id)))
            change(act, report, id, emptied(report.cell(id)));
    }
    for (qsizetype i = 0; i < run.size(); ++i)
        change(act, report, target[i], filledFrom(report.cell(target[i]), report.cell(run[i])));
    return act;
}

} // namespace gouji::verbs
