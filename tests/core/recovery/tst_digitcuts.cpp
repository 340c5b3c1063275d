// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to cut a run of digits into the values of a row, one picture a case: values parted by blanks, `.` for a cell
// with nothing printed in it, ways parted by " | ".
#include "recovery/sums/digitcuts.h"

#include "base/decimal.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestDigitCuts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ways_data();
    void ways();
    void endAnywhere();
    void misprint();
    void bounds();
};

namespace {

constexpr qint64 Plenty = 100'000'000;

QString pictureOf(const DigitCut &cut)
{
    QStringList out;
    for (size_t c = 0; c < cut.printed.size(); ++c)
        out << (cut.pieces[c].first == cut.pieces[c].second ? u"."_s : Decimal::fromUnits(cut.printed[c]).toString());
    return out.join(u' ');
}

QString picture(const std::vector<DigitCut> &cuts)
{
    QStringList out;
    for (const DigitCut &cut : cuts)
        out << pictureOf(cut);
    out.sort();
    return out.join(u" | "_s);
}

} // namespace

void TestDigitCuts::ways_data()
{
    QTest::addColumn<QString>("run");
    QTest::addColumn<int>("cells");
    QTest::addColumn<bool>("total");
    QTest::addColumn<bool>("emptyCells");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const QString &run, int cells, bool total, bool emptyCells, const QString &expected) {
        QTest::newRow(name) << run << cells << total << emptyCells << expected;
    };
    add("as many digits as cells", u"0000000"_s, 7, true, false, u"0 0 0 0 0 0 0"_s);
    add("the total decides", u"640020012"_s, 7, true, false, u""_s);
    add("one way", u"64002012"_s, 7, true, false, u"6 4 0 0 2 0 12"_s);
    add("three ways", u"111000012"_s, 7, true, false, u"1 1 10 0 0 0 12 | 1 11 0 0 0 0 12 | 11 1 0 0 0 0 12"_s);
    add("a number has no leading zero", u"1001"_s, 3, false, false, u"10 0 1"_s);
    add("no total: every way", u"3016"_s, 3, false, false, u"3 0 16 | 30 1 6"_s);
    add("lengths force it", u"212"_s, 3, false, false, u"2 1 2"_s);
    add("too short", u"21"_s, 3, false, false, u""_s);
    add("empty cells are zeros", u"22"_s, 3, true, true, u". 2 2 | 2 . 2"_s);
    add("empty cells and a printed zero", u"202"_s, 3, true, true, u"2 0 2"_s);
    add("nothing but empty cells", u""_s, 3, true, true, u". . ."_s);
    add("thousands separators", u"1,20031,203"_s, 3, true, false, u"1200 3 1203"_s);
    add("numbers without one have three digits at most", u"1,2001203"_s, 3, true, false, u""_s);
    add("commas between the cells", u"100,200,300"_s, 3, true, false, u"100 200 300"_s);
    add("marks are empty cells", u"5/////5"_s, 7, true, false, u"5 0 0 0 0 0 5"_s);
    add("a blank parts cells", u"1 20 21"_s, 3, true, false, u"1 20 21"_s);
    add("a blank parts cells that are stuck together", u"1 2021"_s, 3, true, false, u"1 20 21"_s);
}

void TestDigitCuts::ways()
{
    QFETCH(QString, run);
    QFETCH(int, cells);
    QFETCH(bool, total);
    QFETCH(bool, emptyCells);
    qint64 effort = Plenty;
    bool overflow = false;
    const CutTask task{run, {cells, total, emptyCells, false}, 0, int(run.size())};
    const std::vector<DigitCut> cuts = cutDigits(task, effort, overflow);
    QVERIFY(!overflow);
    QTEST(picture(cuts), "expected");
}

void TestDigitCuts::endAnywhere()
{
    qint64 effort = Plenty;
    bool overflow = false;
    const QString run = u"112213"_s; // 1 1 2, 1 12 .. would need a total of 13
    const std::vector<DigitCut> cuts = cutDigits(CutTask{run, {3, true, false, false}}, effort, overflow);
    QCOMPARE(picture(cuts), u"1 1 2"_s);
    QCOMPARE(cuts.front().end, 3);
}

/// The wrong number stays what it is; what it should be is what the others leave.
void TestDigitCuts::misprint()
{
    qint64 effort = Plenty;
    bool overflow = false;
    const QString run = u"1204"_s; // 1 + 2 + 0 is not 4
    TableProblem problem; // the columns: 1, 2 or 3, 0, 3 or 4
    const auto fixed = [](qint64 a, qint64 b, qint64 c, qint64 d) { return std::vector<RowChoice>{{{a, b, c, d}, 0}}; };
    problem.rows = {fixed(0, 0, 0, 0), {{{1, 2, 0, 3}, 0}, {{1, 3, 0, 4}, 0}}};
    for (int c = 0; c < 4; ++c)
        problem.sums.push_back({{{0, c, 1}, {1, c, -1}}, 0});
    const std::vector<OpenCell> open = openCells(problem, 0, 4, effort);
    CutTask task{run, {4, true, false, false}, 0, 4, &open, true};
    const std::vector<DigitCut> cuts = cutDigits(task, effort, overflow);
    QVERIFY(!overflow);
    QStringList found;
    for (const DigitCut &cut : cuts)
        found << pictureOf(cut) + u" at %1 for %2"_s.arg(cut.misprint).arg(Decimal::fromUnits(cut.meant[size_t(cut.misprint)]).toString());
    found.sort();
    QCOMPARE(found.join(u" | "_s), u"1 2 0 4 at 1 for 3 | 1 2 0 4 at 3 for 3"_s);
}

void TestDigitCuts::bounds()
{
    qint64 effort = 1'000'000;
    bool overflow = false;
    const QString run = u"1234567890"_s.repeated(6);
    QVERIFY(cutDigits(CutTask{run, {7, false, true, false}, 0, int(run.size())}, effort, overflow).empty());
    QVERIFY(overflow);
    overflow = false;
    effort = Plenty;
    CutTask few{QStringView(run).left(12), {7, false, false, false}, 0, 12};
    few.most = 10;
    QVERIFY(cutDigits(few, effort, overflow).empty());
    QVERIFY(overflow);
}

QTEST_APPLESS_MAIN(TestDigitCuts)
#include "tst_digitcuts.moc"
