// SPDX-License-Identifier: GPL-3.0-or-later
#include "cliprogram.h"

#include "document/documentreader.h"
#include "review/reviewsession.h"
#include "review/verbs.h"
#include "samplereport.h"
#include "zipmaker.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace gouji;
using gouji::test::cli;
using gouji::test::CliResult;
using namespace Qt::StringLiterals;

/// The verbs that work on a store: import, check, export.
class TestStoreVerb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongUsage_data();
    void wrongUsage();
    void importKeeps();
    void importTwiceChangesNothing();
    void importTellsFailuresAndGoesOn();
    void importOfAnArchive();
    void importAlikeWithAnyJobs();
    void checkUsesCorrections();
    void exportCorrectedValues();
    void exportAlikeInAnyOrder();
    void needsAStoreThatIsThere();
    void unwritableOutput();
    void meddlingIsSaid();

private:
    void meddle(const QStringList &statements) const;
    QString write(const QString &name, const QByteArray &bytes) const;
    QByteArray report(const QString &penalties, int year = 2023) const;
    QByteArray exported(const QString &suffix) const;
    void correct(const QString &file, const QString &cell, const QString &typed) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
};

void TestStoreVerb::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = m_folder->filePath(u"库.sqlite"_s);
}

QString TestStoreVerb::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QByteArray TestStoreVerb::report(const QString &penalties, int year) const
{
    QString text = test::sampleReport({{u"proactive.penalties.decisions"_s, penalties}}).document.text;
    return text.replace(u"2023年"_s, u"%1年"_s.arg(year)).toUtf8();
}

QByteArray TestStoreVerb::exported(const QString &suffix) const
{
    const QString target = m_folder->filePath(u"out"_s + suffix);
    const CliResult result = cli({u"export"_s, u"--store"_s, m_store, u"-o"_s, target});
    QFile file(target);
    if (result.status == 2 || !file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(result.messages));
    return file.readAll();
}

void TestStoreVerb::correct(const QString &file, const QString &cell, const QString &typed) const
{
    const auto store = Store::open(m_store, test::knowledge());
    const auto bytes = readBytes(file);
    const auto read = readReport(*bytes, file, test::knowledge());
    const auto id = (*store)->find(read->document.sha256);
    ReviewSession session(*read, test::knowledge());
    session.setKeeper([&](const Act &act) { return (*store)->append(*id, act); });
    const Status done = session.perform(verbs::edit(session.report(), test::knowledge().forms->cell(cell), typed));
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
}

void TestStoreVerb::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("import into nothing") << QStringList{u"import"_s, u"a.txt"_s};
    QTest::newRow("import nothing") << QStringList{u"import"_s, u"--store"_s, u"s.sqlite"_s};
    QTest::newRow("import no jobs") << QStringList{u"import"_s, u"--store"_s, u"s.sqlite"_s, u"--jobs"_s, u"0"_s, u"a.txt"_s};
    QTest::newRow("check nothing") << QStringList{u"check"_s};
    QTest::newRow("check a file") << QStringList{u"check"_s, u"--store"_s, u"s.sqlite"_s, u"a.txt"_s};
    QTest::newRow("export nothing") << QStringList{u"export"_s, u"-o"_s, u"a.csv"_s};
    QTest::newRow("export to nowhere") << QStringList{u"export"_s, u"--store"_s, u"s.sqlite"_s};
    QTest::newRow("verify nothing") << QStringList{u"verify"_s};
    QTest::newRow("verify a file") << QStringList{u"verify"_s, u"--store"_s, u"s.sqlite"_s, u"a.txt"_s};
    QTest::newRow("export to an unknown kind") << QStringList{u"export"_s, u"--store"_s, u"s.sqlite"_s, u"-o"_s, u"a.ods"_s};
}

void TestStoreVerb::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const CliResult result = cli(arguments);
    QCOMPARE(result.status, 2);
    QVERIFY(result.out.isEmpty());
    QVERIFY2(result.messages.contains(u"--help"_s), qPrintable(result.messages));
}

void TestStoreVerb::importKeeps()
{
    const QString file = write(u"甲/报告.txt"_s, report(u"5"_s));
    const CliResult result = cli({u"import"_s, u"--store"_s, m_store, file});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.contains("已存入，云岭市水务局 2023 年，错误 0"), result.out.constData());
    const auto store = Store::open(m_store, test::knowledge());
    const auto list = (*store)->list();
    QCOMPARE(list->size(), 1);
    QCOMPARE(list->first().fileName, file);
    QCOMPARE(list->first().agency, u"云岭市水务局"_s);
    QCOMPARE(*(*store)->original(list->first().id), report(u"5"_s)); // it can be opened where the file is gone
}

void TestStoreVerb::importTwiceChangesNothing()
{
    const QString file = write(u"报告.txt"_s, report(u"5"_s));
    const QString copy = write(u"副本.txt"_s, report(u"5"_s));
    QCOMPARE(cli({u"import"_s, u"--store"_s, m_store, file}).status, 0);
    correct(file, u"proactive.penalties.decisions"_s, u"7"_s);
    const QByteArray before = exported(u".jsonl"_s);
    const CliResult again = cli({u"import"_s, u"--store"_s, m_store, file, copy});
    QCOMPARE(again.status, 0);
    QVERIFY2(again.out.contains("新存入 0 份，已有 2 份"), again.out.constData());
    QCOMPARE(exported(u".jsonl"_s), before);
}

void TestStoreVerb::importTellsFailuresAndGoesOn()
{
    const QString folder = QFileInfo(write(u"夹/1 便条.txt"_s, "今天开会。\n")).path();
    write(u"夹/2.txt"_s, report(u"5"_s));
    write(u"夹/3 空.txt"_s, {});
    write(u"夹/丙/4.txt"_s, report(u"6"_s, 2022));
    const CliResult result = cli({u"import"_s, u"--store"_s, m_store, folder});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.messages.contains(u"1 便条.txt：没有找到年度报告的表格"_s), qPrintable(result.messages));
    QVERIFY2(result.messages.contains(u"3 空.txt："_s), qPrintable(result.messages));
    QVERIFY2(result.out.contains("新存入 2 份，已有 0 份，未能读取 2 个文件"), result.out.constData());
    const CliResult json = cli({u"import"_s, u"--json"_s, u"--store"_s, m_folder->filePath(u"另.sqlite"_s), folder});
    const auto lines = json.lines();
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0][u"error"_s][u"code"_s].toString(), u"no-tables"_s);
    QCOMPARE(lines[1][u"year"_s].toInt(), 2023);
    QCOMPARE(lines[3][u"year"_s].toInt(), 2022);
}

void TestStoreVerb::importOfAnArchive()
{
    const QString zip = write(u"报送.zip"_s, test::zip({{"a.txt", report(u"5"_s)}, {"b/c.txt", report(u"6"_s, 2022)}}));
    const CliResult result = cli({u"import"_s, u"--store"_s, m_store, zip});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.contains("新存入 2 份，已有 0 份，未能读取 0 个文件"), result.out.constData());
    const auto list = *(*Store::open(m_store, test::knowledge()))->list();
    QSet<QString> names;
    for (const StoredReport &report : list)
        names << report.fileName;
    QCOMPARE(names, (QSet<QString>{zip + u"!a.txt"_s, zip + u"!b/c.txt"_s}));
    QVERIFY(!cli({u"check"_s, u"--json"_s, u"--store"_s, m_store}).out.contains("copy.changed"));
    write(u"报送.zip"_s, test::zip({{"a.txt", report(u"7"_s)}, {"b/c.txt", report(u"6"_s, 2022)}}));
    QCOMPARE(cli({u"check"_s, u"--json"_s, u"--store"_s, m_store}).out.count("copy.changed"), 1);
}

void TestStoreVerb::importAlikeWithAnyJobs()
{
    for (int i = 0; i < 12; ++i)
        write(u"夹/%1.txt"_s.arg(i), report(QString::number(i)));
    const QString folder = m_folder->filePath(u"夹"_s);
    const CliResult one = cli({u"import"_s, u"--store"_s, m_store, u"--jobs"_s, u"1"_s, folder});
    const CliResult four = cli({u"import"_s, u"--store"_s, m_folder->filePath(u"四.sqlite"_s), u"--jobs"_s, u"4"_s, folder});
    QCOMPARE(four.out, one.out);
    const QByteArray first = exported(u".csv"_s);
    m_store = m_folder->filePath(u"四.sqlite"_s);
    QCOMPARE(exported(u".csv"_s), first);
}

void TestStoreVerb::checkUsesCorrections()
{
    const QString file = write(u"报告.txt"_s, report(u"5"_s));
    QCOMPARE(cli({u"import"_s, u"--store"_s, m_store, file}).status, 0);
    QCOMPARE(cli({u"check"_s, u"--store"_s, m_store}).status, 0);
    correct(file, u"requests.granted.total"_s, u"4"_s);
    const CliResult result = cli({u"check"_s, u"--json"_s, u"--store"_s, m_store});
    QCOMPARE(result.status, 1);
    const auto lines = result.lines();
    QCOMPARE(lines.size(), 1);
    const QJsonObject cell = lines[0][u"cells"_s][u"requests.granted.total"_s].toObject();
    QCOMPARE(cell[u"value"_s].toString(), u"4"_s);
    QCOMPARE(cell[u"status"_s].toString(), u"corrected"_s);
    QCOMPARE(cell[u"was"_s].toString(), u"0"_s);
    const CliResult text = cli({u"check"_s, u"--store"_s, m_store});
    QCOMPARE(text.status, 1);
    QVERIFY2(text.out.contains("[错误]"), text.out.constData());
    const auto store = Store::open(m_store, test::knowledge());
    QVERIFY((*store)->list()->first().errors > 0); // the list tells what the last check found
}

void TestStoreVerb::exportCorrectedValues()
{
    const QString file = write(u"报告.txt"_s, report(u"5"_s));
    QCOMPARE(cli({u"import"_s, u"--store"_s, m_store, file}).status, 0);
    correct(file, u"proactive.penalties.decisions"_s, u"4321"_s);
    const QByteArray csv = exported(u".csv"_s);
    QVERIFY(csv.startsWith("\xEF\xBB\xBF机关,年度,"));
    QCOMPARE(csv.count("\r\n"), 2);
    QVERIFY2(csv.contains("云岭市水务局,2023,2021,审核中,"), csv.constData());
    QVERIFY(csv.contains(",4321,"));
    exported(u".xlsx"_s);
    const auto book = readDocument(m_folder->filePath(u"out.xlsx"_s));
    QVERIFY(book.ok());
    QVERIFY2(book->text.contains(u"4321"_s), qPrintable(book->text));
    QVERIFY(exported(u".jsonl"_s).contains("\"value\": \"4321\", \"status\": \"corrected\""));
}

void TestStoreVerb::exportAlikeInAnyOrder()
{
    const QString one = write(u"1.txt"_s, report(u"5"_s));
    const QString two = write(u"2.txt"_s, report(u"6"_s, 2022));
    QCOMPARE(cli({u"import"_s, u"--store"_s, m_store, one, two}).status, 0);
    const QByteArray csv = exported(u".csv"_s);
    const QByteArray xlsx = exported(u".xlsx"_s);
    QVERIFY(csv.indexOf(",2022,") < csv.indexOf(",2023,"));
    m_store = m_folder->filePath(u"倒.sqlite"_s);
    QCOMPARE(cli({u"import"_s, u"--store"_s, m_store, two, one}).status, 0);
    QCOMPARE(exported(u".csv"_s), csv);
    QCOMPARE(exported(u".xlsx"_s), xlsx);
}

void TestStoreVerb::needsAStoreThatIsThere()
{
    for (const QStringList &arguments : {QStringList{u"check"_s, u"--store"_s, m_store}, {u"verify"_s, u"--store"_s, m_store},
             {u"export"_s, u"--store"_s, m_store, u"-o"_s, m_folder->filePath(u"never.csv"_s)}}) {
        const CliResult result = cli(arguments);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.messages.contains(u"不存在"_s), qPrintable(result.messages));
        QVERIFY(!QFile::exists(m_store));
    }
    const QString noStore = write(u"报告.txt"_s, report(u"5"_s));
    const CliResult refused = cli({u"import"_s, u"--store"_s, noStore, noStore});
    QCOMPARE(refused.status, 2);
    QFile file(noStore);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), report(u"5"_s));
}

void TestStoreVerb::unwritableOutput()
{
    QCOMPARE(cli({u"import"_s, u"--store"_s, m_store, write(u"报告.txt"_s, report(u"5"_s))}).status, 0);
    const CliResult result = cli({u"export"_s, u"--store"_s, m_store, u"-o"_s, u"/nowhere/a.csv"_s});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.messages.contains(u"无法写出 /nowhere/a.csv：文件夹“/nowhere”不存在。"_s), qPrintable(result.messages));
}

void TestStoreVerb::meddle(const QStringList &statements) const
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"meddling"_s);
        db.setDatabaseName(m_store);
        if (!db.open())
            qFatal("%s", qPrintable(db.lastError().text()));
        QSqlQuery query(db);
        for (const QString &sql : statements) {
            if (!query.exec(sql))
                qFatal("%s", qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(u"meddling"_s);
}

/// Whoever changes an act behind the program's back is told of by every verb that opens the report.
void TestStoreVerb::meddlingIsSaid()
{
    const QString file = write(u"报告.txt"_s, report(u"5"_s));
    QCOMPARE(cli({u"import"_s, u"--store"_s, m_store, file}).status, 0);
    correct(file, u"requests.granted.total"_s, u"4"_s);
    const CliResult whole = cli({u"verify"_s, u"--store"_s, m_store});
    QCOMPARE(whole.status, 0);
    QVERIFY2(whole.out.contains("1 份报告都完整"), whole.out.constData());
    meddle({u"DROP TRIGGER act_unchanged"_s, u"UPDATE act SET who = '别人'"_s});
    for (const QStringList &arguments :
        {QStringList{u"verify"_s}, {u"check"_s}, {u"export"_s, u"-o"_s, m_folder->filePath(u"all.csv"_s)}}) {
        const CliResult result = cli(arguments + QStringList{u"--store"_s, m_store});
        QCOMPARE(result.status, 1);
        QCOMPARE(result.messages.count(u"从第 1 步"_s), 1);
        QVERIFY2(result.messages.contains(u"与校验值不符"_s), qPrintable(result.messages));
    }
    const CliResult sheet = cli({u"summary"_s, file, u"-o"_s, m_folder->filePath(u"sheet.html"_s), u"--store"_s, m_store});
    QVERIFY2(sheet.messages.contains(u"与校验值不符"_s), qPrintable(sheet.messages));
    meddle({u"DROP TRIGGER original_unchanged"_s, u"UPDATE original SET packed = x'00'"_s});
    const CliResult worse = cli({u"verify"_s, u"--store"_s, m_store});
    QCOMPARE(worse.status, 1);
    QVERIFY2(worse.messages.contains(u"原文件"_s) && worse.out.contains("有 1 份不完整"), qPrintable(worse.messages));
}

QTEST_GUILESS_MAIN(TestStoreVerb)
#include "tst_storeverb.moc"
