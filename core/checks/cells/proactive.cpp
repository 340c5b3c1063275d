// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/form/formprose.h"
#include "checks/operands.h"

namespace gouji {

using namespace Qt::StringLiterals;

/// The head of the column asks for four decimals, as it does in one province; what is printed has fewer.
void checkDecimals(CheckRun &run)
{
    constexpr qsizetype Asked = 4;
    const Rule *rule = run.rule(u"proactive.fee_unit"_s);
    const Report &report = run.report();
    const CellId id = report.catalogue().cell(u"proactive.fees.amount"_s);
    if (!rule || !id.isValid())
        return;
    const Cell &cell = report.cell(id);
    if (cell.status != CellStatus::Read || !cell.value || cell.value->isZero())
        return;
    QString printed = plainText(cell.text).remove(u',');
    while (!printed.isEmpty() && !printed.back().isDigit())
        printed.chop(1);
    const qsizetype point = printed.indexOf(u'.');
    const qsizetype digits = point < 0 ? 0 : printed.size() - point - 1;
    if (digits >= Asked)
        return;
    bool asked = false;
    for (const TableReading &table : report.tables) {
        if (table.table != "proactive"_L1 || !table.found || !table.source.isValid())
            continue;
        const QString head = plainText(run.document().at(table.source));
        asked = asked || head.contains(u"保留4位小数"_s) || head.contains(u"保留四位小数"_s);
    }
    if (!asked)
        return;
    Finding &finding = run.add(
        *rule, u"表二行政事业性收费填作 {value}，表头要求保留 4 位小数（万元的 4 位小数即精确到元）。"_s, {{"value"_L1, printed}});
    finding.severity = std::max(Severity::Hint, rule->severity);
    finding.place = u"表二行政事业性收费"_s;
    finding.cells = {id};
    finding.blame = Blame::Report;
}

} // namespace gouji
