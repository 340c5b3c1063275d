// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checker.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

using Cells = QHash<QString, QString>;

} // namespace

/// fees.*: what a report says of charges, against itself and against the tables.
class TestFees : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judged_data();
    void judged();
    void onlyNothingInSectionSix();
};

void TestFees::judged_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<Cells>("cells");
    QTest::addColumn<QStringList>("expected"); ///< "fees.parts warning"
    const auto row = [&](const char *name, const char *said, const QStringList &expected,
                         const Cells &cells = Cells{{u"proactive.fees.amount"_s, u"10"_s}}) {
        QTest::newRow(name) << QString::fromUtf8(said) << cells << expected;
    };
    row("nothing charged", "本年度未收取信息处理费。", {});
    row("nothing arose", "本年度没有产生信息公开处理费。", {});
    row("an amount", "全年收取信息处理费2950元。", {});
    row("parts agree", "全年收取信息处理费2950元，其中市局420元，县局290元，区局2240元。", {});
    row("parts of a whole agree", "全年收取信息处理费710元，两局分别为420元、290元。", {});
    row("parts of a whole fall short", "全年收取信息处理费750元，两局分别为420元、290元。", {u"fees.parts warning"_s});
    row("parts exceed", "全年收取信息处理费700元，其中市局420元，县局290元。", {u"fees.parts warning"_s});
    row("parts may be partial", "全年收取信息处理费750元，其中市局420元，县局290元。", {u"fees.parts hint"_s});
    row("counts exceed", "全年收取信息处理费710元（共3件），其中市局420元（2件），县局290元（2件）。", {u"fees.parts warning"_s});
    row("counts agree", "全年收取信息处理费710元（共4件），其中市局420元（2件），县局290元（2件）。", {});
    row("charged and not charged", "全年收取信息处理费400元。本年度未收取信息处理费。", {u"fees.conflict error"_s});
    row("two totals", "全年收取信息处理费400元。本年度实际收取信息处理费500元。", {u"fees.conflict error"_s});
    row("the same total twice", "全年收取信息处理费400元。本年度实际收取信息处理费400元。", {});
    row("by page and by item", "按页计收信息处理费400元。按件计收信息处理费500元。", {});
    row("asked for and paid", "发出收费通知3件，总金额600元，实际收取信息处理费400元。", {});
    row("paid as the notices ask", "发出收费通知3件，总金额680元，实际收取总金额680元。", {});
    row("more paid than asked for", "发出收费通知3件，总金额680元，实际收取总金额860元。", {u"fees.parts warning"_s});
    row("paid after notices and not charged", "发出收费通知3件，涉及金额600元，实际收取600元。全年未收取信息处理费。",
        {u"fees.conflict error"_s});
    row("last year's", "上年收取信息处理费400元。本年度未收取信息处理费。", {});
    row("the rate", "信息处理费按每件100元收取。本年度未收取信息处理费。", {});
    row("relief", "减免信息处理费400元。本年度未收取信息处理费。", {});
    row("other fees", "减征行政事业性收费35元。", {});
    row("below the fee of table two", "全年收取信息处理费400元。", {}, {{u"proactive.fees.amount"_s, u"0.04"_s}});
    row("above the fee of table two", "全年收取信息处理费400元。", {u"fees.floor warning"_s}, {{u"proactive.fees.amount"_s, u"0.03"_s}});
    row("fee of table two blank", "全年收取信息处理费400元。", {u"fees.floor warning"_s}, {{u"proactive.fees.amount"_s, QString()}});
    row("fee of table two missing", "全年收取信息处理费400元。", {}, {{u"proactive.fees.amount"_s, u"?"_s}});
    row("no multiple of ten", "全年收取信息处理费405元。", {u"fees.step hint"_s});
    const Cells unpaid{{u"requests.other_no_payment.total"_s, u"2"_s}};
    row("unpaid, nothing said", "本年度未收取信息处理费。", {u"fees.notice hint"_s}, unpaid);
    row("unpaid, notices denied", "本年度未发出收费通知。", {u"fees.notice warning"_s}, unpaid);
    row("unpaid, notices told", "本年度发出收费通知2件，未收取信息处理费。", {}, unpaid);
    row("unpaid, told in other words", "2名申请人逾期未缴纳费用。", {}, unpaid);
    row("nobody unpaid", "本年度未发出收费通知。", {});
}

void TestFees::judged()
{
    QFETCH(QString, said);
    QFETCH(Cells, cells);
    QFETCH(QStringList, expected);
    QStringList found;
    // the sample's own words on fees give way to those of the row
    ReadReport r = sampleReport(cells, said);
    const QString own = u"收费通知都已送达，本年度没有收取信息处理费。"_s;
    r.document.text.replace(own, QString(own.size(), u' '));
    for (const Finding &f : check(Dossier{r.report, r.document}, *knowledge().rules)) {
        if (f.rule.startsWith("fees."_L1))
            found << f.rule + u' ' + severityName(f.severity);
    }
    QCOMPARE(found, expected);
}

void TestFees::onlyNothingInSectionSix()
{
    ReadReport r = sampleReport();
    const QString own = u"收费通知都已送达，本年度没有收取信息处理费。"_s;
    r.document.text.replace(own, u"无。"_s + QString(own.size() - 2, u' '));
    QStringList found;
    for (const Finding &f : check(Dossier{r.report, r.document}, *knowledge().rules))
        found << f.rule + u' ' + severityName(f.severity);
    QCOMPARE(found, QStringList{u"fees.statement hint"_s});
}

QTEST_GUILESS_MAIN(TestFees)
#include "tst_fees.moc"
