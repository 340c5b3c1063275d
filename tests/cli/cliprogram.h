// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace gouji::test {

/// What one run of gouji-cli gave.
struct CliResult {
    int status = -1; ///< -1 where it crashed or did not end in time
    QByteArray out;
    QString messages; ///< stderr

    QList<QJsonObject> lines() const; ///< stdout as JSON, one object a line
};

/// Runs the program as a user would. `unprivileged`: as a user whom file permissions bind, where the tests run as root;
/// a status of -2 says that this is not possible here.
CliResult cli(const QStringList &arguments, bool unprivileged = false);

} // namespace gouji::test
