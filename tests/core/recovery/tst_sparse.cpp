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

private:
    static void addLayouts(const QList<std::pair<Layout, double>> &least);
    static void check(quint64 firstSeed, quint64 cases, bool onlyZeros);
};

/// With the share of the cells that are certain and right, in percent.
void TestSparse::addLayouts(const QList<std::pair<Layout, double>> &least)
{
    QTest::addColumn<int>("layout");
    QTest::addColumn<double>("least");
    for (const auto &[layout, share] : least)
        QTest::newRow(qPrintable(layoutName(layout))) << int(layout) << share;
}

void TestSparse::check(quint64 firstSeed, quint64 cases, bool onlyZeros)
{
    QFETCH(int, layout);
    QFETCH(double, least);
    int cells = 0;
    int sure = 0;
    for (quint64 seed = firstSeed; seed < firstSeed + cases; ++seed) {
        Chance chance(seed);
        Truth truth = randomTruth(*knowledge().forms, chance);
        for (Decimal &value : truth.values) // no number but zeros adds up whatever is done to it
            value = onlyZeros ? Decimal() : value;
        PrintStyle style;
        style.blankZeros = 50;
        const ModelDocument document = modelOf(truth, *knowledge().forms, style, chance);
        const QString text = print(document, Layout(layout), chance);
        const Certainty certainty = certaintyOf(recovered(text), document, Layout(layout));
        QVERIFY2(certainty.silent.isEmpty(), qPrintable(u"seed %1: %2\n%3"_s.arg(seed).arg(certainty.silent.join(u"; "), text)));
        cells += certainty.cells;
        sure += certainty.sure;
    }
    const double share = 100.0 * sure / cells;
    qInfo("%.2f %% of %d cells are certain and right, seeds %d to %d", share, cells, int(firstSeed), int(firstSeed + cases - 1));
    QVERIFY2(share >= least, qPrintable(u"%1 % are certain"_s.arg(share)));
}

void TestSparse::document_data() { addLayouts({{Layout::Tabs, 98}, {Layout::Pipes, 98}, {Layout::Box, 98}, {Layout::CellLines, 98}}); }

void TestSparse::document() { check(4200, 25, true); }

/// Reports of which half of the zeros are left empty, in text in which empty cells leave no trace.
void TestSparse::lostCells_data() { addLayouts({{Layout::Strung, 60}, {Layout::RowText, 60}, {Layout::BareLines, 50}}); }

void TestSparse::lostCells() { check(5300, 40, false); }

QTEST_GUILESS_MAIN(TestSparse)
#include "tst_sparse.moc"
