// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/companions.h"
#include "checks/operands.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// A number of what was done in the year, not of what is there: that one may well stay the same.
bool isOfTheYear(const CellInfo &info) { return info.column != "in_force"_L1 && info.column != "total_disclosed"_L1; }

} // namespace

void checkUnchanged(CheckRun &run)
{
    const Rule *rule = run.rule(u"year.unchanged"_s);
    const Report *last = run.dossier().last;
    if (!rule || !last || last->form != run.report().form)
        return;
    const QList<CellId> cells = run.report().cellIds();
    bool somethingDone = false;
    for (const CellId id : cells) {
        const Operand now = operand(run.report(), id);
        const Operand before = operand(*last, id);
        if (!now.known || !before.known || now.doubtful || before.doubtful || now.value != before.value)
            return;
        somethingDone = somethingDone || (!now.value.isZero() && isOfTheYear(run.report().catalogue().info(id)));
    }
    if (!somethingDone)
        return;
    Finding &finding = run.add(*rule, {{"last"_L1, lastYearText(run.dossier())}, {"count"_L1, QString::number(cells.size())}});
    finding.place = u"三张表"_s;
    finding.blame = Blame::Report;
}

void checkFormChange(CheckRun &run)
{
    const Rule *rule = run.rule(u"year.stock"_s);
    const Report *last = run.dossier().last;
    if (!rule || !last)
        return;
    const auto formOf = [](const Report &report) {
        for (const TableReading &t : report.tables) {
            if (t.table == "proactive"_L1)
                return t.form;
        }
        return report.form;
    };
    const QString before = formOf(*last);
    const QString now = formOf(run.report());
    if (before == now)
        return;
    Finding &finding = run.add(*rule, u"表二：{last}报告用 {before} 年格式，本年用 {now} 年格式，两种格式的栏目含义不同，未作比较。"_s,
        {{"last"_L1, lastYearText(run.dossier())}, {"before"_L1, before}, {"now"_L1, now}});
    finding.severity = std::max(Severity::Hint, rule->severity);
    finding.place = u"表二"_s;
    finding.blame = Blame::Open;
}

} // namespace gouji
