// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline.h"

#include <functional>
#include <optional>
#include <vector>

namespace gouji {

/// How a batch is run. Memory is bounded by `window`: that many items at most are worked on or wait for their turn.
struct BatchOptions {
    int threads = 0; ///< 0: here and now, one after the other, as tests and a single file want it
    int window = 0; ///< 0: four for each thread
    StopFlag stop;
};

/// Works on items 0 … count-1, several at once, and hands them over one by one in order, in the caller's thread, which
/// waits. `work` runs in any thread and must not touch what it shares with others; `deliver` returns false to stop.
/// Items not begun when a stop is asked for are left out; those that come after the stop may be worked on but are not
/// delivered. True where every item was delivered. `slot` (< windowOf(options)) is a place for a result between the two.
bool runInOrder(qsizetype count, const BatchOptions &options, const std::function<void(qsizetype item, int slot)> &work,
    const std::function<bool(qsizetype item, int slot)> &deliver);
int windowOf(const BatchOptions &options);

/// The same with a value between work and delivery.
template <typename T>
bool mapInOrder(
    qsizetype count, const BatchOptions &options, const std::function<T(qsizetype)> &work, const std::function<bool(qsizetype, T)> &deliver)
{
    std::vector<std::optional<T>> slots(size_t(windowOf(options)));
    return runInOrder(
        count, options, [&](qsizetype item, int slot) { slots[size_t(slot)].emplace(work(item)); },
        [&](qsizetype item, int slot) {
            T value = std::move(*slots[size_t(slot)]);
            slots[size_t(slot)].reset();
            return deliver(item, std::move(value));
        });
}

/// One file of a batch, as it ended.
struct BatchResult {
    qsizetype index = 0; ///< its place among the files handed over
    QString file;
    QByteArray bytes; ///< of the file, for the store; empty where it could not be read
    Result<ReadReport> read;
};

/// Reads, recovers and checks files; results come in the order of the files. `progress` is told, after each delivery,
/// how many are done.
bool readBatch(const QStringList &files, const Knowledge &knowledge, const BatchOptions &options,
    const std::function<bool(BatchResult)> &deliver, const std::function<void(qsizetype done, qsizetype total)> &progress = {});

/// Parts the files, in their order, into those that are read together (readReports). Small text files are, as far as that leaves
/// every thread something to do; whatever else may take long stands alone, so that no thread waits for another.
QList<QStringList> readTogether(const QStringList &files, const BatchOptions &options);

/// The files that names stand for, in the order named: a folder for all files below it, in path order; hidden files and
/// folders and links to folders are passed over. A ZIP file of reports is a folder, too; its files are named `a.zip!b.docx`.
/// A name that is neither stays as it is: reading it tells what is wrong.
QStringList expandFolders(const QStringList &names);

} // namespace gouji
