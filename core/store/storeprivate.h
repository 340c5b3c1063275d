// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/history.h"
#include "store/actcodec.h"
#include "store/database.h"
#include "store/store.h"

#include <optional>

namespace gouji {

/// What the files that make up Store share.
struct Store::Private {
    /// The end of a report's chain of acts, as this program last saw it.
    struct Head {
        int seq = 0;
        QString hash;
    };

    std::unique_ptr<Database> db;
    Knowledge knowledge;
    mutable QHash<QUuid, Head> heads;
    mutable std::optional<QHash<QString, QString>> regionNames;
    bool searchable = false; ///< texts go into the index of words

    static Error unknownReport();
    const QHash<QString, QString> &regionsByKey() const; ///< of the region list: agencyKey → region

    Result<Head> head(const QUuid &report) const;
    Result<QList<StoredReport>> entries(const QString &where, const QVariantList &values) const;
    Result<QList<ActRow>> acts(const QString &report) const;
    Status insertReport(const QUuid &id, const ReadReport &read, const QByteArray &original) const;
    Status summarise(const QUuid &report, const Report &current, const QList<Finding> &findings, const QString &state) const;
    struct Loaded {
        StoredReview review; ///< without findings
        ReviewHistory history; ///< as far as it fits
        Head end;
    };
    Result<Loaded> load(const QUuid &report) const;
    ReviewHistory verify(StoredReview &review, const QList<ActRow> &rows, const QString &head) const;
};

} // namespace gouji
