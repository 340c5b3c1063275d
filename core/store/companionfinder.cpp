// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/companionfinder.h"

#include "document/documentreader.h"
#include "report/agencyname.h"
#include "store/regionlist.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostLoaded = 256; // a province's departments, some hundred kilobytes each

bool isSure(FieldStatus status) { return status == FieldStatus::Read || status == FieldStatus::Corrected; }

/// Whose report it is and of which year; nothing where that is in doubt.
std::optional<std::pair<QString, int>> keyOf(const Report &report)
{
    const QString key = agencyKey(report.agency);
    if (key.isEmpty() || report.year <= 0 || !isSure(report.agencyStatus) || !isSure(report.yearStatus))
        return std::nullopt;
    return std::pair(key, report.year);
}

} // namespace

CompanionFinder::CompanionFinder(const Store &store)
    : m_store(store)
    , m_loaded(MostLoaded)
{
    const auto unsettled = store.unsettled();
    for (const StoredReport &r : unsettled ? *unsettled : QList<StoredReport>()) {
        Key key(agencyKey(r.agency), r.year);
        if (r.stale) {
            const auto kept = store.current(r.id);
            if (kept)
                key = Key(agencyKey(kept->report.agency), kept->report.year);
        }
        m_unsettled[key.first] << Entry{key.second, r.id, r.fileName, r.sha256, r.keptAt};
    }
    const auto regions = store.regions();
    for (const RegionMember &member : regions ? *regions : QList<RegionMember>()) {
        m_below[agencyKey(member.parent)] << member.agency;
        m_governments.insert(agencyKey(member.parent), member.parent);
    }
}

const QList<CompanionFinder::Entry> &CompanionFinder::entriesOf(const QString &agencyKey)
{
    if (const auto known = m_entries.constFind(agencyKey); known != m_entries.constEnd())
        return *known;
    QList<Entry> entries = m_unsettled.value(agencyKey);
    const auto list = m_store.listOf(agencyKey);
    for (const StoredReport &r : list ? *list : QList<StoredReport>())
        entries << Entry{r.year, r.id, r.fileName, r.sha256, r.keptAt};
    std::sort(entries.begin(), entries.end(),
        [](const Entry &a, const Entry &b) { return std::tie(a.keptAt, a.sha256) < std::tie(b.keptAt, b.sha256); });
    return *m_entries.insert(agencyKey, entries);
}

QList<CompanionFinder::Entry> CompanionFinder::entriesOf(const Key &key)
{
    QList<Entry> out = entriesOf(key.first);
    out.removeIf([&](const Entry &e) { return e.year != key.second; });
    return out;
}

std::shared_ptr<const KeptReport> CompanionFinder::load(const QUuid &id, QStringList &notes)
{
    if (const auto *known = m_loaded.object(id))
        return *known;
    auto kept = m_store.current(id);
    if (!kept) {
        notes << u"一份有关的报告打不开，没有与它比较：%1"_s.arg(kept.error().message);
        return {};
    }
    auto shared = std::make_shared<const KeptReport>(std::move(*kept));
    m_loaded.insert(id, new std::shared_ptr<const KeptReport>(shared));
    return shared;
}

std::optional<Companion> CompanionFinder::companion(const Entry &entry, const Key &key, QStringList &notes)
{
    const auto kept = load(entry.id, notes);
    if (!kept || keyOf(kept->report) != key)
        return std::nullopt;
    // Both live as long as the whole.
    return Companion{{kept, &kept->report}, {kept, &kept->document}, QFileInfo(entry.path).fileName(), entry.keptAt};
}

std::optional<Companion> CompanionFinder::newest(const Key &key, QStringList &notes)
{
    const QList<Entry> entries = entriesOf(key);
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
        if (const auto found = companion(*entry, key, notes))
            return found;
    }
    return std::nullopt;
}

void CompanionFinder::addCopies(const QUuid &id, const SourceDocument &document, const Key &key, Companions &out)
{
    for (const Entry &entry : entriesOf(key)) {
        if (entry.id == id || entry.sha256 == document.sha256)
            continue;
        if (const auto found = companion(entry, key, out.notes))
            (entry.path == document.fileName ? out.versions : out.copies) << *found;
    }
}

void CompanionFinder::addAlike(const Report &report, const SourceDocument &document, Companions &out)
{
    constexpr int Most = 5; // whoever copied from more is told of enough
    const auto alike = m_store.alike(report, document, Most);
    for (const QUuid &id : alike ? *alike : QList<QUuid>()) {
        const auto kept = load(id, out.notes);
        if (kept && keyOf(kept->report))
            out.alike << Companion{
                {kept, &kept->report}, {kept, &kept->document}, QFileInfo(kept->entry.fileName).fileName(), kept->entry.keptAt};
    }
}

/// The path where the file there is no longer the one that was kept, and is none that was kept under another name.
QString CompanionFinder::changedFile(const SourceDocument &document) const
{
    const QFileInfo info(document.fileName);
    if (!info.isAbsolute() || document.sha256.isEmpty())
        return {};
    const auto bytes = readBytes(document.fileName);
    if (!bytes)
        return {};
    const QByteArray now = QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256);
    if (now == document.sha256)
        return {};
    const auto known = m_store.find(now);
    return known && !known->isNull() ? QString() : document.fileName;
}

Companions CompanionFinder::of(const QUuid &id, const Report &report, const SourceDocument &document)
{
    Companions out;
    out.changedFile = changedFile(document);
    const auto key = keyOf(report);
    if (!key)
        return out;
    out.last = newest({key->first, key->second - 1}, out.notes);
    addCopies(id, document, *key, out);
    addAlike(report, document, out);
    if (!m_places) {
        const auto places = m_store.places();
        m_places = places ? QSet<QString>(places->begin(), places->end()) : QSet<QString>();
    }
    out.places = *m_places;
    for (const QString &agency : m_below.value(key->first)) {
        if (auto child = newest({agencyKey(agency), key->second}, out.notes))
            out.children << *child;
        else
            out.missing << agency;
    }
    return out;
}

QStringList CompanionFinder::orphans()
{
    QSet<int> years;
    for (auto it = m_below.cbegin(); it != m_below.cend(); ++it) {
        for (const QString &agency : it.value()) {
            for (const Entry &entry : entriesOf(agencyKey(agency)))
                years << entry.year;
        }
    }
    QStringList out;
    for (auto it = m_below.cbegin(); it != m_below.cend(); ++it) {
        for (const int year : years) {
            if (!entriesOf({it.key(), year}).isEmpty())
                continue;
            QStringList missing;
            for (const QString &agency : it.value()) {
                if (entriesOf({agencyKey(agency), year}).isEmpty())
                    missing << agency;
            }
            const QString head = u"%1 年：没有%2的报告"_s.arg(year).arg(m_governments.value(it.key()));
            out << head + (missing.isEmpty() ? u"，未作汇总核查。"_s : u"，其下还缺%1。"_s.arg(missing.join(u'、')));
        }
    }
    out.sort();
    return out;
}

} // namespace gouji
