// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checker.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

using Cells = QHash<QString, QString>;

std::shared_ptr<const RuleBook> book(const QString &keys, const QString &message = u"{blank}{place}：{left} {relation} {right}{note}。"_s)
{
    const QString json
        = uR"({"version": 1, "rules": [{"id": "a.b", "severity": "error", "check": "formula", "title": "t", "basis": "b", "message": "%1", %2}]})"_s
              .arg(message, keys);
    const auto rules = RuleBook::parse(json.toUtf8(), u"mine.json"_s, *knowledge().forms);
    if (!rules)
        qWarning("%s", qPrintable(rules.error().message));
    return rules ? *rules : std::make_shared<const RuleBook>();
}

QString formula(const QString &text) { return uR"("formula": "%1")"_s.arg(text); }

CellId id(const QString &name) { return knowledge().forms->cell(name); }

} // namespace

/// The language in which rules are written as data.
class TestFormula : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holds_data();
    void holds();
    void refused_data();
    void refused();
    void lastYear();
    void children();
    void largestChildIsKnownEnough();
    void whatCannotBeJudgedIsSilent();
    void blankIsTriedAsZero();
    void doubtAccusesNobody();
    void eachRowAndColumn();
    void patternsTakeWhatTheFormPrints();
    void culpritsWithTheirValues();
    void failuresOfOneRuleMerged();
    void onlyWhereItsConditionHolds();
    void hugeNumbersAreNotJudged();
    void aFullRunIsFast();
};

void TestFormula::holds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("holds");
    // issued 3, repealed 1, in force 12; fee 1.5
    const QString p = u"proactive.normative_documents."_s;
    QTest::newRow("equal") << p + u"issued = 3"_s << true;
    QTest::newRow("not equal") << p + u"issued = 4"_s << false;
    QTest::newRow("different") << p + u"issued != 3"_s << false;
    QTest::newRow("at least") << p + u"in_force >= "_s + p + u"issued"_s << true;
    QTest::newRow("at least, equal") << p + u"issued>=3"_s << true;
    QTest::newRow("at most") << p + u"in_force <= "_s + p + u"issued"_s << false;
    QTest::newRow("more") << p + u"issued > 3"_s << false;
    QTest::newRow("less") << p + u"issued < 4"_s << true;
    QTest::newRow("plus minus") << p + u"in_force - "_s + p + u"issued + "_s + p + u"repealed = 10"_s << true;
    QTest::newRow("brackets") << p + u"in_force - ("_s + p + u"issued + "_s + p + u"repealed) = 8"_s << true;
    QTest::newRow("product") << u"2 * ("_s + p + u"issued + 1) = 8"_s << true;
    QTest::newRow("product, number behind") << p + u"issued * 0.5 = 1.5"_s << true;
    QTest::newRow("negative") << u"-"_s + p + u"issued = -3"_s << true;
    QTest::newRow("decimals") << u"proactive.fees.amount * 10000 = 15000"_s << true;
    QTest::newRow("sum") << u"sum(proactive.normative_documents.*) = 16"_s << true;
    QTest::newRow("sum in the middle of a name") << u"sum(proactive.nor*ments.issued) = 3"_s << true;
    QTest::newRow("max") << u"max(proactive.normative_documents.*) = 12"_s << true;
}

void TestFormula::holds()
{
    QFETCH(QString, text);
    QFETCH(bool, holds);
    const ReadReport r
        = sampleReport(Cells{{u"proactive.normative_documents.issued"_s, u"3"_s}, {u"proactive.normative_documents.repealed"_s, u"1"_s},
            {u"proactive.normative_documents.in_force"_s, u"12"_s}, {u"proactive.fees.amount"_s, u"1.5"_s}});
    const auto rules = book(formula(text));
    QCOMPARE(rules->rules().size(), 1);
    QCOMPARE(check(Dossier{r.report, r.document}, *rules).isEmpty(), holds);
}

void TestFormula::refused_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("word");
    QTest::newRow("no formula") << uR"("merge": false)"_s << u"formula"_s;
    QTest::newRow("unknown cell") << formula(u"requests.wonder.total = 0"_s) << u"requests.wonder.total"_s;
    QTest::newRow("pattern without cells") << formula(u"sum(requests.w*.total) = 0"_s) << u"requests.w*.total"_s;
    QTest::newRow("no comparison") << formula(u"requests.granted.total"_s) << u"比较"_s;
    QTest::newRow("half") << formula(u"requests.granted.total ="_s) << u"不完整"_s;
    QTest::newRow("too much") << formula(u"requests.granted.total = 0 0"_s) << u"多余"_s;
    QTest::newRow("bracket") << formula(u"(requests.granted.total = 0"_s) << u"）"_s.replace(u'）', u')');
    QTest::newRow("cells multiplied") << formula(u"requests.granted.total * requests.granted.other = 0"_s) << u"相乘"_s;
    QTest::newRow("function") << formula(u"mean(requests.*.total) = 0"_s) << u"mean"_s;
    QTest::newRow("children alone") << formula(u"requests.granted.total = children.requests.granted.total"_s) << u"sum"_s;
    QTest::newRow("only numbers") << formula(u"1 = 1"_s) << u"没有单元格"_s;
    QTest::newRow("placeholder left") << formula(u"requests.{row}.total = 0"_s) << u"requests.{row}.total"_s.left(9);
    QTest::newRow("deep") << formula(QString(3000, u'(') + u"1"_s) << u"括号"_s;
    QTest::newRow("deep minus") << formula(QString(3000, u'-') + u"1"_s) << u"嵌套"_s;
    QTest::newRow("each") << formula(u"requests.granted.total = 0"_s) + uR"(, "each": {"table": ["x"]})"_s << u"table"_s;
    QTest::newRow("each without values") << formula(u"requests.{row}.total = 0"_s) + uR"(, "each": {"row": []})"_s << u"each"_s;
    QTest::newRow("tolerance") << formula(u"requests.granted.total = 0"_s) + uR"(, "tolerance": "much")"_s << u"tolerance"_s;
    QTest::newRow("condition") << formula(u"requests.granted.total = 0"_s) + uR"(, "when": ["1"])"_s << u"条件"_s;
    QTest::newRow("second formula")
        << uR"("formulas": [{"formula": "requests.granted.total = 0"}, {"formula": "requests.granted.total"}])"_s << u"第 2 项"_s;
}

void TestFormula::refused()
{
    QFETCH(QString, keys);
    QFETCH(QString, word);
    const QString json
        = uR"({"version": 1, "rules": [{"id": "a.b", "severity": "error", "check": "formula", "title": "t", "basis": "b", "message": "m", %1}]})"_s
              .arg(keys);
    const auto rules = RuleBook::parse(json.toUtf8(), u"mine.json"_s, *knowledge().forms);
    QVERIFY(!rules.ok());
    QVERIFY2(rules.error().message.contains(word), qPrintable(rules.error().message));
    QVERIFY2(rules.error().message.contains(u"第 1 行"_s), qPrintable(rules.error().message));
}

void TestFormula::lastYear()
{
    const auto rules = book(formula(u"requests.carried_over.total = last.requests.carried_forward.total"_s));
    const ReadReport now = sampleReport(Cells{{u"requests.carried_over.total"_s, u"4"_s}});
    const ReadReport before = sampleReport(Cells{{u"requests.carried_forward.total"_s, u"7"_s}});
    QVERIFY(check(Dossier{now.report, now.document}, *rules).isEmpty());
    const QList<Finding> findings = check(Dossier{now.report, now.document, nullptr, &before.report}, *rules);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].message, u"表三总计列：“上年结转” 4 ≠ 上年“结转下年” 7。"_s);
    QCOMPARE(findings[0].cells, QList<CellId>{id(u"requests.carried_over.total"_s)});
    QCOMPARE(findings[0].expected, u"7"_s);
    QCOMPARE(findings[0].found, u"4"_s);
}

void TestFormula::children()
{
    const auto rules = book(formula(u"requests.new_received.total >= sum(children.requests.new_received.total)"_s));
    const ReadReport city = sampleReport(Cells{{u"requests.new_received.total"_s, u"10"_s}});
    const ReadReport a = sampleReport(Cells{{u"requests.new_received.total"_s, u"6"_s}});
    const ReadReport b = sampleReport(Cells{{u"requests.new_received.total"_s, u"5"_s}});
    const ReadReport unread = sampleReport(Cells{{u"requests.new_received.total"_s, u"?"_s}});
    QVERIFY(check(Dossier{city.report, city.document}, *rules).isEmpty());
    QVERIFY(check(Dossier{city.report, city.document, nullptr, nullptr, {&a.report}}, *rules).isEmpty());
    QCOMPARE(check(Dossier{city.report, city.document, nullptr, nullptr, {&a.report, &b.report}}, *rules).size(), 1);
    QVERIFY(check(Dossier{city.report, city.document, nullptr, nullptr, {&a.report, &b.report, &unread.report}}, *rules).isEmpty());
}

void TestFormula::largestChildIsKnownEnough()
{
    const auto rules = book(formula(u"requests.new_received.total >= max(children.requests.new_received.total)"_s));
    const ReadReport city = sampleReport(Cells{{u"requests.new_received.total"_s, u"10"_s}});
    const ReadReport large = sampleReport(Cells{{u"requests.new_received.total"_s, u"11"_s}});
    const ReadReport unread = sampleReport(Cells{{u"requests.new_received.total"_s, u"?"_s}});
    QCOMPARE(check(Dossier{city.report, city.document, nullptr, nullptr, {&unread.report, &large.report}}, *rules).size(), 1);
    QVERIFY(check(Dossier{city.report, city.document, nullptr, nullptr, {&unread.report}}, *rules).isEmpty());
}

void TestFormula::whatCannotBeJudgedIsSilent()
{
    const auto rules = book(formula(u"requests.granted.total = 5"_s));
    ReadReport r = sampleReport(Cells{{u"requests.granted.total"_s, u"?"_s}});
    QVERIFY(check(Dossier{r.report, r.document}, *rules).isEmpty());
    Cell &cell = r.report.cell(id(u"requests.granted.total"_s));
    cell.status = CellStatus::Suspect; // seen, not a number
    QVERIFY(check(Dossier{r.report, r.document}, *rules).isEmpty());
    const auto other = book(formula(u"requests.other_handling.total = 5"_s)); // a row of the other form
    QVERIFY(check(Dossier{r.report, r.document}, *other).isEmpty());
}

void TestFormula::blankIsTriedAsZero()
{
    const ReadReport r = sampleReport(Cells{{u"requests.granted.total"_s, {}}});
    QVERIFY(check(Dossier{r.report, r.document}, *book(formula(u"requests.granted.total = 0"_s))).isEmpty());
    const QList<Finding> findings = check(Dossier{r.report, r.document}, *book(formula(u"requests.granted.total = 5"_s)));
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].severity, Severity::Warning);
    QCOMPARE(findings[0].message, u"若空白按 0 计（空白：“予以公开”总计），则表三“予以公开”总计：总计 0 ≠ 5。"_s);
}

void TestFormula::doubtAccusesNobody()
{
    ReadReport r = sampleReport();
    r.report.cell(id(u"requests.granted.total"_s)).status = CellStatus::Suspect;
    const QList<Finding> findings = check(Dossier{r.report, r.document}, *book(formula(u"requests.granted.total = 5"_s)));
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].severity, Severity::Hint);
    QCOMPARE(findings[0].blame, Blame::Reading);
    QVERIFY2(findings[0].message.contains(u"读数有疑"_s), qPrintable(findings[0].message));
}

void TestFormula::eachRowAndColumn()
{
    const ReadReport r = sampleReport(Cells{{u"requests.granted.business"_s, u"1"_s}, {u"requests.granted.total"_s, u"2"_s}});
    const auto rows = book(formula(u"requests.{row}.business = 0"_s) + uR"(, "each": {"row": "*"})"_s);
    QCOMPARE(rows->rules()[0].cases.size(), 26); // of both forms
    QCOMPARE(check(Dossier{r.report, r.document}, *rows).size(), 1);
    const auto both = book(formula(u"requests.{row}.{column} = 0"_s)
        + uR"(, "each": {"row": ["granted", "partially_granted"], "column": ["business", "total"]})"_s);
    QCOMPARE(both->rules()[0].cases.size(), 4);
    QCOMPARE(check(Dossier{r.report, r.document}, *both).size(), 2);
}

void TestFormula::patternsTakeWhatTheFormPrints()
{
    const auto rules = book(formula(u"sum(requests.other_*.total) = 5"_s));
    for (const QString &form : {u"2019"_s, u"2021"_s}) {
        const QString cell = form == "2019"_L1 ? u"requests.other_handling.total"_s : u"requests.other_other.total"_s;
        const ReadReport right = sampleReport(Cells{{cell, u"5"_s}}, {}, form);
        QVERIFY2(check(Dossier{right.report, right.document}, *rules).isEmpty(), qPrintable(form));
        const ReadReport wrong = sampleReport(Cells{{cell, u"6"_s}}, {}, form);
        QCOMPARE(check(Dossier{wrong.report, wrong.document}, *rules).size(), 1);
    }
}

void TestFormula::culpritsWithTheirValues()
{
    const QString p = u"proactive.normative_documents."_s;
    const ReadReport r = sampleReport(Cells{{p + u"issued"_s, u"3"_s}, {p + u"in_force"_s, u"5"_s}});
    const QList<Finding> findings
        = check(Dossier{r.report, r.document}, *book(formula(p + u"in_force = "_s + p + u"issued - "_s + p + u"repealed"_s)));
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].message, u"表二“行政规范性文件”行：现行有效件数 5 ≠ 本年制发件数 3 − 本年废止件数 0 = 3。"_s);
    const QList<Culprit> expected = {{id(p + u"in_force"_s), Decimal(3), {}}, {id(p + u"issued"_s), Decimal(5), {}}};
    QCOMPARE(findings[0].candidates, expected); // repealed would have to be negative
}

void TestFormula::failuresOfOneRuleMerged()
{
    const ReadReport r = sampleReport(Cells{{u"requests.granted.business"_s, u"1"_s}, {u"requests.granted.total"_s, u"2"_s}});
    const auto rules = book(uR"("merge": true, "formulas": [
        {"formula": "requests.granted.business = 0", "severity": "warning"}, {"formula": "requests.granted.total = 0"}])"_s);
    const QList<Finding> findings = check(Dossier{r.report, r.document}, *rules);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].severity, Severity::Error);
    QCOMPARE(findings[0].message, u"表三“予以公开”总计：总计 2 ≠ 0；同时表三“予以公开”商业企业 1 ≠ 0。"_s);
    QCOMPARE(findings[0].cells, (QList<CellId>{id(u"requests.granted.total"_s), id(u"requests.granted.business"_s)}));
}

void TestFormula::onlyWhereItsConditionHolds()
{
    const auto rules = book(formula(u"requests.granted.total = 5"_s)
        + uR"(, "when": ["requests.new_received.total > 3", "last.requests.granted.total = 0"])"_s);
    const ReadReport few = sampleReport();
    const ReadReport many = sampleReport(Cells{{u"requests.new_received.total"_s, u"4"_s}});
    QVERIFY(check(Dossier{few.report, few.document, nullptr, &few.report}, *rules).isEmpty());
    QVERIFY(check(Dossier{many.report, many.document}, *rules).isEmpty()); // no last year: nothing to go by
    QCOMPARE(check(Dossier{many.report, many.document, nullptr, &few.report}, *rules).size(), 1);
}

void TestFormula::hugeNumbersAreNotJudged()
{
    const ReadReport r = sampleReport(Cells{{u"requests.granted.total"_s, u"999999999999"_s}});
    QVERIFY(check(Dossier{r.report, r.document}, *book(formula(u"requests.granted.total * 999999999999 = 5"_s))).isEmpty());
    QCOMPARE(check(Dossier{r.report, r.document}, *book(formula(u"requests.granted.total * 100 = 5"_s))).size(), 1);
}

/// The whole shipped book over one report whose prose was read before; the bound is far above what it takes, so that a
/// busy machine passes and a rule compiled on every run does not.
void TestFormula::aFullRunIsFast()
{
    const ReadReport r = sampleReport();
    const Dossier dossier{r.report, r.document, nullptr, &r.report, {&r.report, &r.report}};
    constexpr int Runs = 200;
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < Runs; ++i)
            QVERIFY(check(dossier, *knowledge().rules).isEmpty());
        best = std::min(best, timer.nsecsElapsed() / Runs);
    }
    QVERIFY2(best < 1'000'000, qPrintable(QString::number(best)));
}

QTEST_GUILESS_MAIN(TestFormula)
#include "tst_formula.moc"
