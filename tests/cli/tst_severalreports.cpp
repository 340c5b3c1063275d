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
    QVERIFY2(findings(result, u"year.stock"_s, 2021).isEmpty(), qPrintable(findings(result, u"year.stock"_s, 2021).join(u' ')));
}

QTEST_GUILESS_MAIN(TestSeveralReports)
#include "tst_severalreports.moc"
