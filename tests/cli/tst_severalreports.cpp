// SPDX-License-Identifier: GPL-3.0-or-later
#include "cliprogram.h"

#include "samplereport.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace gouji;
using gouji::test::cli;
using gouji::test::CliResult;
using namespace Qt::StringLiterals;

namespace {

using Cells = QHash<QString, QString>;

/// So many applications of natural persons, all granted but those carried forward.
Cells applications(int fresh, int carriedOver, int carriedForward)
{
    Cells out;
    const auto put = [&](const QString &row, int n) {
        out.insert(u"requests.%1.natural_person"_s.arg(row), QString::number(n));
        out.insert(u"requests.%1.total"_s.arg(row), QString::number(n));
    };
    put(u"new_received"_s, fresh);
    put(u"carried_over"_s, carriedOver);
    put(u"granted"_s, fresh + carriedOver - carriedForward);
    put(u"total_handled"_s, fresh + carriedOver - carriedForward);
    put(u"carried_forward"_s, carriedForward);
    return out;
}

} // namespace

/// What several reports say of each other, in the plain form: import and check.
class TestSeveralReports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void twoYears();
    void twoYearsThatAgree();
    void yearsOfAnotherBody();
    void otherForm();
    void cityAndItsDepartments();
    void badRegionList_data();
    void badRegionList();
    void copies();
    void changedFile();

private:
    void write(const QString &name, const QString &agency, int year, const Cells &values, const QString &narrative = {},
        const QString &form = u"2021"_s) const;
    CliResult check(const QStringList &more = {}) const;
    /// Findings of a rule in the reports of a year, as "severity message".
    QStringList findings(const CliResult &result, const QString &rule, int year) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
};

void TestSeveralReports::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = m_folder->filePath(u"库.sqlite"_s);
}

void TestSeveralReports::write(
    const QString &name, const QString &agency, int year, const Cells &values, const QString &narrative, const QString &form) const
{
    QString text = test::sampleReport(values, narrative, form).document.text;
    text.replace(u"云岭市水务局2023年"_s, agency + QString::number(year) + u'年');
    const QString path = m_folder->filePath(u"报告/"_s + name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

CliResult TestSeveralReports::check(const QStringList &more) const
{
    const CliResult kept = cli({u"import"_s, u"--store"_s, m_store, m_folder->filePath(u"报告"_s)});
    if (kept.status == 2)
        qFatal("%s", qPrintable(kept.messages));
    return cli(QStringList{u"check"_s, u"--json"_s, u"--store"_s, m_store} + more);
}

QStringList TestSeveralReports::findings(const CliResult &result, const QString &rule, int year) const
{
    QStringList out;
    for (const QJsonObject &report : result.lines()) {
        for (const QJsonValue f : report[u"findings"_s].toArray()) {
            if (report[u"year"_s].toInt() == year && f[u"rule"_s].toString().startsWith(rule))
                out << f[u"severity"_s].toString() + u' ' + f[u"message"_s].toString();
        }
    }
    return out;
}

void TestSeveralReports::twoYears()
{
    write(u"a.txt"_s, u"云岭市水务局"_s, 2022, applications(20, 0, 5));
    write(u"b.txt"_s, u"云岭市水务局"_s, 2023, applications(20, 3, 0));
    const CliResult result = check();
    QCOMPARE(result.status, 1);
    QCOMPARE(findings(result, u"year."_s, 2022), QStringList());
    const QStringList found = findings(result, u"year."_s, 2023);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found[0].startsWith(u"error 表三总计列：“上年结转” 3 ≠ 2022年“结转下年” 5；同时"_s), qPrintable(found[0]));
}

void TestSeveralReports::twoYearsThatAgree()
{
    write(u"a.txt"_s, u"云岭市水务局"_s, 2022, applications(20, 0, 5));
    write(u"b.txt"_s, u"云岭市 水务局"_s, 2023, applications(20, 5, 0));
    const CliResult result = check();
    QCOMPARE(result.status, 0);
    QCOMPARE(findings(result, u"year."_s, 2023), QStringList());
}

void TestSeveralReports::yearsOfAnotherBody()
{
    write(u"a.txt"_s, u"云岭市教育局"_s, 2022, applications(20, 0, 5));
    write(u"b.txt"_s, u"云岭市水务局"_s, 2023, applications(20, 3, 0));
    write(u"c.txt"_s, u"云岭市水务局"_s, 2021, applications(20, 3, 9));
    QCOMPARE(findings(check(), u"year.carry_over"_s, 2023), QStringList());
}

void TestSeveralReports::otherForm()
{
    write(u"a.txt"_s, u"云岭市水务局"_s, 2020, applications(20, 0, 5), {}, u"2019"_s);
    write(u"b.txt"_s, u"云岭市水务局"_s, 2021, applications(20, 3, 0));
    const CliResult result = check();
    QCOMPARE(findings(result, u"year.carry_over"_s, 2021).size(), 1); // table three is the same in both
    // table two is not, and that is all that is said of it
    const QStringList stock = findings(result, u"year.stock"_s, 2021);
    QCOMPARE(stock.size(), 1);
    QVERIFY2(stock.first().startsWith(u"hint "_s) && stock.first().contains(u"未作比较"_s), qPrintable(stock.first()));
}

void TestSeveralReports::cityAndItsDepartments()
{
    write(u"水务局.txt"_s, u"云岭市水务局"_s, 2023, applications(4, 0, 0));
    write(u"教育局.txt"_s, u"云岭市教育局"_s, 2023, applications(9, 1, 2));
    write(u"市.txt"_s, u"云岭市人民政府"_s, 2023, applications(12, 1, 2)); // one application less than its departments have
    const QString list = m_folder->filePath(u"名单.csv"_s);
    QFile file(list);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBF机关,上级机关\r\n云岭市水务局,云岭市人民政府\r\n\"云岭市教育局\",云岭市人民政府\r\n");
    file.close();
    QCOMPARE(findings(check(), u"region."_s, 2023), QStringList()); // no list, no region
    CliResult result = check({u"--regions"_s, list});
    QStringList found = findings(result, u"region."_s, 2023);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found[0].startsWith(u"warning 有 6 格与 2 个单位之和不符：表三“本年新收”自然人 12 ≠ 13"_s), qPrintable(found[0]));
    QCOMPARE(findings(check(), u"region."_s, 2023), found); // the list is kept
    QVERIFY(file.open(QIODevice::Append));
    file.write("云岭市统计局,云岭市人民政府\n");
    file.close();
    result = check({u"--regions"_s, list});
    QCOMPARE(result.status, 1);
    found = findings(result, u"region."_s, 2023);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found[0].startsWith(u"error 名单列有 3 个单位，其中没有 2023 年报告的：云岭市统计局"_s), qPrintable(found[0]));
    write(u"去年.txt"_s, u"云岭市水务局"_s, 2022, applications(4, 0, 0));
    const QString told = check().messages;
    QVERIFY2(told.contains(u"2022 年：没有云岭市人民政府的报告，其下还缺云岭市教育局、云岭市统计局"_s), qPrintable(told));
}

void TestSeveralReports::badRegionList_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("message");
    QTest::newRow("one field") << QByteArray("甲局,乙市\n丙局\n") << u"第 2 行"_s;
    QTest::newRow("two governments") << QByteArray("甲局,乙市\n甲局,丙市\n") << u"两个上级"_s;
    QTest::newRow("its own") << QByteArray("甲局,乙市\n乙市,甲局\n") << u"自己的上级"_s;
}

void TestSeveralReports::badRegionList()
{
    QFETCH(QByteArray, list);
    QFETCH(QString, message);
    write(u"a.txt"_s, u"云岭市水务局"_s, 2023, {});
    const QString path = m_folder->filePath(u"名单.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(list);
    file.close();
    const CliResult result = check({u"--regions"_s, path});
    QCOMPARE(result.status, 2);
    QVERIFY(result.out.isEmpty());
    QVERIFY2(result.messages.contains(message), qPrintable(result.messages));
}

void TestSeveralReports::copies()
{
    write(u"a.txt"_s, u"云岭市水务局"_s, 2023, applications(20, 0, 0));
    write(u"b.txt"_s, u"云岭市水务局"_s, 2023, applications(21, 0, 0));
    const QStringList found = findings(check(), u"copy."_s, 2023);
    QCOMPARE(found.size(), 2); // one on each
    QVERIFY2(found[0].startsWith(u"error 与同一报告的另一份文件“b.txt”有 6 格不同（本件与另一份）：表三“本年新收”自然人 20 与 21"_s),
        qPrintable(found[0]));
}

void TestSeveralReports::changedFile()
{
    write(u"a.txt"_s, u"云岭市水务局"_s, 2023, applications(20, 0, 0));
    QCOMPARE(findings(check(), u"copy."_s, 2023), QStringList());
    write(u"a.txt"_s, u"云岭市水务局"_s, 2023, applications(21, 0, 0));
    const QStringList unread = findings(cli({u"check"_s, u"--json"_s, u"--store"_s, m_store}), u"copy."_s, 2023);
    QCOMPARE(unread.size(), 1);
    QVERIFY2(unread[0].startsWith(u"warning 文件“a.txt”：存入之后文件已改动"_s), qPrintable(unread[0]));
    const QStringList kept = findings(check(), u"copy."_s, 2023);
    QCOMPARE(kept.size(), 2); // both versions are there, and say so
    QVERIFY2(kept[0].contains(u"还存入过它的另一版，三张表有 6 格不同"_s), qPrintable(kept[0]));
}

QTEST_GUILESS_MAIN(TestSeveralReports)
#include "tst_severalreports.moc"
