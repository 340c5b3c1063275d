// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/queuetable.h"

#include <QBitArray>
#include <QSet>

#include <array>

namespace gouji {

/// By what the queue is narrowed with a click.
enum class Facet { State, Problem, Year, Region, Rule, Kind, Reviewer };
constexpr int FacetCount = 7;
QString facetName(Facet facet); ///< "state", …: for views that are kept

/// What a person asked to see. Values of a facet are texts, so that a view outlives the table: the id of a state, a year,
/// a rule's id; of Facet::Problem "error", "warning", "waiting", "none". Several values of one facet: any of them.
struct QueueFilter {
    std::array<QSet<QString>, FacetCount> chosen;
    QString text; ///< words parted by blanks; a row has to answer to all

    QSet<QString> &of(Facet facet) { return chosen[size_t(facet)]; }
    const QSet<QString> &of(Facet facet) const { return chosen[size_t(facet)]; }
    bool isEmpty() const;
    QString toString() const; ///< JSON
    static QueueFilter fromString(const QString &json);
    friend bool operator==(const QueueFilter &, const QueueFilter &) = default;
};

/// A value of a facet and how many rows it would show.
struct FacetValue {
    QString value;
    int count = 0;
    bool chosen = false;
    friend bool operator==(const FacetValue &, const FacetValue &) = default;
};

/// Rows that a filter leaves, and what each facet would show with the other facets as they are.
struct QueueChoice {
    QList<int> rows; ///< places in QueueTable::rows, in their order there
    std::array<QList<FacetValue>, FacetCount> facets; ///< unordered; values without a row only where chosen
};

/// The words of a search, in the spelling that is compared.
QStringList searchWords(const QString &text);

/// One pass over the rows. `texts` holds, for each word of the search, by QueueRow::number the reports whose text has it
/// (Store::reportsWith); a word without one is looked for in agency, file, year, reviewer and region alone.
QueueChoice choose(const QueueTable &table, const QueueFilter &filter, const QList<QBitArray> &texts = {});

enum class QueueOrder { Kept, Agency, Year, Region, State, Errors, Warnings, Waiting, Reviewer, Touched, Kind, File };

/// Puts rows into an order; equal ones stay newest first. Names are ordered as a Chinese dictionary has them.
void sortRows(const QueueTable &table, QList<int> &rows, QueueOrder order, Qt::SortOrder direction);

} // namespace gouji
