// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checker.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

using Cells = QHash<QString, QString>;

QList<Finding> of(const QString &rule, const ReadReport &r, const ReadReport *last = nullptr)
{
    QList<Finding> out;
    for (const Finding &f : check(Dossier{r.report, r.document, nullptr, last ? &last->report : nullptr}, *knowledge().rules)) {
        if (f.rule == rule)
            out << f;
    }
    return out;
}

} // namespace

/// The rules that the shipped book says as formulas: each fires, is silent on a near miss, and is silent where it cannot be judged.
class TestFormulaRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judged_data();
    void judged();
    void carriedOverInOneColumn();
    void carriedOverIsOneFinding();
    void ruleMakers_data();
    void ruleMakers();
};

void TestFormulaRules::judged_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Cells>("now");
    QTest::addColumn<Cells>("before");
    QTest::addColumn<QString>("message"); // empty: silent
    QTest::addColumn<Severity>("severity");
    const QString d = u"proactive.normative_documents."_s;
    const auto E = Severity::Error;
    const auto W = Severity::Warning;
    const auto H = Severity::Hint;

    QString rule = u"proactive.stock"_s;
    QTest::newRow("stock below issued")
        << rule << Cells{{d + u"issued"_s, u"3"_s}, {d + u"repealed"_s, u"2"_s}, {d + u"in_force"_s, u"1"_s}} << Cells()
        << u"表二“行政规范性文件”行：现行有效件数 1 < 本年制发件数 3，请核对（当年制发又当年废止的除外）。"_s << W;
    QTest::newRow("stock equal to issued") << rule << Cells{{d + u"issued"_s, u"3"_s}, {d + u"in_force"_s, u"3"_s}} << Cells() << QString()
                                           << W;
    QTest::newRow("stock missing") << rule << Cells{{d + u"issued"_s, u"3"_s}, {d + u"repealed"_s, u"2"_s}, {d + u"in_force"_s, u"?"_s}}
                                   << Cells() << QString() << W;

    rule = u"year.stock"_s;
    QTest::newRow("stock does not follow")
        << rule << Cells{{d + u"issued"_s, u"3"_s}, {d + u"in_force"_s, u"14"_s}} << Cells{{d + u"in_force"_s, u"12"_s}}
        << u"表二“行政规范性文件”行：现行有效件数 14 ≠ 上年现行有效件数 12 + 本年制发件数 3 − 本年废止件数 0 = "
           u"15；文件清理、失效或机构调整可能是原因，请核对。"_s
        << W;
    QTest::newRow("stock follows") << rule << Cells{{d + u"issued"_s, u"3"_s}, {d + u"repealed"_s, u"1"_s}, {d + u"in_force"_s, u"14"_s}}
                                   << Cells{{d + u"in_force"_s, u"12"_s}} << QString() << W;
    QTest::newRow("last year's stock missing") << rule << Cells{{d + u"in_force"_s, u"14"_s}} << Cells{{d + u"in_force"_s, u"?"_s}}
                                               << QString() << W;
    QTest::newRow("stock was negative")
        << rule << Cells{{d + u"issued"_s, u"5"_s}, {d + u"repealed"_s, u"1"_s}, {d + u"in_force"_s, u"3"_s}}
        << Cells{{d + u"in_force"_s, u"12"_s}}
        << u"表二“行政规范性文件”行：现行有效件数 3 + 本年废止件数 1 = 4 < 本年制发件数 5，由此推算上年现行有效件数为负数。"_s << E;

    rule = u"proactive.fee_unit"_s;
    const QString fee = u"proactive.fees.amount"_s;
    QTest::newRow("fee a hundred times")
        << rule << Cells{{fee, u"35000"_s}} << Cells{{fee, u"3.5"_s}}
        << u"表二“行政事业性收费”本年收费金额：本年收费金额 35000，是上年的百倍以上（上年本年收费金额 3.5 × 100 = 350），请核对是否误以元为单位。"_s
        << W;
    QTest::newRow("fee ninety times") << rule << Cells{{fee, u"31500"_s}} << Cells{{fee, u"350"_s}} << QString() << W;
    QTest::newRow("fee was nothing") << rule << Cells{{fee, u"31500"_s}} << Cells() << QString() << W;

    rule = u"year.pending"_s;
    QTest::newRow("pending lost") << rule << Cells{{u"remedies.review.total"_s, u"1"_s}} << Cells{{u"remedies.review.pending"_s, u"2"_s}}
                                  << u"表四“行政复议”行：总计 1 < 上年尚未审结 2，上年尚未审结的案件似未计入。"_s << H;
    QTest::newRow("pending reported") << rule << Cells{{u"remedies.review.total"_s, u"2"_s}}
                                      << Cells{{u"remedies.review.pending"_s, u"2"_s}} << QString() << H;
    QTest::newRow("pending unknown") << rule << Cells() << Cells{{u"remedies.review.pending"_s, u"?"_s}} << QString() << H;

    rule = u"year.carry_over"_s;
    QTest::newRow("carried over unknown") << rule << Cells{{u"requests.carried_over.total"_s, u"?"_s}}
                                          << Cells{{u"requests.carried_forward.total"_s, u"2"_s}} << QString() << E;
    QTest::newRow("carried over blank") << rule << Cells{{u"requests.carried_over.total"_s, {}}}
                                        << Cells{{u"requests.carried_forward.total"_s, u"2"_s}}
                                        << u"若空白按 0 计（空白：“上年结转”总计），则表三总计列：“上年结转” 0 ≠ 上年“结转下年” 2。"_s << W;
}

void TestFormulaRules::judged()
{
    QFETCH(QString, rule);
    QFETCH(Cells, now);
    QFETCH(Cells, before);
    QFETCH(QString, message);
    QFETCH(Severity, severity);
    const ReadReport last = sampleReport(before);
    const QList<Finding> findings = of(rule, sampleReport(now), &last);
    if (message.isEmpty()) {
        QVERIFY2(findings.isEmpty(), findings.isEmpty() ? "" : qPrintable(findings[0].message));
        return;
    }
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].message, message);
    QCOMPARE(findings[0].severity, severity);
    if (rule.startsWith("year."_L1) && !message.contains(u"负数"_s))
        QVERIFY(of(rule, sampleReport(now)).isEmpty()); // no report of last year
}

void TestFormulaRules::carriedOverInOneColumn()
{
    const ReadReport last
        = sampleReport(Cells{{u"requests.carried_forward.business"_s, u"2"_s}, {u"requests.carried_forward.total"_s, u"2"_s}});
    const ReadReport now
        = sampleReport(Cells{{u"requests.carried_over.natural_person"_s, u"2"_s}, {u"requests.carried_over.total"_s, u"2"_s}});
    const QList<Finding> findings = of(u"year.carry_over"_s, now, &last);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].severity, Severity::Warning);
    QCOMPARE(findings[0].message, u"表三自然人列：“上年结转” 2 ≠ 上年“结转下年” 0；同时表三商业企业列 0 ≠ 2。"_s);
}

void TestFormulaRules::carriedOverIsOneFinding()
{
    const ReadReport last
        = sampleReport(Cells{{u"requests.carried_forward.natural_person"_s, u"2"_s}, {u"requests.carried_forward.total"_s, u"2"_s}});
    const QList<Finding> findings = of(u"year.carry_over"_s, sampleReport(), &last);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].severity, Severity::Error);
    QCOMPARE(findings[0].candidates.size(), 1);
    QCOMPARE(findings[0].candidates[0].value, Decimal(2));
}

void TestFormulaRules::ruleMakers_data()
{
    QTest::addColumn<QString>("agency");
    QTest::addColumn<bool>("may");
    QTest::newRow("city") << u"云岭市人民政府"_s << true;
    QTest::newRow("office of a province") << u"江东省人民政府办公厅"_s << true;
    QTest::newRow("ministry") << u"水利部"_s << true;
    QTest::newRow("county") << u"青川县人民政府"_s << false;
    QTest::newRow("district of a city") << u"云岭市河湾区人民政府"_s << false;
    QTest::newRow("department") << u"云岭市水务局"_s << false;
    QTest::newRow("unknown") << QString() << true; // not to be judged
}

void TestFormulaRules::ruleMakers()
{
    QFETCH(QString, agency);
    QFETCH(bool, may);
    ReadReport r = sampleReport(Cells{{u"proactive.regulations.in_force"_s, u"2"_s}});
    r.report.agency = agency;
    r.report.agencyStatus = agency.isEmpty() ? FieldStatus::Missing : FieldStatus::Read;
    const QList<Finding> findings = of(u"proactive.rulemaking"_s, r);
    QCOMPARE(findings.size(), may ? 0 : 1);
    if (!may)
        QCOMPARE(findings[0].severity, Severity::Warning);
}

QTEST_GUILESS_MAIN(TestFormulaRules)
#include "tst_formularules.moc"
