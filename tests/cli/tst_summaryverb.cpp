// SPDX-License-Identifier: GPL-3.0-or-later
#include "cliprogram.h"

#include "base/normalizedtext.h"
#include "document/documentreader.h"
#include "review/reviewsession.h"
#include "review/verbs.h"
#include "samplereport.h"
#include "store/store.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace gouji;
using gouji::test::cli;
using gouji::test::CliResult;
using namespace Qt::StringLiterals;

class TestSummaryVerb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void html();
    void pdf();
    void keptReport();
    void keptReportRefused();
    void unreadable();
    void unwritable();

private:
    QByteArray htmlOf(const QStringList &more) const;
    QTemporaryDir m_folder;
    QString m_report;
};

void TestSummaryVerb::initTestCase()
{
    m_report = m_folder.filePath(u"报告.txt"_s);
    QFile file(m_report);
    const QByteArray text = test::sampleReport().document.text.toUtf8();
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

QByteArray TestSummaryVerb::htmlOf(const QStringList &more) const
{
    const QString target = m_folder.filePath(u"out.html"_s);
    QFile::remove(target);
    const CliResult result = cli(QStringList{u"summary"_s, m_report, u"-o"_s, target, u"--date"_s, u"2024-03-05"_s} + more);
    if (result.status != 0)
        qWarning("%s", qPrintable(result.messages));
    QFile file(target);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSummaryVerb::html()
{
    const auto read = readReport(m_report, test::knowledge());
    const QByteArray page = htmlOf({u"--reviewer"_s, u"王某"_s});
    for (const QString &text : {read->report.agency, u"2024年3月5日"_s, u"核查人（王某）"_s, u"报告.txt"_s, u"分管领导"_s})
        QVERIFY2(page.contains(text.toUtf8()), qPrintable(text));
    QCOMPARE(htmlOf({u"--reviewer"_s, u"王某"_s}), page);
}

void TestSummaryVerb::pdf()
{
    const QString target = m_folder.filePath(u"out.PDF"_s);
    const CliResult result = cli({u"summary"_s, m_report, u"-o"_s, target});
    if (result.messages.contains(u"没有安装打印部分"_s))
        QSKIP("built without the desktop part");
    QCOMPARE(result.status, 0);
    QVERIFY2(result.messages.isEmpty(), qPrintable(result.messages));
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("pdftotext is not installed");
    QProcess process;
    process.start(u"pdftotext"_s, {u"-layout"_s, target, u"-"_s});
    QVERIFY(process.waitForFinished(60000));
    QString text = normalized(QString::fromUtf8(process.readAllStandardOutput()));
    text.remove(u' ');
    const auto read = readReport(m_report, test::knowledge());
    for (const QString &wanted : {read->report.agency, u"核查意见表"_s, u"科室负责人(签字)"_s})
        QVERIFY2(text.contains(wanted), qPrintable(wanted + u'\n' + text));
}

void TestSummaryVerb::keptReport()
{
    const QString storeFile = m_folder.filePath(u"store.sqlite"_s);
    {
        auto store = Store::open(storeFile, test::knowledge());
        QVERIFY(store.ok());
        const auto bytes = readBytes(m_report);
        const auto read = readReport(*bytes, m_report, test::knowledge());
        const auto id = (*store)->keep(*read, *bytes);
        QVERIFY(id.ok());
        ReviewSession session(*read, test::knowledge());
        session.setReviewer(u"李某"_s);
        session.setKeeper([&](const Act &act) { return (*store)->append(*id, act); });
        const CellId cell = test::knowledge().forms->cell(u"proactive.penalties.decisions"_s);
        QVERIFY(session.perform(verbs::edit(session.report(), cell, u"4321"_s)).ok());
        QVERIFY((*store)->setSummary(*id, session.report(), session.findings(), session.state()).ok());
    }
    QVERIFY(!htmlOf({}).contains("4321"));
    const QByteArray page = htmlOf({u"--store"_s, storeFile});
    QVERIFY(page.contains("class=\"corrected\" colspan=\"3\">4321＊"));
    QVERIFY(page.contains("更正记录"));
    QVERIFY(page.contains("核查人（李某）"));
}

void TestSummaryVerb::keptReportRefused()
{
    const QString target = m_folder.filePath(u"never.html"_s);
    const QString missing = m_folder.filePath(u"none.sqlite"_s);
    const CliResult noStore = cli({u"summary"_s, m_report, u"-o"_s, target, u"--store"_s, missing});
    QCOMPARE(noStore.status, 2);
    QVERIFY(!QFile::exists(missing));
    const QString storeFile = m_folder.filePath(u"empty.sqlite"_s);
    QVERIFY(Store::open(storeFile, test::knowledge()).ok());
    const CliResult unknown = cli({u"summary"_s, m_report, u"-o"_s, target, u"--store"_s, storeFile});
    QCOMPARE(unknown.status, 2);
    QVERIFY2(unknown.messages.contains(u"没有这份报告"_s), qPrintable(unknown.messages));
    QVERIFY(!QFile::exists(target));
}

void TestSummaryVerb::unreadable()
{
    const QString target = m_folder.filePath(u"never.pdf"_s);
    const CliResult result = cli({u"summary"_s, m_folder.filePath(u"没有"_s), u"-o"_s, target});
    QCOMPARE(result.status, 2);
    QVERIFY(result.messages.contains(u"不存在"_s));
    QVERIFY(!QFile::exists(target));
}

void TestSummaryVerb::unwritable()
{
    for (const QString &target : {u"/nowhere/a.html"_s, u"/nowhere/a.pdf"_s}) {
        const CliResult result = cli({u"summary"_s, m_report, u"-o"_s, target});
        QCOMPARE(result.status, 2);
        QVERIFY(!result.messages.isEmpty());
        QVERIFY(result.out.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestSummaryVerb)
#include "tst_summaryverb.moc"
