// SPDX-License-Identifier: GPL-3.0-or-later
#include "cliprogram.h"

#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

#include <unistd.h>

namespace gouji::test {

using namespace Qt::StringLiterals;

QList<QJsonObject> CliResult::lines() const
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            objects << QJsonDocument::fromJson(line).object();
    }
    return objects;
}

CliResult cli(const QStringList &arguments, bool unprivileged)
{
    QString program = QStringLiteral(GOUJI_BIN_DIR "/gouji-cli");
    QStringList words = arguments;
    if (unprivileged && geteuid() == 0) {
        if (QStandardPaths::findExecutable(u"setpriv"_s).isEmpty())
            return {-2, {}, {}};
        words = QStringList{u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, program} + arguments;
        program = u"setpriv"_s;
    }
    QProcess process;
    process.start(program, words);
    if (!process.waitForFinished(60000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const bool ended = process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
}

} // namespace gouji::test
