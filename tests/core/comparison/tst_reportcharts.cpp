// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "comparison/reportcharts.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

CellId id(const QString &name) { return knowledge().forms->cell(name); }

ChartPlace place(int year, const QHash<QString, QString> &values, const QString &form = u"2021"_s)
{
    auto report = std::make_shared<Report>(sampleReport(values, {}, form).report);
    report->year = year;
    return {QString::number(year), QUuid::createUuid(), report};
}

QString shown(const Figure &f) { return f.value ? f.value->toString() + (f.doubtful ? u"?"_s : QString()) : u"-"_s; }

/// 「label: 1 2? -」
QStringList shown(const ReportChart &chart)
{
    QStringList out;
    for (const FigureSeries &s : chart.series) {
        QStringList values;
        for (const Figure &f : s.figures)
            values << shown(f);
        out << s.label + u": "_s + values.join(u' ');
    }
    return out;
}

} // namespace

/// The numbers behind the charts.
class TestReportCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void missingYearsAreGaps();
    void doubtIsDrawnAsDoubt();
    void aPartIsNoWhole();
    void outcomesOverBothForms();
    void reasons();
    void applicantsAndRemedies();
    void rates();
    void everyKindTellsWhatItIs();
};

void TestReportCharts::missingYearsAreGaps()
{
    const QHash<QString, QString> some{{u"requests.new_received.total"_s, u"7"_s}};
    const QList<ChartPlace> places = placesByYear({place(2024, {}), place(2021, some), place(2024, some), ChartPlace{}});
    QCOMPARE(places.size(), 4);
    QCOMPARE(places[1].label, u"2022"_s);
    QVERIFY(!places[1].report && places[3].report);
    const ReportChart chart = chartOf(ChartKind::Requests, Figures(places));
    const Figure gap = chart.series[0].figures[1];
    QVERIFY(!gap.value && !gap.why.isEmpty());
    QCOMPARE(shown(chart)[0], u"本年新收: 7? - - 0"_s); // 7 is not borne out by its row
}

void TestReportCharts::doubtIsDrawnAsDoubt()
{
    const auto figure = [](const QHash<QString, QString> &values, CellStatus status, bool confirmed) {
        ChartPlace p = place(2023, values);
        auto changed = std::make_shared<Report>(*p.report);
        changed->cell(id(u"remedies.review.pending"_s)).status = status;
        changed->cell(id(u"remedies.review.pending"_s)).confirmed = confirmed;
        p.report = changed;
        return Figures({p}).sum(0, {u"remedies.review.pending"_s});
    };
    const QHash<QString, QString> good{{u"remedies.review.pending"_s, u"2"_s}, {u"remedies.review.total"_s, u"2"_s}};
    QCOMPARE(shown(figure(good, CellStatus::Read, false)), u"2"_s);
    QCOMPARE(shown(figure(good, CellStatus::Suspect, false)), u"2?"_s);
    QCOMPARE(shown(figure(good, CellStatus::Suspect, true)), u"2"_s);
    QVERIFY(figure(good, CellStatus::Repaired, false).why.contains(u"待人确认"_s));
    const Figure unbalanced = figure({{u"remedies.review.pending"_s, u"2"_s}}, CellStatus::Read, false);
    QCOMPARE(shown(unbalanced), u"2?"_s);
    QVERIFY(unbalanced.why.contains(u"勾稽不平"_s));
    const Figure blank = Figures({place(2023, {{u"remedies.review.pending"_s, u""_s}})}).sum(0, {u"remedies.review.pending"_s});
    QCOMPARE(shown(blank), u"0?"_s);
    QVERIFY(blank.why.contains(u"空白"_s));
}

void TestReportCharts::aPartIsNoWhole()
{
    const Figures figures({place(2023, {{u"requests.granted.total"_s, u"?"_s}})});
    const Figure f = figures.sum(0, {u"requests.granted.total"_s, u"requests.partially_granted.total"_s});
    QVERIFY(!f.value);
    QVERIFY2(f.why.contains(u"没有读到"_s), qPrintable(f.why));
    QCOMPARE(f.cells.size(), 2);
    // A series of which nothing is known is not the same as one of nothing but 0.
    const QStringList lines = shown(chartOf(ChartKind::Outcomes, figures));
    QVERIFY2(lines.contains(u"予以公开: -"_s), qPrintable(lines.join(u'\n')));
}

void TestReportCharts::outcomesOverBothForms()
{
    const QHash<QString, QString> old{{u"requests.other_handling.total"_s, u"4"_s}, {u"requests.other_handling.natural_person"_s, u"4"_s},
        {u"requests.total_handled.total"_s, u"4"_s}, {u"requests.total_handled.natural_person"_s, u"4"_s},
        {u"requests.new_received.total"_s, u"4"_s}, {u"requests.new_received.natural_person"_s, u"4"_s}};
    QHash<QString, QString> now{{u"requests.other_other.total"_s, u"1"_s}, {u"requests.other_other.natural_person"_s, u"1"_s},
        {u"requests.other_no_payment.total"_s, u"2"_s}, {u"requests.other_no_payment.natural_person"_s, u"2"_s},
        {u"requests.granted.total"_s, u"5"_s}, {u"requests.granted.natural_person"_s, u"5"_s}};
    for (const QString &row : {u"total_handled"_s, u"new_received"_s}) {
        for (const QString &column : {u"natural_person"_s, u"total"_s})
            now[u"requests."_s + row + u'.' + column] = u"8"_s;
    }
    const ReportChart chart = chartOf(ChartKind::Outcomes, Figures({place(2020, old, u"2019"_s), place(2021, now)}));
    QCOMPARE(shown(chart), (QStringList{u"予以公开: 0 5"_s, u"其他处理: 4 3"_s}));
    QCOMPARE(chart.series[1].figures[0].cells, QList<CellId>{id(u"requests.other_handling.total"_s)});
    QCOMPARE(chart.series[1].figures[1].cells.size(), 3);
    QVERIFY(chart.stacked);
    QCOMPARE(chart.rates[0].text(1), u"62.5%"_s);
    QCOMPARE(chart.rates[0].working(1), u"5 ÷ 8"_s);
}

void TestReportCharts::reasons()
{
    const Figures figures({place(2023,
        {{u"requests.denied_state_secret.total"_s, u"2"_s}, {u"requests.denied_state_secret.other"_s, u"2"_s},
            {u"requests.refused_repeat.total"_s, u"1"_s}, {u"requests.refused_repeat.other"_s, u"1"_s},
            {u"requests.unable_not_held.total"_s, u"3"_s}, {u"requests.unable_not_held.other"_s, u"3"_s},
            {u"requests.total_handled.total"_s, u"6"_s}, {u"requests.total_handled.other"_s, u"6"_s},
            {u"requests.new_received.total"_s, u"6"_s}, {u"requests.new_received.other"_s, u"6"_s}})});
    const ReportChart denials = chartOf(ChartKind::Denials, figures);
    QCOMPARE(shown(denials), QStringList{u"属于国家秘密: 2"_s});
    QCOMPARE(denials.rates[0].working(0), u"2 ÷ 6"_s);
    const ReportChart refusals = chartOf(ChartKind::Refusals, figures);
    QCOMPARE(refusals.series.size(), 2);
    QCOMPARE(refusals.rates[0].working(0), u"4 ÷ 6"_s);
    QCOMPARE(refusals.rates[0].text(0), u"66.7%"_s);
}

void TestReportCharts::applicantsAndRemedies()
{
    const Figures figures({place(2023,
        {{u"requests.new_received.natural_person"_s, u"9"_s}, {u"requests.new_received.business"_s, u"1"_s},
            {u"requests.new_received.total"_s, u"10"_s}, {u"requests.carried_forward.natural_person"_s, u"9"_s},
            {u"requests.carried_forward.business"_s, u"1"_s}, {u"requests.carried_forward.total"_s, u"10"_s},
            {u"remedies.review.corrected"_s, u"1"_s}, {u"remedies.review.upheld"_s, u"2"_s}, {u"remedies.review.total"_s, u"3"_s},
            {u"remedies.litigation_direct.pending"_s, u"4"_s}, {u"remedies.litigation_direct.total"_s, u"4"_s}})});
    QCOMPARE(shown(chartOf(ChartKind::Applicants, figures)), (QStringList{u"自然人: 9"_s, u"商业企业: 1"_s}));
    QCOMPARE(chartOf(ChartKind::Applicants, figures).rates[0].text(0), u"90.0%"_s);
    QCOMPARE(shown(chartOf(ChartKind::Remedies, figures)), (QStringList{u"行政复议: 3"_s, u"未经复议直接起诉: 4"_s}));
    const ReportChart results = chartOf(ChartKind::RemedyOutcomes, figures);
    QCOMPARE(shown(results), (QStringList{u"结果维持: 2"_s, u"结果纠正: 1"_s, u"尚未审结: 4"_s}));
    QCOMPARE(results.rates[0].text(0), u"33.3%"_s);
}

void TestReportCharts::rates()
{
    const ReportChart chart = chartOf(
        ChartKind::Requests, Figures(placesByYear({place(2021, {}), place(2023, {{u"requests.total_handled.total"_s, u"1"_s}})})));
    const Rate &handled = chart.rates[0];
    QCOMPARE(handled.text(0), u"—"_s); // 0 ÷ 0
    QVERIFY(handled.working(0).contains(u"分母"_s));
    QCOMPARE(handled.text(1), u"—"_s); // no report
    QVERIFY(!handled.working(1).isEmpty());
    Rate doubtful{u"率"_s, u"甲 ÷ 乙"_s, {Figure{Decimal(1), true, u"疑"_s, {}}}, {Figure{Decimal(3), false, {}, {}}}};
    QCOMPARE(doubtful.text(0), u"33.3%？"_s);
    const auto share = [](int n, int d) {
        return Rate{u"率"_s, u"甲 ÷ 乙"_s, {Figure{Decimal(n), false, {}, {}}}, {Figure{Decimal(d), false, {}, {}}}}.text(0);
    };
    QCOMPARE(share(9999, 10000), u"＞99.9%"_s); // 100.0 would be wrong
    QCOMPARE(share(10001, 10000), u"＞100%"_s);
    QCOMPARE(share(1, 10000), u"＜0.1%"_s);
    QCOMPARE(share(0, 10000), u"0.0%"_s);
    QCOMPARE(share(7, 7), u"100.0%"_s);
}

void TestReportCharts::everyKindTellsWhatItIs()
{
    const Figures none({});
    for (const ChartKind kind : chartKinds()) {
        const ReportChart chart = chartOf(kind, none);
        QVERIFY(!chart.title.isEmpty());
        QVERIFY(chart.isEmpty());
        for (const Rate &rate : chart.rates)
            QVERIFY(rate.formula.contains(u'÷'));
    }
    QCOMPARE(chartKinds().size(), 7);
}

QTEST_GUILESS_MAIN(TestReportCharts)
#include "tst_reportcharts.moc"
