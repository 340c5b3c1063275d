// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/dossier.h"

#include <QDateTime>
#include <QSet>

#include <memory>
#include <optional>

namespace gouji {

/// A report that lies beside the one that is judged. Shared, never changed.
struct Companion {
    std::shared_ptr<const Report> report;
    std::shared_ptr<const SourceDocument> document;
    QString file; ///< name without its folder, for sentences
    QDateTime keptAt; ///< UTC
};

/// A section that stands in another report, too.
struct ReusedText {
    static constexpr int LastYear = -1;
    int section = 0;
    int percent = 0; ///< of it, numbers left out
    QString sentence; ///< the longest that both have; cut where it is long
    int other = LastYear; ///< or an index into Companions::alike
};

/// The other reports that bear on one, as far as they are known, with corrections: what a Dossier borrows.
struct Companions {
    std::optional<Companion> last; ///< the same body's report of the year before
    QList<Companion> children; ///< reports of the bodies below it, of the same year
    QStringList missing; ///< bodies that the region list has below it, without a report of that year
    QList<Companion> copies; ///< the same body's reports of the same year, from other files
    QList<Companion> versions; ///< the same, kept from the same file at other times
    QList<Companion> alike; ///< other bodies' reports, of this year or the one before, whose prose may be this one's
    /// What their prose shares with the report's, for callers that check again and again: no correction changes it. Without
    /// it the texts are compared each time.
    std::optional<QList<ReusedText>> reused;
    QSet<QString> places; ///< names of counties and cities that other bodies of the store, or of the region list, belong to
    QString changedFile; ///< the file as it is now differs from what was kept: its path; else empty
    QStringList notes; ///< Chinese sentences: what should lie here and could not be read
};

inline Dossier dossierOf(
    const Report &report, const SourceDocument &document, const Companions &companions, const ProseReading *prose = nullptr)
{
    Dossier out{report, document, prose};
    out.companions = &companions;
    if (companions.last)
        out.last = companions.last->report.get();
    for (const Companion &child : companions.children)
        out.children << child.report.get();
    return out;
}

} // namespace gouji
