// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the queue with very many reports: bench_queue [REPORTS [FILE]]. The store is made where it is not there yet.
#include "inventedstore.h"
#include "library/queuepage.h"
#include "samplereport.h"
#include "store/companionfinder.h"
#include "store/queuefilter.h"
#include "store/store.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

/// The middle of five runs, by the clock and by the time this thread had a processor: the machine may have other things to do.
void measure(const char *what, double allowed, const std::function<void()> &work)
{
    const auto processor = [] {
        timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
    };
    std::vector<double> times, used;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        const double before = processor();
        work();
        used.push_back(processor() - before);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::sort(used.begin(), used.end());
    std::printf("%-46s %7.1f ms, %7.1f ms of a processor; allowed %4.0f ms: %3.0f %%\n", what, times[2], used[2], allowed,
        100 * times[2] / allowed);
}

/// From the file to the painted page, and from a click to the repainted one.
void measurePage(const Store &store)
{
    const auto paint = [](QueuePage &page) { (void)page.grab(); };
    measure("open the page: read, count, lay out, paint", 500, [&] {
        QueueModel model;
        model.setTable(*store.queue());
        QueuePage page(&model, test::knowledge().rules);
        page.resize(1280, 800);
        page.show();
        paint(page);
    });
    QueueModel model;
    model.setTable(*store.queue());
    QueuePage page(&model, test::knowledge().rules);
    page.resize(1280, 800);
    page.show();
    paint(page);
    int turn = 0;
    const auto filter = [&](const char *what, const std::function<void(QueueFilter &)> &change) {
        measure(what, 100, [&] {
            QueueFilter next;
            if (turn++ % 2 == 0)
                change(next);
            model.setFilter(next);
            paint(page);
        });
    };
    filter("filter by a year, and back, with repaint", [](QueueFilter &f) { f.of(Facet::Year) = {u"2023"_s}; });
    filter("filter by a rule, and back, with repaint", [](QueueFilter &f) { f.of(Facet::Rule) = {u"requests.balance"_s}; });
    filter("filter by a word, and back, with repaint", [](QueueFilter &f) { f.text = u"水务"_s; });
    measure("order by agency, with repaint", 100, [&] {
        model.sort(QueueModel::AgencyColumn, turn++ % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
        paint(page);
    });
    measure("scroll one page, with repaint", 16, [&] {
        QTableView *table = page.table();
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->value() + 30);
        (void)table->viewport()->grab();
    });
}

/// What opening one of many costs besides reading it: looking for last year's, its copies, those of the bodies below it.
void measureNeighbours(const Store &store)
{
    const ReadReport read = test::sampleReport();
    measure("find the reports that bear on one", 50, [&] { (void)CompanionFinder(store).of({}, read.report, read.document); });
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const int reports = argc > 1 ? std::max(1, atoi(argv[1])) : 100'000;
    QTemporaryDir folder;
    const QString file = argc > 2 ? QString::fromLocal8Bit(argv[2]) : folder.filePath(u"store.sqlite"_s);
    test::inventStore(file, reports);
    const auto opened = Store::open(file, test::knowledge());
    if (!opened)
        return 1;
    const Store &store = **opened;
    std::printf("%d reports\n", reports);
    QueueTable table;
    measure("read all rows", 500, [&] { table = *store.queue(); });
    QueueChoice choice;
    QueueFilter filter;
    measure("count all facets", 100, [&] { choice = choose(table, filter); });
    filter.of(Facet::Year) = {u"2023"_s};
    filter.of(Facet::State) = {u"new"_s, u"open"_s};
    filter.of(Facet::Rule) = {u"requests.balance"_s};
    measure("filter by year, state and rule", 100, [&] { choice = choose(table, filter); });
    filter = {};
    filter.text = u"水务"_s;
    measure("filter by a word, names only", 100, [&] { choice = choose(table, filter); });
    QBitArray found;
    measure("find 结转 in all texts (not in the window's way)", 500, [&] { found = *store.reportsWith(u"结转"_s); });
    measure("find 976 in all texts (not in the window's way)", 500, [&] { found = *store.reportsWith(u"976"_s); });
    measure("filter by a word found in texts", 100, [&] { choice = choose(table, filter, {found}); });
    choice = choose(table, {});
    measure("order by agency", 100, [&] { sortRows(table, choice.rows, QueueOrder::Agency, Qt::AscendingOrder); });
    measure("order by errors", 100, [&] { sortRows(table, choice.rows, QueueOrder::Errors, Qt::DescendingOrder); });
    measurePage(store);
    measureNeighbours(store);
    return 0;
}
