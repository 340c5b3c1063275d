// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checker.h"
#include "checks/narrative/prosereading.h"
#include "checks/narrative/readnumbers.h"
#include "checks/rules/ruletrial.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

using Cells = QHash<QString, QString>;

/// As the window says it.
static QString judgement(ReadNumber::Outcome outcome)
{
    static const QStringList Words{u"相符"_s, u"另一口径相符"_s, u"不符"_s, u"不能判断"_s, u"未匹配"_s};
    return Words[int(outcome)];
}

/// What a person sees when trying a rule on a report, and when looking through the numbers of the prose.
class TestRuleTrial : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moneyAndShares();
    void identity();
    void formulaAndItsCondition();
    void notApplicable_data();
    void notApplicable();
    void lastYearsCells();
    void agreesWithTheChecks();
    void numbers_data();
    void numbers();
    void everyClaimIsListed();
    void wordsAroundCutNoNumber();

private:
    static RuleTrial tried(const QString &rule, const ReadReport &read, const Report *last = nullptr);
};

RuleTrial TestRuleTrial::tried(const QString &rule, const ReadReport &read, const Report *last)
{
    Dossier dossier{read.report, read.document};
    dossier.last = last;
    const RuleBook &rules = *knowledge().rules;
    return tryRule(*rules.rule(rule), dossier, rules, check(dossier, rules));
}

void TestRuleTrial::identity()
{
    const RuleTrial good = tried(u"remedies.total"_s, sampleReport());
    QCOMPARE(good.outcome, RuleTrial::Outcome::Holds);
    QCOMPARE(good.demands.size(), 3);
    const RuleTrial bad = tried(u"remedies.total"_s, sampleReport({{u"remedies.review.upheld"_s, u"2"_s}}));
    QCOMPARE(bad.outcome, RuleTrial::Outcome::Fails);
    QCOMPARE(bad.why, u"共 3 式：成立 2，不成立 1，不判断 0"_s);
    const auto failed = std::find_if(
        bad.demands.begin(), bad.demands.end(), [](const RuleTrial::Demand &d) { return d.outcome == RuleTrial::Outcome::Fails; });
    QVERIFY2(failed->text.endsWith(u"2 ≠ 0"_s), qPrintable(failed->text));
    QCOMPARE(failed->operands.size(), 5);
    QCOMPARE(failed->operands[0].label, u"“行政复议”结果维持"_s);
    QCOMPARE(failed->operands[0].value, u"2"_s);
    QVERIFY(failed->operands[0].cell.isValid());
    const RuleTrial open
        = tried(u"remedies.total"_s, sampleReport({{u"remedies.review.upheld"_s, u"?"_s}, {u"remedies.review.other"_s, QString()}}));
    QCOMPARE(open.outcome, RuleTrial::Outcome::Holds);
    const auto unknown = std::find_if(
        open.demands.begin(), open.demands.end(), [](const RuleTrial::Demand &d) { return d.outcome == RuleTrial::Outcome::NotJudged; });
    QVERIFY(unknown != open.demands.end());
    QCOMPARE(unknown->operands[0].value, u"没有可用的数"_s);
    QCOMPARE(unknown->operands[2].value, u"空白（按 0 计）"_s);
}

void TestRuleTrial::formulaAndItsCondition()
{
    const Cells more{{u"proactive.normative_documents.issued"_s, u"5"_s}, {u"proactive.normative_documents.in_force"_s, u"3"_s},
        {u"proactive.normative_documents.repealed"_s, u"2"_s}};
    const RuleTrial bad = tried(u"proactive.stock"_s, sampleReport(more));
    QCOMPARE(bad.outcome, RuleTrial::Outcome::Fails);
    QVERIFY2(bad.demands[1].text.contains(u"proactive.normative_documents.in_force >= proactive.normative_documents.issued"_s),
        qPrintable(bad.demands[1].text));
    Cells none = more;
    none[u"proactive.normative_documents.repealed"_s] = u"0"_s;
    const RuleTrial other = tried(u"proactive.stock"_s, sampleReport(none));
    QCOMPARE(other.demands[1].outcome, RuleTrial::Outcome::NotJudged);
    QVERIFY2(other.demands[1].why.startsWith(u"前提不成立"_s), qPrintable(other.demands[1].why));
}

void TestRuleTrial::notApplicable_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("why");
    QTest::newRow("another form") << u"proactive.stock"_s << u"2019"_s << u"只用于 2021 年格式"_s;
    QTest::newRow("no report of last year") << u"year.unchanged"_s << u"2021"_s << u"没有上年的报告"_s;
    QTest::newRow("no region") << u"region.sum"_s << u"2021"_s << u"名单上没有它的所属单位"_s;
    QTest::newRow("no copy") << u"copy.differs"_s << u"2021"_s << u"没有同一报告的其他文件"_s;
}

void TestRuleTrial::notApplicable()
{
    QFETCH(QString, rule);
    QFETCH(QString, form);
    QFETCH(QString, why);
    const RuleTrial trial = tried(rule, sampleReport({}, {}, form));
    QCOMPARE(trial.outcome, RuleTrial::Outcome::NotJudged);
    QVERIFY2(trial.why.contains(why), qPrintable(trial.why));
    QVERIFY(trial.demands.isEmpty());
}

void TestRuleTrial::lastYearsCells()
{
    ReadReport last = sampleReport({{u"requests.carried_forward.total"_s, u"4"_s}});
    last.report.year = 2022;
    const RuleTrial trial = tried(u"year.carry_over"_s, sampleReport(), &last.report);
    QCOMPARE(trial.outcome, RuleTrial::Outcome::Fails);
    const RuleTrial::Demand &total = trial.demands.first();
    QCOMPARE(total.operands.size(), 2);
    QVERIFY(total.operands[0].cell.isValid());
    QVERIFY(!total.operands[1].cell.isValid());
    QCOMPARE(total.operands[1].label, u"2022年“结转下年”总计"_s);
    QCOMPARE(total.operands[1].value, u"4"_s);
}

/// No rule is said to hold that has a finding, and none to fail that has not.
void TestRuleTrial::agreesWithTheChecks()
{
    const ReadReport read = sampleReport({{u"requests.granted.total"_s, u"3"_s}, {u"proactive.regulations.issued"_s, u"2"_s}},
        u"共收到政府信息公开申请8件。2022年收费XX元。"_s);
    const RuleBook &rules = *knowledge().rules;
    QVERIFY(read.findings.size() >= 3);
    for (const Rule &rule : rules.rules()) {
        const bool found = std::any_of(
            read.findings.begin(), read.findings.end(), [&](const Finding &f) { return f.rule == rule.id || f.also.contains(rule.id); });
        const RuleTrial trial = tried(rule.id, read);
        QVERIFY2(!trial.why.isEmpty(), qPrintable(rule.id));
        QCOMPARE(trial.outcome == RuleTrial::Outcome::Fails, found);
    }
}

void TestRuleTrial::numbers_data()
{
    QTest::addColumn<Cells>("cells");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QStringList>("said"); // number, outcome, equation, a word of why
    const Cells eight{{u"requests.new_received.total"_s, u"7"_s}, {u"requests.carried_over.total"_s, u"1"_s}};
    QTest::newRow("the cell of the verb") << eight << u"本年新收政府信息公开申请7件。"_s
                                          << QStringList{u"7件"_s, u"相符"_s, u"7 = “本年新收”总计 7"_s, u"新收"_s};
    QTest::newRow("another reading") << eight << u"共收到政府信息公开申请８件。"_s
                                     << QStringList{u"８件"_s, u"另一口径相符"_s, u"8 = “本年新收”总计 7 + “上年结转”总计 1"_s, u"收到"_s};
    QTest::newRow("differs") << eight << u"共收到政府信息公开申请9件。"_s
                             << QStringList{u"9件"_s, u"不符"_s, u"9 ≠ “本年新收”总计 7"_s, u"收到"_s};
    QTest::newRow("negative") << eight << u"本机关未收到政府信息公开申请。"_s
                              << QStringList{u"未收到政府信息公开申请"_s, u"不符"_s, u"0 ≠ “本年新收”总计 7"_s, u"未收到"_s};
    QTest::newRow("a decoy") << eight << u"网站发布信息1200余条。"_s << QStringList{u"1200余条"_s, u"未匹配"_s, QString(), QString()};
    QTest::newRow("table two") << Cells{{u"proactive.normative_documents.issued"_s, u"6"_s},
        {u"proactive.normative_documents.in_force"_s, u"9"_s}}
                               << u"制发行政规范性文件6件。"_s
                               << QStringList{u"6件"_s, u"相符"_s, u"6 = “行政规范性文件”本年制发件数 6"_s, u"表二"_s};
    QTest::newRow("nothing to compare with") << Cells{{u"requests.new_received.total"_s, u"?"_s}} << u"本年新收政府信息公开申请7件。"_s
                                             << QStringList{u"7件"_s, u"不能判断"_s, u"7 与 “本年新收”总计 ？"_s, u"新收"_s};
}

void TestRuleTrial::numbers()
{
    QFETCH(Cells, cells);
    QFETCH(QString, sentence);
    QFETCH(QStringList, said);
    const ReadReport read = sampleReport(cells, sentence);
    const QList<ReadNumber> numbers = readNumbers(Dossier{read.report, read.document}, *knowledge().rules);
    const auto found
        = std::find_if(numbers.begin(), numbers.end(), [&](const ReadNumber &n) { return QString(n.number).remove(u' ') == said[0]; });
    QVERIFY2(found != numbers.end(), qPrintable(numbers.isEmpty() ? u"none"_s : numbers.first().number));
    QCOMPARE(judgement(found->outcome), said[1]);
    QCOMPARE(found->equation, said[2]);
    QVERIFY2(found->why.contains(said[3]), qPrintable(found->why));
    QVERIFY(!found->why.isEmpty());
    QCOMPARE(found->cells.isEmpty(), said[2].isEmpty());
    QCOMPARE(read.document.at(found->source).toString(), found->number);
    QVERIFY(found->sentence.begin <= found->source.begin && found->source.end <= found->sentence.end);
}

void TestRuleTrial::everyClaimIsListed()
{
    const ReadReport read
        = sampleReport({}, u"召开会议3次，发布信息12条。收到政府信息公开申请5件，其中自然人4件、商业企业1件；行政复议1件。"_s);
    const ProseReading prose = ProseReading::of(read.document, read.report, knowledge().rules->words());
    const QList<ReadNumber> numbers = readNumbers(Dossier{read.report, read.document}, *knowledge().rules);
    QVERIFY(prose.narrative.claims.size() >= 5);
    for (const NarrativeClaim &claim : prose.narrative.claims)
        QVERIFY(std::any_of(numbers.begin(), numbers.end(), [&](const ReadNumber &n) { return n.source == claim.source; }));
    QVERIFY(std::is_sorted(
        numbers.begin(), numbers.end(), [](const ReadNumber &a, const ReadNumber &b) { return a.source.begin < b.source.begin; }));
}

/// Half of a number would read like another one.
void TestRuleTrial::wordsAroundCutNoNumber()
{
    const ReadReport read = sampleReport({}, u"通过门户网站主动公开政府信息8574条，微信公众号发布信息17条。"_s);
    const QList<ReadNumber> numbers = readNumbers(Dossier{read.report, read.document}, *knowledge().rules);
    const auto found = std::find_if(numbers.begin(), numbers.end(), [](const ReadNumber &n) { return n.number.startsWith(u"17"_s); });
    QVERIFY(found != numbers.end());
    QVERIFY2(found->quote.startsWith(u"8574条"_s), qPrintable(found->quote));
}

void TestRuleTrial::moneyAndShares()
{
    const QHash<QString, QString> values{{u"requests.new_received.total"_s, u"50"_s}, {u"requests.total_handled.total"_s, u"50"_s},
        {u"requests.granted.total"_s, u"20"_s}, {u"proactive.fees.amount"_s, u"0.3"_s}};
    const ReadReport read = sampleReport(
        values, u"收到政府信息公开申请50件，予以公开20件，占45%。全年收取信息处理费2950元。群众满意率98.6%，挽回损失30万元。"_s);
    QStringList lines;
    for (const ReadNumber &n : readNumbers(Dossier{read.report, read.document}, *knowledge().rules))
        lines << n.number + u' ' + judgement(n.outcome) + u' ' + n.equation + u' ' + n.why;
    const QString all = lines.join(u'\n');
    QVERIFY2(all.contains(u"45% 不符 20 ÷ 50 = 40.0% 是百分比，由前面的数算得"_s), qPrintable(all));
    QVERIFY2(all.contains(u"2950元 相符 2950 元 ≤ 表二 0.3 万元 是信息处理费"_s), qPrintable(all));
    QVERIFY2(all.contains(u"98.6 未匹配  是百分比，没有说是表中哪个数的"_s), qPrintable(all));
    QVERIFY2(all.contains(u"30 未匹配  是金额"_s) || all.contains(u"30万 未匹配  是金额"_s), qPrintable(all));
}

QTEST_GUILESS_MAIN(TestRuleTrial)
#include "tst_ruletrial.moc"
