// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int BusyMilliseconds = 3000; // how long a statement waits for another program before it is refused

/// What can be said about the file before SQLite touches it: its own words are too poor for a person.
Status examine(const QString &file)
{
    const QFileInfo info(file);
    const QDir folder = info.absoluteDir();
    const QString shown = QDir::toNativeSeparators(info.absoluteFilePath());
    if (!folder.exists() && !QDir().mkpath(folder.path()))
        return Error{
            u"store-unwritable"_s, u"无法建立文件夹“%1”，请检查权限或另选存放位置。"_s.arg(QDir::toNativeSeparators(folder.path()))};
    if (info.isDir())
        return Error{u"store-unwritable"_s, u"“%1”是文件夹，不能用作数据库文件。"_s.arg(shown)};
    if (info.exists()) {
        QFile sniffed(file);
        if (!info.isReadable() || !sniffed.open(QIODevice::ReadOnly))
            return Error{u"store-unwritable"_s, u"没有权限读取数据库文件“%1”。"_s.arg(shown)};
        const QByteArray head = sniffed.read(16);
        if (!head.isEmpty() && head != QByteArrayView("SQLite format 3\0", 16))
            return Error{u"store-damaged"_s, u"“%1”不是勾稽的数据库，或已损坏；程序没有改动它。"_s.arg(shown)};
        if (!info.isWritable())
            return Error{u"store-unwritable"_s, u"数据库文件“%1”是只读的，无法保存。"_s.arg(shown)};
    }
    if (!QFileInfo(folder.path()).isWritable())
        return Error{u"store-unwritable"_s,
            u"文件夹“%1”不能写入，无法保存，请检查权限或另选存放位置。"_s.arg(QDir::toNativeSeparators(folder.path()))};
    return Done();
}

} // namespace

Database::Database(QString where)
    : m_where(std::move(where))
    , m_server(isServer(m_where))
    , m_name(u"gouji-store-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Database::~Database()
{
    m_db.close();
    m_db = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Database>> Database::open(const QString &where)
{
    if (!isServer(where) && !QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return Error{u"no-driver"_s, u"缺少 Qt 的 SQLite 驱动（QSQLITE），无法打开数据库；请安装 libqt6sql6-sqlite。"_s};
    if (!isServer(where)) {
        if (const Status fine = examine(where); !fine)
            return fine.error();
    }
    std::unique_ptr<Database> out(new Database(where));
    if (const Status ready = out->connect(); !ready)
        return ready.error();
    return out;
}

Status Database::connect() { return m_server ? connectServer() : connectFile(); }

Status Database::connectFile()
{
    m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_db.setDatabaseName(m_where);
    m_db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(BusyMilliseconds));
    if (!m_db.open())
        return failure(m_db.lastError());
    if (const auto set = run(u"PRAGMA foreign_keys = ON"_s); !set)
        return set.error();
    // Qt lists no tables where the file cannot be read, so that is asked first.
    if (const auto read = run(u"SELECT count(*) FROM sqlite_master"_s); !read)
        return read.error();
    return Done();
}

Status Database::makeDurable() const
{
    if (m_server)
        return Done(); // a server's commits last
    // FULL and not NORMAL: an act that was kept is on the disk even when the power goes.
    for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s}) {
        if (const auto set = run(pragma); !set)
            return set.error();
    }
    return Done();
}

Database::Relaxed::Relaxed(const Database &db)
    : m_db(db)
{
    (void)m_db.run(m_db.isServer() ? u"SET synchronous_commit = off"_s : u"PRAGMA synchronous = NORMAL"_s);
}

Database::Relaxed::~Relaxed() { (void)m_db.run(m_db.isServer() ? u"SET synchronous_commit = on"_s : u"PRAGMA synchronous = FULL"_s); }

Error Database::failure(const QSqlError &error) const
{
    if (m_server) {
        m_lost = m_lost || isLost(error);
        return serverFailure(error);
    }
    constexpr int PrimaryCode = 0xff; // extended result codes keep theirs in the low byte
    const QString shown = QDir::toNativeSeparators(m_where);
    const int code = error.nativeErrorCode().toInt() & PrimaryCode;
    switch (code) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return {u"store-busy"_s, u"数据库“%1”正被另一个程序占用，请稍后再试。"_s.arg(shown)};
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return {u"store-unwritable"_s, u"数据库“%1”不能写入，请检查权限或另选存放位置。"_s.arg(shown)};
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return {u"store-damaged"_s, u"“%1”不是勾稽的数据库，或已损坏。"_s.arg(shown)};
    case 13: // SQLITE_FULL
        return {u"store-full"_s, u"磁盘已满，数据库“%1”无法写入。"_s.arg(shown)};
    case 19: // SQLITE_CONSTRAINT
        return {u"store-constraint"_s, u"数据库“%1”里的记录互相矛盾（%2）。"_s.arg(shown, error.text().simplified())};
    case 10: // SQLITE_IOERR
        return {u"store-failed"_s, u"读写数据库“%1”时磁盘出错。"_s.arg(shown)};
    default:
        return {u"store-failed"_s, u"数据库操作失败（%1）。"_s.arg(error.text().simplified())};
    }
}

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values) const
{
    if (m_lost) {
        m_db.close();
        if (const Status again = const_cast<Database *>(this)->connectServer(); !again)
            return again.error();
    }
    QSqlQuery query(m_db);
    query.setForwardOnly(!m_server); // PostgreSQL's driver would lose the rest of one where another begins
    if (m_server && values.isEmpty()) { // its server prepares questions and changes, no settings and no tables
        if (!query.exec(sql))
            return failure(query.lastError());
        return query;
    }
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(!value.isNull() && value.metaType().id() == QMetaType::QString && value.toString().isNull() ? u""_s : value);
    if (!query.exec())
        return failure(query.lastError());
    return query;
}

bool Database::hasTables() const { return !m_db.tables().isEmpty(); }

bool Database::hasTable(const QString &name) const { return m_db.tables().contains(name); }

Result<std::unique_ptr<Transaction>> Transaction::begin(const Database &db)
{
    if (const auto begun = db.run(db.isServer() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    std::unique_ptr<Transaction> out(new Transaction(db));
    if (db.isServer()) { // the one right to write that SQLite has by itself
        constexpr int Gouji = 0x676a;
        if (const auto locked = db.run(u"SELECT pg_advisory_xact_lock(?)"_s, {Gouji}); !locked)
            return locked.error();
    }
    return out;
}

Transaction::~Transaction()
{
    if (m_open)
        (void)m_db.run(u"ROLLBACK"_s);
}

Status Transaction::commit()
{
    if (const auto done = m_db.run(u"COMMIT"_s); !done)
        return done.error();
    m_open = false;
    return Done();
}

} // namespace gouji
