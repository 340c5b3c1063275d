// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/verbs.h"

#include "review/rowcells.h"

namespace gouji::verbs {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxAgencyLength = 100;
constexpr int FirstYear = 2008; // the Regulations came into force in May 2008; earlier reports do not exist
constexpr int LastYear = 2099;

Act fieldAct(Field field, const QString &before, FieldStatus status, const QString &after, const QString &text)
{
    Act act;
    act.kind = u"field"_s;
    act.text = text;
    // What stands there, said again by a person, settles a doubt and changes nothing else.
    if (before != after || (status != FieldStatus::Read && status != FieldStatus::Corrected))
        act.fields << FieldChange{field, before, after, status, FieldStatus::Corrected};
    return act;
}

} // namespace

Result<Act> setAgency(const Report &report, const QString &agency)
{
    const QString name = agency.simplified();
    if (name.isEmpty())
        return refusal(u"机关名称不能为空。"_s);
    if (name.size() > MaxAgencyLength)
        return refusal(u"机关名称最多 %1 个字。"_s.arg(MaxAgencyLength));
    return fieldAct(Field::Agency, report.agency, report.agencyStatus, name, u"机关：%1"_s.arg(name));
}

Result<Act> setYear(const Report &report, const QString &typed)
{
    QString digits;
    QString text = typed.trimmed();
    for (const QString &suffix : {u"年度"_s, u"年"_s}) {
        if (text.endsWith(suffix))
            text.chop(suffix.size());
    }
    for (const QChar c : text)
        digits += c >= u'０' && c <= u'９' ? QChar(c.unicode() - u'０' + u'0') : c;
    bool ok = digits.size() == 4;
    for (const QChar c : digits)
        ok = ok && c >= u'0' && c <= u'9';
    if (!ok)
        return refusal(u"“%1”不是年份，请填四位数字。"_s.arg(typed.trimmed()));
    const int year = digits.toInt();
    if (year < FirstYear || year > LastYear)
        return refusal(u"%1 年没有政府信息公开年度报告。"_s.arg(year));
    return fieldAct(Field::Year, QString::number(report.year), report.yearStatus, digits, u"年度：%1"_s.arg(digits));
}

Result<Act> setForm(const Report &report, const QString &form)
{
    const Form *chosen = report.catalogue().form(form);
    if (!chosen)
        return refusal(u"没有“%1”这种格式。"_s.arg(form));
    for (const TableReading &t : report.tables) {
        if (!chosen->table(t.table))
            return refusal(u"%1没有这份报告里的“%2”表。"_s.arg(chosen->title, t.table));
    }
    return fieldAct(Field::Form, formsOf(report), report.formStatus, form, u"格式：%1"_s.arg(chosen->title));
}

} // namespace gouji::verbs
