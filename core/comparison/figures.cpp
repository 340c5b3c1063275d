// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/figures.h"

#include "checks/sums/equations.h"

#include <QSet>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QSet<CellId> disputed(const Report &report)
{
    QSet<CellId> out;
    for (const Equation &e : evaluate(report)) {
        if (!e.failed())
            continue;
        for (const CellId id : e.identity->left + e.identity->right)
            out << id;
    }
    return out;
}

bool prints(const Report &report, CellId id)
{
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        if (report.formTable(i).placeOf(id) >= 0)
            return true;
    }
    return false;
}

} // namespace

QList<ChartPlace> placesByYear(QList<ChartPlace> reports)
{
    reports.removeIf([](const ChartPlace &p) { return !p.report || p.report->year <= 0; });
    std::stable_sort(
        reports.begin(), reports.end(), [](const ChartPlace &a, const ChartPlace &b) { return a.report->year < b.report->year; });
    QList<ChartPlace> out;
    constexpr int MostYears = 100; // a misread year must not make a chart of thousands of gaps
    for (const ChartPlace &place : std::as_const(reports)) {
        const int year = place.report->year;
        if (!out.isEmpty() && out.last().report->year == year)
            continue;
        if (!out.isEmpty() && year - out.last().report->year <= MostYears) {
            for (int gap = out.last().report->year + 1; gap < year; ++gap)
                out << ChartPlace{QString::number(gap), {}, nullptr};
        }
        out << place;
        out.last().label = QString::number(year);
    }
    return out;
}

Figures::Figures(QList<ChartPlace> places)
    : m_places(std::move(places))
{
    for (const ChartPlace &place : std::as_const(m_places))
        m_disputed << (place.report ? disputed(*place.report) : QSet<CellId>());
}

Figure Figures::sum(qsizetype place, const QStringList &cells) const
{
    const Report *report = m_places[place].report.get();
    if (!report)
        return sum(place, QList<CellId>());
    QList<CellId> ids;
    for (const QString &name : cells) {
        if (const CellId id = report->catalogue().cell(name); id.isValid() && prints(*report, id))
            ids << id;
    }
    return sum(place, ids);
}

Figure Figures::sum(qsizetype place, const QList<CellId> &cells) const
{
    const Report *report = m_places[place].report.get();
    Figure out;
    out.cells = cells;
    if (!report || cells.isEmpty()) {
        out.why = report ? u"这份报告的格式没有这一项。"_s : u"没有这一年的报告。"_s;
        return out;
    }
    Decimal sum;
    QList<CellId> lacking, doubtful, blank, disputed;
    for (const CellId id : cells) {
        const Operand o = operand(*report, id);
        if (!o.known)
            lacking << id;
        else if (o.doubtful)
            doubtful << id;
        else if (o.blank)
            blank << id;
        else if (m_disputed[place].contains(id))
            disputed << id;
        sum += o.value;
    }
    const FormCatalogue &forms = report->catalogue();
    const auto text = [&](const QList<CellId> &ids) { return cellListText(forms, ids, 3); };
    if (!lacking.isEmpty()) {
        out.why = u"%1没有读到，不能计算。"_s.arg(text(lacking));
        return out;
    }
    out.value = sum;
    if (!doubtful.isEmpty())
        out.why += u"%1的读数待人确认。"_s.arg(text(doubtful));
    if (!blank.isEmpty())
        out.why += u"%1空白，按 0 计。"_s.arg(text(blank));
    if (!disputed.isEmpty())
        out.why += u"%1所在的勾稽不平。"_s.arg(text(disputed));
    out.doubtful = !out.why.isEmpty();
    return out;
}

} // namespace gouji
