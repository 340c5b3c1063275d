// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queuereader.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// The order of the fields is that of QueueTable::parse.
QString packedSql()
{
    QString separator = u"||'"_s;
    separator += QueueReader::Separator;
    separator += u"'||"_s;
    const QStringList columns{u"id"_s, u"number"_s, u"agency"_s, u"region"_s, u"report_year"_s, u"form"_s, u"state"_s, u"file_kind"_s,
        u"errors"_s, u"warnings"_s, u"waiting"_s, u"reviewer"_s, u"touched_at"_s, u"kept_at"_s, u"rules"_s,
        u"CASE WHEN head = summed AND prepared = ? THEN 0 ELSE 1 END"_s, u"file_name"_s};
    return u"SELECT "_s + columns.join(separator) + u" FROM report"_s;
}

} // namespace

Result<QueueTable> QueueReader::all(const Database &db, int program)
{
    auto query = db.run(packedSql() + u" ORDER BY number DESC"_s, {program});
    if (!query)
        return query.error();
    QueueTable out;
    while (query->next()) {
        if (!out.append(query->value(0).toString()))
            return Error{u"store-damaged"_s, u"数据库里有一份报告的登记不完整，可能已损坏。"_s};
    }
    return out;
}

Result<QString> QueueReader::one(const Database &db, int program, const QString &id)
{
    auto query = db.run(packedSql() + u" WHERE id = ?"_s, {program, id});
    if (!query)
        return query.error();
    return query->next() ? query->value(0).toString() : QString();
}

} // namespace gouji
