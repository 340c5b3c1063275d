// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/reporttext.h"

#include "output/textwidth.h"

#include <QHash>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString cellText(const Cell &cell)
{
    const QString value = cell.value ? cell.value->toString() : QString();
    switch (cell.status) {
    case CellStatus::Read:
        return value;
    case CellStatus::Blank:
        return u"空"_s;
    case CellStatus::Missing:
        return u"缺"_s;
    case CellStatus::Suspect:
        return value + u'?';
    case CellStatus::Repaired:
        return value + u'~';
    case CellStatus::Corrected:
        return value + u'*';
    }
    return value;
}

QString sureness(FieldStatus status)
{
    switch (status) {
    case FieldStatus::Suspect:
        return u"（存疑）"_s;
    case FieldStatus::Corrected:
        return u"（已更正）"_s;
    default:
        return {};
    }
}

QStringList columnLabels(const FormCatalogue &catalogue, const FormTable &table, const FormRow &row)
{
    QStringList out;
    for (const CellId id : row.cells) {
        for (const FormColumn &column : table.columns) {
            if (column.id == catalogue.info(id).column)
                out << column.label;
        }
    }
    return out;
}

void addTable(QString &out, const Report &report, qsizetype index)
{
    const FormCatalogue &catalogue = report.catalogue();
    const FormTable &table = report.formTable(index);
    out += u'\n' + table.title;
    if (!report.tables[index].found) {
        out += u"：没有找到\n"_s;
        return;
    }
    out += u'\n';
    int head = 0;
    for (const FormRow &row : table.rows)
        head = qMax(head, textWidth(row.shortLabel));
    QStringList labels;
    for (const FormRow &row : table.rows) {
        if (const QStringList own = columnLabels(catalogue, table, row); own != labels) {
            labels = own;
            out += QString(head + 2, u' ');
            for (const QString &label : std::as_const(labels))
                out += u"  "_s + padLeft(label, 8);
            out += u'\n';
        }
        out += u"  "_s + padRight(row.shortLabel, head);
        for (qsizetype c = 0; c < row.cells.size(); ++c)
            out += u"  "_s + padLeft(cellText(report.cell(row.cells[c])), qMax(8, textWidth(labels[c])));
        out += u'\n';
    }
}

QString legend(const Report &report)
{
    QStringList parts;
    const auto note = [&](CellStatus status, const QString &words) {
        int count = 0;
        for (const CellId id : report.cellIds())
            count += report.cell(id).status == status;
        if (count)
            parts << words.arg(count);
    };
    note(CellStatus::Blank, u"空＝原文留空 %1 格"_s);
    note(CellStatus::Missing, u"缺＝没有找到 %1 格"_s);
    note(CellStatus::Suspect, u"?＝存疑 %1 格"_s);
    note(CellStatus::Repaired, u"~＝推定，待确认 %1 格"_s);
    note(CellStatus::Corrected, u"*＝已更正 %1 格"_s);
    return parts.isEmpty() ? QString() : u'\n' + parts.join(u"；"_s) + u'\n';
}

/// 「发现 3 个问题，另有 1 个错误、2 个警告已判为不是问题」.
QString countText(const QList<Finding> &findings, const QList<FindingVerdict> *verdicts)
{
    qsizetype open = findings.size();
    QHash<Severity, int> dismissed;
    for (qsizetype i = 0; verdicts && i < findings.size(); ++i) {
        if (!isDismissed(verdicts->value(i)))
            continue;
        --open;
        ++dismissed[findings[i].severity];
    }
    QStringList apart;
    for (const Severity s : {Severity::Error, Severity::Warning, Severity::Hint}) {
        if (dismissed.value(s) > 0)
            apart << u"%1 个%2"_s.arg(dismissed.value(s)).arg(severityLabel(s));
    }
    const QString out = u"发现 %1 个问题"_s.arg(open);
    return apart.isEmpty() ? out : out + u"，另有 %1已判为不是问题"_s.arg(apart.join(u'、'));
}

} // namespace

QString reportText(const QString &file, const Report &report, const QList<Finding> &findings, const QList<FindingVerdict> *verdicts)
{
    QString out = u"文件：%1\n"_s.arg(file);
    out += u"单位：%1%2\n"_s.arg(report.agency.isEmpty() ? u"没有找到"_s : report.agency, sureness(report.agencyStatus));
    out += u"年度：%1%2\n"_s.arg(report.year > 0 ? QString::number(report.year) : u"没有找到"_s, sureness(report.yearStatus));
    const Form *form = report.catalogue().form(report.form);
    out += u"格式：%1%2\n"_s.arg(form ? form->title : report.form, sureness(report.formStatus));
    for (qsizetype i = 0; i < report.tables.size(); ++i)
        addTable(out, report, i);
    out += legend(report);
    out += findings.isEmpty() ? u"\n没有发现问题\n"_s : u'\n' + countText(findings, verdicts) + u'\n';
    for (qsizetype i = 0; i < findings.size(); ++i) {
        const Finding &f = findings[i];
        const QString place = f.message.startsWith(f.place) ? QString() : f.place + u' ';
        out += u"%1. [%2] %3%4\n"_s.arg(QString::number(i + 1), severityLabel(f.severity), place, f.message);
        if (const QString said = verdicts ? verdictText(verdicts->value(i)) : QString(); !said.isEmpty())
            out += u"   判断：%1\n"_s.arg(said);
        out += u"   规则 %1%2\n"_s.arg(f.rule, f.basis.isEmpty() ? QString() : u"；依据："_s + f.basis);
    }
    return out;
}

} // namespace gouji
