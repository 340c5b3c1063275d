// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/office/officeprogram.h"

#include "base/boundedprocess.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Where LibreOffice is when it is not where programs are looked for.
QStringList usualPlaces()
{
    QStringList out{
        u"/usr/bin"_s, u"/usr/local/bin"_s, u"/usr/lib/libreoffice/program"_s, u"/usr/lib64/libreoffice/program"_s, u"/snap/bin"_s};
    const QDir own(u"/opt"_s);
    // The newest first: "libreoffice7.4", "libreoffice24.2".
    for (const QString &name : own.entryList({u"libreoffice*"_s}, QDir::Dirs, QDir::Name | QDir::Reversed))
        out << own.filePath(name) + u"/program"_s;
    return out;
}

/// What a person could have set in LibreOffice's options: no macros, no links brought up to date, nothing recovered, and
/// no formula calculated anew: what the file shows is what was published.
constexpr char Settings[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Recovery/AutoSave"><prop oor:name="Enabled" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
)";

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

/// The answer, where there is one: a finished file, or nothing.
Result<QByteArray> answer(const QString &path, const OfficeConversion &conversion, const OfficeLimits &limits)
{
    QFile file(path);
    if (file.exists() && file.size() >= limits.output)
        return Error{u"too-large"_s, u"LibreOffice 转换的结果超过 %1 MB，不读取。"_s.arg(limits.output / 1024 / 1024)};
    if (!file.open(QIODevice::ReadOnly))
        return Error{u"unreadable"_s,
            u"LibreOffice 没能转换这个文件：文件可能已损坏、不完整或设有密码；如果别的同类文件也不行，请检查是否装有 %1。"_s.arg(
                QLatin1StringView(conversion.package))};
    return file.readAll();
}

} // namespace

Result<QString> findOffice(const OfficeConversion &conversion)
{
    const QString variable = QString::fromLatin1(OfficeVariable);
    const QString title = QString::fromUtf16(conversion.title);
    if (const QString named = qEnvironmentVariable(OfficeVariable); !named.isEmpty()) {
        const QFileInfo info(named);
        if (info.isFile() && info.isExecutable())
            return info.absoluteFilePath();
        return Error{
            u"converter-missing"_s, u"读取%1需要 LibreOffice，而环境变量 %2 指定的“%3”不是可以运行的程序。"_s.arg(title, variable, named)};
    }
    for (const QString &name : {u"soffice"_s, u"libreoffice"_s}) {
        for (const QString &found : {QStandardPaths::findExecutable(name), QStandardPaths::findExecutable(name, usualPlaces())}) {
            if (!found.isEmpty())
                return found;
        }
    }
    return Error{u"converter-missing"_s,
        u"读取%1需要 LibreOffice，本机没有找到。请安装软件包 %2，或用环境变量 %3 指明 soffice 的路径。"_s.arg(
            title, QLatin1StringView(conversion.package), variable)};
}

Result<QByteArray> convertWithOffice(
    const QString &program, const QByteArray &bytes, const OfficeConversion &conversion, const OfficeLimits &limits)
{
    const QTemporaryDir folder(QDir::tempPath() + u"/gouji-office-XXXXXX"_s); // only its owner may enter
    const QString profile = folder.filePath(u"profile"_s);
    const QString source = folder.filePath(u"report."_s + QLatin1StringView(conversion.suffix));
    if (!folder.isValid() || !QDir().mkpath(profile + u"/user"_s) || !QDir().mkpath(folder.filePath(u"out"_s))
        || !write(profile + u"/user/registrymodifications.xcu"_s, QByteArray::fromRawData(Settings, sizeof Settings - 1))
        || !write(source, bytes))
        return Error{u"unreadable"_s, u"转换所需的临时文件写不出来（%1）。"_s.arg(QDir::tempPath())};

    BoundedProcess process;
    process.program = program;
    process.arguments = {u"-env:UserInstallation="_s + QUrl::fromLocalFile(profile).toString(QUrl::FullyEncoded), u"--headless"_s,
        u"--norestore"_s, u"--nologo"_s, u"--nodefault"_s, u"--nolockcheck"_s, u"--convert-to"_s, QString::fromLatin1(conversion.filter),
        u"--outdir"_s, folder.filePath(u"out"_s), source};
    process.folder = folder.path();
    process.environment = {u"SAL_USE_VCLPLUGIN=svp"_s};
    process.milliseconds = limits.milliseconds;
    process.stop = limits.stop;
    process.memory = limits.memory;
    process.largestFile = limits.output;
    const ProcessOutcome outcome = runBounded(process);
    if (outcome.end == ProcessEnd::Stopped)
        return Error{u"stopped"_s, u"LibreOffice 的转换已按要求停止。"_s};
    if (outcome.end == ProcessEnd::TimedOut)
        return Error{u"timeout"_s, u"LibreOffice 转换这个文件超过 %1 秒没有结束，已停止。"_s.arg((limits.milliseconds + 999) / 1000)};
    if (outcome.end == ProcessEnd::NotStarted)
        return Error{u"converter-missing"_s, u"LibreOffice（%1）不能启动。"_s.arg(program)};
    const QString suffix = QString::fromLatin1(conversion.filter).section(u':', 0, 0);
    return answer(folder.filePath(u"out/report."_s + suffix), conversion, limits);
}

} // namespace gouji
