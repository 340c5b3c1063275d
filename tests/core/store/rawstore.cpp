// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawstore.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace gouji::test {

using namespace Qt::StringLiterals;

RawStore::RawStore(const QString &file)
    : m_name(QUuid::createUuid().toString())
{
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    db.setDatabaseName(file);
    if (!db.open())
        qFatal("%s", qPrintable(db.lastError().text()));
}

RawStore::~RawStore()
{
    QSqlDatabase::database(m_name).close();
    QSqlDatabase::removeDatabase(m_name);
}

QVariant RawStore::run(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name));
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    return query.next() ? query.value(0) : QVariant();
}

QVariant RawStore::tamper(const QString &sql)
{
    QSqlQuery triggers(QSqlDatabase::database(m_name));
    QStringList names;
    if (!triggers.exec(u"SELECT name FROM sqlite_master WHERE type = 'trigger'"_s))
        qFatal("%s", qPrintable(triggers.lastError().text()));
    while (triggers.next())
        names << triggers.value(0).toString();
    triggers.finish();
    for (const QString &name : std::as_const(names))
        run(u"DROP TRIGGER "_s + name);
    return run(sql);
}

QString RawStore::refusal(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name));
    return query.exec(sql) ? QString() : query.lastError().text();
}

QByteArray bytesOf(const QString &file)
{
    QFile f(file);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

void writeBytes(const QString &file, const QByteArray &bytes)
{
    QFile f(file);
    if (!f.open(QIODevice::WriteOnly) || f.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file));
}

} // namespace gouji::test
