// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

namespace gouji {

/// A file of a batch that could not be read.
struct ImportFailure {
    QString file;
    Error error;
};

/// Files and folders that were brought in together.
struct ImportBatch {
    QUuid id;
    QStringList sources; ///< files and folders as a person named them
    QDateTime begunAt; ///< UTC
    bool ended = false; ///< all files were read; else the batch was stopped or the program ended
    QList<ImportFailure> failures; ///< in the order of their names
};

/// What a store remembers of the batches brought into it, so that one that was stopped can go on, after a restart too.
class ImportLog {
public:
    explicit ImportLog(const Store &store)
        : m_store(store)
    {
    }

    Result<QUuid> begin(const QStringList &sources) const; ///< forgets batches that ended without failures
    Status end(const QUuid &batch) const;
    Status addFailure(const QUuid &batch, const ImportFailure &failure) const; ///< of a file once
    Status removeFailure(const QUuid &batch, const QString &file) const;
    Status forget(const QUuid &batch) const;
    /// The batch begun last, where it did not end or has failures; nothing (a null id) elsewhere.
    Result<ImportBatch> last() const;

private:
    const Store &m_store;
};

} // namespace gouji
