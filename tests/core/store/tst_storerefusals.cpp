// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawstore.h"
#include "samplereport.h"
#include "unprivileged.h"

#include "store/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

/// The child: opens a store and prints how it ended, the code and the sentence.
int tryOpen(const QString &file)
{
    const auto store = Store::open(file, knowledge());
    std::printf("%s\n", store ? "opened" : qPrintable(store.error().code + u' ' + store.error().message));
    return 0;
}

QString childSays(const QStringList &arguments)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), arguments);
    if (!child.waitForFinished(30'000) || child.exitStatus() != QProcess::NormalExit)
        return {};
    return QString::fromUtf8(child.readAllStandardOutput()).trimmed();
}

} // namespace

/// Whatever is wrong with the place of the store: one clear sentence, no crash, and a stranger's file untouched.
class TestStoreRefusals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void notADatabase_data();
    void notADatabase();
    void someoneElsesDatabase();
    void newerStore();
    void damagedPages();
    void locked();
    void folderInTheWay();
    void unwritable_data();
    void unwritable();
    void noDriver();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QUuid m_report;
    void makeStore();
};

void TestStoreRefusals::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"store.sqlite"_s);
}

void TestStoreRefusals::makeStore()
{
    auto store = Store::open(m_file, knowledge());
    QVERIFY(store.ok());
    for (int i = 0; i < 4; ++i)
        m_report = *(*store)->keep(sampleReport({}, QString::number(i)), QByteArray(5000, 'x'));
}

void TestStoreRefusals::notADatabase_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("云岭市水务局2023年政府信息公开工作年度报告");
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("one byte") << QByteArray("S");
    QTest::newRow("only the magic word") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("magic word and rubbish") << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, '\x5a');
}

void TestStoreRefusals::notADatabase()
{
    QFETCH(QByteArray, bytes);
    writeBytes(m_file, bytes);
    const auto store = Store::open(m_file, knowledge());
    QVERIFY(!store);
    QCOMPARE(store.error().code, u"store-damaged"_s);
    QVERIFY(store.error().message.contains(QDir::toNativeSeparators(m_file)));
    QCOMPARE(bytesOf(m_file), bytes);
}

void TestStoreRefusals::someoneElsesDatabase()
{
    RawStore(m_file).run(u"CREATE TABLE bookmarks (url TEXT)"_s);
    const QByteArray before = bytesOf(m_file);
    const auto store = Store::open(m_file, knowledge());
    QVERIFY(!store);
    QCOMPARE(store.error().code, u"store-damaged"_s);
    QVERIFY(store.error().message.contains(u"别的程序"_s));
    QCOMPARE(bytesOf(m_file), before);
}

void TestStoreRefusals::newerStore()
{
    makeStore();
    RawStore(m_file).run(u"UPDATE gouji_schema SET version = 99"_s);
    const QByteArray before = bytesOf(m_file);
    const auto store = Store::open(m_file, knowledge());
    QVERIFY(!store);
    QCOMPARE(store.error().code, u"newer-store"_s);
    QVERIFY2(store.error().message.contains(u"99"_s), qPrintable(store.error().message));
    QCOMPARE(bytesOf(m_file), before);
}

void TestStoreRefusals::damagedPages()
{
    makeStore();
    const QByteArray whole = bytesOf(m_file);
    QVERIFY(whole.size() > 8192);
    int refused = 0;
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        QByteArray bytes = whole;
        if (seed % 3 == 0)
            bytes.truncate(512 + random.bounded(int(whole.size() - 512)));
        else if (seed % 3 == 1)
            bytes.replace(4096 * random.bounded(int(whole.size() / 4096)), 4096, QByteArray(4096, char(random.bounded(256))));
        else
            for (int i = 0; i < 40; ++i)
                bytes[100 + random.bounded(int(bytes.size() - 100))] = char(random.bounded(256));
        const QString file = m_folder->filePath(u"damaged-%1.sqlite"_s.arg(seed));
        writeBytes(file, bytes);
        const auto store = Store::open(file, knowledge());
        if (!store) {
            QVERIFY2(!store.error().message.isEmpty() && store.error().code != "newer-store"_L1, qPrintable(store.error().message));
            ++refused;
            continue;
        }
        const auto list = (*store)->list();
        if (list) {
            for (const StoredReport &r : *list) {
                (void)(*store)->load(r.id);
                (void)(*store)->original(r.id);
            }
        }
    }
    qInfo("%d of 60 damaged stores refused at once, none crashed", refused);
    QVERIFY(refused > 0);
}

void TestStoreRefusals::locked()
{
    makeStore();
    RawStore other(m_file);
    other.run(u"PRAGMA locking_mode = EXCLUSIVE"_s);
    other.run(u"BEGIN EXCLUSIVE"_s);
    other.run(u"UPDATE report SET errors = 0"_s);
    const auto store = Store::open(m_file, knowledge());
    QVERIFY(!store);
    QCOMPARE(store.error().code, u"store-busy"_s);
    QVERIFY(store.error().message.contains(u"另一个程序占用"_s));
}

void TestStoreRefusals::folderInTheWay()
{
    QDir().mkpath(m_file);
    QCOMPARE(Store::open(m_file, knowledge()).error().code, u"store-unwritable"_s);
    const QString file = m_folder->filePath(u"file"_s);
    writeBytes(file, "x");
    QCOMPARE(Store::open(file + u"/store.sqlite"_s, knowledge()).error().code, u"store-unwritable"_s);
}

void TestStoreRefusals::unwritable_data()
{
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("fileMode"); // 0: no file
    QTest::addColumn<QString>("sentence");
    QTest::newRow("folder, no file yet") << 0x7055 << -1 << u"不能写入"_s;
    QTest::newRow("folder, file of one's own") << 0x7055 << 0x6066 << u"不能写入"_s;
    QTest::newRow("file read-only") << 0x7077 << 0x6044 << u"只读"_s;
    QTest::newRow("file not readable") << 0x7077 << 0x6000 << u"没有权限读取"_s;
    QTest::newRow("all well") << 0x7077 << 0x6066 << QString();
}

void TestStoreRefusals::unwritable()
{
    QFETCH(int, folderMode);
    QFETCH(int, fileMode);
    QFETCH(QString, sentence);
    QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7055));
    const QString sub = m_folder->filePath(u"place"_s);
    QDir().mkpath(sub);
    m_file = sub + u"/store.sqlite"_s;
    if (fileMode >= 0) {
        makeStore();
        QFile::setPermissions(m_file, QFile::Permissions(fileMode));
    }
    QFile::setPermissions(sub, QFile::Permissions(folderMode));
    const QByteArray before = bytesOf(m_file);
    std::optional<Error> error;
    const bool asAnother = test::unprivileged([&] {
        if (const auto store = Store::open(m_file, knowledge()); !store)
            error = store.error();
    });
    if (!asAnother)
        QSKIP("cannot become an unprivileged user here");
    if (sentence.isEmpty()) {
        QVERIFY2(!error, qPrintable(error ? error->message : QString()));
        return;
    }
    QVERIFY(error);
    QCOMPARE(error->code, u"store-unwritable"_s);
    QVERIFY2(error->message.contains(sentence), qPrintable(error->message));
    QCOMPARE(bytesOf(m_file), before);
}

void TestStoreRefusals::noDriver()
{
    const QString said = childSays({u"--no-driver"_s, m_file});
    QVERIFY2(said.startsWith(u"no-driver "_s), qPrintable(said));
}

int main(int argc, char **argv)
{
    const bool noDriver = argc > 2 && qstrcmp(argv[1], "--no-driver") == 0;
    if (noDriver)
        QCoreApplication::setLibraryPaths({});
    QCoreApplication app(argc, argv);
    if (noDriver)
        return tryOpen(QCoreApplication::arguments().at(2));
    TestStoreRefusals test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storerefusals.moc"
