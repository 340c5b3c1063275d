// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "review/reviewsession.h"
#include "review/verbs.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

/// The child: edits without end and prints the id of each act once it is kept.
int editForEver(const QString &file, const QUuid &report, quint32 seed)
{
    auto store = Store::open(file, knowledge());
    if (!store)
        return 1;
    auto kept = (*store)->load(report);
    if (!kept)
        return 1;
    ReviewSession session(kept->read, knowledge(), kept->history);
    session.setReviewer(u"李审"_s);
    session.setKeeper([&](const Act &act) { return (*store)->append(report, act); });
    QRandomGenerator random(seed);
    const QList<CellId> cells = session.report().cellIds();
    for (;;) {
        const qsizetype before = session.history().size();
        const CellId cell = cells[random.bounded(int(cells.size()))];
        switch (random.bounded(5)) {
        case 0:
            if (session.canUndo())
                (void)session.undo();
            break;
        case 1:
            (void)session.perform(verbs::deleteValue(session.report(), cell));
            break;
        default:
            (void)session.perform(verbs::edit(session.report(), cell, QString::number(random.bounded(1000))));
        }
        if (session.history().size() > before) {
            std::printf("%s\n", qPrintable(session.history().last().id.toString(QUuid::WithoutBraces)));
            std::fflush(stdout);
            (void)(*store)->setSummary(report, session.report(), session.findings(), session.state());
        }
    }
}

} // namespace

/// Pulling the plug on the program in the middle of work loses no act that was kept.
class TestStoreKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killed_data();
    void killed();
};

void TestStoreKill::killed_data()
{
    QTest::addColumn<int>("rounds");
    QTest::addColumn<int>("acts");
    QTest::newRow("at the first act") << 5 << 1;
    QTest::newRow("after some") << 5 << 12;
    QTest::newRow("after many") << 2 << 120;
}

void TestStoreKill::killed()
{
    QFETCH(int, rounds);
    QFETCH(int, acts);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"store.sqlite"_s);
    QUuid report;
    {
        auto store = Store::open(file, knowledge());
        QVERIFY(store.ok());
        report = *(*store)->keep(sampleReport(), "bytes");
    }
    QStringList printed;
    for (int round = 0; round < rounds; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--edit-for-ever"_s, file, report.toString(), QString::number(round + 1)});
        QStringList now;
        while (now.size() < acts) {
            QVERIFY2(child.waitForReadyRead(20'000), child.readAllStandardError().constData());
            while (child.canReadLine())
                now << QString::fromLatin1(child.readLine()).trimmed();
        }
        child.kill(); // SIGKILL
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
            if (line.size() == 36)
                now << QString::fromLatin1(line);
        }
        printed += now;

        auto store = Store::open(file, knowledge());
        QVERIFY(store.ok());
        const auto kept = (*store)->load(report);
        QVERIFY(kept.ok());
        QVERIFY2(kept->notes.isEmpty(), qPrintable(kept->notes.join(u' ')));
        QSet<QString> found;
        for (const Act &act : kept->history)
            found << act.id.toString(QUuid::WithoutBraces);
        for (const QString &id : std::as_const(printed))
            QVERIFY2(found.contains(id), qPrintable(u"round %1 lost %2"_s.arg(round).arg(id)));
        QVERIFY(found.size() <= printed.size() + round + 1); // at most one kept and not yet printed each time
        ReviewSession session(kept->read, knowledge(), kept->history);
        QVERIFY(session.replayed());
    }
    qInfo("%lld acts made, none lost", qlonglong(printed.size()));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--edit-for-ever"_L1)
        return editForEver(arguments.value(2), QUuid::fromString(arguments.value(3)), arguments.value(4).toUInt());
    TestStoreKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storekill.moc"
