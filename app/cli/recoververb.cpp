// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "arguments.h"
#include "batchoptions.h"
#include "console.h"
#include "output/explanationtext.h"
#include "output/reportjson.h"
#include "output/reporttext.h"
#include "pipeline.h"

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

struct Outcome {
    QByteArray output;
    QStringList messages;
    bool unread = false;
    bool errorFinding = false;
};

struct Wishes {
    bool json = false;
    CellId explain; ///< invalid where nothing is to be explained
};

Outcome outcomeOf(const QString &file, const Result<ReadReport> &read, const Wishes &wishes)
{
    Outcome out;
    if (!read) {
        out.unread = true;
        out.messages << u"%1：%2"_s.arg(file, read.error().message);
        if (wishes.json)
            out.output = errorJson(file, read.error()).append('\n');
        return out;
    }
    for (const QString &note : read->document.notes)
        out.messages << u"%1：%2"_s.arg(file, note);
    for (const Finding &f : read->findings)
        out.errorFinding = out.errorFinding || f.severity == Severity::Error;
    const QString explained = wishes.explain.isValid()
        ? explanationText(explain(wishes.explain, Dossier{read->report, read->document}, read->findings))
        : QString();
    if (wishes.json) {
        out.output = reportJson(file, read->report, read->findings, nullptr, &read->document).append('\n'); // + would copy it
        if (!explained.isEmpty())
            out.messages << explained.trimmed();
    } else if (!explained.isEmpty()) {
        out.output = (u"文件：%1\n"_s.arg(file) + explained + u'\n').toUtf8();
    } else {
        out.output = reportText(file, read->report, read->findings).toUtf8() + '\n';
    }
    return out;
}

} // namespace

int runRecover(const QStringList &words)
{
    const auto arguments = parseArguments(words, {u"json"_s, u"progress"_s}, {u"jobs"_s, u"explain"_s, u"rules"_s});
    if (!arguments)
        return usageError(arguments.error().message, "recover");
    if (arguments->files.isEmpty())
        return usageError(u"没有给出文件或文件夹。"_s, "recover");
    const QStringList files = expandFolders(arguments->files);
    const auto options = batchOptions(*arguments, files.size());
    if (!options)
        return usageError(options.error().message, "recover");
    const auto knowledge = knowledgeFor(*arguments);
    if (!knowledge) {
        complain(knowledge.error().message);
        return NotRead;
    }
    Wishes wishes;
    wishes.json = arguments->has(u"json"_s);
    if (arguments->has(u"explain"_s)) {
        wishes.explain = knowledge->forms->cell(arguments->value(u"explain"_s));
        if (!wishes.explain.isValid())
            return usageError(u"没有单元格“%1”。"_s.arg(arguments->value(u"explain"_s)), "recover");
    }
    Progress progress(wantsProgress(*arguments, files), files.size());
    int status = AllGood;
    const QList<QStringList> together = readTogether(files, *options);
    const auto work = [&](qsizetype i) {
        const auto reports = readReports(together[i], *knowledge);
        QList<Outcome> out;
        for (qsizetype k = 0; k < together[i].size(); ++k)
            out << outcomeOf(together[i][k], reports[size_t(k)], wishes);
        return out;
    };
    const auto deliverOne = [&](const QString &file, const Outcome &outcome) {
        progress.step(file);
        for (const QString &message : outcome.messages)
            complain(message);
        if (outcome.unread)
            status = NotRead;
        else if (outcome.errorFinding && status == AllGood)
            status = ErrorsFound;
        return print(outcome.output);
    };
    const auto deliver = [&](qsizetype i, const QList<Outcome> &outcomes) {
        for (qsizetype k = 0; k < outcomes.size(); ++k) {
            if (!deliverOne(together[i][k], outcomes[k]))
                return false;
        }
        return true;
    };
    if (!mapInOrder<QList<Outcome>>(together.size(), *options, work, deliver)) {
        complain(u"结果无法写出。"_s);
        return NotRead;
    }
    return status;
}

} // namespace gouji::cli
