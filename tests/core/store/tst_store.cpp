// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawstore.h"
#include "storefixture.h"

#include "review/reviewsession.h"
#include "review/states.h"
#include "review/verbs.h"
#include "store/store.h"

#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

CellId id(const QString &name) { return knowledge().forms->cell(name); }

const QString Granted = u"requests.granted.total"_s;
const QString Carried = u"requests.carried_over.total"_s;

/// A session that keeps what is done in the store, as the window does.
std::unique_ptr<ReviewSession> session(Store &store, const QUuid &report)
{
    auto kept = store.load(report);
    if (!kept)
        qFatal("%s", qPrintable(kept.error().message));
    auto out = std::make_unique<ReviewSession>(kept->read, knowledge(), kept->history);
    out->setReviewer(u"李审"_s);
    out->setKeeper([&store, report](const Act &act) { return store.append(report, act); });
    return out;
}

} // namespace

class TestStore : public QObject, StoreFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void defaultFile();
    void states();
    void reopens();
    void sameFileKeepsItsWork();
    void original();
    void summary();
    void unknownReports();
    void twoPrograms();
    void brokenChain_data();
    void brokenChain();
    void actsAreOnlyAdded_data();
    void actsAreOnlyAdded();
    void historyThatDoesNotFit();
    void cellsTheFormLost();
    void measures();

private:
    QString m_file;
};

void TestStore::initTestCase() { QStandardPaths::setTestModeEnabled(true); }

void TestStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = m_dir->filePath(u"新 文件夹/库.sqlite"_s);
}

void TestStore::defaultFile()
{
    const QString file = Store::defaultFile();
    QVERIFY2(file.endsWith(u"/gouji.sqlite"_s), qPrintable(file));
    QVERIFY(QFileInfo(file).absoluteDir().exists());
}

void TestStore::states()
{
    const auto store = opened(m_file);
    const auto states = store->states();
    QVERIFY(states.ok());
    QList<QPair<QString, QString>> expected;
    for (const ReviewState &s : reviewStates())
        expected << QPair(s.id, s.title);
    QCOMPARE(*states, expected);
}

void TestStore::reopens()
{
    const ReadReport read = sampleReport({{Granted, u"3"_s}}, u"全年收到申请12件。"_s);
    QUuid report;
    Report work;
    QList<Act> acts;
    {
        const auto store = opened(m_file);
        report = *store->keep(read, read.document.text.toUtf8());
        const auto s = session(*store, report);
        QVERIFY(s->perform(verbs::edit(s->report(), id(Granted), u"4"_s)));
        QVERIFY(s->perform(verbs::deleteValue(s->report(), id(u"requests.new_received.business"_s))));
        QVERIFY(s->perform(verbs::setForm(s->report(), u"2019"_s)));
        QVERIFY(s->undo());
        QVERIFY(s->undo());
        QVERIFY(s->redo());
        work = s->report();
        acts = s->history();
        QVERIFY(store->setSummary(report, s->report(), s->findings(), s->state()));
    }
    const auto store = opened(m_file);
    const auto kept = store->load(report);
    QVERIFY(kept.ok());
    QVERIFY2(kept->notes.isEmpty(), qPrintable(kept->notes.join(u' ')));
    QVERIFY(kept->read.report == read.report);
    QCOMPARE(kept->read.document.text, read.document.text);
    QCOMPARE(kept->read.findings, read.findings);
    QCOMPARE(kept->history, acts);
    QCOMPARE(kept->entry.state, u"open"_s);
    QCOMPARE(kept->entry.stateTitle, u"审核中"_s);
    QCOMPARE(kept->entry.reviewer, u"李审"_s);
    QCOMPARE(kept->entry.touchedAt, acts.last().when);
    const auto s = session(*store, report);
    QVERIFY(s->report() == work);
    QVERIFY(s->canUndo() && s->canRedo());
    QVERIFY(s->undo());
    QVERIFY(s->undo());
    QVERIFY(s->report() == read.report);
}

void TestStore::sameFileKeepsItsWork()
{
    const auto store = opened(m_file);
    const ReadReport read = sampleReport();
    QVERIFY(store->find(read.document.sha256)->isNull());
    const QUuid report = *store->keep(read, "bytes");
    const auto s = session(*store, report);
    QVERIFY(s->perform(verbs::edit(s->report(), id(Granted), u"4"_s)));
    ReadReport again = read; // read anew by a program that sees another number
    again.report.cell(id(Granted)).value = Decimal(9);
    QCOMPARE(*store->keep(again, "other bytes"), report);
    QCOMPARE(*store->find(read.document.sha256), report);
    QCOMPARE(store->list()->size(), 1);
    const auto kept = store->load(report);
    QVERIFY(kept->read.report == read.report);
    QCOMPARE(kept->history.size(), 1);
    QCOMPARE(*store->original(report), QByteArray("bytes"));
}

void TestStore::original()
{
    const auto store = opened(m_file);
    QByteArray bytes;
    for (int i = 0; i < 100'000; ++i)
        bytes += char(i * 7);
    const QUuid report = *store->keep(sampleReport(), bytes);
    QCOMPARE(*store->original(report), bytes);
    const QUuid empty = *store->keep(sampleReport({}, u"另一份"_s), {});
    QCOMPARE(*store->original(empty), QByteArray());
}

void TestStore::summary()
{
    const auto store = opened(m_file);
    ReadReport read = sampleReport({{Carried, u"?"_s}});
    const QUuid first = *store->keep(sampleReport({}, u"先来的"_s), {});
    const QUuid second = *store->keep(read, {});
    read.report.agency = u"青川县财政局"_s;
    read.report.year = 2022;
    Finding error;
    Finding warning;
    warning.severity = Severity::Warning;
    QVERIFY(store->setSummary(second, read.report, {error, warning, warning}, u"returned"_s));
    const auto list = store->list();
    QCOMPARE(list->size(), 2);
    const auto entry = std::find_if(list->begin(), list->end(), [&](const StoredReport &r) { return r.id == second; });
    QCOMPARE(entry->agency, u"青川县财政局"_s);
    QCOMPARE(entry->year, 2022);
    QCOMPARE(entry->form, u"2021"_s);
    QCOMPARE(entry->fileName, u"sample.txt"_s);
    QCOMPARE(entry->fileKind, u"txt"_s);
    QCOMPARE(entry->sha256, read.document.sha256);
    QCOMPARE(entry->stateTitle, u"待单位整改"_s);
    QCOMPARE(entry->errors, 1);
    QCOMPARE(entry->warnings, 2);
    QCOMPARE(entry->waiting, 1);
    QVERIFY(entry->keptAt.isValid());
    QVERIFY(!entry->touchedAt.isValid());
    QVERIFY(!entry->stale);
    const auto s = session(*store, second);
    QVERIFY(s->perform(verbs::edit(s->report(), id(Carried), u"5"_s)));
    QVERIFY(store->load(second)->entry.stale);
    QVERIFY(store->setSummary(second, s->report(), s->findings(), s->state()));
    QVERIFY(!store->load(second)->entry.stale);
    QVERIFY(list->first().keptAt >= list->last().keptAt);
    QVERIFY(!store->setSummary(second, read.report, {}, u"no such state"_s));
    QVERIFY(store->load(first).ok());
}

void TestStore::unknownReports()
{
    const auto store = opened(m_file);
    const QUuid nobody = QUuid::createUuid();
    QCOMPARE(store->load(nobody).error().code, u"unknown-report"_s);
    QCOMPARE(store->original(nobody).error().code, u"unknown-report"_s);
    QCOMPARE(store->append(nobody, Act()).error().code, u"unknown-report"_s);
    QCOMPARE(store->setSummary(nobody, sampleReport().report, {}, u"new"_s).error().code, u"unknown-report"_s);
}

/// Two windows on one store: the second act on the same state is refused and not mixed in.
void TestStore::twoPrograms()
{
    const auto one = opened(m_file);
    const auto two = opened(m_file);
    const QUuid report = *one->keep(sampleReport(), {});
    bool known = false;
    QCOMPARE(*two->keep(sampleReport(), {}, &known), report);
    QVERIFY(known);
    const auto first = session(*one, report);
    const auto second = session(*two, report);
    QVERIFY(first->perform(verbs::edit(first->report(), id(Granted), u"4"_s)));
    const Status late = second->perform(verbs::edit(second->report(), id(Carried), u"5"_s));
    QVERIFY(!late);
    QCOMPARE(late.error().code, u"conflict"_s);
    QVERIFY(second->history().isEmpty());
    QVERIFY(second->report() == second->reading());
    const auto anew = session(*two, report);
    QVERIFY(anew->report() == first->report());
    QVERIFY(anew->perform(verbs::edit(anew->report(), id(Carried), u"5"_s)));
    QVERIFY(one->load(report)->notes.isEmpty());
}

void TestStore::brokenChain_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("note"); // empty: nothing to say
    QTest::newRow("untouched") << u"SELECT 1"_s << QString();
    QTest::newRow("reason changed") << u"UPDATE act SET reason = '说不清' WHERE seq = 2"_s << u"从第 2 步"_s;
    QTest::newRow("name changed") << u"UPDATE act SET who = '别人' WHERE seq = 1"_s << u"从第 1 步"_s;
    QTest::newRow("time changed") << u"UPDATE act SET done_at = '2020-01-01T00:00:00.000Z' WHERE seq = 3"_s << u"从第 3 步"_s;
    QTest::newRow("first deleted") << u"DELETE FROM act WHERE seq = 1"_s << u"从第 1 步"_s;
    QTest::newRow("middle deleted") << u"DELETE FROM act WHERE seq = 2"_s << u"从第 2 步"_s;
    QTest::newRow("last deleted") << u"DELETE FROM act WHERE seq = 3"_s << u"末尾少了步骤"_s;
    QTest::newRow("all deleted") << u"DELETE FROM act"_s << u"末尾少了步骤"_s;
    QTest::newRow("changes are no JSON") << u"UPDATE act SET changes = '{' WHERE seq = 3"_s << u"从第 3 步"_s;
}

void TestStore::brokenChain()
{
    QFETCH(QString, sql);
    QFETCH(QString, note);
    QUuid report;
    {
        const auto store = opened(m_file);
        report = *store->keep(sampleReport(), {});
        const auto s = session(*store, report);
        for (const QString &typed : {u"4"_s, u"5"_s, u"6"_s})
            QVERIFY(s->perform(verbs::edit(s->report(), id(Granted), typed)));
    }
    RawStore(m_file).tamper(sql);
    const auto store = opened(m_file);
    const auto kept = store->load(report);
    QVERIFY(kept.ok());
    QCOMPARE(kept->notes.isEmpty(), note.isEmpty());
    if (!note.isEmpty())
        QVERIFY2(kept->notes.first().contains(note), qPrintable(kept->notes.first()));
}

/// The database itself keeps acts as they are, whichever program asks.
void TestStore::actsAreOnlyAdded_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("changed") << u"UPDATE act SET who = '别人'"_s;
    QTest::newRow("deleted") << u"DELETE FROM act WHERE seq = 2"_s;
    QTest::newRow("put in the place of another") << u"INSERT OR REPLACE INTO act SELECT id, report, seq, parent, '别人', done_at, kind, "
                                                    u"label, reason, changes, previous, hash FROM act "
                                                    "WHERE seq = 1"_s;
    QTest::newRow("after a gap")
        << u"INSERT INTO act SELECT 'x', report, 9, parent, who, done_at, kind, label, reason, changes, previous, hash FROM act WHERE seq = 2"_s;
    QTest::newRow("reading") << u"UPDATE reading SET packed = x'00'"_s;
    QTest::newRow("original") << u"UPDATE original SET packed = x'00'"_s;
}

void TestStore::actsAreOnlyAdded()
{
    QFETCH(QString, sql);
    QUuid report;
    {
        const auto store = opened(m_file);
        report = *store->keep(sampleReport(), "original");
        const auto s = session(*store, report);
        for (const QString &typed : {u"4"_s, u"5"_s})
            QVERIFY(s->perform(verbs::edit(s->report(), id(Granted), typed)));
    }
    QVERIFY(!RawStore(m_file).refusal(sql).isEmpty());
    const auto store = opened(m_file);
    const auto s = session(*store, report);
    QVERIFY(s->perform(verbs::edit(s->report(), id(Granted), u"6"_s)));
    QCOMPARE(store->load(report)->notes, QStringList());
    QCOMPARE(store->load(report)->history.size(), 3);
}

void TestStore::historyThatDoesNotFit()
{
    const auto store = opened(m_file);
    const QUuid report = *store->keep(sampleReport(), {});
    ReviewSession elsewhere(sampleReport({{Granted, u"7"_s}}), knowledge());
    QVERIFY(elsewhere.perform(verbs::edit(elsewhere.report(), id(Granted), u"8"_s)));
    QVERIFY(store->append(report, elsewhere.history().first()));
    const auto kept = store->load(report);
    QVERIFY(kept.ok());
    QCOMPARE(kept->notes.size(), 1);
    QVERIFY2(kept->notes.first().contains(u"对不上"_s), qPrintable(kept->notes.first()));
    QVERIFY(!session(*store, report)->replayed());
}

/// A catalogue that no longer knows some cells: the report opens and says so.
void TestStore::cellsTheFormLost()
{
    QTemporaryDir forms;
    QFile::copy(u":/forms/2021.json"_s, forms.filePath(u"2021.json"_s));
    Knowledge smaller = knowledge();
    auto loaded = FormCatalogue::load(forms.path());
    QVERIFY(loaded.ok());
    smaller.forms = *loaded;
    smaller.rules = std::make_shared<const RuleBook>(); // those of the whole catalogue name its cells
    QUuid report;
    QUuid old;
    {
        const auto store = opened(m_file);
        ReadReport read = sampleReport();
        read.report.cell(id(u"requests.other_handling.total"_s)).text = u"5"_s;
        report = *store->keep(read, {});
        old = *store->keep(sampleReport({}, {}, u"2019"_s), {});
    }
    auto store = Store::open(m_file, smaller);
    QVERIFY(store.ok());
    const auto kept = (*store)->load(report);
    QVERIFY(kept.ok());
    QCOMPARE(kept->notes.size(), 1);
    QVERIFY(kept->notes.first().contains(u"requests.other_handling.total"_s));
    QCOMPARE((*store)->load(old).error().code, u"unknown-form"_s);
}

void TestStore::measures()
{
    auto store = opened(m_file);
    QElapsedTimer timer;
    timer.start();
    constexpr int Reports = 50;
    QUuid last;
    for (int i = 0; i < Reports; ++i) {
        const ReadReport read = sampleReport({}, u"第 %1 份"_s.arg(i));
        last = *store->keep(read, read.document.text.toUtf8());
    }
    const qint64 keeping = timer.restart();
    const auto s = session(*store, last);
    const qint64 loading = timer.restart();
    constexpr int Acts = 50;
    for (int i = 0; i < Acts; ++i)
        QVERIFY(s->perform(verbs::edit(s->report(), id(Granted), QString::number(i + 1))));
    const qint64 acting = timer.restart();
    for (int i = 0; i < Acts; ++i)
        QVERIFY(store->setSummary(last, s->report(), s->findings(), s->state()));
    const qint64 summing = timer.restart();
    QCOMPARE(store->load(last)->history.size(), Acts);
    const qint64 reloading = timer.elapsed();
    store.reset(); // folds the log into the file
    qInfo("keep %.1f ms a report, load %lld ms, act %.2f ms, summary %.2f ms, load with 50 acts %lld ms, %lld bytes a report",
        double(keeping) / Reports, loading, double(acting) / Acts, double(summing) / Acts, reloading,
        qlonglong(QFileInfo(m_file).size() / Reports));
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
