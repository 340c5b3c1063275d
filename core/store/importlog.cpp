// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/importlog.h"

#include "store/storeprivate.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

Status done(const Result<QSqlQuery> &query) { return query ? Status(Done()) : Status(query.error()); }

QString nowText() { return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs); }

} // namespace

Result<QUuid> ImportLog::begin(const QStringList &sources) const
{
    const Database &db = *m_store.d->db;
    auto transaction = Transaction::begin(db);
    if (!transaction)
        return transaction.error();
    const auto cleared = db.run(u"DELETE FROM import_batch WHERE ended_at <> '' AND id NOT IN (SELECT batch FROM import_failure)"_s);
    if (!cleared)
        return cleared.error();
    const QUuid id = QUuid::createUuid();
    const QString json = QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(sources)).toJson(QJsonDocument::Compact));
    const auto begun
        = db.run(u"INSERT INTO import_batch (id, sources, begun_at, ended_at) VALUES (?, ?, ?, '')"_s, {idText(id), json, nowText()});
    if (!begun)
        return begun.error();
    if (const Status kept = (*transaction)->commit(); !kept)
        return kept.error();
    return id;
}

Status ImportLog::end(const QUuid &batch) const
{
    return done(m_store.d->db->run(u"UPDATE import_batch SET ended_at = ? WHERE id = ?"_s, {nowText(), idText(batch)}));
}

Status ImportLog::addFailure(const QUuid &batch, const ImportFailure &failure) const
{
    if (const Status removed = removeFailure(batch, failure.file); !removed)
        return removed;
    return done(m_store.d->db->run(u"INSERT INTO import_failure (batch, file, code, message) VALUES (?, ?, ?, ?)"_s,
        {idText(batch), failure.file, failure.error.code, failure.error.message}));
}

Status ImportLog::removeFailure(const QUuid &batch, const QString &file) const
{
    return done(m_store.d->db->run(u"DELETE FROM import_failure WHERE batch = ? AND file = ?"_s, {idText(batch), file}));
}

Status ImportLog::forget(const QUuid &batch) const
{
    const Database &db = *m_store.d->db;
    if (const Status removed = done(db.run(u"DELETE FROM import_failure WHERE batch = ?"_s, {idText(batch)})); !removed)
        return removed;
    return done(db.run(u"DELETE FROM import_batch WHERE id = ?"_s, {idText(batch)}));
}

Result<ImportBatch> ImportLog::last() const
{
    const Database &db = *m_store.d->db;
    ImportBatch out;
    auto batch = db.run(u"SELECT id, sources, begun_at, ended_at FROM import_batch ORDER BY begun_at DESC, id LIMIT 1"_s);
    if (!batch)
        return batch.error();
    if (!batch->next())
        return out;
    out.id = QUuid::fromString(batch->value(0).toString());
    for (const QJsonValue v : QJsonDocument::fromJson(batch->value(1).toString().toUtf8()).array())
        out.sources << v.toString();
    out.begunAt = QDateTime::fromString(batch->value(2).toString(), Qt::ISODateWithMs);
    out.ended = !batch->value(3).toString().isEmpty();
    auto failures = db.run(u"SELECT file, code, message FROM import_failure WHERE batch = ? ORDER BY file"_s, {idText(out.id)});
    if (!failures)
        return failures.error();
    while (failures->next())
        out.failures << ImportFailure{failures->value(0).toString(), {failures->value(1).toString(), failures->value(2).toString()}};
    return out.ended && out.failures.isEmpty() ? ImportBatch() : out;
}

} // namespace gouji
