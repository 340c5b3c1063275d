// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queuereader.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowsAtOnce = 256; ///< handed over in one text: a text has its price, a character has not

/// The order of the fields is that of QueueTable::append.
QString packedSql()
{
    const QStringList columns{u"id"_s, u"number"_s, u"agency"_s, u"region"_s, u"report_year"_s, u"state"_s, u"file_kind"_s, u"errors"_s,
        u"warnings"_s, u"waiting"_s, u"reviewer"_s, u"touched_at"_s, u"kept_at"_s, u"rules"_s,
        u"CASE WHEN head = summed AND prepared = ? THEN 0 ELSE 1 END"_s, u"file_name"_s};
    const QString shape = QStringList(columns.size(), u"%s"_s).join(QueueReader::Separator);
    return u"SELECT number, format('%1', %2) AS packed FROM report"_s.arg(shape, columns.join(u", "_s));
}

} // namespace

Result<QueueTable> QueueReader::all(const Database &db, int program)
{
    const QString concat = db.isServer() ? u"string_agg"_s : u"group_concat"_s;
    auto query = db.run(u"SELECT %1(packed, '%2') FROM (%3 ORDER BY number DESC) AS kept GROUP BY number / %4 ORDER BY number / %4 DESC"_s
                            .arg(concat, QString(RowEnd), packedSql())
                            .arg(RowsAtOnce),
        {program});
    if (!query)
        return query.error();
    QueueTable out;
    while (query->next()) {
        const QString rows = query->value(0).toString();
        for (qsizetype from = 0; from < rows.size();) {
            qsizetype to = rows.indexOf(RowEnd, from);
            to = to < 0 ? rows.size() : to;
            if (!out.append(QStringView(rows).mid(from, to - from)))
                return Error{u"store-damaged"_s, u"数据库里有一份报告的登记不完整，可能已损坏。"_s};
            from = to + 1;
        }
    }
    const auto newestFirst = [](const QueueRow &a, const QueueRow &b) { return a.number > b.number; };
    if (!std::is_sorted(out.rows.cbegin(), out.rows.cend(), newestFirst)) // SQL promises no order within a group
        std::sort(out.rows.begin(), out.rows.end(), newestFirst);
    return out;
}

Result<QString> QueueReader::one(const Database &db, int program, const QString &id)
{
    auto query = db.run(packedSql() + u" WHERE id = ?"_s, {program, id});
    if (!query)
        return query.error();
    return query->next() ? query->value(1).toString() : QString();
}

} // namespace gouji
