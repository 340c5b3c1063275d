// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QUuid>

namespace gouji {

/// Finds reports with alike prose by what textBands() says of each.
namespace TextBands {

/// Takes the place of what was known of the report.
Status put(const Database &db, int number, const QList<qint64> &bands);
/// Other bodies' reports of the year or the one before that share a band, those that share most first.
Result<QList<QUuid>> find(const Database &db, const QList<qint64> &bands, const QString &agencyKey, int year, int most);

} // namespace TextBands

} // namespace gouji
