// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>

namespace gouji {

/// A connection to the store's database and everything that is particular to SQLite: opening, pragmas, what its error
/// codes mean to a person. All SQL passes through run(), with bound values only.
/// Error codes: "no-driver", "store-unwritable", "store-damaged", "store-busy", "store-full", "store-constraint" (a row that
/// is there already, or refers to none), "store-failed".
class Database {
public:
    static Result<std::unique_ptr<Database>> open(const QString &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Makes every commit last: write-ahead log, flushed to the disk. Changes the file, so it comes after the look at its version.
    Status makeDurable() const;

    /// Prepares, binds and executes one statement. A null QString is an empty text; NULL is QVariant(QMetaType).
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;
    bool hasTables() const;
    bool hasTable(const QString &name) const;
    QString file() const { return m_file; }

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
    explicit Database(QString file);
    Status connect();
    Error failure(const QSqlError &error) const;

    QString m_file;
    QString m_name; ///< of the Qt connection
    QSqlDatabase m_db;
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
