// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queuefilter.h"

#include "base/normalizedtext.h"
#include "review/states.h"

#include <QCollator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <numeric>
#include <vector>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *FacetNames[FacetCount] = {"state", "problem", "year", "region", "rule", "kind", "reviewer"};

/// For each text of a pool its place in the order of `less`.
template <typename Less> QList<int> ranks(const TextPool &pool, Less less)
{
    QList<int> places(pool.size());
    std::iota(places.begin(), places.end(), 0);
    std::sort(places.begin(), places.end(), less);
    QList<int> out(pool.size());
    for (int i = 0; i < int(places.size()); ++i)
        out[places[i]] = i;
    return out;
}

/// As a Chinese dictionary has them; unknown names last.
QList<int> dictionary(const TextPool &pool)
{
    QCollator collator(QLocale(QLocale::Chinese, QLocale::China));
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(size_t(pool.size()));
    for (int i = 0; i < pool.size(); ++i)
        keys.push_back(collator.sortKey(pool[i]));
    return ranks(pool, [&](int a, int b) {
        if (pool[a].isEmpty() != pool[b].isEmpty())
            return pool[b].isEmpty();
        return keys[size_t(a)] < keys[size_t(b)];
    });
}

/// In the order of the work.
QList<int> byState(const TextPool &pool)
{
    const auto place = [&](int at) {
        const QList<ReviewState> &states = reviewStates();
        return std::find_if(states.begin(), states.end(), [&](const ReviewState &s) { return s.id == pool[at]; }) - states.begin();
    };
    return ranks(pool, [&](int a, int b) { return place(a) < place(b); });
}

} // namespace

QString facetName(Facet facet) { return QLatin1StringView(FacetNames[int(facet)]); }

bool QueueFilter::isEmpty() const
{
    return searchWords(text).isEmpty() && std::all_of(chosen.begin(), chosen.end(), [](const auto &set) { return set.isEmpty(); });
}

QString QueueFilter::toString() const
{
    QJsonObject out;
    for (int i = 0; i < FacetCount; ++i) {
        QStringList values(chosen[size_t(i)].cbegin(), chosen[size_t(i)].cend());
        values.sort();
        if (!values.isEmpty())
            out.insert(facetName(Facet(i)), QJsonArray::fromStringList(values));
    }
    if (!text.isEmpty())
        out.insert(u"text"_s, text);
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

QueueFilter QueueFilter::fromString(const QString &json)
{
    const QJsonObject in = QJsonDocument::fromJson(json.toUtf8()).object();
    QueueFilter out;
    for (int i = 0; i < FacetCount; ++i) {
        for (const QJsonValue v : in[facetName(Facet(i))].toArray())
            out.chosen[size_t(i)] << v.toString();
    }
    out.text = in[u"text"_s].toString();
    return out;
}

QStringList searchWords(const QString &text) { return normalized(text).simplified().split(u' ', Qt::SkipEmptyParts); }

void sortRows(const QueueTable &table, QList<int> &rows, QueueOrder order, Qt::SortOrder direction)
{
    const bool down = direction == Qt::DescendingOrder;
    const auto by = [&](const auto &keyOf) {
        using Key = std::decay_t<decltype(keyOf(table.rows.first()))>;
        std::vector<std::pair<Key, int>> keyed;
        keyed.reserve(size_t(rows.size()));
        for (const int row : rows)
            keyed.emplace_back(keyOf(table.rows[row]), row);
        // Rows come newest first, and equal ones stay so in both directions.
        std::sort(keyed.begin(), keyed.end(), [down](const auto &a, const auto &b) {
            return a.first == b.first ? a.second < b.second : down ? b.first < a.first : a.first < b.first;
        });
        for (qsizetype i = 0; i < rows.size(); ++i)
            rows[i] = keyed[size_t(i)].second;
    };
    const auto byRank = [&](const QList<int> &rank, int QueueRow::*place) { by([&](const QueueRow &r) { return rank[r.*place]; }); };
    if (table.rows.isEmpty())
        return;
    switch (order) {
    case QueueOrder::Kept:
        return by([](const QueueRow &r) { return r.number; });
    case QueueOrder::Agency:
        return byRank(dictionary(table.agencies), &QueueRow::agency);
    case QueueOrder::Region:
        return byRank(dictionary(table.regions), &QueueRow::region);
    case QueueOrder::Reviewer:
        return byRank(dictionary(table.reviewers), &QueueRow::reviewer);
    case QueueOrder::Kind:
        return byRank(dictionary(table.kinds), &QueueRow::kind);
    case QueueOrder::State:
        return byRank(byState(table.states), &QueueRow::state);
    case QueueOrder::Year:
        return by([](const QueueRow &r) { return r.year; });
    case QueueOrder::Errors:
        return by([](const QueueRow &r) { return r.errors; });
    case QueueOrder::Warnings:
        return by([](const QueueRow &r) { return r.warnings; });
    case QueueOrder::Waiting:
        return by([](const QueueRow &r) { return r.waiting; });
    case QueueOrder::Touched:
        return by([](const QueueRow &r) { return r.touchedAt; });
    case QueueOrder::File:
        return by([&](const QueueRow &r) { return table.fileName(r); });
    }
}

} // namespace gouji
