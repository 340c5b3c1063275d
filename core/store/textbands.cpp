// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/textbands.h"

namespace gouji {

using namespace Qt::StringLiterals;

Status TextBands::put(const Database &db, int number, const QList<qint64> &bands)
{
    if (const auto cleared = db.run(u"DELETE FROM text_band WHERE number = ?"_s, {number}); !cleared)
        return cleared.error();
    if (bands.isEmpty())
        return Done();
    QStringList places;
    QVariantList values;
    for (const qint64 band : bands) {
        places << u"(?, ?)"_s;
        values << band << number;
    }
    const auto put = db.run(u"INSERT INTO text_band (band, number) VALUES "_s + places.join(u", "_s), values);
    return put ? Status(Done()) : Status(put.error());
}

Result<QList<QUuid>> TextBands::find(const Database &db, const QList<qint64> &bands, const QString &agencyKey, int year, int most)
{
    QList<QUuid> out;
    if (bands.isEmpty() || agencyKey.isEmpty())
        return out;
    QStringList places;
    QVariantList values;
    for (const qint64 band : bands) {
        places << u"?"_s;
        values << band;
    }
    values << agencyKey << year << year - 1 << most;
    auto found = db.run(u"SELECT r.id, COUNT(*) AS shared FROM text_band b JOIN report r ON r.number = b.number WHERE b.band IN (%1) "
                        "AND r.agency_key <> ? AND r.agency_key <> '' AND r.report_year IN (?, ?) GROUP BY r.id "
                        "ORDER BY shared DESC, r.report_year DESC, r.agency_key, r.id LIMIT ?"_s.arg(places.join(u", "_s)),
        values);
    if (!found)
        return found.error();
    while (found->next())
        out << QUuid::fromString(found->value(0).toString());
    return out;
}

} // namespace gouji
