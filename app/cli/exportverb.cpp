// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "arguments.h"
#include "base/writefile.h"
#include "console.h"
#include "keptreports.h"
#include "output/reportjson.h"
#include "output/reporttable.h"

#include <QHash>

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

int exportAll(const QString &target, Store &store, const Knowledge &knowledge)
{
    const auto endsWith = [&](QLatin1StringView suffix) { return target.endsWith(suffix, Qt::CaseInsensitive); };
    QHash<QString, QString> titles; // of the states of a review
    const auto states = store.states();
    for (const auto &[id, title] : states ? *states : QList<QPair<QString, QString>>())
        titles.insert(id, title);
    ReportTable table(knowledge.forms);
    QByteArray lines;
    const int status
        = eachKept(store, knowledge, [&](const KeptReport &kept, const QList<Finding> &findings, const QList<FindingVerdict> &verdicts) {
              const QString &file = kept.entry.fileName;
              if (endsWith(".jsonl"_L1))
                  lines += reportJson(file, kept.report, findings, &kept.reading, &kept.document, &verdicts).append('\n');
              else
                  table.add(kept.report, findings, file, titles.value(kept.state, kept.state));
              return true;
          });
    const Result<QByteArray> bytes = endsWith(".jsonl"_L1) ? lines : endsWith(".csv"_L1) ? table.csv() : table.xlsx();
    const Status written = bytes ? writeWhole(target, *bytes) : Status(bytes.error());
    if (!written) {
        complain(written.error().message);
        return NotRead;
    }
    return status;
}

} // namespace

int runExport(const QStringList &words)
{
    const auto arguments = parseArguments(words, {}, {u"store"_s, u"o"_s, u"rules"_s});
    if (!arguments)
        return usageError(arguments.error().message, "export");
    if (arguments->value(u"store"_s).isEmpty())
        return usageError(u"请用 --store 指定数据文件。"_s, "export");
    const QString target = arguments->value(u"o"_s);
    const auto endsWith = [&](QLatin1StringView suffix) { return target.endsWith(suffix, Qt::CaseInsensitive); };
    if (!endsWith(".csv"_L1) && !endsWith(".xlsx"_L1) && !endsWith(".jsonl"_L1))
        return usageError(u"请用 -o 指定输出文件，以 .csv、.xlsx 或 .jsonl 结尾。"_s, "export");
    if (!arguments->files.isEmpty())
        return usageError(u"export 导出数据文件中的全部报告，不接受其他文件。"_s, "export");
    return withStore(*arguments, [&](Store &store, const Knowledge &knowledge) { return exportAll(target, store, knowledge); });
}

} // namespace gouji::cli
