// SPDX-License-Identifier: GPL-3.0-or-later
// Sums with readings in doubt: what is tried as 0, and how often one cause is told.
#include "checks/checker.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

Cell &cellOf(Report &report, const QString &name) { return report.cell(knowledge().forms->cell(name)); }

/// The cell's place in the text is empty, and a number may have stood there.
void unread(Report &report, const QString &name)
{
    Cell &cell = cellOf(report, name);
    cell = Cell();
    cell.status = CellStatus::Suspect;
    cell.source = {0, 0};
}

void doubt(Report &report, const QString &name, int value)
{
    cellOf(report, name).value = Decimal(value);
    cellOf(report, name).status = CellStatus::Suspect;
}

QList<Finding> findingsOf(const ReadReport &r, const QString &rule)
{
    QList<Finding> out = check(Dossier{r.report, r.document}, *knowledge().rules);
    out.removeIf([&](const Finding &f) { return f.rule != rule; });
    return out;
}

} // namespace

class TestDoubtfulSums : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unreadPartsAreTriedAsZero_data();
    void unreadPartsAreTriedAsZero();
    void unreadTotalIsNotJudged();
    void manyFailuresOfTheReadingAreToldOnce();
};

void TestDoubtfulSums::unreadPartsAreTriedAsZero_data()
{
    QTest::addColumn<QStringList>("parts"); // as printed; empty: unread
    QTest::addColumn<int>("total");
    QTest::addColumn<bool>("told");
    QTest::newRow("only the total is printed") << QStringList{u""_s, u""_s, u""_s, u""_s} << 4 << true;
    QTest::newRow("some parts are printed") << QStringList{u""_s, u"0"_s, u""_s, u"0"_s} << 5 << true;
    QTest::newRow("nothing is missing") << QStringList{u""_s, u"3"_s, u""_s, u"1"_s} << 4 << false;
    QTest::newRow("a total of nothing") << QStringList{u""_s, u""_s, u""_s, u""_s} << 0 << false;
}

void TestDoubtfulSums::unreadPartsAreTriedAsZero()
{
    QFETCH(const QStringList, parts);
    QFETCH(const int, total);
    QFETCH(const bool, told);
    static const QStringList columns{u"upheld"_s, u"corrected"_s, u"other"_s, u"pending"_s};
    ReadReport r = sampleReport();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString name = u"remedies.litigation_direct."_s + columns[i];
        if (parts[i].isEmpty())
            unread(r.report, name);
        else
            doubt(r.report, name, parts[i].toInt());
    }
    doubt(r.report, u"remedies.litigation_direct.total"_s, total);
    const QList<Finding> findings = findingsOf(r, u"remedies.total"_s);
    QCOMPARE(findings.size(), told ? 1 : 0);
    if (!told)
        return;
    QCOMPARE(findings.first().severity, Severity::Warning);
    QCOMPARE(findings.first().blame, Blame::Reading);
    QVERIFY(findings.first().cells.contains(knowledge().forms->cell(u"remedies.litigation_direct.total"_s)));
    QVERIFY2(findings.first().message.contains(u"若空白按 0 计"_s), qPrintable(findings.first().message));
}

void TestDoubtfulSums::unreadTotalIsNotJudged()
{
    ReadReport r = sampleReport({{u"remedies.review.upheld"_s, u"2"_s}, {u"remedies.review.total"_s, u"2"_s}});
    unread(r.report, u"remedies.review.total"_s);
    QVERIFY(findingsOf(r, u"remedies.total"_s).isEmpty());
}

void TestDoubtfulSums::manyFailuresOfTheReadingAreToldOnce()
{
    static const QStringList rows{u"granted"_s, u"partially_granted"_s, u"denied_state_secret"_s, u"unable_not_held"_s, u"other_other"_s};
    ReadReport r = sampleReport();
    // Two numbers of each row are wrong, and differently: no change of one cell explains a row, and no column adds up.
    int value = 3;
    for (const QString &row : rows) {
        for (const QString &column : {u"natural_person"_s, u"business"_s, u"total"_s})
            doubt(r.report, u"requests."_s + row + u'.' + column, value = value * 5 % 97);
    }
    const QList<Finding> findings = findingsOf(r, u"requests.row_total"_s);
    QCOMPARE(findings.size(), 1);
    QVERIFY2(findings.first().message.contains(u"多半是读数有误"_s), qPrintable(findings.first().message));
    for (const QString &row : rows)
        QVERIFY(findings.first().cells.contains(knowledge().forms->cell(u"requests."_s + row + u".total"_s)));
    QVERIFY(findings.first().cells.size() <= 60);
    QCOMPARE(findings.first().severity, Severity::Warning);
    QCOMPARE(findings.first().blame, Blame::Reading);
}

QTEST_GUILESS_MAIN(TestDoubtfulSums)
#include "tst_doubtfulsums.moc"
