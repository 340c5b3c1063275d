// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "arguments.h"
#include "console.h"
#include "keptreports.h"

#include <QCryptographicHash>

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

/// What of one kept report is not as the program wrote it; Chinese sentences.
QStringList faultsOf(const Store &store, const StoredReport &entry)
{
    const auto kept = store.current(entry.id);
    QStringList out = kept ? kept->notes : QStringList{kept.error().message};
    const auto original = store.original(entry.id);
    if (!original)
        out << original.error().message;
    else if (QCryptographicHash::hash(*original, QCryptographicHash::Sha256) != entry.sha256)
        out << u"保存的原文件与存入时的校验值不符。"_s;
    return out;
}

int verifyAll(const Store &store)
{
    const auto list = store.list();
    if (!list) {
        complain(list.error().message);
        return NotRead;
    }
    int broken = 0;
    for (const StoredReport &entry : *list) {
        const QStringList faults = faultsOf(store, entry);
        broken += !faults.isEmpty();
        for (const QString &fault : faults)
            complain(u"%1：%2"_s.arg(entry.fileName, fault));
    }
    const QString result
        = broken == 0 ? u"%1 份报告都完整。"_s.arg(list->size()) : u"%1 份报告中有 %2 份不完整。"_s.arg(list->size()).arg(broken);
    if (!print(result + u'\n'))
        return NotRead;
    return broken == 0 ? AllGood : ErrorsFound;
}

} // namespace

int runVerify(const QStringList &words)
{
    const auto arguments = parseArguments(words, {}, {u"store"_s});
    if (!arguments)
        return usageError(arguments.error().message, "verify");
    if (arguments->value(u"store"_s).isEmpty())
        return usageError(u"请用 --store 指定数据文件。"_s, "verify");
    if (!arguments->files.isEmpty())
        return usageError(u"verify 只查验数据文件，不读取其他文件。"_s, "verify");
    return withStore(*arguments, [](Store &store, const Knowledge &) { return verifyAll(store); });
}

} // namespace gouji::cli
