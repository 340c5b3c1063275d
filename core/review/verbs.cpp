// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/verbs.h"

#include "review/rowcells.h"
#include "review/typednumber.h"

namespace gouji::verbs {

using namespace Qt::StringLiterals;

namespace {

/// The cell as confirmed by a person, or nothing where its characters were not read as a number.
std::optional<Cell> confirmed(Cell cell)
{
    if (cell.confirmed || cell.status == CellStatus::Corrected)
        return cell;
    if (!cell.value) {
        if (holdsSomething(cell))
            return std::nullopt;
        cell.status = CellStatus::Blank;
    }
    cell.confirmed = true;
    return cell;
}

Act named(const QString &kind, const QString &text)
{
    Act act;
    act.kind = kind;
    act.text = text;
    return act;
}

/// A candidate laid into a cell: the characters it names, else those the cell has.
Cell taken(const Cell &cell, const Candidate &candidate)
{
    Cell out = withValue(cell, candidate.value);
    if (candidate.source.isValid() && candidate.source != cell.source) {
        out.source = candidate.source;
        out.text.clear(); // the session fills in the document's characters
    }
    return out;
}

} // namespace

Result<Act> edit(const Report &report, CellId cell, const QString &typed)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const Cell &now = report.cell(cell);
    const QString place = report.catalogue().place(cell);
    const auto value = typedNumber(typed, report.catalogue().info(cell).kind);
    // What stands there may be against the kind of the cell (a printed negative count): saying it again confirms it.
    const auto asPrinted = value ? value : printedNumber(typed);
    if (asPrinted && *asPrinted == now.value && (now.value || !holdsSomething(now))) {
        Act act = named(u"confirm"_s, u"确认：%1（%2）"_s.arg(place, shown(now)));
        change(act, report, cell, *confirmed(now));
        return act;
    }
    if (!value)
        return value.error();
    const Cell after = withValue(now, *value);
    Act act = named(u"edit"_s, u"更正：%1（%2 → %3）"_s.arg(place, shown(now), shown(after)));
    change(act, report, cell, after);
    return act;
}

Result<Act> editAll(const Report &report, const QList<CellId> &cells, const QList<Decimal> &values)
{
    Act act = named(u"edit"_s, {});
    QStringList texts;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto one = edit(report, cells[i], values[i].toString());
        if (!one)
            return one.error();
        for (const CellChange &c : one->cells)
            change(act, report, c.cell, c.after);
        if (!one->cells.isEmpty())
            texts << u"%1（%2 → %3）"_s.arg(report.catalogue().place(cells[i]), shown(report.cell(cells[i])), values[i].toString());
    }
    act.text = u"更正：%1"_s.arg(texts.join(u'、'));
    return act;
}

Result<Act> takeFromSource(const Report &report, const SourceDocument &document, const TextRange &range, CellId cell)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const QStringView chosen = document.at(range);
    const TextRange number = numberIn(chosen);
    if (!number.isValid())
        return refusal(u"选中的文字里没有数字。"_s);
    const QString text = chosen.mid(number.begin, number.length()).toString();
    const auto value = printedNumber(text);
    if (!value)
        return value.error();
    const Cell &now = report.cell(cell);
    Cell after = withValue(now, *value);
    after.text = text;
    after.source = {range.begin + number.begin, range.begin + number.end};
    Act act = named(u"take"_s, u"从原文取值：%1（%2 → %3）"_s.arg(report.catalogue().place(cell), shown(now), shown(after)));
    if (after.value == now.value && after.source == now.source && !now.needsPerson())
        return act;
    change(act, report, cell, after);
    return act;
}

Result<Act> confirm(const Report &report, const QList<CellId> &cells)
{
    if (cells.isEmpty())
        return refusal(u"没有选中要确认的格。"_s);
    Act act = named(u"confirm"_s, {});
    QList<CellId> unread;
    for (const CellId id : cells) {
        if (const Status ok = known(report, id); !ok)
            return ok.error();
        if (const auto after = confirmed(report.cell(id)))
            change(act, report, id, *after);
        else
            unread << id;
    }
    if (act.cells.isEmpty() && !unread.isEmpty()) {
        const CellId id = unread.first();
        return refusal(
            u"%1 的“%2”没有读出数字，不能照样确认，请填入数值或清空。"_s.arg(report.catalogue().place(id), report.cell(id).text));
    }
    if (cells.size() == 1)
        act.text = u"确认：%1（%2）"_s.arg(report.catalogue().place(cells.first()), shown(report.cell(cells.first())));
    else if (cells == rowOf(report, cells.first()))
        act.text = u"确认：%1"_s.arg(rowName(report, cells.first()));
    else
        act.text = u"确认：%1 格"_s.arg(cells.size());
    return act;
}

Result<Act> place(const Report &report, int row, int placement)
{
    if (row < 0 || row >= report.openRows.size() || placement < 0 || placement >= report.openRows[row].placements.size())
        return refusal(u"没有这种摆放。"_s);
    const OpenRow &open = report.openRows[row];
    const Placement &chosen = open.placements[placement];
    if (open.cells.isEmpty() || chosen.cells.size() != open.cells.size())
        return refusal(u"这种摆放与这一行的格数不合。"_s);
    Act act = named(u"place"_s, u"摆放：%1"_s.arg(rowName(report, open.cells.first())));
    for (qsizetype i = 0; i < open.cells.size(); ++i) {
        const CellId id = open.cells[i];
        if (const Status ok = known(report, id); !ok)
            return ok.error();
        const Candidate &c = chosen.cells[i];
        // Where the placement lays no characters, those that stood there belong to where it laid them.
        const Cell &now = report.cell(id);
        change(act, report, id, c.source.isValid() ? taken(now, c) : withValue(emptied(now), c.value));
    }
    return act;
}

Result<Act> takeCandidate(const Report &report, CellId cell, int candidate)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const Cell &now = report.cell(cell);
    if (candidate < 0 || candidate >= now.candidates.size())
        return refusal(u"没有这个候选值。"_s);
    const Cell after = taken(now, now.candidates[candidate]);
    Act act = named(u"take"_s, u"采用：%1（%2 → %3）"_s.arg(report.catalogue().place(cell), shown(now), shown(after)));
    change(act, report, cell, after);
    return act;
}

} // namespace gouji::verbs
