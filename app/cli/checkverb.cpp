// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "arguments.h"
#include "console.h"
#include "document/documentreader.h"
#include "keptreports.h"
#include "output/reportjson.h"
#include "output/reporttext.h"

#include <limits>

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

int checkAll(const Arguments &arguments, Store &store, const Knowledge &knowledge)
{
    if (arguments.has(u"regions"_s)) {
        const auto bytes = readBytes(arguments.value(u"regions"_s));
        const auto members = bytes ? readRegionList(*bytes) : Result<QList<RegionMember>>(bytes.error());
        const Status kept = members ? store.setRegions(*members) : Status(members.error());
        if (!kept) {
            complain(u"%1：%2"_s.arg(arguments.value(u"regions"_s), kept.error().message));
            return NotRead;
        }
    }
    // What an older program kept is found by its prose only after this.
    const auto older = store.unprepared(std::numeric_limits<int>::max());
    for (const QUuid &id : older ? *older : QList<QUuid>())
        (void)store.prepare(id);
    const bool json = arguments.has(u"json"_s);
    bool written = true;
    const int status
        = eachKept(store, knowledge, [&](const KeptReport &kept, const QList<Finding> &findings, const QList<FindingVerdict> &verdicts) {
              // The numbers in the list of reports are those of the last check; where they cannot be kept the check holds all the same.
              (void)store.setSummary(kept.entry.id, kept.report, openFindings(findings, verdicts), kept.state);
              const QString &file = kept.entry.fileName;
              written = json ? print(reportJson(file, kept.report, findings, &kept.reading, &kept.document, &verdicts).append('\n'))
                             : print(reportText(file, kept.report, findings, &verdicts) + u'\n');
              return written;
          });
    if (!written)
        complain(u"结果无法写出。"_s);
    return status;
}

} // namespace

int runCheck(const QStringList &words)
{
    const auto arguments = parseArguments(words, {u"json"_s}, {u"store"_s, u"regions"_s, u"rules"_s});
    if (!arguments)
        return usageError(arguments.error().message, "check");
    if (arguments->value(u"store"_s).isEmpty())
        return usageError(u"请用 --store 指定数据文件。"_s, "check");
    if (!arguments->files.isEmpty())
        return usageError(u"check 核查数据文件中的报告；其他文件请用 recover，或先用 import 存入。"_s, "check");
    return withStore(*arguments, [&](Store &store, const Knowledge &knowledge) { return checkAll(*arguments, store, knowledge); });
}

} // namespace gouji::cli
