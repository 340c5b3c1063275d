// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/reporttext.h"

#include "output/textwidth.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestReportText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void width_data();
    void width();
    void padding();
    void columnsAlign();
    void marks();
};

void TestReportText::width_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("ascii") << u"ab 1"_s << 4;
    QTest::newRow("cjk") << u"总计"_s << 4;
    QTest::newRow("full-width") << u"（１）"_s << 6;
    QTest::newRow("supplementary") << u"𠮷"_s << 2;
    QTest::newRow("combining") << u"e\u0301"_s << 1;
    QTest::newRow("zero width") << u"a\u200bb\u200e"_s << 2;
}

void TestReportText::width()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QCOMPARE(textWidth(text), width);
}

void TestReportText::padding()
{
    QCOMPARE(padRight(u"总计"_s, 6), u"总计  "_s);
    QCOMPARE(padLeft(u"总计"_s, 6), u"  总计"_s);
    QCOMPARE(padLeft(u"总计"_s, 3), u"总计"_s);
}

void TestReportText::columnsAlign()
{
    const ReadReport read = test::sampleReport({{u"requests.granted.total"_s, u"123456"_s}});
    const QStringList lines = reportText(u"a.txt"_s, read.report, {}).split(u'\n');
    QList<int> widths;
    for (const FormRow &row : read.report.formTable(1).rows) {
        for (const QString &line : lines) {
            if (line.startsWith(u"  "_s + row.shortLabel + u' '))
                widths << textWidth(line);
        }
    }
    QVERIFY(widths.size() >= 25);
    QCOMPARE(*std::min_element(widths.begin(), widths.end()), *std::max_element(widths.begin(), widths.end()));
}

void TestReportText::marks()
{
    ReadReport read = test::sampleReport({{u"proactive.regulations.issued"_s, u""_s}, {u"proactive.regulations.repealed"_s, u"?"_s}});
    Cell &cell = read.report.cell(read.report.catalogue().cell(u"proactive.regulations.in_force"_s));
    cell.value = Decimal(31);
    cell.status = CellStatus::Suspect;
    const QString text = reportText(u"a.txt"_s, read.report, {});
    QVERIFY(text.contains(u"31?"_s));
    QVERIFY(text.contains(u"空＝原文留空 1 格"_s));
    QVERIFY(text.contains(u"缺＝没有找到 1 格"_s));
    QVERIFY(text.contains(u"?＝存疑 1 格"_s));
    QVERIFY(text.contains(u"没有发现问题"_s));
}

QTEST_APPLESS_MAIN(TestReportText)
#include "tst_reporttext.moc"
