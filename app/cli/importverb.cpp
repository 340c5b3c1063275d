// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "arguments.h"
#include "batchoptions.h"
#include "console.h"
#include "output/reportjson.h"
#include "store/store.h"

#include <QFileInfo>

#include <algorithm>

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const Report &report)
{
    const QString agency = report.agency.isEmpty() ? u"机关不明"_s : report.agency;
    return agency + u' ' + (report.year > 0 ? u"%1 年"_s.arg(report.year) : u"年度不明"_s);
}

/// A line for a person: what became of one file.
QString lineOf(const QString &file, bool known, const ReadReport &read)
{
    const auto count = [&](Severity s) {
        return std::count_if(read.findings.begin(), read.findings.end(), [&](const Finding &f) { return f.severity == s; });
    };
    return u"%1：%2，%3，错误 %4，警告 %5\n"_s.arg(file, known ? u"已在数据文件中"_s : u"已存入"_s, titleOf(read.report))
        .arg(count(Severity::Error))
        .arg(count(Severity::Warning));
}

} // namespace

int runImport(const QStringList &words)
{
    const auto arguments = parseArguments(words, {u"json"_s, u"progress"_s}, {u"store"_s, u"jobs"_s, u"rules"_s});
    if (!arguments)
        return usageError(arguments.error().message, "import");
    if (arguments->value(u"store"_s).isEmpty())
        return usageError(u"请用 --store 指定数据文件。"_s, "import");
    if (arguments->files.isEmpty())
        return usageError(u"没有给出文件或文件夹。"_s, "import");
    const QStringList files = expandFolders(arguments->files);
    const auto options = batchOptions(*arguments, files.size());
    if (!options)
        return usageError(options.error().message, "import");
    const auto knowledge = knowledgeFor(*arguments);
    if (!knowledge) {
        complain(knowledge.error().message);
        return NotRead;
    }
    const auto store = Store::open(arguments->value(u"store"_s), *knowledge);
    if (!store) {
        complain(store.error().message);
        return NotRead;
    }
    Progress progress(wantsProgress(*arguments, files), files.size());
    const bool json = arguments->has(u"json"_s);
    int status = AllGood;
    qsizetype kept = 0;
    qsizetype known = 0;
    qsizetype failed = 0;
    const auto fail = [&](const QString &file, const Error &error) {
        ++failed;
        status = NotRead;
        complain(u"%1：%2"_s.arg(file, error.message));
        return !json || print(errorJson(file, error).append('\n'));
    };
    const auto deliver = [&](BatchResult result) {
        progress.step(result.file);
        if (!result.read)
            return fail(result.file, result.read.error());
        ReadReport &read = *result.read;
        read.document.fileName = QFileInfo(result.file).absoluteFilePath(); // so that the file is found again from anywhere
        for (const QString &note : read.document.notes)
            complain(u"%1：%2"_s.arg(result.file, note));
        bool there = false;
        if (const auto id = (*store)->keep(read, result.bytes, &there); !id)
            return fail(result.file, id.error());
        there ? ++known : ++kept;
        const bool wrong
            = std::any_of(read.findings.begin(), read.findings.end(), [](const Finding &f) { return f.severity == Severity::Error; });
        if (wrong && status == AllGood)
            status = ErrorsFound;
        if (json)
            return print(reportJson(result.file, read.report, read.findings, nullptr, &read.document).append('\n'));
        return print(lineOf(result.file, there, read));
    };
    if (!readBatch(files, *knowledge, *options, deliver)) {
        complain(u"结果无法写出。"_s);
        return NotRead;
    }
    if (!json && files.size() > 1 && !print(u"新存入 %1 份，已有 %2 份，未能读取 %3 个文件\n"_s.arg(kept).arg(known).arg(failed)))
        return NotRead;
    return status;
}

} // namespace gouji::cli
