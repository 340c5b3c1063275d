// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include <QDir>
#include <QFile>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

Result<int> storedVersion(const Database &db)
{
    if (!db.hasTable(u"gouji_schema"_s)) {
        if (db.hasTables())
            return Error{u"store-damaged"_s, u"“%1”是别的程序的数据库，不是勾稽的；程序没有改动它。"_s.arg(Database::shown(db.where()))};
        return 0;
    }
    auto query = db.run(u"SELECT version FROM gouji_schema"_s);
    if (!query)
        return query.error();
    if (!query->next())
        return Error{u"store-damaged"_s, u"数据库“%1”没有版本号，可能已损坏。"_s.arg(Database::shown(db.where()))};
    return query->value(0).toInt();
}

Result<int> knownVersion(const Database &db, int newest)
{
    const auto version = storedVersion(db);
    if (version && *version > newest) {
        return Error{u"newer-store"_s,
            u"数据库“%1”由较新版本的勾稽建立（库版本 %2，本程序只认到 %3），请更新程序后再打开。"_s.arg(Database::shown(db.where()))
                .arg(*version)
                .arg(newest)};
    }
    return version;
}

/// The statements of a step: comment lines left out, cut at semicolons that end a line.
QStringList statements(const QString &sql)
{
    QStringList out;
    QString statement;
    for (const QString &line : sql.split(u'\n')) {
        if (line.trimmed().startsWith(u"--"_s) || line.trimmed().isEmpty())
            continue;
        statement += line + u'\n';
        if (line.trimmed().endsWith(u';')) {
            out << statement.trimmed().chopped(1);
            statement.clear();
        }
    }
    if (!statement.trimmed().isEmpty())
        out << statement.trimmed();
    return out;
}

/// A step that says the same in PostgreSQL's words stands in the folder of that name.
Status runStep(Database &db, const QString &folder, const QString &step)
{
    const QString other = folder + u"/postgresql/"_s + step;
    const QString path = db.isServer() && QFile::exists(other) ? other : folder + u'/' + step;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{u"store-failed"_s, u"数据库升级步骤“%1”无法读取。"_s.arg(path)};
    for (const QString &statement : statements(QString::fromUtf8(file.readAll()))) {
        if (const auto done = db.run(statement); !done)
            return done.error();
    }
    return Done();
}

} // namespace

Status migrate(Database &db, const QString &folder)
{
    const QStringList steps = QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    const int newest = steps.isEmpty() ? 0 : steps.last().left(4).toInt();
    auto version = knownVersion(db, newest);
    if (!version)
        return version.error();
    if (const Status durable = db.makeDurable(); !durable)
        return durable;
    if (*version == newest)
        return Done();
    auto transaction = Transaction::begin(db);
    if (!transaction)
        return transaction.error();
    version = knownVersion(db, newest); // another program may have been faster
    if (!version)
        return version.error();
    for (const QString &step : steps) {
        if (step.left(4).toInt() <= *version)
            continue;
        if (const Status done = runStep(db, folder, step); !done)
            return done.error();
    }
    if (const auto cleared = db.run(u"DELETE FROM gouji_schema"_s); !cleared)
        return cleared.error();
    if (const auto set = db.run(u"INSERT INTO gouji_schema (version) VALUES (?)"_s, {newest}); !set)
        return set.error();
    return (*transaction)->commit();
}

} // namespace gouji
