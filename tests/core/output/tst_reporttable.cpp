// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"
#include "output/reporttable.h"
#include "output/workbookwriter.h"
#include "samplereport.h"

#include <QSet>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestReportTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doubtIsNoNumber();
    void everyColumnHasItsName();
    void bothForms();
    void textsStayTexts();
    void workbookReadsBack();
    void workbookRefusesNothingOdd();

private:
    static QList<QStringList> linesOf(const QByteArray &csv);
    static QString valueOf(const QList<QStringList> &lines, const QString &head, int line = 1);
};

QList<QStringList> TestReportTable::linesOf(const QByteArray &csv)
{
    QList<QStringList> out;
    for (const QString &line : QString::fromUtf8(csv.mid(3)).split(u"\r\n"_s, Qt::SkipEmptyParts))
        out << line.split(u',');
    return out;
}

QString TestReportTable::valueOf(const QList<QStringList> &lines, const QString &head, int line)
{
    const qsizetype column = lines[0].indexOf(head);
    return column < 0 ? u"no such column: "_s + head : lines[line].value(column);
}

void TestReportTable::doubtIsNoNumber()
{
    ReadReport read = test::sampleReport({{u"requests.granted.business"_s, u"9"_s}, {u"requests.granted.research"_s, u""_s},
        {u"requests.granted.other"_s, u"?"_s}, {u"requests.granted.total"_s, u"8"_s}});
    const auto cell = [&](const char *name) -> Cell & { return read.report.cell(test::knowledge().forms->cell(QLatin1StringView(name))); };
    cell("requests.granted.business").status = CellStatus::Suspect;
    cell("requests.granted.total").status = CellStatus::Repaired;
    cell("requests.granted.total").confirmed = true;
    read.report.yearStatus = FieldStatus::Suspect;
    ReportTable table(test::knowledge().forms);
    table.add(read.report, {}, u"a.txt"_s, u"未审"_s);
    const auto lines = linesOf(table.csv());
    QCOMPARE(valueOf(lines, u"表三 予以公开 · 商业企业"_s), u"9？"_s);
    QCOMPARE(valueOf(lines, u"表三 予以公开 · 科研机构"_s), QString());
    QCOMPARE(valueOf(lines, u"表三 予以公开 · 其他"_s), u"？"_s);
    QCOMPARE(valueOf(lines, u"表三 予以公开 · 总计"_s), u"8"_s);
    QCOMPARE(valueOf(lines, u"年度"_s), u"2023？"_s);
    QCOMPARE(valueOf(lines, u"待核对"_s), u"2"_s);
}

void TestReportTable::everyColumnHasItsName()
{
    ReportTable table(test::knowledge().forms);
    table.add(test::sampleReport().report, {}, u"a.txt"_s, u"未审"_s);
    table.add(test::sampleReport({}, {}, u"2019"_s).report, {}, u"b.txt"_s, u"未审"_s);
    const QStringList heads = linesOf(table.csv())[0];
    QCOMPARE(QSet<QString>(heads.begin(), heads.end()).size(), heads.size());
    QVERIFY(!heads.contains(QString()));
}

void TestReportTable::bothForms()
{
    ReportTable table(test::knowledge().forms);
    table.add(test::sampleReport().report, {}, u"a.txt"_s, u"未审"_s);
    QCOMPARE(linesOf(table.csv())[0].size(), 8 + 200);
    table.add(test::sampleReport({}, {}, u"2019"_s).report, {}, u"b.txt"_s, u"未审"_s);
    const auto lines = linesOf(table.csv());
    for (const QStringList &line : lines)
        QCOMPARE(line.size(), lines[0].size());
    QCOMPARE(valueOf(lines, u"表三 其他处理 · 总计"_s, 1), QString()); // the newer form has three rows for it
    QCOMPARE(valueOf(lines, u"表三 其他处理 · 总计"_s, 2), u"0"_s);
}

void TestReportTable::textsStayTexts()
{
    ReadReport read = test::sampleReport();
    read.report.agency = u"=HYPERLINK(1)"_s;
    ReportTable table(test::knowledge().forms);
    table.add(read.report, {}, u"a,\"b\".txt"_s, u"未审"_s);
    QVERIFY(table.csv().contains("\r\n'=HYPERLINK(1),"));
    QVERIFY(table.csv().contains(",\"a,\"\"b\"\".txt\","));
}

void TestReportTable::workbookReadsBack()
{
    ReportTable table(test::knowledge().forms);
    table.add(test::sampleReport({{u"proactive.fees.amount"_s, u"12.3456"_s}}).report, {}, u"甲&乙<丙>.txt"_s, u"未审"_s);
    const auto bytes = table.xlsx();
    QVERIFY(bytes.ok());
    const auto document = readDocument(*bytes, u"a.xlsx"_s);
    QVERIFY(document.ok());
    for (const QString &text : {u"云岭市水务局"_s, u"12.3456"_s, u"甲&乙<丙>.txt"_s, u"表四 复议后起诉 · 总计"_s, u"原文中没有找到"_s})
        QVERIFY2(document->text.contains(text), qPrintable(text));
}

void TestReportTable::workbookRefusesNothingOdd()
{
    WorkbookWriter book;
    book.beginSheet(u"一"_s);
    book.beginRow();
    book.text(u"a\u0001b"_s + QChar(0xD800));
    for (int i = 0; i < 30; ++i)
        book.number(u"1"_s);
    const auto bytes = book.finish();
    QVERIFY(bytes.ok());
    QVERIFY(readDocument(*bytes, u"a.xlsx"_s).ok()); // what XML cannot hold would make the file unreadable
}

QTEST_GUILESS_MAIN(TestReportTable)
#include "tst_reporttable.moc"
