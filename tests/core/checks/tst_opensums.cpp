// SPDX-License-Identifier: GPL-3.0-or-later
// Rows whose layout is open: a sum that fails in one layout says nothing, one that no layout satisfies is told.
#include "checks/checker.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

QList<CellId> cellsOf(const QString &table, const QString &row = {})
{
    QList<CellId> out;
    for (const FormRow &r : knowledge().forms->form(u"2021"_s)->table(table)->rows) {
        if (row.isEmpty() || r.id == row)
            out << r.cells;
    }
    return out;
}

QList<Finding> sums(const ReadReport &r)
{
    QList<Finding> out;
    for (const Finding &f : check(Dossier{r.report, r.document}, *knowledge().rules)) {
        if (f.rule == "remedies.total"_L1 || (f.rule.startsWith("requests."_L1)))
            out << f;
    }
    return out;
}

/// Lays the numbers into the first of the cells, as a reading that does not know better; the others stay without a value's characters.
void layOpen(Report &report, const QList<CellId> &cells, const QString &numbers)
{
    const QStringList printed = numbers.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        Cell &cell = report.cell(cells[i]);
        cell = Cell();
        cell.status = CellStatus::Suspect;
        cell.value = Decimal(0);
        if (i < printed.size()) {
            cell.text = printed[i];
            cell.value = Decimal::fromString(printed[i]);
            cell.source = {10 * i, 10 * i + printed[i].size()};
        }
    }
    report.openRows << OpenRow{cells, {}, u"这一行的位置不能确定。"_s, {}};
}

} // namespace

class TestOpenSums : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowOfOutcomes_data();
    void rowOfOutcomes();
    void digitsThatNothingCuts_data();
    void digitsThatNothingCuts();
    void sumThatFillsItself_data();
    void sumThatFillsItself();
    void manyRowsAreOneCause();
    void whatAPersonSetIsNotLaidAnew();
};

void TestOpenSums::rowOfOutcomes_data()
{
    QTest::addColumn<QString>("numbers");
    QTest::addColumn<bool>("told");
    QTest::newRow("no layout holds") << u"0 28 7 39 0 0 0 26 26 6 24 3 33"_s << true;
    QTest::newRow("one layout holds") << u"0 28 7 35 0 0 0 26 26 6 24 3 33"_s << false;
    QTest::newRow("all places, one fails") << u"0 28 0 7 39 0 0 0 26 26 0 6 24 3 33"_s << true;
    QTest::newRow("all places hold") << u"0 28 4 7 39 0 0 0 26 26 0 6 24 3 33"_s << false;
    QTest::newRow("nothing printed") << QString() << false;
    QTest::newRow("more than there are places for") << u"1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"_s << false;
}

void TestOpenSums::rowOfOutcomes()
{
    QFETCH(QString, numbers);
    QFETCH(bool, told);
    ReadReport r = sampleReport();
    layOpen(r.report, cellsOf(u"remedies"_s), numbers);
    if (numbers.count(u' ') > 14)
        r.report.openRows.first().cells.removeLast(); // 15 numbers for 14 cells
    const QList<Finding> found = sums(r);
    QCOMPARE(found.size(), told ? 1 : 0);
    if (!told)
        return;
    QCOMPARE(found[0].rule, u"remedies.total"_s);
    QCOMPARE(found[0].severity, Severity::Warning);
    QCOMPARE(found[0].blame, Blame::Reading);
    QCOMPARE(found[0].cells.first(), knowledge().forms->cell(u"remedies.review.total"_s));
    QVERIFY2(found[0].message.startsWith(u"“行政复议”行：原文的 "_s), qPrintable(found[0].message));
}

void TestOpenSums::digitsThatNothingCuts_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<bool>("told");
    QTest::newRow("27+11+24+23 is not 87") << u"26315442711242387214232564"_s << true;
    QTest::newRow("27+11+24+23 is 85") << u"26315442711242385214232564"_s << false;
    QTest::newRow("too long to try every cut") << u"1234567890123456789"_s.repeated(5) << false;
}

void TestOpenSums::digitsThatNothingCuts()
{
    QFETCH(QString, digits);
    QFETCH(bool, told);
    ReadReport r = sampleReport();
    for (const CellId id : cellsOf(u"remedies"_s)) {
        Cell &cell = r.report.cell(id);
        cell = Cell();
        cell.status = CellStatus::Suspect;
        cell.text = digits;
        cell.source = {5, 5 + digits.size()};
    }
    const QList<Finding> found = sums(r);
    QCOMPARE(found.size(), told ? 1 : 0);
    if (told)
        QVERIFY2(found[0].message.contains(u"“26315442711242387214232564”断成 15 栏的数"_s), qPrintable(found[0].message));
}

void TestOpenSums::sumThatFillsItself_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("confirmed");
    QTest::addColumn<bool>("told");
    QTest::newRow("nothing else bears it out") << int(CellStatus::Suspect) << false << true;
    QTest::newRow("decided") << int(CellStatus::Repaired) << false << false;
    QTest::newRow("a person has looked") << int(CellStatus::Suspect) << true << false;
}

void TestOpenSums::sumThatFillsItself()
{
    QFETCH(int, status);
    QFETCH(bool, confirmed);
    QFETCH(bool, told);
    ReadReport r = sampleReport(
        {{u"remedies.review.corrected"_s, u"28"_s}, {u"remedies.review.pending"_s, u"7"_s}, {u"remedies.review.total"_s, u"39"_s}});
    Cell &cell = r.report.cell(knowledge().forms->cell(u"remedies.review.other"_s));
    cell = Cell();
    cell.value = Decimal(4);
    cell.status = CellStatus(status);
    cell.confirmed = confirmed;
    const QList<Finding> found = sums(r);
    QCOMPARE(found.size(), told ? 1 : 0);
    if (!told)
        return;
    QVERIFY2(
        found[0].message.startsWith(
            u"若空白按 0 计（空白：“行政复议”其他结果），则“行政复议”行：结果维持 0 + 结果纠正 28 + 其他结果 0 + 尚未审结 7 ≠ 总计 39"_s),
        qPrintable(found[0].message));
    const auto other = std::find_if(found[0].candidates.begin(), found[0].candidates.end(),
        [](const Culprit &c) { return c.cell == knowledge().forms->cell(u"remedies.review.other"_s); });
    QVERIFY(other != found[0].candidates.end());
    QCOMPARE(other->value, Decimal(4));
}

void TestOpenSums::manyRowsAreOneCause()
{
    ReadReport r = sampleReport();
    const QList<FormRow> rows = knowledge().forms->form(u"2021"_s)->table(u"requests"_s)->rows;
    for (qsizetype i = 2; i < 14; ++i)
        layOpen(r.report, rows[i].cells, i < 8 ? u"1 2 5"_s : u"1 2 3"_s); // six fit in no layout, six do
    const QList<Finding> found = sums(r);
    QStringList rules;
    for (const Finding &f : found) {
        rules << f.rule;
        QCOMPARE(f.severity, Severity::Warning);
        QVERIFY(f.cells.size() <= 60);
    }
    rules.sort();
    QCOMPARE(rules, QStringList({u"requests.handled_total"_s, u"requests.row_total"_s}));
}

void TestOpenSums::whatAPersonSetIsNotLaidAnew()
{
    ReadReport r = sampleReport();
    const QList<CellId> cells = cellsOf(u"remedies"_s);
    layOpen(r.report, cells, u"0 28 7 39 0 0 0 26 26 6 24 3 33"_s);
    QCOMPARE(sums(r).size(), 1);
    r.report.cell(cells[4]).status = CellStatus::Corrected;
    QVERIFY(sums(r).isEmpty());
}

QTEST_GUILESS_MAIN(TestOpenSums)
#include "tst_opensums.moc"
