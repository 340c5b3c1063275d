// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "arguments.h"
#include "base/writefile.h"
#include "checks/checker.h"
#include "console.h"
#include "document/documentreader.h"
#include "output/summary.h"
#include "pdf.h"
#include "pipeline.h"
#include "review/reviewsession.h"
#include "store/companionfinder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

/// Database drivers need an application object; printing needs another one later.
template <typename Work> auto withApplication(Work work)
{
    int argc = 1;
    char name[] = "gouji-cli";
    char *argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    return work();
}

/// What the sheet is made of: a file as read now, or a kept report with everything people did to it.
struct Summary {
    Sheet sheet;
    bool errorFinding = false;
};

struct Wishes {
    QString file;
    QString reviewer;
    QDate date;
};

bool hasError(const QList<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding &f) { return f.severity == Severity::Error; });
}

Result<Summary> summarise(const Wishes &wishes, const Knowledge &knowledge)
{
    const auto bytes = readBytes(wishes.file);
    if (!bytes)
        return bytes.error();
    const auto read = readReport(*bytes, wishes.file, knowledge);
    if (!read)
        return read.error();
    return Summary{
        summarySheet({read->document, read->report, read->report, read->findings, wishes.reviewer, QString(), wishes.date, nullptr}),
        hasError(read->findings)};
}

Result<Summary> summariseKept(const Wishes &wishes, const Knowledge &knowledge, const QString &storeFile)
{
    if (!Store::isServer(storeFile) && !QFileInfo(storeFile).isFile()) // opening would make an empty one
        return Error{u"unreadable"_s, u"数据文件 %1 不存在。"_s.arg(storeFile)};
    const auto bytes = readBytes(wishes.file);
    if (!bytes)
        return bytes.error();
    const auto store = Store::open(storeFile, knowledge);
    if (!store)
        return store.error();
    const auto id = (*store)->find(QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256));
    if (!id)
        return id.error();
    if (id->isNull())
        return Error{u"unknown-report"_s, u"数据文件里没有这份报告，请先打开或导入。"_s};
    const auto kept = (*store)->load(*id);
    if (!kept)
        return kept.error();
    for (const QString &note : kept->notes)
        complain(u"%1：%2"_s.arg(wishes.file, note));
    ReviewSession session(kept->read, knowledge, kept->history);
    if (!session.replayed())
        return session.replayed().error();
    session.setCompanions(CompanionFinder(**store).of(*id, session.report(), session.document()));
    const QList<Finding> before = check(dossierOf(session.reading(), session.document(), session.companions()), *knowledge.rules);
    const QString reviewer = wishes.reviewer.isEmpty() ? kept->entry.reviewer : wishes.reviewer;
    return Summary{summarySheet({session.document(), session.reading(), session.report(), session.findings(), reviewer,
                       kept->entry.stateTitle, wishes.date, &before, &session.verdicts()}),
        hasError(session.findings())};
}

} // namespace

int runSummary(const QStringList &words)
{
    const auto arguments = parseArguments(words, {}, {u"o"_s, u"store"_s, u"reviewer"_s, u"date"_s, u"rules"_s});
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
    const auto knowledge = knowledgeFor(*arguments);
    if (!knowledge) {
        complain(knowledge.error().message);
        return NotRead;
    }
    const Wishes wishes{arguments->files.first(), arguments->value(u"reviewer"_s), date};
    const auto summary = arguments->has(u"store"_s)
        ? withApplication([&] { return summariseKept(wishes, *knowledge, arguments->value(u"store"_s)); })
        : summarise(wishes, *knowledge);
    if (!summary) {
        complain(u"%1：%2"_s.arg(wishes.file, summary.error().message));
        return NotRead;
    }
    if (const Status written = pdf ? writePdf(summary->sheet, target) : writeWhole(target, sheetHtml(summary->sheet).toUtf8()); !written) {
        complain(written.error().message);
        return NotRead;
    }
    return summary->errorFinding ? ErrorsFound : AllGood;
}

} // namespace gouji::cli
