// SPDX-License-Identifier: GPL-3.0-or-later
// What is promised of the odds of a table's choices: they are the shares of all combinations that satisfy every sum.
#include "recovery/sums/tableodds.h"

#include "chance.h"

#include <QTest>

#include <cmath>

using namespace gouji;
using test::Chance;

class TestTableOdds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneCombination();
    void weights();
    void noCombination();
    void sumWithoutChoice();
    void effort();
    void agreesWithAddingAll_data();
    void agreesWithAddingAll();
};

namespace {

constexpr qint64 Plenty = 100'000'000;
using Rows = std::vector<std::vector<WeighedChoice>>;

/// Column `cell`: all rows but the last add up to the last.
TableSum column(int rows, int cell)
{
    TableSum out;
    for (int r = 0; r < rows; ++r)
        out.terms.push_back({r, cell, r + 1 < rows ? 1 : -1});
    return out;
}

TableOdds oddsWithin(const Rows &rows, const std::vector<TableSum> &sums, qint64 effort = Plenty) { return oddsOf(rows, sums, effort); }

/// By trying all combinations.
std::vector<std::vector<double>> added(const Rows &rows, const std::vector<TableSum> &sums)
{
    std::vector<std::vector<double>> out;
    for (const auto &row : rows)
        out.emplace_back(row.size(), 0);
    double all = 0;
    std::vector<size_t> chosen(rows.size(), 0);
    const auto tryAll = [&](auto &&self, size_t r, double weight) -> void {
        if (r < rows.size()) {
            for (chosen[r] = 0; chosen[r] < rows[r].size(); ++chosen[r])
                self(self, r + 1, weight * rows[r][chosen[r]].weight);
            return;
        }
        for (const TableSum &sum : sums) {
            qint64 rest = sum.constant;
            for (const TableSum::Term &t : sum.terms)
                rest += t.factor * rows[size_t(t.row)][chosen[size_t(t.row)]].values[size_t(t.cell)];
            if (rest != 0)
                return;
        }
        all += weight;
        for (size_t i = 0; i < rows.size(); ++i)
            out[i][chosen[i]] += weight;
    };
    tryAll(tryAll, 0, 1);
    for (auto &row : out) {
        for (double &share : row)
            share = all > 0 ? share / all : 0;
    }
    return out;
}

} // namespace

void TestTableOdds::oneCombination()
{
    const Rows rows{{{{3, 0}}, {{0, 3}}}, {{{2, 0}}, {{0, 2}}}, {{{3, 2}}}};
    const TableOdds odds = oddsWithin(rows, {column(3, 0), column(3, 1)});
    QVERIFY(odds.complete);
    QCOMPARE(odds.odds, (std::vector<std::vector<double>>{{1, 0}, {0, 1}, {1}}));
}

void TestTableOdds::weights()
{
    const Rows rows{{{{1, 0}, 3}, {{0, 1}}}, {{{1, 0}}, {{0, 1}}}, {{{1, 1}}}};
    const TableOdds odds = oddsWithin(rows, {column(3, 0), column(3, 1)});
    QVERIFY(odds.complete);
    QCOMPARE(odds.odds, (std::vector<std::vector<double>>{{0.75, 0.25}, {0.25, 0.75}, {1}}));
}

void TestTableOdds::noCombination()
{
    const Rows rows{{{{1}}, {{2}}}, {{{4}}}};
    const TableOdds odds = oddsWithin(rows, {column(2, 0)});
    QVERIFY(odds.complete);
    QCOMPARE(odds.weight, 0.0);
}

void TestTableOdds::sumWithoutChoice()
{
    const Rows rows{{{{1, 5}}, {{1, 6}}}, {{{2, 5}}}};
    QCOMPARE(oddsWithin(rows, {column(2, 0)}).weight, 0.0); // 1 is not 2, whatever is chosen
    QVERIFY(oddsWithin(rows, {column(2, 1)}).weight > 0);
}

void TestTableOdds::effort()
{
    const Rows rows(6, {{{1, 0}}, {{0, 1}}});
    QVERIFY(!oddsWithin(rows, {column(6, 0)}, 5).complete);
}

void TestTableOdds::agreesWithAddingAll_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestTableOdds::agreesWithAddingAll()
{
    QFETCH(quint64, seed);
    Chance chance(seed);
    const int count = 3 + chance.below(4);
    Rows rows;
    for (int r = 0; r < count; ++r) {
        rows.emplace_back();
        for (int k = 1 + chance.below(4); k > 0; --k) {
            WeighedChoice choice;
            for (int c = 0; c < 3; ++c)
                choice.values.push_back(r + 1 < count ? chance.below(3) : chance.below(2 * count));
            choice.weight = 1 + chance.below(5);
            rows.back().push_back(choice);
        }
    }
    std::vector<TableSum> sums{column(count, 0), column(count, 1)};
    sums.push_back({{{0, 2, 1}, {1, 2, -1}}, chance.below(2)});
    const TableOdds odds = oddsWithin(rows, sums);
    QVERIFY(odds.complete);
    const auto expected = added(rows, sums);
    for (size_t r = 0; r < rows.size(); ++r) {
        for (size_t k = 0; k < rows[r].size(); ++k)
            QVERIFY(std::abs(odds.odds[r][k] - expected[r][k]) < 1e-9);
    }
}

QTEST_GUILESS_MAIN(TestTableOdds)
#include "tst_tableodds.moc"
