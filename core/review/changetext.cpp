// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/changetext.h"

#include "review/states.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

ChangeText textOf(const CellChange &change, const FormCatalogue &forms)
{
    // Acts of another catalogue name cells that this one does not know.
    ChangeText out{change.cell, change.cell.isValid() ? forms.place(change.cell) : u"现在的格式里没有的一格"_s,
        cellValueText(change.before), cellValueText(change.after)};
    if (out.before != out.after)
        return out;
    if (change.before.confirmed != change.after.confirmed)
        out.after += change.after.confirmed ? u"（已确认）"_s : u"（未确认）"_s;
    else if (change.before.status != change.after.status)
        out.after += u"（%1）"_s.arg(statusLabel(change.after.status));
    return out;
}

QString fieldText(Field field, const QString &value)
{
    if (field == Field::State)
        return reviewStateTitle(value);
    if (value.isEmpty() || (field == Field::Year && value == "0"_L1))
        return u"未读到"_s;
    return value;
}

} // namespace

QString cellValueText(const Cell &cell)
{
    if (cell.value)
        return cell.value->toString();
    if (cell.status == CellStatus::Missing)
        return u"未读到"_s;
    return cell.status == CellStatus::Suspect && !cell.text.isEmpty() ? u"“%1”"_s.arg(cell.text) : u"空白"_s;
}

QList<ChangeText> changeTexts(const Act &act, const FormCatalogue &forms)
{
    QList<ChangeText> out;
    for (const CellChange &c : act.cells)
        out << textOf(c, forms);
    for (const FieldChange &f : act.fields)
        out << ChangeText{{}, fieldLabel(f.field), fieldText(f.field, f.before), fieldText(f.field, f.after)};
    for (const VerdictChange &v : act.verdicts) {
        const auto word
            = [](const Verdict &verdict) { return verdict.judgement == Judgement::None ? u"未判断"_s : judgementLabel(verdict.judgement); };
        out << ChangeText{{}, u"判断"_s, word(v.before), word(v.after)};
    }
    return out;
}

} // namespace gouji
