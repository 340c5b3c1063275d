// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checker.h"
#include "checks/narrative/narrativewords.h"
#include "checks/rules/rulebook.h"
#include "samplereport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

const FormCatalogue &forms() { return *test::knowledge().forms; }

QByteArray book(const QByteArray &rules) { return R"({"version": 1, "rules": [)" + rules + "]}"; }

const QByteArray Good
    = R"({"id": "cell.blank", "severity": "warning", "check": "blank", "title": "t", "message": "{place} {cells}{note}", "basis": "b"})";

} // namespace

class TestRuleBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shippedBook();
    void everyRuleOfTheContractSoFar();
    void good();
    void refused_data();
    void refused();
    void missingFile();
    void wordsRefused_data();
    void wordsRefused();
    void wordsBesideTheBook();
    void ownRulesBesideTheBook();
    void settingsAreChangedOneByOne();
    void settingsRefused_data();
    void settingsRefused();
    void tooLargeAFile();
    void exampleOfTheManual_data();
    void exampleOfTheManual();

private:
    Result<std::shared_ptr<const RuleBook>> withOwn(const QByteArray &json) const;
};

/// The shipped rules and a file of one's own.
Result<std::shared_ptr<const RuleBook>> TestRuleBook::withOwn(const QByteArray &json) const
{
    QTemporaryDir folder;
    QFile own(folder.filePath(u"own.json"_s));
    if (!own.open(QIODevice::WriteOnly) || own.write(json) != json.size())
        qFatal("cannot write the rule file");
    own.close();
    return RuleBook::load({u":/rules/rules.json"_s, own.fileName()}, forms());
}

void TestRuleBook::shippedBook()
{
    const auto rules = RuleBook::load({u":/rules/rules.json"_s}, forms());
    QVERIFY2(rules.ok(), rules.ok() ? "" : qPrintable(rules.error().message));
    QVERIFY((*rules)->version() >= 1);
    QVERIFY((*rules)->words() != nullptr);
    QVERIFY((*rules)->words()->entryCount() > 40);
    for (const Rule &r : (*rules)->rules()) {
        QVERIFY2(!r.basis.isEmpty() && !r.title.isEmpty(), qPrintable(r.id));
        QVERIFY2(r.message.endsWith(u'。'), qPrintable(r.id));
    }
}

void TestRuleBook::everyRuleOfTheContractSoFar()
{
    const auto rules = RuleBook::load({u":/rules/rules.json"_s}, forms());
    QVERIFY(rules.ok());
    const std::pair<QString, Severity> expected[] = {{u"requests.balance"_s, Severity::Error}, {u"requests.row_total"_s, Severity::Error},
        {u"requests.handled_total"_s, Severity::Error}, {u"remedies.total"_s, Severity::Error}, {u"cell.blank"_s, Severity::Warning},
        {u"cell.missing"_s, Severity::Warning}, {u"cell.suspect"_s, Severity::Warning}, {u"cell.invalid"_s, Severity::Error},
        {u"row.ambiguous"_s, Severity::Warning}, {u"narrative.mismatch"_s, Severity::Error}, {u"narrative.negative"_s, Severity::Error}};
    for (const auto &[id, severity] : expected) {
        const Rule *rule = (*rules)->rule(id);
        QVERIFY2(rule, qPrintable(id));
        QCOMPARE(rule->severity, severity);
    }
    QVERIFY((*rules)->rule(u"no.such"_s) == nullptr);
}

void TestRuleBook::good()
{
    const auto rules = RuleBook::parse(book(Good), u"mine.json"_s, forms());
    QVERIFY2(rules.ok(), rules.ok() ? "" : qPrintable(rules.error().message));
    QCOMPARE((*rules)->rules().size(), 1);
    QVERIFY((*rules)->words() == nullptr);
}

void TestRuleBook::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("words"); // that the message must hold
    const auto changed = [](const QByteArray &from, const QByteArray &to) {
        QByteArray rule = Good;
        rule.replace(from, to);
        return book(rule);
    };
    QTest::newRow("syntax") << QByteArray("{\n\"version\": 1,\n\"rules\": [}") << QStringList{u"mine.json"_s, u"第 3 行"_s};
    QTest::newRow("no list") << QByteArray("{\"version\": 1}") << QStringList{u"mine.json"_s, u"rules"_s};
    QTest::newRow("not an object") << QByteArray("[]") << QStringList{u"mine.json"_s};
    QTest::newRow("no version") << QByteArray("{\"rules\": []}") << QStringList{u"version"_s};
    QTest::newRow("no id") << changed("\"id\": \"cell.blank\", ", "") << QStringList{u"第 1 条规则"_s, u"id"_s};
    QTest::newRow("bad id") << changed("cell.blank", "Cell Blank") << QStringList{u"Cell Blank"_s};
    QTest::newRow("id without area") << changed("cell.blank", "blank") << QStringList{u"“blank”"_s};
    QTest::newRow("twice") << book(Good + "," + Good) << QStringList{u"cell.blank"_s, u"重复"_s};
    QTest::newRow("severity") << changed("warning", "grave") << QStringList{u"cell.blank"_s, u"severity"_s};
    QTest::newRow("function") << changed("\"blank\"", "\"magic\"") << QStringList{u"cell.blank"_s, u"magic"_s};
    QTest::newRow("placeholder") << changed("{note}", "{wind}") << QStringList{u"cell.blank"_s, u"{wind}"_s};
    QTest::newRow("open brace") << changed("{note}", "{note") << QStringList{u"cell.blank"_s, u"闭合"_s};
    QTest::newRow("empty title") << changed("\"t\"", "\"\"") << QStringList{u"cell.blank"_s, u"title"_s};
    QTest::newRow("unknown key") << changed("\"basis\"", "\"bases\"") << QStringList{u"cell.blank"_s, u"bases"_s};
    QTest::newRow("forms") << changed("\"basis\"", "\"forms\": \"2021\", \"basis\"") << QStringList{u"cell.blank"_s, u"forms"_s};
    QTest::newRow("form unknown") << changed("\"basis\"", "\"forms\": [\"1066\"], \"basis\"") << QStringList{u"1066"_s};
    QTest::newRow("formula without its check") << changed("\"basis\"", "\"formula\": \"1 = 1\", \"basis\"") << QStringList{u"formula"_s};
    QTest::newRow("line") << QByteArray("{\"version\": 1,\n\"notes\": [{\"a\": \"{\"}],\n\"rules\": [\n") + Good + ",\n\n"
            + QByteArray(Good).replace("cell.blank", "Cell")
            + "]}" << QStringList{u"第 6 行"_s, u"“Cell”"_s};
    QTest::newRow("setting") << changed("\"basis\"", "\"settings\": {\"colour\": 3}, \"basis\"") << QStringList{u"settings"_s, u"colour"_s};
    QTest::newRow("pattern") << changed("\"basis\"", "\"exceptAgencies\": \"(\", \"basis\"") << QStringList{u"exceptAgencies"_s};
    QTest::newRow("not a rule") << book("3") << QStringList{u"第 1 条规则"_s};
}

void TestRuleBook::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, words);
    const auto rules = RuleBook::parse(json, u"mine.json"_s, forms());
    QVERIFY(!rules.ok());
    QCOMPARE(rules.error().code, u"bad-rule"_s);
    for (const QString &word : words)
        QVERIFY2(rules.error().message.contains(word), qPrintable(rules.error().message));
}

void TestRuleBook::missingFile()
{
    const auto rules = RuleBook::load({u"/nowhere/rules.json"_s}, forms());
    QVERIFY(!rules.ok());
    QCOMPARE(rules.error().code, u"bad-rule"_s);
    QVERIFY(rules.error().message.contains(u"/nowhere/rules.json"_s));
}

void TestRuleBook::wordsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    const QByteArray head = R"({"counters": ["件"], "entries": [)";
    QTest::newRow("syntax") << QByteArray("{") << u"第 1 行"_s;
    QTest::newRow("no counters") << QByteArray("{\"entries\": []}") << u"counters"_s;
    QTest::newRow("empty") << head + "]}" << u"entries"_s;
    QTest::newRow("kind") << head + R"({"id": "x", "kind": "wonder", "words": ["a"]}]})" << u"wonder"_s;
    QTest::newRow("no words") << head + R"({"id": "x", "kind": "glue"}]})" << u"words"_s;
    QTest::newRow("no cells") << head + R"({"id": "x", "kind": "verb", "words": ["a"]}]})" << u"cells"_s;
    QTest::newRow("word twice") << head + R"({"id": "x", "kind": "glue", "words": ["甲"]}, {"id": "y", "kind": "veto", "words": ["甲"]}]})"
                                << u"甲"_s;
    QTest::newRow("severity") << head + R"({"id": "x", "kind": "verb", "cells": ["c"], "alsoSeverity": "loud", "words": ["a"]}]})"
                              << u"alsoSeverity"_s;
}

void TestRuleBook::wordsRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, word);
    const auto words = NarrativeWords::parse(json, u"words.json"_s);
    QVERIFY(!words.ok());
    QCOMPARE(words.error().code, u"bad-rule"_s);
    QVERIFY2(words.error().message.contains(word) && words.error().message.contains(u"words.json"_s), qPrintable(words.error().message));
}

void TestRuleBook::wordsBesideTheBook()
{
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    QFile rules(folder.filePath(u"r.json"_s));
    QVERIFY(rules.open(QIODevice::WriteOnly));
    rules.write(R"({"version": 1, "narrative": "w.json", "rules": []})");
    rules.close();
    const auto without = RuleBook::load({rules.fileName()}, forms());
    QVERIFY(!without.ok());
    QVERIFY(without.error().message.contains(u"w.json"_s));
    QFile words(folder.filePath(u"w.json"_s));
    QVERIFY(words.open(QIODevice::WriteOnly));
    words.write(R"({"counters": ["件"], "entries": [{"id": "x", "kind": "glue", "words": ["共"]}]})");
    words.close();
    const auto with = RuleBook::load({rules.fileName()}, forms());
    QVERIFY2(with.ok(), with.ok() ? "" : qPrintable(with.error().message));
    QCOMPARE((*with)->words()->entryCount(), 1);
}

/// A second file adds rules, changes what it says of one that is there, and strikes out.
void TestRuleBook::ownRulesBesideTheBook()
{
    QTemporaryDir folder;
    QFile own(folder.filePath(u"own.json"_s));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write(R"({"version": 7, "rules": [
        {"id": "cell.blank", "severity": "error"},
        {"id": "cell.suspect", "off": true},
        {"id": "local.secret", "severity": "hint", "check": "formula", "formula": "requests.denied_state_secret.total = 0",
         "title": "t", "message": "{left}", "basis": "b"}]})");
    own.close();
    const auto shipped = RuleBook::load({u":/rules/rules.json"_s}, forms());
    const auto both = RuleBook::load({u":/rules/rules.json"_s, own.fileName()}, forms());
    QVERIFY2(both.ok(), both.ok() ? "" : qPrintable(both.error().message));
    QCOMPARE((*both)->version(), (*shipped)->version());
    QCOMPARE((*both)->rules().size(), (*shipped)->rules().size());
    QCOMPARE((*both)->rule(u"cell.blank"_s)->severity, Severity::Error);
    QCOMPARE((*both)->rule(u"cell.blank"_s)->message, (*shipped)->rule(u"cell.blank"_s)->message);
    QCOMPARE((*both)->indexOf(u"cell.blank"_s), (*shipped)->indexOf(u"cell.blank"_s));
    QVERIFY(!(*both)->rule(u"cell.suspect"_s));
    QCOMPARE((*both)->rule(u"local.secret"_s)->cases.size(), 1);
    QVERIFY((*both)->words());
}

void TestRuleBook::settingsAreChangedOneByOne()
{
    const auto both = withOwn(R"({"version": 4, "rules": [
        {"id": "form.deadline", "settings": {"department": "01-26"}},
        {"id": "local.one", "severity": "hint", "check": "formula", "formula": "proactive.fees.amount = 0",
         "title": "t", "message": "{left}", "basis": "b"}]})");
    QVERIFY2(both.ok(), both.ok() ? "" : qPrintable(both.error().message));
    const Rule *deadline = (*both)->rule(u"form.deadline"_s);
    QCOMPARE(deadline->settings.value("department"_L1).toString(), u"01-26"_s);
    QCOMPARE(deadline->settings.value("government"_L1).toString(), u"03-31"_s);
    QCOMPARE(deadline->changedBy, u"own.json"_s);
    QCOMPARE(deadline->version, 4);
    QVERIFY(!deadline->own);
    QVERIFY((*both)->rule(u"local.one"_s)->own);
    QVERIFY((*both)->rule(u"cell.blank"_s)->changedBy.isEmpty());
    QCOMPARE((*both)->rule(u"cell.blank"_s)->version, (*both)->version());
}

void TestRuleBook::settingsRefused_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("rule");
    QTest::newRow("no such day") << QByteArray(R"({"department": "02-30"})") << u"form.deadline"_s;
    QTest::newRow("a date with its year") << QByteArray(R"({"department": "2024-01-31"})") << u"form.deadline"_s;
    QTest::newRow("a number for a date") << QByteArray(R"({"town": 131})") << u"form.deadline"_s;
    QTest::newRow("less than nothing") << QByteArray(R"({"sectionOne": -1})") << u"form.length"_s;
    QTest::newRow("half a character") << QByteArray(R"({"sectionOne": 0.5})") << u"form.length"_s;
    QTest::newRow("a text for a length") << QByteArray(R"({"sectionOne": "1000"})") << u"form.length"_s;
    QTest::newRow("a text for a list") << QByteArray(R"({"words": "三审"})") << u"form.aspects"_s;
    QTest::newRow("an empty word") << QByteArray(R"({"words": ["三审", ""]})") << u"form.aspects"_s;
    QTest::newRow("no object") << QByteArray(R"(["三审"])") << u"form.aspects"_s;
}

void TestRuleBook::settingsRefused()
{
    QFETCH(QByteArray, settings);
    QFETCH(QString, rule);
    const auto both = withOwn("{\"version\": 1, \"rules\": [\n\n{\"id\": \"" + rule.toUtf8() + "\", \"settings\": " + settings + "}]}");
    QVERIFY(!both.ok());
    QCOMPARE(both.error().code, u"bad-rule"_s);
    for (const QString &word : {u"第 3 行"_s, rule, u"settings"_s})
        QVERIFY2(both.error().message.contains(word), qPrintable(both.error().message));
}

void TestRuleBook::tooLargeAFile()
{
    const auto both = withOwn("{\"version\": 1, \"rules\": []}" + QByteArray(2 << 20, ' '));
    QVERIFY(!both.ok());
    QVERIFY2(both.error().message.contains(u"1 MB"_s), qPrintable(both.error().message));
}

void TestRuleBook::exampleOfTheManual_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("heading");
    QTest::newRow("Chinese") << u"index.md"_s << QByteArray("## 自己的规则");
    QTest::newRow("English") << u"index.en.md"_s << QByteArray("## Rules of one's own");
}

/// What the manual shows works as it stands, and does what it says.
void TestRuleBook::exampleOfTheManual()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, heading);
    QFile manual(QStringLiteral(GOUJI_SOURCE_DIR) + u"/resources/manual/"_s + file);
    QVERIFY2(manual.open(QIODevice::ReadOnly), qPrintable(manual.errorString()));
    const QByteArray text = manual.readAll();
    const qsizetype from = text.indexOf("    {\n", text.indexOf(heading));
    const qsizetype to = text.indexOf("\n    }\n", from);
    QVERIFY(text.contains(heading) && from > 0 && to > from);
    const auto both = withOwn(text.mid(from, to + 6 - from));
    QVERIFY2(both.ok(), both.ok() ? "" : qPrintable(both.error().message));
    QCOMPARE((*both)->rule(u"form.deadline"_s)->settings.value("department"_L1).toString(), u"01-26"_s);
    QCOMPARE((*both)->rule(u"form.length"_s)->settings.value("sectionOne"_L1).toInt(), 1000);
    QVERIFY(!(*both)->rule(u"year.jump"_s));
    QCOMPARE((*both)->rule(u"proactive.stock"_s)->severity, Severity::Hint);
    QVERIFY((*both)->rule(u"local.penalties"_s));
    const ReadReport report = test::sampleReport({{u"proactive.coercive_measures.decisions"_s, u"3"_s}});
    const QList<Finding> findings = check(Dossier{report.report, report.document}, **both);
    const auto of = [&](const char *id) {
        return std::count_if(findings.begin(), findings.end(), [&](const Finding &f) { return f.rule == QLatin1StringView(id); });
    };
    QCOMPARE(of("local.penalties"), 1);
    QCOMPARE(of("form.aspects"), 2); // one for each word that is not there
}

QTEST_GUILESS_MAIN(TestRuleBook)
#include "tst_rulebook.moc"
