// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the queue with very many reports: bench_queue [REPORTS [FILE]]. The store is made where it is not there yet.
#include "inventedstore.h"
#include "samplereport.h"
#include "store/queuefilter.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

/// The middle of five runs: the machine has other things to do.
void measure(const char *what, double allowed, const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-44s %8.1f ms   of %4.0f ms: %3.0f %%\n", what, times[2], allowed, 100 * times[2] / allowed);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
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
    return 0;
}
