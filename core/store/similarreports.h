// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/repair.h"
#include "store/store.h"

namespace gouji {

/// A report in which the same row is broken in the same way.
struct SimilarReport {
    StoredReport entry;
    SimilarDraft draft;
    QString row; ///< the row as it stands: 「93 0 1 0 0 13 □」
    QString mended; ///< and as it would
    qsizetype findingsMended = 0;
    qsizetype findingsMade = 0;
};

/// What became of a step that was done to several reports.
struct BatchOutcome {
    QUuid group; ///< of the acts
    QList<QUuid> done; ///< reports
    QStringList failed; ///< Chinese sentences
};

/// Finds the reports of a store that a repair would help as it helped one (same form, same kind of file, not finished),
/// and does it to all of them as one step: acts of one group, which is taken back as one. Slow things are asked for one
/// report at a time, so that a window can stop between them.
class SimilarReports {
public:
    SimilarReports(Store &store, const Knowledge &knowledge, const QString &reviewer)
        : m_store(store)
        , m_knowledge(knowledge)
        , m_reviewer(reviewer)
    {
    }

    /// Those worth a look, in the order of the list.
    Result<QList<StoredReport>> candidates(const QUuid &own) const;
    std::optional<SimilarReport> look(const StoredReport &entry, const Repair &repair, const QStringList &holding) const;
    /// Each is drafted anew on what the report is then; one that has changed in the meantime is left out, and said.
    BatchOutcome apply(const QList<SimilarReport> &reports, const QStringList &holding) const;
    /// Takes the acts of a group back, where nothing later rests on them.
    BatchOutcome takeBack(const QUuid &group, const QList<QUuid> &reports) const;

private:
    struct Opened;
    Result<std::unique_ptr<Opened>> open(const QUuid &id) const;

    Store &m_store;
    const Knowledge &m_knowledge;
    QString m_reviewer;
};

} // namespace gouji
