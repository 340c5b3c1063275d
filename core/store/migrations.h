// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace gouji {

/// Brings a database to the newest schema: runs the numbered files of a folder ("0001.sql" …) that are above the version
/// the database says it has, in order, all in one transaction. A file that has been published is never edited: a change
/// is a new number. Errors besides those of Database: "newer-store" (made by a newer program; nothing is touched),
/// "store-damaged" (the tables of some other program).
Status migrate(Database &db, const QString &folder);

} // namespace gouji
