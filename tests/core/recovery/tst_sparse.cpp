// SPDX-License-Identifier: GPL-3.0-or-later
// Reports in which next to everything is zero and half of the zeros are left empty: hardly a row is full of numbers, and
// where the columns are has to be learned from the drawing of the table.
#include "certainty.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

class TestSparse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void document_data();
    void document();
    void lostCells_data();
    void lostCells();
};

void TestSparse::document_data()
{
    QTest::addColumn<int>("layout");
    QTest::addColumn<double>("least"); // share of the cells that are certain and right, in percent
    const auto add = [](Layout layout, double least) { QTest::newRow(qPrintable(layoutName(layout))) << int(layout) << least; };
    add(Layout::Tabs, 98);
    add(Layout::Pipes, 98);
    add(Layout::Box, 98);
    add(Layout::CellLines, 98);
}

void TestSparse::document()
{
    QFETCH(int, layout);
    QFETCH(double, least);
    constexpr quint64 Cases = 25;
    int cells = 0;
    int sure = 0;
    for (quint64 seed = 0; seed < Cases; ++seed) {
        Chance chance(4200 + seed);
        Truth truth = randomTruth(*knowledge().forms, chance);
        for (Decimal &value : truth.values) // no number but zeros adds up whatever is done to it
            value = Decimal();
        PrintStyle style;
        style.blankZeros = 50;
        const ModelDocument document = modelOf(truth, *knowledge().forms, style, chance);
        const QString text = print(document, Layout(layout), chance);
        const Certainty certainty = certaintyOf(recovered(text), document, Layout(layout));
        QVERIFY2(certainty.silent.isEmpty(), qPrintable(u"seed %1: %2\n%3"_s.arg(4200 + seed).arg(certainty.silent.join(u"; "), text)));
        cells += certainty.cells;
        sure += certainty.sure;
    }
    const double share = 100.0 * sure / cells;
    qInfo("%.2f %% of %d cells are certain and right, seeds 4200 to %d", share, cells, int(4200 + Cases - 1));
    QVERIFY2(share >= least, qPrintable(u"%1 % are certain"_s.arg(share)));
}

/// Reports of which half of the zeros are left empty, in text in which empty cells leave no trace.
void TestSparse::lostCells_data()
{
    QTest::addColumn<int>("layout");
    QTest::addColumn<double>("least"); // share of the cells that are certain and right, in percent
    const auto add = [](Layout layout, double least) { QTest::newRow(qPrintable(layoutName(layout))) << int(layout) << least; };
    add(Layout::Strung, 60);
    add(Layout::RowText, 60);
    add(Layout::BareLines, 50);
}

void TestSparse::lostCells()
{
    QFETCH(int, layout);
    QFETCH(double, least);
    constexpr quint64 Cases = 40;
    int cells = 0;
    int sure = 0;
    for (quint64 seed = 0; seed < Cases; ++seed) {
        Chance chance(5300 + seed);
        const Truth truth = randomTruth(*knowledge().forms, chance);
        PrintStyle style;
        style.blankZeros = 50;
        const ModelDocument document = modelOf(truth, *knowledge().forms, style, chance);
        const QString text = print(document, Layout(layout), chance);
        const Certainty certainty = certaintyOf(recovered(text), document, Layout(layout));
        QVERIFY2(certainty.silent.isEmpty(), qPrintable(u"seed %1: %2\n%3"_s.arg(5300 + seed).arg(certainty.silent.join(u"; "), text)));
        cells += certainty.cells;
        sure += certainty.sure;
    }
    const double share = 100.0 * sure / cells;
    qInfo("%.2f %% of %d cells are certain and right, seeds 5300 to %d", share, cells, int(5300 + Cases - 1));
    QVERIFY2(share >= least, qPrintable(u"%1 % are certain"_s.arg(share)));
}

QTEST_GUILESS_MAIN(TestSparse)
#include "tst_sparse.moc"
