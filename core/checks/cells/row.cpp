// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/operands.h"

#include <algorithm>
#include <iterator>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

bool isDoubtful(CellStatus status)
{
    return status == CellStatus::Suspect || status == CellStatus::Missing || status == CellStatus::Repaired;
}

/// Rows of one table that are open for one reason, with one way or none to lay each.
struct OpenRows {
    QString table;
    QString reason;
    QList<const OpenRow *> rows;
};

QString reasonOf(const OpenRow &row)
{
    QString reason = row.reason.isEmpty() ? u"数值个数与栏目不符"_s : row.reason;
    while (reason.endsWith(u'。'))
        reason.chop(1);
    return reason;
}

/// What is chosen row by row is told row by row.
QList<OpenRows> gathered(const Report &report)
{
    QList<OpenRows> out;
    for (const OpenRow &row : report.openRows) {
        const bool settled
            = std::none_of(row.cells.begin(), row.cells.end(), [&](CellId id) { return isDoubtful(report.cell(id).status); });
        if (row.cells.isEmpty() || settled)
            continue;
        const OpenRows own{report.catalogue().place(row.cells.first()).section(u' ', 0, 0), reasonOf(row), {&row}};
        const auto same = std::find_if(out.begin(), out.end(), [&](const OpenRows &o) {
            return row.placements.size() < 2 && o.rows.first()->placements.size() < 2 && o.table == own.table && o.reason == own.reason;
        });
        if (same == out.end())
            out << own;
        else
            same->rows << &row;
    }
    return out;
}

void tell(
    CheckRun &run, const Rule &rule, const QList<const OpenRow *> &rows, const QString &place, const QString &who, const QString &note)
{
    const Report &report = run.report();
    Finding &finding = run.add(rule, {{"place"_L1, who}, {"note"_L1, note}});
    finding.place = place;
    finding.blame = Blame::Reading;
    for (const OpenRow *row : rows) {
        // only what is in doubt: on some cells all the ways to lay the row agree
        std::copy_if(row->cells.begin(), row->cells.end(), std::back_inserter(finding.cells),
            [&](CellId id) { return isDoubtful(report.cell(id).status); });
        if (row->source.isValid())
            finding.sources << row->source;
    }
}

} // namespace

void checkAmbiguousRows(CheckRun &run)
{
    const Rule *rule = run.rule(u"row.ambiguous"_s);
    if (!rule)
        return;
    constexpr qsizetype Many = 3;
    constexpr qsizetype Named = 6; // all of them are marked in the table
    const Report &report = run.report();
    const auto label = [&](const OpenRow &row) { return quoted(report.catalogue().info(row.cells.first()).rowLabel) + u"行"_s; };
    for (const OpenRows &open : gathered(report)) {
        if (open.rows.size() < Many) {
            for (const OpenRow *row : open.rows) {
                const QString ways = row->placements.size() > 1 ? u"；有 %1 种摆法供选择"_s.arg(row->placements.size()) : QString();
                tell(run, *rule, {row}, report.catalogue().place(row->cells.first()).section(u" · "_s, 0, 0), label(*row),
                    open.reason + ways);
            }
            continue;
        }
        QStringList rows;
        for (const OpenRow *row : open.rows.mid(0, Named))
            rows << label(*row);
        tell(run, *rule, open.rows, open.table,
            open.table + rows.join(u'、') + (open.rows.size() > Named ? u" 等"_s : u" "_s) + u"%1 行"_s.arg(open.rows.size()),
            QString(open.reason).replace(u"这一行"_s, u"各行"_s));
    }
}

} // namespace gouji
