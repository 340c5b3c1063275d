// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>

namespace gouji {

/// A connection to the store's database, a file of SQLite's or a database of a PostgreSQL server (postgresql://user@host:port/name), and
/// everything that is particular to either: opening, settings, what error codes mean to a person. A connection that was lost is made
/// anew by the next statement. All SQL passes through run(), with bound values only.
/// Error codes: "no-driver", "store-unwritable", "store-damaged", "store-busy", "store-full", "store-constraint" (a row that
/// is there already, or refers to none), "store-failed".
class Database {
public:
    static Result<std::unique_ptr<Database>> open(const QString &where);
    static bool isServer(QStringView where);
    static QString shown(const QString &where); ///< for people: without a password
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Makes every commit last: write-ahead log, flushed to the disk. Changes the file, so it comes after the look at its version.
    Status makeDurable() const;

    /// Prepares, binds and executes one statement. A null QString is an empty text; NULL is QVariant(QMetaType).
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;
    bool hasTables() const;
    bool hasTable(const QString &name) const;
    const QString &where() const { return m_where; }
    bool isServer() const { return m_server; }

    /// While it lives, commits are safe from a killed program but not from a power cut, and do not wait for the disk.
    class Relaxed {
    public:
        explicit Relaxed(const Database &db);
        ~Relaxed();
        Relaxed(const Relaxed &) = delete;
        Relaxed &operator=(const Relaxed &) = delete;

    private:
        const Database &m_db;
    };

private:
    explicit Database(QString where);
    Status connect();
    Status connectFile();
    Status connectServer();
    Error failure(const QSqlError &error) const;
    Error serverFailure(const QSqlError &error) const;
    bool isLost(const QSqlError &error) const;

    QString m_where;
    bool m_server;
    mutable bool m_lost = false;
    QString m_name; ///< of the Qt connection
    mutable QSqlDatabase m_db;
};

/// All or nothing: rolls back at the end of the scope unless commit() was called. Takes the right to write at once, so
/// that two programs wait for each other at the beginning and never fail in the middle.
class Transaction {
public:
    static Result<std::unique_ptr<Transaction>> begin(const Database &db);
    ~Transaction();
    Status commit();

private:
    explicit Transaction(const Database &db)
        : m_db(db)
    {
    }
    const Database &m_db;
    bool m_open = true;
};

} // namespace gouji
