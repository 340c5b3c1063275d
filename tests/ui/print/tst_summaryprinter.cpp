// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/sheetlayout.h"
#include "print/summaryprinter.h"

#include "base/normalizedtext.h"
#include "output/summary.h"
#include "samplereport.h"

#include <QBuffer>
#include <QFile>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestSummaryPrinter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreNeverCut_data();
    void rowsAreNeverCut();
    void headsRepeat();
    void signaturesStayTogether();
    void hugeRow();
    void samePagesOnOtherDevices();
    void pdfText();
    void pdfFonts();
    void unwritable();
    void deviceThatRefuses();
};

static Sheet sample(int findings, const QString &message = u"总计列：本年新收 9 + 上年结转 0 ≠ 办理结果总计 8 + 结转下年 0"_s)
{
    const ReadReport read = test::sampleReport();
    QList<Finding> list;
    for (int i = 0; i < findings; ++i) {
        Finding f;
        f.rule = u"requests.balance"_s;
        f.place = u"表三 · 总计列"_s;
        f.message = message + u"（第 %1 处）"_s.arg(i + 1);
        f.cells = {CellId{i}};
        list << f;
    }
    Report report = read.report;
    Cell &cell = report.cell(report.catalogue().cell(u"requests.granted.total"_s));
    cell.status = CellStatus::Corrected;
    cell.value = Decimal(31);
    return summarySheet({read.document, read.report, report, list, u"王某"_s, u"审核中"_s, QDate(2024, 3, 5)});
}

static QSizeF paper() { return SummaryPrinter::pageLayout().paintRect(QPageLayout::Point).size(); }

static SheetLayout laidOut(const Sheet &sheet, int dpi = 1200)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dpi);
    return SheetLayout(sheet, paper(), &writer);
}

void TestSummaryPrinter::rowsAreNeverCut_data()
{
    QTest::addColumn<int>("findings");
    for (int n : {0, 1, 7, 12, 13, 14, 30, 200})
        QTest::addRow("%d findings", n) << n;
}

void TestSummaryPrinter::rowsAreNeverCut()
{
    QFETCH(int, findings);
    const SheetLayout layout = laidOut(sample(findings));
    QSet<QString> messages;
    for (const PlacedItem &item : layout.items()) {
        QVERIFY(item.page < layout.pageCount());
        QVERIFY(item.rect.left() >= -0.01 && item.rect.right() <= paper().width() + 0.01);
        QVERIFY2(item.rect.top() >= 0 && item.rect.bottom() <= paper().height() - SheetLayout::FootHeight + 0.01, qPrintable(item.text));
        if (item.text.contains(u"（第 "_s)) {
            QVERIFY(!messages.contains(item.text));
            messages << item.text;
        }
    }
    QCOMPARE(messages.size(), findings);
}

void TestSummaryPrinter::headsRepeat()
{
    const SheetLayout layout = laidOut(sample(60));
    QSet<int> withFindings;
    QSet<int> withHead;
    for (const PlacedItem &item : layout.items()) {
        if (item.text == u"requests.\u200bbalance")
            withFindings << item.page;
        if (item.text == u"规则编号")
            withHead << item.page;
    }
    QVERIFY(withFindings.size() > 2);
    QCOMPARE(withHead, withFindings);
}

void TestSummaryPrinter::signaturesStayTogether()
{
    for (int findings = 0; findings < 40; ++findings) {
        QSet<int> pages;
        const SheetLayout layout = laidOut(sample(findings));
        for (const PlacedItem &item : layout.items()) {
            if (item.text.contains(u"（签字）"_s) || item.text.contains(u"（公章）"_s) || item.text.startsWith(u"日期："_s))
                pages << item.page;
        }
        QCOMPARE(pages, QSet<int>{layout.pageCount() - 1});
    }
}

void TestSummaryPrinter::hugeRow()
{
    const SheetLayout layout = laidOut(sample(2, u"很长的一句话，"_s.repeated(200)));
    for (const PlacedItem &item : layout.items())
        QVERIFY(item.rect.bottom() <= paper().height() - SheetLayout::FootHeight + 0.01);
}

void TestSummaryPrinter::samePagesOnOtherDevices()
{
    const SheetLayout fine = laidOut(sample(40), 1200);
    const SheetLayout coarse = laidOut(sample(40), 600);
    QCOMPARE(coarse.pageCount(), fine.pageCount());
    QCOMPARE(coarse.items().size(), fine.items().size());
    for (size_t i = 0; i < fine.items().size(); ++i)
        QCOMPARE(coarse.items()[i].page, fine.items()[i].page);
}

static QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30000) || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

void TestSummaryPrinter::pdfText()
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("pdftotext is not installed");
    QTemporaryDir folder;
    const QString path = folder.filePath(u"核查.pdf"_s);
    QVERIFY(SummaryPrinter(sample(3)).writePdf(path).ok());
    // Fonts give some ideographs back as the radicals they share their shape with.
    QString text = normalized(QString::fromUtf8(run(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s})));
    text.remove(u' ');
    text.remove(u'\n');
    for (const QString &wanted : {u"政府信息公开工作年度报告核查意见表"_s, u"云岭市水务局"_s, u"2024年3月5日"_s, u"(第3处)"_s,
             u"requests."_s, u"表三·总计列"_s, u"核查人(王某)"_s, u"复核人(签字)"_s, u"科室负责人"_s, u"分管领导"_s, u"(公章)"_s,
             u"收到和处理政府信息公开申请情况"_s, u"31*"_s, u"第1页,共"_s, u"更正记录"_s})
        QVERIFY2(text.contains(wanted), qPrintable(wanted + u"\n"_s + text));
}

void TestSummaryPrinter::pdfFonts()
{
    if (QStandardPaths::findExecutable(u"pdffonts"_s).isEmpty())
        QSKIP("pdffonts is not installed");
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    QVERIFY(SummaryPrinter(sample(1)).writePdf(path).ok());
    const QList<QByteArray> lines = run(u"pdffonts"_s, {path}).trimmed().split('\n');
    QVERIFY(lines.size() > 2);
    const qsizetype column = lines[0].indexOf("emb");
    for (const QByteArray &line : lines.mid(2))
        QCOMPARE(line.mid(column, 3), QByteArray("yes"));
}

void TestSummaryPrinter::unwritable()
{
    const Status written = SummaryPrinter(sample(0)).writePdf(u"/nowhere/a.pdf"_s);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, u"unwritable"_s);
}

void TestSummaryPrinter::deviceThatRefuses()
{
    QPdfWriter device(u"/nowhere/a.pdf"_s);
    QVERIFY(!SummaryPrinter(sample(3)).print(&device));
}

QTEST_MAIN(TestSummaryPrinter)
#include "tst_summaryprinter.moc"
