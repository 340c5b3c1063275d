// SPDX-License-Identifier: GPL-3.0-or-later
#include "cliprogram.h"

#include "document/documentreader.h"
#include "review/reviewsession.h"
#include "samplereport.h"
#include "store/store.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace gouji;
using gouji::test::cli;
using gouji::test::CliResult;
using namespace Qt::StringLiterals;

/// Rules of one's own on the command line, and errors that a person judged to be none.
class TestRulesOption : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsAndChanges_data();
    void addsAndChanges();
    void refused();
    void notThere();
    void dismissedErrorsAreCountedApart();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    static QStringList rulesOf(const QJsonObject &line);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_report;
    QString m_store;
};

const QByteArray Own = R"({"version": 1, "rules": [
    {"id": "local.coercion", "severity": "error", "check": "formula", "formula": "proactive.coercive_measures.decisions = 0",
     "title": "没有强制决定", "message": "{place}：{left}。", "basis": "本地"}]})";

void TestRulesOption::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = m_folder->filePath(u"库.sqlite"_s);
    m_report = write(u"报告.txt"_s, test::sampleReport({{u"proactive.coercive_measures.decisions"_s, u"3"_s}}).document.text.toUtf8());
}

QString TestRulesOption::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QStringList TestRulesOption::rulesOf(const QJsonObject &line)
{
    QStringList out;
    for (const QJsonValue finding : line.value("findings"_L1).toArray())
        out << finding["rule"_L1].toString();
    return out;
}

void TestRulesOption::addsAndChanges_data()
{
    QTest::addColumn<QStringList>("verb");
    QTest::newRow("recover") << QStringList{u"recover"_s, u"--json"_s};
    QTest::newRow("import") << QStringList{u"import"_s, u"--json"_s, u"--store"_s};
    QTest::newRow("check") << QStringList{u"check"_s, u"--json"_s, u"--store"_s};
}

void TestRulesOption::addsAndChanges()
{
    QFETCH(QStringList, verb);
    QStringList words = verb;
    if (verb.last() == "--store"_L1)
        words << m_store;
    if (verb.first() == "check"_L1)
        QCOMPARE(cli({u"import"_s, u"--store"_s, m_store, m_report}).status, 0);
    else
        words << m_report;
    const CliResult without = cli(words);
    QCOMPARE(without.status, 0);
    QVERIFY(!rulesOf(without.lines().value(0)).contains(u"local.coercion"_s));
    const CliResult with = cli(words + QStringList{u"--rules"_s, write(u"自己.json"_s, Own)});
    QCOMPARE(with.status, 1);
    QVERIFY(rulesOf(with.lines().value(0)).contains(u"local.coercion"_s));
}

/// Nothing is checked with fewer rules than were asked for.
void TestRulesOption::refused()
{
    const QString bad = write(u"坏.json"_s, QByteArray(Own).replace("coercive_measures.decisions", "coercive_measures.decision"));
    const CliResult result = cli({u"recover"_s, u"--rules"_s, bad, m_report});
    QCOMPARE(result.status, 2);
    QVERIFY(result.out.isEmpty());
    for (const QString &word : {u"坏.json"_s, u"第 2 行"_s, u"local.coercion"_s, u"decision"_s})
        QVERIFY2(result.messages.contains(word), qPrintable(result.messages));
}

void TestRulesOption::notThere()
{
    const CliResult result = cli({u"recover"_s, u"--rules"_s, m_folder->filePath(u"没有.json"_s), m_report});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.messages.contains(u"没有.json"_s), qPrintable(result.messages));
}

void TestRulesOption::dismissedErrorsAreCountedApart()
{
    const QString own = write(u"自己.json"_s, Own);
    QCOMPARE(cli({u"import"_s, u"--store"_s, m_store, m_report}).status, 0);
    {
        const auto knowledge = Knowledge::load(own);
        QVERIFY(knowledge.ok());
        const auto store = Store::open(m_store, *knowledge);
        QVERIFY(store.ok());
        const QUuid id = (*store)->list()->first().id;
        const auto kept = (*store)->load(id);
        QVERIFY(kept.ok());
        ReviewSession session(kept->read, *knowledge, kept->history);
        session.setKeeper([&](const Act &act) { return (*store)->append(id, act); });
        const auto at = std::find_if(
            session.findings().begin(), session.findings().end(), [](const Finding &f) { return f.rule == "local.coercion"_L1; });
        QVERIFY(at != session.findings().end());
        QVERIFY(session.judge(at - session.findings().begin(), Judgement::Dismissed, u"确有其事"_s));
    }
    const CliResult result = cli({u"check"_s, u"--store"_s, m_store, u"--rules"_s, own});
    QCOMPARE(result.status, 0);
    const QString out = QString::fromUtf8(result.out);
    QVERIFY2(out.contains(u"另有 1 个错误已判为不是问题"_s), qPrintable(out));
    QVERIFY2(out.contains(u"判断：不是问题：确有其事"_s), qPrintable(out));
    // told all the same
    QVERIFY(
        rulesOf(cli({u"check"_s, u"--json"_s, u"--store"_s, m_store, u"--rules"_s, own}).lines().value(0)).contains(u"local.coercion"_s));
}

QTEST_GUILESS_MAIN(TestRulesOption)
#include "tst_rulesoption.moc"
