// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "review/repairfinder.h"
#include "review/verbs.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList Columns{
    u"natural_person"_s, u"business"_s, u"research"_s, u"public_interest"_s, u"legal_service"_s, u"other"_s, u"total"_s};

CellId id(const QString &row, int column = 0) { return knowledge().forms->cell(u"requests."_s + row + u'.' + Columns[column]); }

/// A report in order (新收 9 3 0 1 0 0 13, all granted) but for the rows named.
ReadReport reportOf(const QHash<QString, QString> &rows)
{
    QHash<QString, QString> all{
        {u"new_received"_s, u"9 3 0 1 0 0 13"_s}, {u"granted"_s, u"9 3 0 1 0 0 13"_s}, {u"total_handled"_s, u"9 3 0 1 0 0 13"_s}};
    all.insert(rows);
    QHash<QString, QString> values;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const QStringList words = it.value().split(u' ');
        for (int i = 0; i < Columns.size(); ++i)
            values[u"requests."_s + it.key() + u'.' + Columns[i]] = words[i] == "."_L1 ? QString() : words[i];
    }
    return sampleReport(values);
}

QString wordsOf(const ReviewSession &session, const QString &row)
{
    QStringList out;
    for (int i = 0; i < Columns.size(); ++i) {
        const Cell &cell = session.report().cell(id(row, i));
        out << (cell.value ? cell.value->toString() : u"."_s);
    }
    return out.join(u' ');
}

} // namespace

/// What is offered for a row, and what is not.
class TestRepairFinder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstMendsTheRow_data();
    void theFirstMendsTheRow();
    void rowsInOrderGetNothing();
    void clearRowsAreNeverCertain();
    void tiesAreSaid();
    void whatLosesANumberComesLast();
    void nothingIsMadeFalse();
    void rowsOfTheWrongName();
    void aLineOfGroupsIsMovedAsOne();
    void time();
};

void TestRepairFinder::theFirstMendsTheRow_data()
{
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("certain");
    QTest::newRow("glued") << u"93 0 1 0 0 13 ."_s << u"93 拆为 9 和 3"_s << true;
    QTest::newRow("glued with a zero") << u"9 3 0 1 0 013 ."_s << u"013 拆为 0 和 13"_s << true;
    QTest::newRow("torn") << u"9 3 0 1 0 1 3"_s << QString() << false; // a 0 is missing: joining does not fill the row
    // Which of two zeros the gap stands for no sum can say.
    QTest::newRow("a gap too early") << u"9 . 3 0 1 0 13"_s << u"科研机构至法律服务机构左移一格"_s << false;
    QTest::newRow("all one to the right") << u". 9 3 0 1 0 13"_s << u"商业企业至法律服务机构左移一格"_s << false;
    QTest::newRow("one to the left") << u"9 3 1 . 0 0 13"_s << u"科研机构右移一格"_s << true;
}

void TestRepairFinder::theFirstMendsTheRow()
{
    QFETCH(QString, read);
    QFETCH(QString, text);
    QFETCH(bool, certain);
    ReviewSession session(reportOf({{u"granted"_s, read}}), knowledge());
    const RowRepairs repairs = RepairFinder(session).forRow(id(u"granted"_s, 2));
    QCOMPARE(repairs.certain, certain);
    QCOMPARE(repairs.found.isEmpty(), text.isEmpty());
    if (text.isEmpty())
        return;
    const FoundRepair &first = repairs.found.first();
    QCOMPARE(repairText(first.repair, session.report()), text);
    QVERIFY(first.effect.mended.size() > first.effect.made.size());
    QVERIFY(!first.drops);
    QVERIFY(session.perform(first.draft).ok());
    QString values = wordsOf(session, u"granted"_s);
    QCOMPARE(values.replace(u'.', u'0'), u"9 3 0 1 0 0 13"_s);
}

void TestRepairFinder::rowsInOrderGetNothing()
{
    ReviewSession session(reportOf({}), knowledge());
    for (const QString &row : {u"new_received"_s, u"granted"_s, u"total_handled"_s, u"carried_forward"_s}) {
        const CellId cell = id(row);
        if (cell.isValid())
            QVERIFY(RepairFinder(session).forRow(cell).found.isEmpty());
    }
    QVERIFY(RepairFinder(session).forRow({}).found.isEmpty());
}

void TestRepairFinder::clearRowsAreNeverCertain()
{
    // The row and the one below it stand clearly in each other's place: the text says so, and arithmetic alone is no reason.
    ReviewSession session(reportOf({{u"granted"_s, u"9 3 0 1 0 0 12"_s}}), knowledge());
    const RowRepairs wrongTotal = RepairFinder(session).forRow(id(u"granted"_s));
    QVERIFY(wrongTotal.clear);
    QVERIFY(!wrongTotal.certain);
    ReviewSession swapped(reportOf({{u"new_received"_s, u"0 0 0 0 0 0 0"_s}, {u"carried_forward"_s, u"9 3 0 1 0 0 13"_s}}), knowledge());
    const RowRepairs repairs = RepairFinder(swapped).forRow(id(u"new_received"_s));
    QVERIFY(repairs.clear);
    QVERIFY(!repairs.found.isEmpty());
    QCOMPARE(repairs.found.first().repair.verb, Repair::Verb::SwapRows);
    QVERIFY(!repairs.certain);
}

void TestRepairFinder::tiesAreSaid()
{
    ReviewSession session(reportOf({{u"granted"_s, u"9 . 3 0 1 0 13"_s}}), knowledge());
    const RowRepairs repairs = RepairFinder(session).forRow(id(u"granted"_s));
    QVERIFY(repairs.found.size() > 1);
    QVERIFY(repairs.found[0].tied && repairs.found[1].tied);
    QVERIFY(!repairs.certain);
}

void TestRepairFinder::whatLosesANumberComesLast()
{
    // Without the row the table would hold as well: the easiest way to make sums hold is to lose numbers.
    ReviewSession session(reportOf({{u"granted"_s, u"93 0 1 0 0 13 ."_s}}), knowledge());
    const RowRepairs repairs = RepairFinder(session).forRow(id(u"granted"_s), 12);
    bool lost = false;
    for (const FoundRepair &f : repairs.found) {
        QVERIFY(!lost || f.drops);
        lost = lost || f.drops;
    }
    QVERIFY(lost);
}

void TestRepairFinder::nothingIsMadeFalse()
{
    for (const QString &read : {u"93 0 1 0 0 13 ."_s, u"9 . 3 0 1 0 13"_s, u"1 2 3 4 5 6 ."_s, u". . 13 9 3 0 1"_s, u"7 9 3 0 1 0 0"_s}) {
        ReviewSession session(reportOf({{u"granted"_s, read}}), knowledge());
        const RowRepairs repairs = RepairFinder(session).forRow(id(u"granted"_s));
        for (const FoundRepair &f : repairs.found) {
            QVERIFY(f.effect.failing.isEmpty());
            QVERIFY(!f.effect.holding.isEmpty());
        }
    }
}

void TestRepairFinder::rowsOfTheWrongName()
{
    // 「予以公开」 was read one row too low.
    ReviewSession session(reportOf({{u"granted"_s, u". . . . . . ."_s}, {u"partially_granted"_s, u"9 3 0 1 0 0 12"_s}}), knowledge());
    for (const FoundRepair &f : RepairFinder(session).forRow(id(u"granted"_s)).found)
        QVERIFY(f.effect.failing.isEmpty());
}

void TestRepairFinder::aLineOfGroupsIsMovedAsOne()
{
    // Fourteen numbers in fifteen places: the one that is lacking is the second.
    QHash<QString, QString> values;
    const QStringList printed = u"2 1 1 4 0 3 0 0 3 0 0 0 5 5 ."_s.split(u' ');
    int i = 0;
    for (const QString &row : {u"review"_s, u"litigation_direct"_s, u"litigation_after_review"_s}) {
        for (const QString &column : {u"upheld"_s, u"corrected"_s, u"other"_s, u"pending"_s, u"total"_s}) {
            const QString word = printed[i++];
            values[u"remedies."_s + row + u'.' + column] = word == "."_L1 ? QString() : word;
        }
    }
    ReviewSession session(sampleReport(values), knowledge());
    const RowRepairs repairs = RepairFinder(session).forRow(knowledge().forms->cell(u"remedies.review.total"_s));
    QVERIFY(!repairs.found.isEmpty());
    const FoundRepair &first = repairs.found.first();
    QCOMPARE(first.repair.verb, Repair::Verb::MoveRun);
    QCOMPARE(first.effect.holding.size(), 3);
    QVERIFY(!first.drops);
}

void TestRepairFinder::time()
{
    ReviewSession session(reportOf({{u"granted"_s, u"93 0 1 0 0 13 ."_s}}), knowledge());
    const RepairFinder finder(session);
    QElapsedTimer timer;
    timer.start();
    constexpr int Rounds = 20;
    for (int i = 0; i < Rounds; ++i)
        QVERIFY(!finder.forRow(id(u"granted"_s)).found.isEmpty());
    const double each = double(timer.nsecsElapsed()) / Rounds / 1e6;
    qInfo("one row: %.2f ms", each);
    QVERIFY2(each < 50, "a bound that only a slip reaches; the figure is told above");
}

QTEST_GUILESS_MAIN(TestRepairFinder)
#include "tst_repairfinder.moc"
