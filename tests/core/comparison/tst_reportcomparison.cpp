// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "comparison/reportcomparison.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

CellId id(const QString &name) { return knowledge().forms->cell(name); }

Report report(int year, const QHash<QString, QString> &values, const QString &form = u"2021"_s)
{
    Report out = sampleReport(values, {}, form).report;
    out.year = year;
    return out;
}

CellComparison of(const ReportComparison &comparison, const QString &cell)
{
    for (const CellComparison &c : comparison.cells) {
        if (c.cell == id(cell))
            return c;
    }
    qFatal("no such cell");
}

} // namespace

/// One report beside another: differences, what is carried over, and what cannot be compared.
class TestReportComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void differences();
    void whatIsInDoubtIsSaid();
    void carriedOver();
    void noTiesButToTheYearBefore();
    void anotherForm();
};

void TestReportComparison::differences()
{
    const Report last = report(2022, {{u"requests.granted.total"_s, u"3"_s}, {u"proactive.fees.amount"_s, u"1.5"_s}});
    const Report now = report(2023, {{u"requests.granted.total"_s, u"123456789"_s}, {u"proactive.fees.amount"_s, u"1.25"_s}});
    const ReportComparison c = compareReports(now, last);
    QCOMPARE(c.cells.size(), now.cellIds().size());
    QCOMPARE(c.differing(), 2);
    QVERIFY(of(c, u"requests.granted.total"_s).differs);
    QCOMPARE(of(c, u"requests.granted.total"_s).difference, Decimal(123456786));
    QCOMPARE(of(c, u"proactive.fees.amount"_s).difference->toString(), u"-0.25"_s);
    QVERIFY(!of(c, u"requests.granted.other"_s).differs);
    QCOMPARE(compareReports(now, now).differing(), 0);
    QCOMPARE(c.notes, QStringList());
}

void TestReportComparison::whatIsInDoubtIsSaid()
{
    Report last = report(2022, {{u"requests.granted.total"_s, u"3"_s}, {u"requests.granted.business"_s, u""_s}});
    last.cell(id(u"requests.granted.total"_s)).status = CellStatus::Suspect;
    const Report now = report(2023, {{u"requests.granted.other"_s, u"?"_s}});
    const ReportComparison c = compareReports(now, last);
    QVERIFY(of(c, u"requests.granted.total"_s).doubtful);
    const CellComparison missing = of(c, u"requests.granted.other"_s);
    QVERIFY(missing.differs && missing.doubtful && !missing.difference);
    const CellComparison blank = of(c, u"requests.granted.business"_s); // a blank and a 0 are two things
    QVERIFY(blank.differs && !blank.doubtful && !blank.difference);
    QVERIFY(!of(c, u"requests.granted.research"_s).doubtful);
}

void TestReportComparison::carriedOver()
{
    Report last = report(2022,
        {{u"requests.carried_forward.natural_person"_s, u"5"_s}, {u"requests.carried_forward.business"_s, u"1"_s},
            {u"requests.carried_forward.research"_s, u""_s}, {u"requests.carried_forward.total"_s, u"6"_s}});
    const Report now = report(2023,
        {{u"requests.carried_over.natural_person"_s, u"5"_s}, {u"requests.carried_over.business"_s, u"2"_s},
            {u"requests.carried_over.other"_s, u"?"_s}, {u"requests.carried_over.total"_s, u"6"_s}});
    last.cell(id(u"requests.carried_forward.total"_s)).status = CellStatus::Repaired;
    const QList<CarryTie> ties = compareReports(now, last).ties;
    QCOMPARE(ties.size(), 7);
    QHash<QString, CarryTie::State> states;
    for (const CarryTie &t : ties) {
        states[t.column] = t.state;
        QCOMPARE(knowledge().forms->info(t.now).column, knowledge().forms->info(t.before).column);
    }
    QCOMPARE(states[u"自然人"_s], CarryTie::State::Holds);
    QCOMPARE(states[u"商业企业"_s], CarryTie::State::Fails);
    QCOMPARE(states[u"科研机构"_s], CarryTie::State::Doubtful); // a blank taken as 0
    QCOMPARE(states[u"其他"_s], CarryTie::State::Unknown);
    QCOMPARE(states[u"总计"_s], CarryTie::State::Doubtful); // 6 and 6, but the one was inferred
}

void TestReportComparison::noTiesButToTheYearBefore()
{
    const Report now = report(2023, {});
    QVERIFY(compareReports(now, report(2021, {})).ties.isEmpty());
    QVERIFY(compareReports(now, report(2023, {})).ties.isEmpty());
    QVERIFY(compareReports(report(0, {}), report(-1, {})).ties.isEmpty());
}

void TestReportComparison::anotherForm()
{
    const Report last = report(2020, {{u"requests.granted.total"_s, u"3"_s}, {u"requests.carried_forward.total"_s, u"4"_s}}, u"2019"_s);
    const Report now = report(2021, {{u"requests.carried_over.total"_s, u"4"_s}});
    const ReportComparison c = compareReports(now, last);
    QVERIFY(!of(c, u"proactive.licensing.decisions"_s).comparable); // printed by both, and not the same
    QVERIFY(!of(c, u"proactive.regulations.issued"_s).comparable);
    QVERIFY(!of(c, u"requests.other_no_payment.total"_s).comparable);
    QVERIFY(of(c, u"requests.granted.total"_s).comparable);
    QVERIFY(of(c, u"requests.granted.total"_s).differs);
    QVERIFY(of(c, u"remedies.review.total"_s).comparable);
    QCOMPARE(c.differing(), 3); // granted, carried over, carried forward
    QCOMPARE(c.notes.size(), 2);
    QVERIFY2(c.notes[0].contains(u"不可比：格式变了"_s) && c.notes[0].contains(u"表二"_s), qPrintable(c.notes[0]));
    QVERIFY2(c.notes[1].contains(u"其他处理"_s), qPrintable(c.notes[1]));
    QCOMPARE(c.ties.last().state, CarryTie::State::Holds); // what is carried over is carried over all the same
}

QTEST_GUILESS_MAIN(TestReportComparison)
#include "tst_reportcomparison.moc"
