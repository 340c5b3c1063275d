// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chartreports.h"

#include "report/agencyname.h"

#include <QSet>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// A report as a place, or nothing with a note where it cannot be opened.
ChartPlace placeOf(const Store &store, const StoredReport &entry, QStringList &notes)
{
    auto kept = store.current(entry.id);
    if (!kept) {
        notes << u"%1：%2"_s.arg(entry.fileName, kept.error().message);
        return {};
    }
    for (const QString &note : std::as_const(kept->notes))
        notes << u"%1：%2"_s.arg(entry.fileName, note);
    const auto doubtful = [](FieldStatus s) { return s != FieldStatus::Read && s != FieldStatus::Corrected; };
    if (doubtful(kept->report.agencyStatus) || doubtful(kept->report.yearStatus))
        notes << u"%1：机关名称或年度待确认，图中按“%2”%3 年计。"_s.arg(entry.fileName, kept->report.agency).arg(kept->report.year);
    return {kept->report.agency, entry.id, std::make_shared<const Report>(std::move(kept->report))};
}

} // namespace

ChartReports yearsOf(const Store &store, const QString &agency)
{
    ChartReports out;
    const QString key = agencyKey(agency);
    auto list = store.listOf(key);
    const auto unsettled = store.unsettled();
    if (!list || !unsettled) {
        out.notes << (list ? unsettled.error() : list.error()).message;
        return out;
    }
    *list += *unsettled;
    std::stable_sort(list->begin(), list->end(), [](const StoredReport &a, const StoredReport &b) { return a.keptAt > b.keptAt; });
    QList<ChartPlace> reports;
    QSet<int> years;
    for (const StoredReport &entry : *list) {
        if (key.isEmpty() || agencyKey(entry.agency) != key || years.contains(entry.year))
            continue;
        const ChartPlace place = placeOf(store, entry, out.notes);
        if (!place.report)
            continue;
        years << entry.year;
        reports << place;
    }
    out.places = placesByYear(reports);
    return out;
}

ChartReports bodiesOf(const Store &store, int year, const QStringList &agencies)
{
    ChartReports out;
    const auto list = store.list();
    if (!list) {
        out.notes << list.error().message;
        return out;
    }
    QHash<QString, StoredReport> newest;
    for (const StoredReport &entry : *list) {
        if (entry.year == year && !newest.contains(agencyKey(entry.agency)))
            newest.insert(agencyKey(entry.agency), entry);
    }
    for (const QString &agency : agencies) {
        const auto entry = newest.constFind(agencyKey(agency));
        ChartPlace place = entry == newest.constEnd() ? ChartPlace{} : placeOf(store, *entry, out.notes);
        place.label = agency;
        out.places << place;
    }
    return out;
}

QStringList agenciesOf(const Store &store, int year, const QString &beside)
{
    const auto list = store.list();
    const auto regions = store.regions();
    QString parent;
    QHash<QString, QString> parents;
    for (const RegionMember &m : regions ? *regions : QList<RegionMember>())
        parents.insert(agencyKey(m.agency), agencyKey(m.parent));
    parent = parents.value(agencyKey(beside));
    QHash<QString, QString> names; // of those that have a report
    for (const StoredReport &entry : list ? *list : QList<StoredReport>()) {
        if (entry.year == year && !agencyKey(entry.agency).isEmpty() && !names.contains(agencyKey(entry.agency)))
            names.insert(agencyKey(entry.agency), entry.agency);
    }
    QStringList out = names.values();
    const auto rank = [&](const QString &name) {
        const QString key = agencyKey(name);
        return key == agencyKey(beside) ? 0 : !parent.isEmpty() && parents.value(key) == parent ? 1 : 2;
    };
    std::sort(out.begin(), out.end(), [&](const QString &a, const QString &b) { return std::pair(rank(a), a) < std::pair(rank(b), b); });
    return out;
}

} // namespace gouji
