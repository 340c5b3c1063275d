// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawstore.h"
#include "samplereport.h"

#include "review/reviewsession.h"
#include "review/verbs.h"
#include "store/migrations.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

class TestMigrations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void stepsRunInOrder();
    void failureRollsEverythingBack();
    void stepsAreNumbered();
    void keptStores_data();
    void keptStores();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    void step(const QString &name, const QByteArray &sql) { writeBytes(m_folder->filePath(name), sql); }
    Status migrateNow()
    {
        auto db = Database::open(m_file);
        return db ? migrate(**db, m_folder->path()) : Status(db.error());
    }
};

void TestMigrations::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"store.sqlite"_s);
    step(u"0001.sql"_s,
        "-- the first; with a semicolon\nCREATE TABLE gouji_schema (\n    version INTEGER NOT NULL\n);\nCREATE TABLE a (x TEXT);\n");
}

void TestMigrations::stepsRunInOrder()
{
    step(u"0002.sql"_s, "INSERT INTO a (x) VALUES ('二;');\nALTER TABLE a ADD COLUMN y INTEGER NOT NULL DEFAULT 2;\n");
    QVERIFY(migrateNow());
    QCOMPARE(RawStore(m_file).run(u"SELECT version FROM gouji_schema"_s).toInt(), 2);
    step(u"0003.sql"_s, "UPDATE a SET y = 3;\n");
    QVERIFY(migrateNow());
    QVERIFY(migrateNow());
    QCOMPARE(RawStore(m_file).run(u"SELECT version FROM gouji_schema"_s).toInt(), 3);
    QCOMPARE(RawStore(m_file).run(u"SELECT count(*) FROM gouji_schema"_s).toInt(), 1);
    QCOMPARE(RawStore(m_file).run(u"SELECT x FROM a"_s).toString(), u"二;"_s);
    QCOMPARE(RawStore(m_file).run(u"SELECT y FROM a"_s).toInt(), 3);
}

void TestMigrations::failureRollsEverythingBack()
{
    QVERIFY(migrateNow());
    step(u"0002.sql"_s, "CREATE TABLE b (x TEXT);\nINSERT INTO a (x) VALUES ('x');\n");
    step(u"0003.sql"_s, "CREATE TABLE c (x TEXT);\nINSERT INTO nowhere VALUES (1);\n");
    const Status failed = migrateNow();
    QVERIFY(!failed);
    QVERIFY(!failed.error().message.isEmpty());
    QCOMPARE(RawStore(m_file).run(u"SELECT version FROM gouji_schema"_s).toInt(), 1);
    QCOMPARE(RawStore(m_file).run(u"SELECT count(*) FROM sqlite_master WHERE name IN ('b', 'c')"_s).toInt(), 0);
    QCOMPARE(RawStore(m_file).run(u"SELECT count(*) FROM a"_s).toInt(), 0);
    step(u"0003.sql"_s, "CREATE TABLE c (x TEXT);\n");
    QVERIFY(migrateNow());
    QCOMPARE(RawStore(m_file).run(u"SELECT version FROM gouji_schema"_s).toInt(), 3);
}

void TestMigrations::stepsAreNumbered()
{
    const QStringList steps = QDir(u":/store"_s).entryList(QDir::Files, QDir::Name);
    QVERIFY(!steps.isEmpty());
    for (qsizetype i = 0; i < steps.size(); ++i)
        QCOMPARE(steps[i], u"%1.sql"_s.arg(int(i) + 1, 4, 10, QChar(u'0')));
    for (const QString &other : QDir(u":/store/postgresql"_s).entryList(QDir::Files)) // they stand for steps there are
        QVERIFY(steps.contains(other));
}

/// A store of every schema there ever was is kept as a file, with one report and four acts made by the program of its
/// time; each of them must open, replay and take further work.
void TestMigrations::keptStores_data()
{
    QTest::addColumn<QString>("file");
    const QDir data(QStringLiteral(GOUJI_SOURCE_DIR) + u"/tests/core/store/data"_s);
    for (const QString &name : data.entryList({u"schema-*.sqlite"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << data.filePath(name);
}

void TestMigrations::keptStores()
{
    QFETCH(QString, file);
    QVERIFY(QFile::copy(file, m_file));
    QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner));
    auto store = Store::open(m_file, knowledge());
    QVERIFY2(store.ok(), qPrintable(store.ok() ? QString() : store.error().message));
    QCOMPARE(RawStore(m_file).run(u"SELECT head = (SELECT hash FROM act ORDER BY seq DESC LIMIT 1) FROM report"_s).toInt(), 1);
    const auto list = (*store)->list();
    QCOMPARE(list->size(), 1);
    QCOMPARE(list->first().agency, u"云岭市水务局"_s);
    const QUuid report = list->first().id;
    const auto kept = (*store)->load(report);
    QVERIFY(kept.ok());
    QVERIFY2(kept->notes.isEmpty(), qPrintable(kept->notes.join(u' ')));
    QCOMPARE(kept->history.size(), 4);
    ReviewSession session(kept->read, knowledge(), kept->history);
    QVERIFY(session.replayed());
    session.setKeeper([&](const Act &act) { return (*store)->append(report, act); });
    const CellId granted = knowledge().forms->cell(u"requests.granted.total"_s);
    QCOMPARE(session.report().cell(granted).value, Decimal(4));
    QCOMPARE(session.reading().cell(granted).value, Decimal(3));
    QCOMPARE(session.state(), u"open"_s);
    QVERIFY(session.perform(verbs::edit(session.report(), granted, u"5"_s)));
    QVERIFY((*store)->load(report)->notes.isEmpty());
    QVERIFY(!(*store)->original(report)->isEmpty());
    // What the queue shows of it is made once, however often it is asked for.
    QCOMPARE((*store)->queue()->rows.first().number, 1);
    QCOMPARE(*(*store)->unprepared(10), QList<QUuid>{report});
    for (int i = 0; i < 2; ++i) {
        QVERIFY((*store)->prepare(report));
        QVERIFY((*store)->unprepared(10)->isEmpty());
    }
    const QueueTable queue = *(*store)->queue();
    QVERIFY(!queue.rows.first().stale);
    QCOMPARE(queue.regions[queue.rows.first().region], u"云岭市"_s);
    QVERIFY((*store)->reportsWith(u"行政复议"_s)->testBit(1));
    QVERIFY((*store)->reportsWith(u"5"_s)->testBit(1)); // typed by a person, nowhere in the text
}

namespace {

/// How a file of tests/core/store/data is made when a new schema step is published: --make FILE
int makeStore(const QString &file)
{
    const ReadReport read = sampleReport({{u"requests.granted.total"_s, u"3"_s}, {u"requests.granted.other"_s, QString()}});
    const CellId granted = knowledge().forms->cell(u"requests.granted.total"_s);
    auto store = Store::open(file, knowledge());
    if (!store)
        return 1;
    const QUuid report = *(*store)->keep(read, read.document.text.toUtf8());
    ReviewSession session(read, knowledge());
    session.setReviewer(u"李审"_s);
    session.setKeeper([&](const Act &act) { return (*store)->append(report, act); });
    const bool made = session.perform(verbs::edit(session.report(), granted, u"4"_s)).ok()
        && session.perform(verbs::setYear(session.report(), u"2022"_s)).ok() && session.undo().ok()
        && session.perform(verbs::confirm(session.report(), verbs::rowOf(session.report(), granted))).ok();
    return made && (*store)->setSummary(report, session.report(), session.findings(), session.state()) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--make") == 0)
        return makeStore(QCoreApplication::arguments().at(2));
    TestMigrations test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_migrations.moc"
