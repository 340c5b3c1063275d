// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/companions.h"
#include "store/store.h"

#include <QCache>
#include <QHash>
#include <QSet>

namespace gouji {

/// Finds in a store the reports that bear on one: the same body's (by agencyKey) of the year before, its copies, and the
/// reports of the bodies that the region list has below it, and other bodies' whose prose is alike. Of several of one body and year the one
/// kept last counts. A report whose agency or year is in doubt finds nothing and is not found: a wrong neighbour would make wrong findings.
/// Asks the store for one body at a time and remembers the answer: it knows each as it was when it was first asked for.
class CompanionFinder {
public:
    explicit CompanionFinder(const Store &store);

    /// `report` and `document` as they stand; `id` is its own in the store, which is not its own companion.
    Companions of(const QUuid &id, const Report &report, const SourceDocument &document);
    /// Bodies of the region list that lack a report in a year for which there are others, where no government's report
    /// would tell it; Chinese sentences.
    QStringList orphans();

private:
    struct Entry {
        int year = 0;
        QUuid id;
        QString path;
        QByteArray sha256;
        QDateTime keptAt;
    };
    using Key = std::pair<QString, int>;
    std::shared_ptr<const KeptReport> load(const QUuid &id, QStringList &notes);
    std::optional<Companion> companion(const Entry &entry, const Key &key, QStringList &notes);
    std::optional<Companion> newest(const Key &key, QStringList &notes);
    const QList<Entry> &entriesOf(const QString &agencyKey); ///< oldest first
    QList<Entry> entriesOf(const Key &key);
    void addCopies(const QUuid &id, const SourceDocument &document, const Key &key, Companions &out);
    void addAlike(const Report &report, const SourceDocument &document, Companions &out);
    QString changedFile(const SourceDocument &document) const;

    const Store &m_store;
    QHash<QString, QList<Entry>> m_entries; ///< by agencyKey; of those asked for, oldest first
    QHash<QString, QList<Entry>> m_unsettled; ///< whose rows do not know yet what was done last
    QHash<QString, QStringList> m_below; ///< agencyKey of a government → names below it, as listed
    std::optional<QSet<QString>> m_places;
    QHash<QString, QString> m_governments; ///< agencyKey → name
    QCache<QUuid, std::shared_ptr<const KeptReport>> m_loaded;
};

} // namespace gouji
