// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "arguments.h"
#include "console.h"
#include "output/summary.h"
#include "pdf.h"
#include "pipeline.h"

#include <QSaveFile>

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

Status writeHtml(const Sheet &sheet, const QString &path)
{
    const QByteArray html = sheetHtml(sheet).toUtf8();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(html) != html.size() || !file.commit())
        return Error{u"unwritable"_s, u"无法写出 %1：%2。"_s.arg(path, file.errorString())};
    return Done{};
}

} // namespace

int runSummary(const QStringList &words)
{
    const auto arguments = parseArguments(words, {}, {u"o"_s, u"reviewer"_s, u"date"_s});
    if (!arguments)
        return usageError(arguments.error().message, "summary");
    if (arguments->files.size() != 1)
        return usageError(u"应给出一个文件。"_s, "summary");
    const QString target = arguments->value(u"o"_s);
    const bool pdf = target.endsWith(".pdf"_L1, Qt::CaseInsensitive);
    if (!pdf && !target.endsWith(".html"_L1, Qt::CaseInsensitive) && !target.endsWith(".htm"_L1, Qt::CaseInsensitive))
        return usageError(u"请用 -o 指定输出文件，以 .pdf 或 .html 结尾。"_s, "summary");
    const QDate date = arguments->has(u"date"_s) ? QDate::fromString(arguments->value(u"date"_s), Qt::ISODate) : QDate::currentDate();
    if (!date.isValid())
        return usageError(u"--date 后面应是日期，如 2024-03-01。"_s, "summary");
    const QString file = arguments->files.first();
    const auto knowledge = Knowledge::load();
    if (!knowledge) {
        complain(knowledge.error().message);
        return NotRead;
    }
    const auto read = readReport(file, *knowledge);
    if (!read) {
        complain(u"%1：%2"_s.arg(file, read.error().message));
        return NotRead;
    }
    const Sheet sheet = summarySheet({read->document, read->report, read->report, read->findings, arguments->value(u"reviewer"_s), QString(), date});
    if (const Status written = pdf ? writePdf(sheet, target) : writeHtml(sheet, target); !written) {
        complain(written.error().message);
        return NotRead;
    }
    for (const Finding &f : read->findings) {
        if (f.severity == Severity::Error)
            return ErrorsFound;
    }
    return AllGood;
}

} // namespace gouji::cli
