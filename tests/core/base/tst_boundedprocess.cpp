// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/boundedprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <memory>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestBoundedProcess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
    void isStoppedWithItsChildren();
    void isStoppedByWhoeverAsks();
    void leavesNothingRunning();
    void surroundings();
    void largestFile();

private:
    BoundedProcess shell(const QString &script) const
    {
        BoundedProcess process;
        process.program = u"/bin/sh"_s;
        process.arguments = {u"-c"_s, script};
        process.folder = m_folder.path();
        return process;
    }
    QByteArray contentOf(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    QTemporaryDir m_folder;
};

/// A process that has ended and that nobody has asked about yet still has its number.
static bool isRunning(const QByteArray &number)
{
    QFile stat(u"/proc/%1/stat"_s.arg(QString::fromLatin1(number)));
    if (number.isEmpty() || !stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = stat.readAll();
    return !line.mid(line.lastIndexOf(')') + 2).startsWith('Z');
}

void TestBoundedProcess::ends_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<ProcessEnd>("end");
    QTest::addColumn<int>("code");
    QTest::newRow("well") << u"exit 0"_s << ProcessEnd::Exited << 0;
    QTest::newRow("badly") << u"exit 3"_s << ProcessEnd::Exited << 3;
    QTest::newRow("by a signal") << u"kill -SEGV $$"_s << ProcessEnd::Crashed << SIGSEGV;
    QTest::newRow("not at all") << u"exec /nowhere/at/all"_s << ProcessEnd::NotStarted << 127;
}

void TestBoundedProcess::ends()
{
    QFETCH(QString, script);
    QFETCH(ProcessEnd, end);
    QFETCH(int, code);
    const ProcessOutcome outcome = runBounded(shell(script));
    QCOMPARE(outcome.end, end);
    QCOMPARE(outcome.code, code);
}

void TestBoundedProcess::isStoppedWithItsChildren()
{
    BoundedProcess process = shell(u"sleep 600 & echo $! >child; echo $$ >self; wait"_s);
    process.milliseconds = 1500;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(runBounded(process).end, ProcessEnd::TimedOut);
    QVERIFY(timer.elapsed() < 60'000);
    QVERIFY(!contentOf(u"child"_s).isEmpty());
    QTRY_VERIFY(!isRunning(contentOf(u"child"_s)));
    QTRY_VERIFY(!isRunning(contentOf(u"self"_s)));
}

void TestBoundedProcess::isStoppedByWhoeverAsks()
{
    BoundedProcess process = shell(u"echo $$ >asked; sleep 600"_s);
    process.milliseconds = 600'000;
    ProcessOutcome outcome;
    const std::unique_ptr<QThread> thread(QThread::create([&] { outcome = runBounded(process); }));
    thread->start();
    QTRY_VERIFY(!contentOf(u"asked"_s).isEmpty());
    process.stop.stop();
    QVERIFY(thread->wait(60'000));
    QCOMPARE(outcome.end, ProcessEnd::Stopped);
    QTRY_VERIFY(!isRunning(contentOf(u"asked"_s)));
    QCOMPARE(runBounded(process).end, ProcessEnd::Stopped); // and does not begin again
}

void TestBoundedProcess::leavesNothingRunning()
{
    QCOMPARE(runBounded(shell(u"sleep 600 & echo $! >left"_s)).end, ProcessEnd::Exited);
    QVERIFY(!contentOf(u"left"_s).isEmpty());
    QTRY_VERIFY(!isRunning(contentOf(u"left"_s)));
}

void TestBoundedProcess::surroundings()
{
    qputenv("GOUJI_TEST_SECRET", "1");
    BoundedProcess process = shell(u"echo \"$HOME|$TMPDIR|$GOUJI_TEST_SECRET|$MORE\" >told; pwd >where; cat >input; "
                                   "tail -n +3 /proc/net/dev | cut -d: -f1 >net"_s);
    process.environment = {u"MORE=more"_s};
    QCOMPARE(runBounded(process).code, 0);
    const QByteArray folder = m_folder.path().toLocal8Bit();
    QCOMPARE(contentOf(u"told"_s), folder + '|' + folder + "||more");
    QCOMPARE(contentOf(u"where"_s), folder);
    QCOMPARE(contentOf(u"input"_s), QByteArray());
    const QByteArray interfaces = contentOf(u"net"_s);
    if (interfaces != "lo")
        QSKIP("this system lets no process leave the network");
}

void TestBoundedProcess::largestFile()
{
    BoundedProcess process = shell(u"head -c 100000 /dev/zero >large"_s);
    process.largestFile = 5000;
    runBounded(process);
    QCOMPARE(contentOf(u"large"_s).size(), 5000);
}

QTEST_GUILESS_MAIN(TestBoundedProcess)
#include "tst_boundedprocess.moc"
