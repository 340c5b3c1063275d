// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/operands.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(const Cell &cell) { return cell.status == CellStatus::Blank && !cell.confirmed; }

/// Cells whose row is told as row.ambiguous are not told again one by one.
bool inOpenRow(const Report &report, CellId id)
{
    return std::any_of(report.openRows.begin(), report.openRows.end(), [&](const OpenRow &row) { return row.cells.contains(id); });
}

/// The column's label without the remark on its unit.
QString columnText(const Report &report, CellId id)
{
    const QString &label = report.catalogue().info(id).columnLabel;
    const qsizetype remark = label.indexOf(u'（');
    return remark < 0 ? label : label.left(remark);
}

QString columnsText(const Report &report, const QList<CellId> &cells)
{
    QStringList items;
    for (const CellId id : cells)
        items << columnText(report, id);
    return items.join(u'、');
}

/// Cells that hold 0 as printed where the text lost its empty cells, for the reason that an empty one of their row has: how
/// many of them are empty is known, which is not.
QList<CellId> zerosOrBlanks(const Report &report, const FormRow &row, const QList<CellId> &blanks)
{
    QStringList reasons;
    for (const CellId id : blanks) {
        if (const QString &why = report.cell(id).why; !why.isEmpty())
            reasons << why;
    }
    QList<CellId> out;
    for (const CellId id : row.cells) {
        const Cell &cell = report.cell(id);
        if (cell.status == CellStatus::Read && !cell.confirmed && reasons.contains(cell.why))
            out << id;
    }
    return out;
}

/// The cells of a table's total column (the column whose id is the last, where rows have several), if all are blank
/// while other cells are not.
QList<CellId> emptyTotals(const Report &report, const FormTable &table)
{
    QList<CellId> totals;
    bool otherFilled = false;
    for (const FormRow &row : table.rows) {
        if (row.cells.size() < 2 || report.catalogue().info(row.cells.last()).column != "total"_L1)
            return {};
        totals << row.cells.last();
        if (!isBlank(report.cell(row.cells.last())) || !zerosOrBlanks(report, row, {row.cells.last()}).isEmpty())
            return {};
        for (const CellId id : row.cells)
            otherFilled = otherFilled || report.cell(id).value.has_value();
    }
    return totals.size() > 1 && otherFilled ? totals : QList<CellId>();
}

template <typename Test> QList<CellId> without(QList<CellId> cells, const Test &test)
{
    cells.removeIf(test);
    return cells;
}

void addSources(const Report &report, Finding &finding)
{
    for (const CellId id : finding.cells) {
        if (const TextRange &range = report.cell(id).source; range.isValid() && range.length() > 0)
            finding.sources << range;
    }
}

/// `what`: which cells of the place, in words.
Finding &addFinding(CheckRun &run, const Rule &rule, Blame blame, const QString &place, const QList<CellId> &cells, const QString &what,
    const QString &note)
{
    Finding &finding = run.add(rule, {{"place"_L1, place}, {"cells"_L1, what}, {"note"_L1, note}});
    finding.place = place;
    finding.cells = cells;
    finding.blame = blame;
    addSources(run.report(), finding);
    return finding;
}

void reportSuspects(CheckRun &run, const Rule &rule, const FormTable &table, const FormRow &row, const QList<CellId> &cells)
{
    const Report &report = run.report();
    QStringList values;
    QStringList reasons;
    for (const CellId id : cells) {
        const Cell &cell = report.cell(id);
        const QString value = cell.value ? cell.value->toString() : cell.text.isEmpty() ? u"未读出"_s : u"不是数"_s;
        values << columnText(report, id) + u' ' + value + (cell.status == CellStatus::Repaired ? u"（推定）"_s : QString());
        if (!cell.why.isEmpty() && !reasons.contains(cell.why))
            reasons << cell.why;
    }
    const QString place = tableText(table) + u" · "_s + quoted(row.shortLabel) + u"行"_s;
    QString note;
    for (qsizetype i = 0; i < std::min<qsizetype>(3, reasons.size()); ++i) {
        QStringView reason = reasons[i];
        while (reason.endsWith(u'。'))
            reason.chop(1);
        note += u'；';
        note += reason;
    }
    Finding &finding = addFinding(run, rule, Blame::Reading, place, cells, values.join(u'、'), note);
    for (const CellId id : cells) {
        for (const Candidate &candidate : report.cell(id).candidates)
            finding.candidates << Culprit{id, candidate.value, candidate.why};
    }
}

/// Neighbours in a row that a person has to look at.
struct Suspects {
    const FormRow *row = nullptr;
    QList<CellId> cells;
    QString reason; ///< where all have the same and none has other readings to offer
};

QList<Suspects> suspectsOf(const Report &report, const FormTable &table)
{
    QList<Suspects> out;
    for (const FormRow &row : table.rows) {
        bool adjacent = false;
        for (const CellId id : row.cells) {
            const Cell &cell = report.cell(id);
            const bool doubted = cell.needsPerson() && cell.status != CellStatus::Missing && !inOpenRow(report, id);
            const QString reason = cell.candidates.isEmpty() ? cell.why : QString();
            if (doubted && !adjacent)
                out << Suspects{&row, {id}, reason};
            else if (doubted)
                out.last().cells << id;
            if (doubted && out.last().reason != reason)
                out.last().reason.clear();
            adjacent = doubted;
        }
    }
    return out;
}

/// Rows of a table that are doubted for one and the same reason are one finding.
void reportTogether(CheckRun &run, const Rule &rule, const FormTable &table, const QList<Suspects> &same)
{
    constexpr int Named = 6; // all of them are marked in the table
    QList<CellId> cells;
    QStringList rows;
    for (const Suspects &s : same) {
        cells << s.cells;
        const QString label = quoted(s.row->shortLabel) + u"行"_s;
        if (!rows.contains(label))
            rows << label;
    }
    QString reason = same.first().reason;
    while (reason.endsWith(u'。'))
        reason.chop(1);
    const QString which = rows.mid(0, Named).join(u'、') + (rows.size() > Named ? u" 等"_s : u" "_s)
        + u"%1 行，共 %2 格"_s.arg(rows.size()).arg(cells.size());
    addFinding(run, rule, Blame::Reading, tableText(table), cells, which, u"；"_s + reason);
}

} // namespace

void checkBlankCells(CheckRun &run)
{
    const Rule *rule = run.rule(u"cell.blank"_s);
    if (!rule)
        return;
    const Report &report = run.report();
    const auto tell = [&](const QString &place, const QList<CellId> &cells, const QString &what, const QString &note) {
        addFinding(run, *rule, Blame::Report, place, cells, what, note);
    };
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        const FormTable &table = report.formTable(t);
        const QList<CellId> totals = emptyTotals(report, table);
        if (!totals.isEmpty())
            tell(tableText(table) + u" · 总计列"_s, totals, u"整列"_s, u"；各分项另有数字"_s);
        for (const FormRow &row : table.rows) {
            QList<CellId> blanks;
            for (const CellId id : row.cells) {
                if (isBlank(report.cell(id)) && !totals.contains(id))
                    blanks << id;
            }
            if (blanks.isEmpty())
                continue;
            const QString place = tableText(table) + u" · "_s + quoted(row.shortLabel) + u"行"_s;
            const auto isOpen = [&](CellId id) { return !report.cell(id).why.isEmpty(); };
            if (const QList<CellId> zeros = zerosOrBlanks(report, row, blanks); !zeros.isEmpty()) {
                const QList<CellId> seen = without(blanks, isOpen);
                QList<CellId> among;
                for (const CellId id : row.cells) {
                    if (zeros.contains(id) || (blanks.contains(id) && isOpen(id)))
                        among << id;
                }
                QStringList what{u"%1中有 %2 格"_s.arg(columnsText(report, among)).arg(among.size() - zeros.size())};
                if (!seen.isEmpty())
                    what.prepend(columnsText(report, seen));
                tell(place, seen + among, what.join(u'，'), u"；文本没有保留空格，只知道有几格，不知是哪几格"_s);
                continue;
            }
            const QString what = blanks.size() == row.cells.size() && blanks.size() > 1 ? u"整行"_s : columnsText(report, blanks);
            tell(place, blanks, what, {});
        }
    }
}

void checkMissingCells(CheckRun &run)
{
    const Rule *rule = run.rule(u"cell.missing"_s);
    if (!rule)
        return;
    const Report &report = run.report();
    const auto tell = [&](const QString &place, const QList<CellId> &cells, const QString &what, const QString &note) {
        addFinding(run, *rule, Blame::Reading, place, cells, what, note);
    };
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        const FormTable &table = report.formTable(t);
        const QList<CellId> all = table.cellIds();
        const auto missing = [&](CellId id) { return report.cell(id).status == CellStatus::Missing && !report.cell(id).confirmed; };
        if (!report.tables[t].found && std::all_of(all.begin(), all.end(), missing)) {
            tell(tableText(table), all, u"整张表（"_s + table.title + u"）"_s, {});
            continue;
        }
        for (const FormRow &row : table.rows) {
            QList<CellId> cells;
            for (const CellId id : row.cells) {
                if (missing(id) && !inOpenRow(report, id))
                    cells << id;
            }
            if (cells.isEmpty())
                continue;
            const QString what = cells.size() == row.cells.size() && cells.size() > 1 ? u"整行"_s : columnsText(report, cells);
            tell(tableText(table) + u" · "_s + quoted(row.shortLabel) + u"行"_s, cells, what, {});
        }
    }
}

void checkSuspectCells(CheckRun &run)
{
    const Rule *rule = run.rule(u"cell.suspect"_s);
    if (!rule)
        return;
    const Report &report = run.report();
    constexpr int Many = 3; ///< rows with one reason; two are sooner read one by one
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        const FormTable &table = report.formTable(t);
        const QList<Suspects> all = suspectsOf(report, table);
        QHash<QString, QSet<const FormRow *>> rows;
        for (const Suspects &s : all)
            rows[s.reason].insert(s.row);
        QSet<QString> told;
        for (const Suspects &s : all) {
            if (s.reason.isEmpty() || rows.value(s.reason).size() < Many) {
                reportSuspects(run, *rule, table, *s.row, s.cells);
            } else if (!told.contains(s.reason)) {
                told.insert(s.reason);
                QList<Suspects> same = all;
                same.removeIf([&](const Suspects &other) { return other.reason != s.reason; });
                reportTogether(run, *rule, table, same);
            }
        }
    }
}

void checkInvalidCells(CheckRun &run)
{
    const Rule *rule = run.rule(u"cell.invalid"_s);
    if (!rule)
        return;
    const Report &report = run.report();
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        const FormTable &table = report.formTable(t);
        for (const FormRow &row : table.rows) {
            for (const CellId id : row.cells) {
                const Cell &cell = report.cell(id);
                if (!cell.value)
                    continue;
                const CellKind kind = report.catalogue().info(id).kind;
                const bool negative = cell.value->isNegative() && kind != CellKind::Change;
                const bool fraction = !cell.value->isWhole() && kind != CellKind::Amount;
                if (!negative && !fraction)
                    continue;
                const QString note = negative ? u"此处不能为负数"_s : u"此处应为整数"_s;
                Finding &finding = run.add(
                    *rule, {{"place"_L1, cellText(report.catalogue(), id)}, {"value"_L1, cell.value->toString()}, {"note"_L1, note}});
                finding.place = report.catalogue().place(id);
                finding.cells = {id};
                finding.found = cell.value->toString();
                finding.blame = cell.needsPerson() ? Blame::Reading : Blame::Report;
                // what is in doubt anyway accuses nobody; that it cannot be right still helps to find what is
                if (cell.needsPerson())
                    finding.severity = Severity::Hint;
                addSources(report, finding);
            }
        }
    }
}

} // namespace gouji
