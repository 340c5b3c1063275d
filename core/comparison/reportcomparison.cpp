// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/reportcomparison.h"

#include "checks/operands.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

const FormTable *tableOf(const Report &report, const QString &id)
{
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        if (report.tables[i].table == id)
            return &report.formTable(i);
    }
    return nullptr;
}

/// Whether two editions mean the same by the columns of a table. Rows may come and go; a row both have is the same row.
bool alike(const FormTable &a, const FormTable &b)
{
    return std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
        [](const FormColumn &x, const FormColumn &y) { return x.id == y.id; });
}

/// Two cells show the same: equal numbers, or the same way of having none.
bool shows(const Cell &a, const Cell &b)
{
    if (a.value || b.value)
        return a.value == b.value;
    const auto blank = [](const Cell &c) { return c.status == CellStatus::Blank || c.status == CellStatus::Corrected; };
    return blank(a) == blank(b);
}

CellComparison compared(const Report &report, const Report &other, CellId id)
{
    const Cell &here = report.cell(id);
    const Cell &there = other.cell(id);
    CellComparison out;
    out.cell = id;
    out.differs = !shows(here, there);
    out.doubtful = here.needsPerson() || there.needsPerson();
    if (here.value && there.value)
        out.difference = *here.value - *there.value;
    return out;
}

CarryTie tied(const Report &report, const Report &last, CellId now, CellId before)
{
    CarryTie out{report.catalogue().info(now).columnLabel, now, before};
    const Operand a = operand(report, now);
    const Operand b = operand(last, before);
    if (!a.known || !b.known)
        out.state = CarryTie::State::Unknown;
    else if (a.doubtful || b.doubtful || a.blank || b.blank)
        out.state = CarryTie::State::Doubtful;
    else
        out.state = a.value == b.value ? CarryTie::State::Holds : CarryTie::State::Fails;
    return out;
}

QList<CarryTie> ties(const Report &report, const Report &last)
{
    const FormTable *table = tableOf(report, u"requests"_s);
    if (!table || report.year == 0 || last.year + 1 != report.year)
        return {};
    QList<CarryTie> out;
    for (const FormColumn &column : table->columns) {
        const CellId now = report.catalogue().cell(u"requests.carried_over."_s + column.id);
        const CellId before = report.catalogue().cell(u"requests.carried_forward."_s + column.id);
        if (now.isValid() && before.isValid())
            out << tied(report, last, now, before);
    }
    return out;
}

/// Rows of one edition that the other does not print: 「“其他处理”只在 2019 年格式里」
QString rowNote(const FormTable &here, const FormTable &there)
{
    const auto lacking = [](const FormTable &from, const FormTable &in) {
        QStringList out;
        for (const FormRow &row : from.rows) {
            if (!std::any_of(in.rows.begin(), in.rows.end(), [&](const FormRow &r) { return r.id == row.id; }))
                out << quoted(row.shortLabel);
        }
        return out;
    };
    const QStringList rows = lacking(here, there) + lacking(there, here);
    if (rows.isEmpty())
        return {};
    return u"%1：%2 只在一年的格式里，不可比：格式变了。"_s.arg(tableText(here), rows.join(u'、'));
}

} // namespace

int ReportComparison::differing() const
{
    return int(std::count_if(cells.begin(), cells.end(), [](const CellComparison &c) { return c.differs; }));
}

ReportComparison compareReports(const Report &report, const Report &other)
{
    ReportComparison out;
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        const FormTable &here = report.formTable(i);
        const FormTable *there = tableOf(other, here.id);
        const bool comparable = there && alike(here, *there);
        if (there && !comparable)
            out.notes << u"%1：两年的栏目不同（%2，%3），不可比：格式变了。"_s.arg(tableText(here),
                report.catalogue().form(report.tables[i].form)->title, other.catalogue().form(other.tables[i].form)->title);
        else if (there && here.rows.size() != there->rows.size())
            out.notes << rowNote(here, *there);
        for (const CellId id : here.cellIds()) {
            if (comparable && there->placeOf(id) >= 0)
                out.cells << compared(report, other, id);
            else
                out.cells << CellComparison{id, false, false, report.cell(id).needsPerson(), std::nullopt};
        }
    }
    out.ties = ties(report, other);
    return out;
}

} // namespace gouji
