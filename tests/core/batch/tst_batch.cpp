// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "batch.h"

#include <QDir>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

class TestBatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inOrderAndBounded_data();
    void inOrderAndBounded();
    void deliveryStops_data();
    void deliveryStops();
    void flagStops_data();
    void flagStops();
    void stoppedBeforehand();
    void deliversInTheCallersThread();
    void manyThreadsReadAsOne();
    void readTogetherAsAlone();
    void partsIntoGroups();
    void folders();
};

namespace {

void threadCounts()
{
    QTest::addColumn<int>("threads");
    for (const int threads : {0, 1, 2, 7})
        QTest::addRow("%d threads", threads) << threads;
}

} // namespace

void TestBatch::inOrderAndBounded_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << 4 << 0 << 0;
    QTest::newRow("here and now") << 0 << 0 << 50;
    QTest::newRow("one thread") << 1 << 0 << 50;
    QTest::newRow("four threads") << 4 << 0 << 500;
    QTest::newRow("more threads than items") << 8 << 0 << 3;
    QTest::newRow("window of the threads") << 4 << 1 << 200;
    QTest::newRow("wide window") << 2 << 100 << 300;
}

void TestBatch::inOrderAndBounded()
{
    QFETCH(int, threads);
    QFETCH(int, window);
    QFETCH(int, count);
    BatchOptions options;
    options.threads = threads;
    options.window = window;
    const int bound = windowOf(options);
    std::atomic_int begun = 0;
    std::atomic_int delivered = 0;
    std::atomic_int most = 0;
    QSemaphore others; // item 0 is slow: it waits until the window is full behind it
    const std::function<int(qsizetype)> work = [&](qsizetype item) {
        const int now = ++begun - delivered;
        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) { }
        if (threads > 1 && item == 0)
            others.acquire(std::min(bound, count) - 1);
        else
            others.release();
        return int(item) * 3;
    };
    QList<int> got;
    const bool all = mapInOrder<int>(count, options, work, [&](qsizetype item, int value) {
        ++delivered;
        got << value;
        return value == item * 3;
    });
    QVERIFY(all);
    QCOMPARE(got.size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(got[i], i * 3);
    QVERIFY2(most <= bound, qPrintable(QString::number(most)));
    QCOMPARE(begun, count);
}

void TestBatch::deliveryStops_data() { threadCounts(); }

void TestBatch::deliveryStops()
{
    QFETCH(int, threads);
    BatchOptions options;
    options.threads = threads;
    std::atomic_int worked = 0;
    QList<int> got;
    const bool all = mapInOrder<int>(
        1000, options,
        [&](qsizetype item) {
            ++worked;
            return int(item);
        },
        [&](qsizetype, int value) {
            got << value;
            return value < 5;
        });
    QVERIFY(!all);
    QCOMPARE(got, (QList<int>{0, 1, 2, 3, 4, 5}));
    QVERIFY(worked <= 6 + windowOf(options));
}

void TestBatch::flagStops_data() { threadCounts(); }

void TestBatch::flagStops()
{
    QFETCH(int, threads);
    BatchOptions options;
    options.threads = threads;
    std::atomic_int worked = 0;
    QList<int> got;
    StopFlag flag = options.stop;
    const auto work = [&](qsizetype item) {
        ++worked;
        if (item == 7)
            flag.stop(); // as a button would, from another thread
        return int(item);
    };
    const bool all = mapInOrder<int>(1000, options, work, [&](qsizetype, int value) {
        got << value;
        return true;
    });
    QVERIFY(!all);
    QVERIFY(got.size() <= 7 + windowOf(options));
    for (int i = 0; i < got.size(); ++i)
        QCOMPARE(got[i], i);
    QVERIFY(worked <= 8 + windowOf(options));
}

void TestBatch::stoppedBeforehand()
{
    for (const int threads : {0, 3}) {
        BatchOptions options;
        options.threads = threads;
        options.stop.stop();
        int delivered = 0;
        QVERIFY(!mapInOrder<int>(
            10, options, [](qsizetype) { return 1; }, [&](qsizetype, int) { return ++delivered > 0; }));
        QCOMPARE(delivered, 0);
    }
}

void TestBatch::deliversInTheCallersThread()
{
    BatchOptions options;
    options.threads = 3;
    const QThread *here = QThread::currentThread();
    std::atomic_int elsewhere = 0;
    QVERIFY(mapInOrder<int>(
        30, options,
        [&](qsizetype) {
            elsewhere += QThread::currentThread() != here;
            return 0;
        },
        [&](qsizetype, int) { return QThread::currentThread() == here; }));
    QCOMPARE(elsewhere, 30);
}

void TestBatch::manyThreadsReadAsOne()
{
    QStringList files = expandFolders({QStringLiteral(GOUJI_SOURCE_DIR) + u"/resources/samples"_s});
    QVERIFY(!files.isEmpty());
    files << u"/nowhere/at all.txt"_s << QStringLiteral(GOUJI_SOURCE_DIR);
    files = files + files + files;

    QList<BatchResult> single;
    QVERIFY(readBatch(files, knowledge(), {}, [&](BatchResult r) {
        single << std::move(r);
        return true;
    }));
    QCOMPARE(single.size(), files.size());

    for (const int threads : {1, 2, 6}) {
        BatchOptions options;
        options.threads = threads;
        qsizetype at = 0;
        qsizetype told = 0;
        const bool all = readBatch(
            files, knowledge(), options,
            [&](BatchResult r) {
                const BatchResult &expected = single[at];
                const bool same = r.index == at && r.file == files[at] && r.bytes == expected.bytes && r.read.ok() == expected.read.ok();
                ++at;
                if (!same || !r.read)
                    return same && r.read.error().code == expected.read.error().code
                        && r.read.error().message == expected.read.error().message;
                return r.read->report == expected.read->report && r.read->findings == expected.read->findings
                    && r.read->document.text == expected.read->document.text;
            },
            [&](qsizetype done, qsizetype total) {
                ++told;
                QCOMPARE(done, told);
                QCOMPARE(total, files.size());
            });
        QVERIFY2(all, qPrintable(u"differs at %1 with %2 threads"_s.arg(files[std::max<qsizetype>(at - 1, 0)]).arg(threads)));
        QCOMPARE(told, files.size());
    }
    QCOMPARE(single[files.indexOf(u"/nowhere/at all.txt"_s)].read.error().code, u"unreadable"_s);
}

/// Errors stand at their place, and no report knows of those that are read with it.
void TestBatch::readTogetherAsAlone()
{
    QStringList files = expandFolders({QStringLiteral(GOUJI_SOURCE_DIR) + u"/resources/samples"_s});
    files.insert(1, u"/nowhere/at all.txt"_s);
    files << QStringLiteral(GOUJI_SOURCE_DIR) + u"/CMakeLists.txt"_s << files.first();
    const auto together = readReports(files, knowledge());
    QCOMPARE(together.size(), size_t(files.size()));
    for (qsizetype i = 0; i < files.size(); ++i) {
        const Result<ReadReport> &read = together[size_t(i)];
        const auto alone = readReport(files[i], knowledge());
        QVERIFY2(read.ok() == alone.ok(), qPrintable(files[i]));
        if (!alone) {
            QCOMPARE(read.error().code, alone.error().code);
            continue;
        }
        QVERIFY2(read->report == alone->report && read->findings == alone->findings, qPrintable(files[i]));
        QCOMPARE(read->document.text, alone->document.text);
    }
    QCOMPARE(together[1].error().code, u"unreadable"_s);
    QCOMPARE(together[size_t(files.size()) - 2].error().code, u"no-tables"_s);
    QVERIFY(readReports({}, knowledge()).empty());
}

void TestBatch::partsIntoGroups()
{
    const QTemporaryDir dir;
    const auto make = [&](const QString &name, qsizetype bytes) {
        QFile file(dir.filePath(name));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
        file.write(QByteArray(bytes, 'x'));
        return file.fileName();
    };
    const QString small = make(u"small.txt"_s, 10);
    const QString page = make(u"PAGE.HTM"_s, 10);
    const QString scan = make(u"scan.pdf"_s, 10);
    const QString large = make(u"large.txt"_s, 100'000);
    QCOMPARE(readTogether({}, {}), QList<QStringList>());
    QCOMPARE(readTogether({small}, {}), (QList<QStringList>{{small}}));
    const QList<QStringList> parted = readTogether({small, page, scan, small, small, large, small}, {});
    QCOMPARE(parted, (QList<QStringList>{{small, page}, {scan}, {small, small}, {large}, {small}}));

    const QStringList many(1000, small);
    BatchOptions options;
    for (const int threads : {0, 2, 8, 64}) {
        options.threads = threads;
        const QList<QStringList> groups = readTogether(many, options);
        QStringList all;
        for (const QStringList &group : groups) {
            QVERIFY(group.size() <= 16);
            all << group;
        }
        QCOMPARE(all, many);
        QVERIFY(groups.size() >= threads * 4);
        QVERIFY(groups.size() < 500);
    }
}

void TestBatch::folders()
{
    const QTemporaryDir dir;
    const QDir root(dir.path());
    for (const QString &folder : {u"乙/丙"_s, u"甲"_s, u".hidden"_s, u"empty"_s})
        QVERIFY(root.mkpath(folder));
    for (const QString &name :
        {u"b.txt"_s, u"a.txt"_s, u".secret.txt"_s, u"乙/1.txt"_s, u"乙/丙/2.txt"_s, u"甲/3.txt"_s, u".hidden/4.txt"_s}) {
        QFile file(root.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QFile::link(root.filePath(u"甲"_s), root.filePath(u"link"_s));
    QStringList expected;
    for (const QString &name : {u"a.txt"_s, u"b.txt"_s, u"乙/1.txt"_s, u"乙/丙/2.txt"_s, u"甲/3.txt"_s})
        expected << root.filePath(name);
    const QString missing = root.filePath(u"none.txt"_s);
    QCOMPARE(expandFolders({missing, dir.path(), expected[1]}), QStringList{missing} + expected + QStringList{expected[1]});
    QCOMPARE(expandFolders({root.filePath(u"empty"_s)}), QStringList());
    QCOMPARE(expandFolders({}), QStringList());
}

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
