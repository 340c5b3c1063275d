// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

namespace gouji::test {

/// Something that hurts a program which trusts its input: a piece that is repeated, or bytes that grow by a rule.
struct HostileFiller {
    const char *name;
    QByteArray (*make)(qsizetype bytes); ///< about as many bytes as asked for; UTF-8, or whatever the name says
    bool text = true; ///< UTF-8 that can stand inside a report; false: a file of its own
    bool misleads = false; ///< looks like the headings of a report: tables may be lost then, and never misread
};

const QList<HostileFiller> &hostileFillers();

/// Where a filler stands.
enum class Where {
    Alone, ///< it is the whole file
    Before, ///< before the title of a report
    Prose, ///< in section one
    Row, ///< at the end of a row of table three
    Table, ///< on lines of its own between two rows of table three
    Behind, ///< behind the last section
    Count,
};
const char *nameOf(Where where);

/// A small report of an invented agency with the filler in it; what the report says is in `hostileTruth`.
QByteArray hostileDocument(const HostileFiller &filler, Where where, qsizetype bytes);

/// The values of that report that are not 0, by cell name.
const QHash<QString, QString> &hostileTruth();

} // namespace gouji::test
