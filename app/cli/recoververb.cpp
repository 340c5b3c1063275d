// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "arguments.h"
#include "console.h"
#include "inputs.h"
#include "output/reportjson.h"
#include "output/reporttext.h"
#include "pipeline.h"

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

struct Outcome {
    QByteArray output;
    QString complaint; ///< empty where the file was read
    bool errorFinding = false;
};

Outcome recoverOne(const QString &file, const Knowledge &knowledge, bool json)
{
    const auto read = readReport(file, knowledge);
    if (!read)
        return {json ? errorJson(file, read.error()) + '\n' : QByteArray(), u"%1：%2"_s.arg(file, read.error().message), false};
    Outcome out;
    for (const Finding &f : read->findings)
        out.errorFinding = out.errorFinding || f.severity == Severity::Error;
    if (json)
        out.output = reportJson(file, read->report, read->findings) + '\n';
    else
        out.output = reportText(file, read->report, read->findings).toUtf8() + '\n';
    return out;
}

} // namespace

int runRecover(const QStringList &words)
{
    const auto arguments = parseArguments(words, {u"json"_s, u"progress"_s}, {u"jobs"_s});
    if (!arguments)
        return usageError(arguments.error().message, "recover");
    if (arguments->files.isEmpty())
        return usageError(u"没有给出文件或文件夹。"_s, "recover");
    bool numberOk = true;
    if (arguments->has(u"jobs"_s) && (arguments->value(u"jobs"_s).toInt(&numberOk) < 1 || !numberOk))
        return usageError(u"--jobs 后面应是 1 以上的整数。"_s, "recover");
    const auto knowledge = Knowledge::load();
    if (!knowledge) {
        complain(knowledge.error().message);
        return NotRead;
    }
    const bool json = arguments->has(u"json"_s);
    const Inputs inputs = expandInputs(arguments->files);
    Progress progress(arguments->has(u"progress"_s) || (inputs.hasFolder && Progress::stderrIsTerminal()), inputs.files.size());
    int status = AllGood;
    for (const QString &file : inputs.files) {
        const Outcome outcome = recoverOne(file, *knowledge, json);
        progress.step(file);
        if (!outcome.complaint.isEmpty()) {
            complain(outcome.complaint);
            status = NotRead;
        } else if (outcome.errorFinding && status == AllGood) {
            status = ErrorsFound;
        }
        if (!print(outcome.output)) {
            complain(u"结果无法写出。"_s);
            return NotRead;
        }
    }
    return status;
}

} // namespace gouji::cli
