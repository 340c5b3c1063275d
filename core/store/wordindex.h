// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QBitArray>

namespace gouji {

/// Finds reports by what stands in them. The words of every text, and no text: it is in the reading. Each Chinese character
/// is a word of its own and is found as part of any phrase; numbers are found whole, without the commas between their
/// digits. SQLite's own full-text index (FTS5), made when it is first needed and not part of the numbered schema, because
/// another database has its own; it follows from the readings.
namespace WordIndex {

/// False where this SQLite was built without it: then nothing is found by its text, and nothing else suffers.
bool prepare(const Database &db);
Status add(const Database &db, int number, const QString &text);
/// A bit for every number up to the highest.
Result<QBitArray> find(const Database &db, const QString &word);

QString words(const QString &text); ///< as they are put in

} // namespace WordIndex

} // namespace gouji
