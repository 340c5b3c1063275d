// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/summary.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

using Align = SheetCell::Align;

QString valueText(const Cell &cell)
{
    switch (cell.status) {
    case CellStatus::Blank:
        return u"空"_s;
    case CellStatus::Missing:
        return u"缺"_s;
    case CellStatus::Corrected:
        return cell.value ? cell.value->toString() : u"空"_s;
    default:
        return cell.value ? cell.value->toString() : cell.text;
    }
}

bool isChanged(const SummaryInput &input, CellId id)
{
    return input.report.cell(id).status == CellStatus::Corrected && input.report.cell(id).value != input.reading.cell(id).value;
}

/// The printed value itself was replaced, not a mistake of our reading: the report is wrong.
bool isReportsMistake(const SummaryInput &input, CellId id)
{
    return isChanged(input, id) && input.reading.cell(id).status == CellStatus::Read;
}

QString date(const QDate &date) { return date.isValid() ? date.toString(u"yyyy年M月d日"_s) : u"　　　　年　　月　　日"_s; }

int countOf(const QList<Finding> &findings, Severity severity)
{
    return int(std::count_if(findings.begin(), findings.end(), [=](const Finding &f) { return f.severity == severity; }));
}

/// Adds the cells of one row, one a column.
void addRow(SheetTable &table, const QStringList &texts, bool head, const QList<Align> &aligns = {})
{
    for (int column = 0; column < texts.size(); ++column) {
        SheetCell cell;
        cell.row = table.rows;
        cell.column = column;
        cell.text = texts[column];
        cell.head = head;
        cell.align = aligns.value(column, Align::Centre);
        table.cells << cell;
    }
    ++table.rows;
}

void addWideRow(SheetTable &table, const QString &text)
{
    SheetCell cell;
    cell.row = table.rows++;
    cell.columnSpan = table.columns;
    cell.text = text;
    table.cells << cell;
}

/// The corrected value of the finding's cells, each with its place where there are several.
QString corrections(const SummaryInput &input, const Finding &finding)
{
    QList<CellId> changed;
    for (const CellId id : finding.cells) {
        if (isChanged(input, id))
            changed << id;
    }
    QStringList out;
    for (const CellId id : std::as_const(changed)) {
        const QString value = valueText(input.report.cell(id));
        out << (changed.size() == 1 ? value : input.report.catalogue().place(id) + u'：' + value);
    }
    return out.join(u'\n');
}

/// What the report prints, not what we made of it.
QString originalValue(const SummaryInput &input, const Finding &finding)
{
    if (!finding.found.isEmpty() || finding.cells.size() != 1)
        return finding.found;
    const Cell &cell = input.reading.cell(finding.cells.first());
    const bool guessed = cell.status == CellStatus::Suspect || cell.status == CellStatus::Repaired;
    return !guessed ? valueText(cell) : cell.text.isEmpty() ? u"未读到"_s : cell.text;
}

/// Mistakes of the report that a correction has answered, so that the corrected report shows them no more.
QList<Finding> answeredFindings(const SummaryInput &input)
{
    QList<Finding> out;
    QSet<CellId> named;
    const QList<Finding> before = input.readingFindings ? *input.readingFindings : QList<Finding>();
    for (const Finding &finding : before) {
        const bool answered
            = std::any_of(finding.cells.begin(), finding.cells.end(), [&](CellId id) { return isReportsMistake(input, id); });
        if (!answered || input.findings.contains(finding))
            continue;
        out << finding;
        named.unite(QSet<CellId>(finding.cells.begin(), finding.cells.end()));
    }
    for (const Finding &finding : input.findings)
        named.unite(QSet<CellId>(finding.cells.begin(), finding.cells.end()));
    for (const CellId id : input.report.cellIds()) {
        if (!isReportsMistake(input, id) || named.contains(id))
            continue;
        Finding finding;
        finding.rule = u"—"_s;
        finding.severity = Severity::Warning;
        finding.place = input.report.catalogue().place(id);
        finding.cells = {id};
        finding.message = u"报告为 %1，核查更正为 %2。"_s.arg(valueText(input.reading.cell(id)), valueText(input.report.cell(id)));
        finding.basis = u"人工核查"_s;
        out << finding;
    }
    return out;
}

SheetTable findingsTable(const SummaryInput &input, const QList<Finding> &answered)
{
    SheetTable table;
    table.caption = u"核查发现的问题"_s;
    table.columns = 10;
    table.headRows = 1;
    table.widths = {5, 15, 14, 40, 9, 12, 22, 6, 13, 14};
    addRow(table,
        {u"序号"_s, u"位置"_s, u"规则编号"_s, u"问题描述"_s, u"报告原值"_s, u"应为/对照值"_s, u"依据"_s, u"级别"_s, u"处理意见"_s,
            u"单位反馈"_s},
        true);
    QList<Finding> all = answered + input.findings;
    std::stable_sort(all.begin(), all.end(), [](const Finding &a, const Finding &b) { return a.severity < b.severity; });
    const QList<Align> aligns = {Align::Centre, Align::Left, Align::Left, Align::Left, Align::Centre, Align::Centre, Align::Left,
        Align::Centre, Align::Left, Align::Left};
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Finding &f = all[i];
        const QString corrected = corrections(input, f);
        const QString place = f.place.isEmpty() && !f.cells.isEmpty() ? input.report.catalogue().place(f.cells.first()) : f.place;
        QStringList opinions;
        if (!corrected.isEmpty())
            opinions << u"核查时已更正"_s;
        if (const qsizetype own = input.verdicts ? input.findings.indexOf(f) : -1; own >= 0 && own < input.verdicts->size())
            opinions << verdictText(input.verdicts->at(own));
        opinions.removeAll(QString());
        const QString opinion = opinions.join(u'；');
        const QString rule = QString(f.rule).replace(u'.', u".\u200b"_s); // lines may break at the point only
        addRow(table,
            {QString::number(i + 1), place, rule, f.message, originalValue(input, f), corrected.isEmpty() ? f.expected : corrected, f.basis,
                severityLabel(f.severity), opinion, QString()},
            false, aligns);
    }
    if (all.isEmpty())
        addWideRow(table, u"未发现问题"_s);
    return table;
}

/// The columns of the official drawing: heads wide enough for their words, values alike.
QList<double> layoutWidths(const FormTable &table)
{
    QList<double> widths(table.layout.columns, 7);
    for (const LayoutCell &cell : table.layout.cells) {
        if (!cell.cell.isValid() && cell.columnSpan == 1 && !table.across)
            widths[cell.column] = qMax(widths[cell.column], qMin(30.0, double(cell.text.size() + 1) * (cell.rowSpan > 10 ? 0.5 : 1.0)));
    }
    return widths;
}

SheetTable formTable(const SummaryInput &input, qsizetype index, const QSet<CellId> &problems)
{
    const FormTable &form = input.report.formTable(index);
    const FormCatalogue &catalogue = input.report.catalogue();
    SheetTable table;
    const QString numeral = catalogue.form(input.report.tables[index].form)->sections.value(form.section - 1).numeral;
    table.caption = numeral + u'、' + form.title;
    if (!input.report.tables[index].found)
        table.caption += u"（原文中没有找到这张表）"_s;
    table.columns = form.layout.columns;
    table.rows = form.layout.rows;
    table.widths = layoutWidths(form);
    table.together = true;
    table.compact = true;
    QSet<SheetMark> used;
    // Either all column heads stand on top, or each group of rows brings its own (table two).
    const auto firstValue
        = std::find_if(form.layout.cells.begin(), form.layout.cells.end(), [](const LayoutCell &c) { return c.cell.isValid(); });
    const bool headsOnTop = form.columns.size() == form.rows.first().cells.size();
    const bool rowLabels = headsOnTop && !form.across;
    table.headRows = headsOnTop ? firstValue->row : 0;
    for (const LayoutCell &drawn : form.layout.cells) {
        SheetCell cell;
        cell.row = drawn.row;
        cell.column = drawn.column;
        cell.rowSpan = drawn.rowSpan;
        cell.columnSpan = drawn.columnSpan;
        cell.text = drawn.text;
        if (drawn.cell.isValid()) {
            const Cell &value = input.report.cell(drawn.cell);
            cell.text = valueText(value);
            if (isChanged(input, drawn.cell)) {
                cell.mark = SheetMark::Corrected;
                cell.text += u'＊';
            } else if (value.needsPerson()) {
                cell.mark = SheetMark::Doubtful;
                cell.text += u'？';
            } else if (problems.contains(drawn.cell)) {
                cell.mark = SheetMark::Problem;
                cell.text += u'！';
            }
            used << cell.mark;
        } else {
            cell.head = true;
            const bool rowLabel = rowLabels && drawn.row >= table.headRows && drawn.rowSpan == 1;
            cell.align = rowLabel ? Align::Left : Align::Centre;
        }
        table.cells << cell;
    }
    QStringList legend;
    if (used.contains(SheetMark::Corrected))
        legend << u"＊ 核查更正的值"_s;
    if (used.contains(SheetMark::Problem))
        legend << u"！ 有错误级问题"_s;
    if (used.contains(SheetMark::Doubtful))
        legend << u"？ 原文缺失或辨认存疑，尚未确认"_s;
    table.note = legend.join(u"　　"_s);
    return table;
}

SheetTable changesTable(const SummaryInput &input)
{
    SheetTable table;
    table.caption = u"更正记录"_s;
    table.columns = 5;
    table.headRows = 1;
    table.widths = {5, 50, 20, 20, 20};
    addRow(table, {u"序号"_s, u"位置"_s, u"原文"_s, u"读取值"_s, u"更正值"_s}, true);
    const QList<Align> aligns = {Align::Centre, Align::Left};
    const auto add = [&](const QString &place, const QString &printed, const QString &was, const QString &is) {
        addRow(table, {QString::number(table.rows), place, printed, was, is}, false, aligns);
    };
    const Report &before = input.reading;
    const Report &after = input.report;
    const auto field = [&](const QString &place, const QString &was, const QString &is) {
        if (was != is)
            add(place, QString(), was, is);
    };
    const auto year = [](int y) { return y > 0 ? QString::number(y) : QString(); };
    const auto formTitle = [&](const QString &id) { return after.catalogue().form(id) ? after.catalogue().form(id)->title : id; };
    field(u"单位名称"_s, before.agency, after.agency);
    field(u"年度"_s, year(before.year), year(after.year));
    field(u"适用格式"_s, formTitle(before.form), formTitle(after.form));
    for (const CellId id : after.cellIds()) {
        if (isChanged(input, id))
            add(after.catalogue().place(id), before.cell(id).text, valueText(before.cell(id)), valueText(after.cell(id)));
    }
    return table;
}

} // namespace

Sheet summarySheet(const SummaryInput &input)
{
    const Report &report = input.report;
    const QList<Finding> answered = answeredFindings(input);
    Sheet sheet;
    sheet.title = u"政府信息公开工作年度报告核查意见表"_s;
    const Form *form = report.catalogue().form(report.form);
    const QString name = QFileInfo(input.document.fileName).fileName();
    const QString source = u"%1（SHA-256：%2）"_s.arg(name, QString::fromLatin1(input.document.sha256.toHex()));
    int changed = 0;
    int open = 0;
    for (const CellId id : report.cellIds()) {
        changed += isChanged(input, id);
        open += report.cell(id).needsPerson();
    }
    const auto count = [&](Severity s) { return countOf(input.findings, s) + countOf(answered, s); };
    QString result = u"错误 %1 项，警告 %2 项，提示 %3 项；更正 %4 格，待确认 %5 格"_s.arg(count(Severity::Error))
                         .arg(count(Severity::Warning))
                         .arg(count(Severity::Hint))
                         .arg(changed)
                         .arg(open);
    if (!input.state.isEmpty())
        result += u"；"_s + input.state;
    sheet.head = {
        {u"单位"_s, report.agency.isEmpty() ? u"（未找到）"_s : report.agency},
        {u"年度"_s, report.year > 0 ? u"%1 年"_s.arg(report.year) : u"（未找到）"_s},
        {u"适用格式"_s, form ? u"%1（%2）"_s.arg(form->title, form->notice) : report.form},
        {u"核查日期"_s, date(input.date)},
        {u"文件及来源"_s, source},
        {u"核查结果"_s, result},
    };
    QSet<CellId> problems;
    for (const Finding &f : input.findings) {
        if (f.severity == Severity::Error)
            problems.unite(QSet<CellId>(f.cells.begin(), f.cells.end()));
    }
    sheet.tables << findingsTable(input, answered);
    for (qsizetype i = 0; i < report.tables.size(); ++i)
        sheet.tables << formTable(input, i, problems);
    if (SheetTable changes = changesTable(input); changes.rows > changes.headRows)
        sheet.tables << changes;
    sheet.signatures = QStringList{u"核查人"_s + (input.reviewer.isEmpty() ? QString() : u"（%1）"_s.arg(input.reviewer)), u"复核人"_s,
        u"科室负责人"_s, u"分管领导"_s};
    sheet.foot = u"%1 %2 年度核查意见表"_s.arg(report.agency.isEmpty() ? name : report.agency)
                     .arg(report.year > 0 ? QString::number(report.year) : u"　"_s);
    return sheet;
}

QString summaryHtml(const SummaryInput &input) { return sheetHtml(summarySheet(input)); }

} // namespace gouji
