// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "checks/checker.h"

#include <QCryptographicHash>

namespace gouji::test {

using namespace Qt::StringLiterals;

const Knowledge &knowledge()
{
    static const Knowledge loaded = [] {
        auto k = Knowledge::load();
        if (!k)
            qFatal("%s", qPrintable(k.error().message));
        return *k;
    }();
    return loaded;
}

namespace {

void printTable(ReadReport &out, qsizetype index, const QHash<QString, QString> &values)
{
    QString &text = out.document.text;
    TableReading &reading = out.report.tables[index];
    const FormTable &table = out.report.formTable(index);
    reading.found = true;
    reading.source.begin = text.size();
    for (const FormRow &row : table.rows) {
        text += row.label;
        for (const CellId id : row.cells) {
            const QString printed = values.value(out.report.catalogue().name(id), u"0"_s);
            Cell &cell = out.report.cell(id);
            if (printed == "?"_L1)
                continue;
            text += u'\t';
            cell.source = {text.size(), text.size() + printed.size()};
            text += printed;
            cell.text = printed;
            cell.value = Decimal::fromString(printed);
            cell.status = cell.value ? CellStatus::Read : CellStatus::Blank;
        }
        text += u'\n';
    }
    reading.source.end = text.size();
}

} // namespace

ReadReport sampleReport(const QHash<QString, QString> &values, const QString &narrative, const QString &form)
{
    const Knowledge &k = knowledge();
    ReadReport out{{}, Report(k.forms, *k.forms->form(form)), {}};
    SourceDocument &document = out.document;
    Report &report = out.report;
    document.fileName = u"sample.txt"_s;
    document.fileKind = u"txt"_s;
    document.encoding = u"UTF-8"_s;
    report.agency = u"云岭市水务局"_s;
    report.agencyStatus = report.yearStatus = report.formStatus = FieldStatus::Read;
    report.year = 2023;
    document.text = u"云岭市水务局2023年政府信息公开工作年度报告\n"_s;
    report.agencySource = {0, report.agency.size()};
    report.yearSource = {report.agency.size(), report.agency.size() + 4};
    for (const FormSection &s : k.forms->form(form)->sections) {
        Section section;
        section.number = s.number;
        section.title = s.numeral + u'、' + s.title;
        section.source.begin = document.text.size();
        document.text += s.numeral + u'、' + s.title;
        section.source.end = document.text.size();
        document.text += u'\n';
        section.body.begin = document.text.size();
        if (s.number == 1)
            document.text += (narrative.isEmpty() ? u"行政复议、行政诉讼情况见表四。"_s : narrative) + u'\n';
        if (s.number >= 2 && s.number <= 4)
            printTable(out, s.number - 2, values);
        // what a report has to say in any case, without a number
        if (s.number == 1)
            document.text
                += u"（一）主动公开情况。目录按时更新。\n（二）依申请公开情况。渠道畅通。\n（三）政府信息管理情况。审核制度健全。\n"
                   u"（四）政府信息公开平台建设情况。网站运行平稳。\n（五）监督保障情况。责任落实到人。\n"_s;
        if (s.number == 5)
            document.text += u"存在的问题是部分栏目更新不够及时，个别答复说理不够充分，解读的形式还比较单一；下一步将把更新时限列入分工表，"
                             u"建立答复互审办法，多用图表解读，并定期检查落实情况。\n"_s;
        if (s.number == 6)
            document.text += u"收费通知都已送达，本年度没有收取信息处理费。\n"_s;
        section.body.end = document.text.size();
        report.sections << section;
    }
    document.sha256 = QCryptographicHash::hash(document.text.toUtf8(), QCryptographicHash::Sha256);
    out.findings = check(Dossier{report, document}, *k.rules);
    return out;
}

QByteArray reportWithRow(const QString &agency, const QString &granted)
{
    const QStringList columns{
        u"natural_person"_s, u"business"_s, u"research"_s, u"public_interest"_s, u"legal_service"_s, u"other"_s, u"total"_s};
    const QStringList words = u"9 3 0 1 0 0 13"_s.split(u' ');
    QHash<QString, QString> values;
    for (const QString &row : {u"new_received"_s, u"granted"_s, u"total_handled"_s}) {
        for (int i = 0; i < columns.size(); ++i)
            values[u"requests."_s + row + u'.' + columns[i]] = words[i];
    }
    QString text = sampleReport(values, u"全年新收政府信息公开申请13件，办结13件，结转下年度0件。"_s).document.text;
    const QString in = u"（一）予以公开\t9\t3\t0\t1\t0\t0\t13"_s;
    if (!text.contains(in))
        qFatal("the row is printed otherwise");
    text.replace(in, u"（一）予以公开\t"_s + QString(granted).replace(u' ', u'\t'));
    return text.replace(u"云岭市水务局"_s, agency).toUtf8();
}

} // namespace gouji::test
