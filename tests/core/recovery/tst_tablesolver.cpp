// SPDX-License-Identifier: GPL-3.0-or-later
// What the table solver promises: for every choice of every row, whether some combination with it satisfies all sums.
#include "recovery/sums/opencells.h"
#include "recovery/sums/tablesolver.h"

#include "chance.h"

#include <QTest>

#include <algorithm>

using namespace gouji;
using test::Chance;

class TestTableSolver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneCombination();
    void severalCombinations();
    void noCombination();
    void margin();
    void effort();
    void agreesWithTryingAll_data();
    void agreesWithTryingAll();
    void openCell();
};

namespace {

constexpr qint64 Plenty = 100'000'000;

std::vector<RowChoice> row(const std::vector<std::vector<qint64>> &choices)
{
    std::vector<RowChoice> out;
    for (const std::vector<qint64> &values : choices)
        out.push_back({values, 0});
    return out;
}

/// Column `cell`: all rows but the last add up to the last.
TableSum column(int rows, int cell)
{
    TableSum out;
    for (int r = 0; r < rows; ++r)
        out.terms.push_back({r, cell, r + 1 < rows ? 1 : -1});
    return out;
}

QString picture(const TableAnswer &answer)
{
    QString out;
    for (const std::vector<bool> &row : answer.possible) {
        for (const bool possible : row)
            out += possible ? u'1' : u'0';
        out += u' ';
    }
    return out.trimmed();
}

/// The same answer by trying every combination.
std::vector<std::vector<bool>> tryAll(const TableProblem &problem)
{
    std::vector<std::vector<bool>> out;
    for (const auto &row : problem.rows)
        out.emplace_back(row.size(), false);
    std::vector<size_t> choice(problem.rows.size(), 0);
    for (;;) {
        const bool holds = std::all_of(problem.sums.begin(), problem.sums.end(), [&](const TableSum &sum) {
            qint64 total = sum.constant;
            for (const TableSum::Term &t : sum.terms)
                total += t.factor * problem.rows[size_t(t.row)][choice[size_t(t.row)]].values[size_t(t.cell)];
            return total == 0;
        });
        for (size_t r = 0; r < choice.size() && holds; ++r)
            out[r][choice[r]] = true;
        size_t r = 0;
        while (r < choice.size() && ++choice[r] == problem.rows[r].size())
            choice[r++] = 0;
        if (r == choice.size())
            return out;
    }
}

} // namespace

void TestTableSolver::oneCombination()
{
    const TableProblem problem{{row({{1, 20}, {12, 0}}), row({{3, 3}, {33, 0}}), row({{15, 3}})}, {column(3, 0), column(3, 1)}, -1};
    qint64 effort = Plenty;
    const TableAnswer answer = solveTable(problem, effort);
    QVERIFY(answer.complete);
    QCOMPARE(picture(answer), QStringLiteral("01 10 1"));
    QCOMPARE(answer.combinations.size(), size_t(1));
    QVERIFY(effort < Plenty);
}

void TestTableSolver::severalCombinations()
{
    // the first two rows may be exchanged; the third row's second way is part of no combination
    const TableProblem problem{
        {row({{1, 0}, {0, 1}}), row({{1, 0}, {0, 1}}), row({{2, 2}, {9, 9}}), row({{3, 3}})}, {column(4, 0), column(4, 1)}, -1};
    qint64 effort = Plenty;
    const TableAnswer answer = solveTable(problem, effort);
    QVERIFY(answer.complete);
    QCOMPARE(picture(answer), QStringLiteral("11 11 10 1"));
    for (const std::vector<int> &combination : answer.combinations)
        QVERIFY(combination[0] != combination[1]);
}

void TestTableSolver::noCombination()
{
    const TableProblem problem{{row({{1, 0}, {0, 1}}), row({{1, 0}, {0, 1}}), row({{2, 2}})}, {column(3, 0), column(3, 1)}, -1};
    qint64 effort = Plenty;
    const TableAnswer answer = solveTable(problem, effort);
    QVERIFY(answer.complete);
    QVERIFY(answer.combinations.empty());
    QCOMPARE(picture(answer), QStringLiteral("00 00 0"));
}

void TestTableSolver::margin()
{
    TableProblem problem{{row({{1}, {2}, {3}}), row({{1}, {2}, {3}}), row({{4}})}, {column(3, 0)}, 2};
    problem.rows[0][0].score = 5; // 1 + 3: 5, 2 + 2: 4, 3 + 1: 1
    problem.rows[0][1].score = 4;
    problem.rows[1][0].score = 1;
    qint64 effort = Plenty;
    const TableAnswer answer = solveTable(problem, effort);
    QVERIFY(answer.complete);
    QCOMPARE(picture(answer), QStringLiteral("110 011 1"));
    QCOMPARE(answer.combinations.front(), (std::vector<int>{0, 2, 0}));
}

/// Without the effort to know, nothing is ruled out that was not refuted.
void TestTableSolver::effort()
{
    TableProblem problem;
    const int rows = 12;
    for (int r = 0; r < rows; ++r)
        problem.rows.push_back(row({{r, 1}, {r + 1, 0}, {r + 2, 2}}));
    problem.rows.push_back(row({{78, 12}}));
    problem.sums = {column(rows + 1, 0), column(rows + 1, 1)};
    qint64 plenty = Plenty;
    const TableAnswer full = solveTable(problem, plenty);
    QVERIFY(full.complete);
    qint64 little = 2000;
    const TableAnswer cut = solveTable(problem, little);
    QVERIFY(!cut.complete);
    for (size_t r = 0; r < full.possible.size(); ++r) {
        for (size_t k = 0; k < full.possible[r].size(); ++k)
            QVERIFY(cut.possible[r][k] || !full.possible[r][k]);
    }
}

void TestTableSolver::agreesWithTryingAll_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 300; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void TestTableSolver::agreesWithTryingAll()
{
    QFETCH(int, seed);
    Chance chance(quint64(seed), 3);
    TableProblem problem;
    const int rows = chance.between(2, 6);
    const int cells = chance.between(1, 3);
    const int most = chance.pick(QList<int>{2, 6, 40, 3000});
    std::vector<qint64> total(size_t(cells), 0);
    for (int r = 0; r < rows; ++r) {
        std::vector<std::vector<qint64>> choices;
        for (int k = chance.between(1, 5); k > 0; --k) {
            std::vector<qint64> values;
            for (int c = 0; c < cells; ++c)
                values.push_back(chance.below(most));
            choices.push_back(values);
        }
        for (int c = 0; c < cells; ++c)
            total[size_t(c)] += choices.front()[size_t(c)];
        std::rotate(choices.begin(), choices.begin() + chance.below(int(choices.size())), choices.end());
        problem.rows.push_back(row(choices));
    }
    std::vector<std::vector<qint64>> totals{total};
    if (chance.percent(50))
        totals.push_back(std::vector<qint64>(size_t(cells), chance.below(most * rows)));
    if (chance.percent(20))
        totals.erase(totals.begin()); // no combination, most likely
    if (!totals.empty())
        problem.rows.push_back(row(totals));
    for (int c = 0; c < cells; ++c)
        problem.sums.push_back(column(int(problem.rows.size()), c));
    qint64 effort = Plenty;
    const TableAnswer answer = solveTable(problem, effort);
    QVERIFY(answer.complete);
    QCOMPARE(answer.possible, tryAll(problem));
    // every choice that is possible stands in a combination that is shown
    for (size_t r = 0; r < answer.possible.size(); ++r) {
        for (size_t k = 0; k < answer.possible[r].size(); ++k) {
            const bool shown
                = std::any_of(answer.combinations.begin(), answer.combinations.end(), [&](const auto &c) { return c[r] == int(k); });
            QCOMPARE(shown, bool(answer.possible[r][k]));
        }
    }
}

void TestTableSolver::openCell()
{
    // 2 or 5, and 1, and the open row make 10 or 20
    const TableProblem problem{{row({{2}, {5}}), row({{1}}), row({{0}}), row({{10}, {20}})}, {column(4, 0)}, -1};
    qint64 effort = Plenty;
    const std::vector<OpenCell> cells = openCells(problem, 2, 2, effort);
    QString allowed;
    for (int v = 0; v <= 30; ++v) {
        if (cells[0].allows(v))
            allowed += QString::number(v) + u' ';
    }
    QCOMPARE(allowed, QStringLiteral("4 7 14 17 "));
    QCOMPARE(cells[0].most(), 17);
    QVERIFY(cells[1].allows(123456)); // in no sum
}

QTEST_APPLESS_MAIN(TestTableSolver)
#include "tst_tablesolver.moc"
