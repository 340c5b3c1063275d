// SPDX-License-Identifier: GPL-3.0-or-later
// The half of Store that lists, finds and prepares reports, and knows their regions.
#include "checks/beside/textreuse.h"
#include "checks/checker.h"
#include "report/agencyname.h"
#include "store/queuereader.h"
#include "store/queuesummary.h"
#include "store/storeprivate.h"
#include "store/textbands.h"
#include "store/wordindex.h"

namespace gouji {

using namespace Qt::StringLiterals;

Result<QueueTable> Store::queue() const { return QueueReader::all(*d->db, QueueSummary::Program); }

Result<int> Store::reportCount() const
{
    auto query = d->db->run(u"SELECT COALESCE(MAX(number), 0) FROM report"_s); // none is ever taken away
    if (!query)
        return query.error();
    return query->next() ? query->value(0).toInt() : 0;
}

Result<QSet<QByteArray>> Store::hashes() const
{
    auto query = d->db->run(u"SELECT sha256 FROM report"_s);
    if (!query)
        return query.error();
    QSet<QByteArray> out;
    while (query->next())
        out << QByteArray::fromHex(query->value(0).toString().toLatin1());
    return out;
}

Result<QString> Store::queueRow(const QUuid &report) const { return QueueReader::one(*d->db, QueueSummary::Program, idText(report)); }

Result<QBitArray> Store::reportsWith(const QString &word) const { return WordIndex::find(*d->db, word); }

Result<QList<QUuid>> Store::alike(const Report &report, const SourceDocument &document, int most) const
{
    return TextBands::find(*d->db, textBands(report, document), agencyKey(report.agency), report.year, most);
}

Result<QStringList> Store::places() const
{
    auto query = d->db->run(u"SELECT DISTINCT region FROM report WHERE region <> ''"_s);
    if (!query)
        return query.error();
    QSet<QString> out;
    while (query->next())
        out << query->value(0).toString();
    if (const auto members = regions()) {
        for (const RegionMember &member : *members)
            out << agencyRegion(member.agency) << agencyRegion(member.parent);
    }
    out.remove(QString());
    return out.values();
}

Result<QList<QUuid>> Store::unprepared(int most) const
{
    auto query = d->db->run(
        u"SELECT id FROM report WHERE head <> summed OR prepared <> ? ORDER BY number DESC LIMIT ?"_s, {QueueSummary::Program, most});
    if (!query)
        return query.error();
    QList<QUuid> out;
    while (query->next())
        out << QUuid::fromString(query->value(0).toString());
    return out;
}

Status Store::prepare(const QUuid &report)
{
    const auto kept = current(report);
    if (!kept)
        return kept.error();
    const QList<Finding> findings = check(Dossier{kept->report, kept->document}, *d->knowledge.rules);
    const QList<FindingVerdict> verdicts = verdictsOn(findings, kept->verdicts, kept->report, kept->document);
    auto transaction = Transaction::begin(*d->db);
    if (!transaction)
        return transaction.error();
    // Whether the words are in the index already is asked under the lock: two programs may prepare the same store.
    auto before = d->db->run(u"SELECT number, prepared FROM report WHERE id = ?"_s, {idText(report)});
    if (!before || !before->next())
        return before ? Private::unknownReport() : before.error();
    const int number = before->value(0).toInt();
    const bool indexed = before->value(1).toInt() != 0;
    before->finish();
    if (d->searchable && !indexed) {
        if (const Status added = WordIndex::add(*d->db, number, kept->document.text); !added)
            return added;
    }
    if (const Status put = TextBands::put(*d->db, number, textBands(kept->report, kept->document)); !put)
        return put;
    if (const Status summed = d->summarise(report, kept->report, openFindings(findings, verdicts), kept->state); !summed)
        return summed;
    if (const auto marked = d->db->run(u"UPDATE report SET prepared = ? WHERE id = ?"_s, {QueueSummary::Program, idText(report)}); !marked)
        return marked.error();
    return (*transaction)->commit();
}

const QHash<QString, QString> &Store::Private::regionsByKey() const
{
    if (!regionNames) {
        regionNames.emplace();
        auto query = db->run(u"SELECT agency, parent FROM region_member"_s);
        while (query && query->next()) {
            const QString region = agencyRegion(query->value(1).toString());
            regionNames->insert(agencyKey(query->value(0).toString()), region.isEmpty() ? query->value(1).toString() : region);
        }
    }
    return *regionNames;
}

Status Store::setRegions(const QList<RegionMember> &members)
{
    auto transaction = Transaction::begin(*d->db);
    if (!transaction)
        return transaction.error();
    if (const auto cleared = d->db->run(u"DELETE FROM region_member"_s); !cleared)
        return cleared.error();
    for (qsizetype i = 0; i < members.size(); ++i) {
        const auto inserted = d->db->run(
            u"INSERT INTO region_member (agency, parent, position) VALUES (?, ?, ?)"_s, {members[i].agency, members[i].parent, int(i)});
        if (!inserted)
            return inserted.error();
    }
    d->regionNames.reset();
    const QHash<QString, QString> &names = d->regionsByKey();
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        if (const auto told = d->db->run(u"UPDATE report SET region = ? WHERE agency_key = ?"_s, {it.value(), it.key()}); !told)
            return told.error();
    }
    return (*transaction)->commit();
}

Result<QList<RegionMember>> Store::regions() const
{
    auto query = d->db->run(u"SELECT agency, parent FROM region_member ORDER BY position"_s);
    if (!query)
        return query.error();
    QList<RegionMember> out;
    while (query->next())
        out << RegionMember{query->value(0).toString(), query->value(1).toString()};
    return out;
}

} // namespace gouji
