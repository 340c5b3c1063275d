// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptreports.h"

#include "checks/checker.h"
#include "console.h"
#include "store/companionfinder.h"
#include "verb.h"

#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace gouji::cli {

using namespace Qt::StringLiterals;

int withStore(const Arguments &arguments, const std::function<int(Store &, const Knowledge &)> &act)
{
    const QString file = arguments.value(u"store"_s);
    const auto knowledge = knowledgeFor(arguments);
    if (!knowledge) {
        complain(knowledge.error().message);
        return NotRead;
    }
    if (!Store::isServer(file) && !QFileInfo(file).isFile()) {
        complain(u"数据文件 %1 不存在。"_s.arg(file));
        return NotRead;
    }
    const auto store = Store::open(file, *knowledge);
    if (!store) {
        complain(store.error().message);
        return NotRead;
    }
    return act(**store, *knowledge);
}

int eachKept(const Store &store, const Knowledge &knowledge, const KeptVisitor &visit)
{
    auto list = store.list();
    if (!list) {
        complain(list.error().message);
        return NotRead;
    }
    const auto key = [](const StoredReport &r) { return std::tie(r.agency, r.year, r.fileName, r.sha256); };
    std::sort(list->begin(), list->end(), [&](const StoredReport &a, const StoredReport &b) { return key(a) < key(b); });
    CompanionFinder finder(store);
    for (const QString &orphan : finder.orphans())
        complain(orphan);
    int status = AllGood;
    for (const StoredReport &entry : *list) {
        const auto kept = store.current(entry.id);
        if (!kept) {
            complain(u"%1：%2"_s.arg(entry.fileName, kept.error().message));
            status = NotRead;
            continue;
        }
        const Companions companions = finder.of(entry.id, kept->report, kept->document);
        for (const QString &note : kept->notes + companions.notes)
            complain(u"%1：%2"_s.arg(entry.fileName, note));
        const QList<Finding> findings = check(dossierOf(kept->report, kept->document, companions), *knowledge.rules);
        // An error that a person judged to be none is told, and no longer counted among those that are open.
        const QList<FindingVerdict> verdicts = verdictsOn(findings, kept->verdicts, kept->report, kept->document);
        for (qsizetype i = 0; i < findings.size() && status == AllGood; ++i) {
            if (findings[i].severity == Severity::Error && !isDismissed(verdicts[i]))
                status = ErrorsFound;
        }
        if (!visit(*kept, findings, verdicts))
            return NotRead;
    }
    return status;
}

} // namespace gouji::cli
