// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch.h"

#include "document/documentreader.h"
#include "document/packed/reportarchive.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QMutex>
#include <QThreadPool>
#include <QWaitCondition>

#include <algorithm>
#include <array>

namespace gouji {

namespace {

constexpr int SlotsPerThread = 4; // enough that a slow file does not leave the other threads idle
constexpr qsizetype Together = 16; // files; more gain nothing
constexpr qint64 SmallFile = 64 * 1024; // bytes; a report of text alone has ten to thirty thousand

bool runHereAndNow(qsizetype count, const BatchOptions &options, const std::function<void(qsizetype, int)> &work,
    const std::function<bool(qsizetype, int)> &deliver)
{
    for (qsizetype i = 0; i < count; ++i) {
        if (options.stop.isStopped())
            return false;
        work(i, 0);
        if (options.stop.isStopped() || !deliver(i, 0))
            return false;
    }
    return true;
}

} // namespace

int windowOf(const BatchOptions &options)
{
    return options.threads <= 0 ? 1 : std::max(options.threads, options.window > 0 ? options.window : options.threads * SlotsPerThread);
}

bool runInOrder(qsizetype count, const BatchOptions &options, const std::function<void(qsizetype, int)> &work,
    const std::function<bool(qsizetype, int)> &deliver)
{
    if (options.threads <= 0)
        return runHereAndNow(count, options, work, deliver);

    const int window = windowOf(options);
    QMutex mutex;
    QWaitCondition ready;
    std::vector<bool> done(size_t(window), false);
    StopFlag stop = options.stop;
    bool refused = false;
    QThreadPool pool; // destroyed first: it waits for its threads, which use all of the above
    pool.setMaxThreadCount(options.threads);

    const auto slotOf = [&](qsizetype item) { return int(item % window); };
    qsizetype begun = 0;
    for (qsizetype item = 0; item < count; ++item) {
        for (; begun < count && begun < item + window; ++begun) {
            pool.start([&, mine = begun] {
                if (!stop.isStopped())
                    work(mine, slotOf(mine));
                const QMutexLocker lock(&mutex);
                done[size_t(slotOf(mine))] = true;
                ready.wakeOne();
            });
        }
        {
            QMutexLocker lock(&mutex);
            while (!done[size_t(slotOf(item))])
                ready.wait(&mutex);
            done[size_t(slotOf(item))] = false;
        }
        // A stop may have come before this item was worked on: then its slot is empty.
        if (stop.isStopped() || !deliver(item, slotOf(item))) {
            refused = true;
            break;
        }
    }
    pool.clear();
    pool.waitForDone();
    return !refused;
}

bool readBatch(const QStringList &files, const Knowledge &knowledge, const BatchOptions &options,
    const std::function<bool(BatchResult)> &deliver, const std::function<void(qsizetype, qsizetype)> &progress)
{
    const std::function<BatchResult(qsizetype)> work = [&](qsizetype i) {
        auto bytes = readBytes(files[i]);
        if (!bytes)
            return BatchResult{i, files[i], {}, bytes.error()};
        auto read = readReport(*bytes, files[i], knowledge, options.stop);
        return BatchResult{i, files[i], std::move(*bytes), std::move(read)};
    };
    return mapInOrder<BatchResult>(files.size(), options, work, [&](qsizetype i, BatchResult result) {
        const bool more = deliver(std::move(result));
        if (progress)
            progress(i + 1, files.size());
        return more;
    });
}

namespace {

bool isSmallText(const QString &file)
{
    constexpr std::array Suffixes{
        QStringView(u".txt"), QStringView(u".md"), QStringView(u".html"), QStringView(u".htm"), QStringView(u".csv"), QStringView(u".tsv")};
    return std::any_of(Suffixes.begin(), Suffixes.end(), [&](QStringView s) { return file.endsWith(s, Qt::CaseInsensitive); })
        && QFileInfo(file).size() <= SmallFile;
}

} // namespace

QList<QStringList> readTogether(const QStringList &files, const BatchOptions &options)
{
    const qsizetype most = std::clamp<qsizetype>(files.size() / std::max(1, options.threads * SlotsPerThread), 1, Together);
    QList<QStringList> out;
    bool open = false;
    for (const QString &file : files) {
        const bool small = most > 1 && isSmallText(file);
        if (!small || !open || out.last().size() == most)
            out << QStringList();
        out.last() << file;
        open = small;
    }
    return out;
}

namespace {

/// An archive for its members, and where it has none or cannot be read, for itself: reading it tells what is wrong.
void addFile(const QString &path, QStringList &out)
{
    const auto archive = ReportArchive::open(path);
    const QStringList members = archive && *archive ? (*archive)->members() : QStringList();
    if (members.isEmpty())
        out << path;
    for (const QString &member : members)
        out << path + u'!' + member;
}

} // namespace

QStringList expandFolders(const QStringList &names)
{
    QStringList out;
    for (const QString &name : names) {
        const QFileInfo info(name);
        if (!info.isDir() || !info.isReadable()) {
            addFile(name, out);
            continue;
        }
        QStringList found;
        for (QDirIterator it(name, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
            found << it.next();
        std::sort(found.begin(), found.end());
        for (const QString &file : std::as_const(found))
            addFile(file, out);
    }
    return out;
}

} // namespace gouji
