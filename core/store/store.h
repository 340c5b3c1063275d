// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "pipeline.h"
#include "review/act.h"
#include "store/queuetable.h"
#include "store/regionlist.h"

#include <QBitArray>
#include <QDateTime>
#include <QSet>
#include <QUuid>

#include <memory>

namespace gouji {

/// A kept report as a list shows it.
struct StoredReport {
    QUuid id;
    QString agency;
    int year = 0;
    QString form;
    QString fileName;
    QByteArray sha256;
    QString state; ///< "new", "open", "returned", "done"
    QString stateTitle; ///< 未审, 审核中, 待单位整改, 已审
    int errors = 0; ///< findings after the last act
    int warnings = 0;
    QDateTime keptAt; ///< UTC
    QString fileKind; ///< SourceDocument::fileKind
    int waiting = 0; ///< cells that need a person, after the last act
    QString reviewer; ///< who acted last; empty where nobody has
    QDateTime touchedAt; ///< when, UTC; invalid where nobody has
    bool stale = false; ///< the summary (errors, warnings, waiting, state, agency …) is older than the last act: load, then setSummary()
};

/// Everything needed to go on with a report where it was left.
struct StoredReview {
    StoredReport entry;
    ReadReport read; ///< the reading that was kept (findings made anew)
    QList<Act> history;
    /// Chinese sentences where what is kept is not whole: the chain of acts is broken, acts do not fit the reading,
    /// cells the form no longer has. The report opens all the same, and says so.
    QStringList notes;
};

/// A kept report as it stands now.
struct KeptReport {
    StoredReport entry;
    SourceDocument document;
    Report reading; ///< as the program read it
    Report report; ///< with everything people did to it
    QString state; ///< id of the review state
    QList<Verdict> verdicts; ///< what people said of findings
    QStringList notes; ///< as StoredReview::notes
};

/// The one class that speaks SQL: reports, their readings, original files and acts, in one SQLite file (WAL, foreign
/// keys on) or in a PostgreSQL database (postgresql://user@host:port/name). One connection, one thread. Each act is committed when it is
/// made. Schema: resources/store/NNNN.sql, run in order above the stored version in one transaction. Several programs may have the same
/// store open: an act made on a report that another program changed meanwhile is refused (code "conflict"), never mixed in.
class Store {
public:
    /// Opens or makes the store. Errors: "store-unwritable" (folder or file cannot be written), "newer-store" (nothing is
    /// touched), "store-damaged" (not a store, or damaged), "store-busy" (another program has locked it), "no-driver".
    /// Every other call may also end with "store-full" or "store-failed", and "unknown-report" where there is none.
    static Result<std::unique_ptr<Store>> open(const QString &where, const Knowledge &knowledge);
    ~Store();

    static bool isServer(const QString &where); ///< a PostgreSQL database, not a file
    static QString shown(const QString &where); ///< for people: without a password
    static QString defaultFile(); ///< gouji.sqlite in QStandardPaths::AppDataLocation; the folder is made

    /// Keeps a reading with the original's bytes (compressed). A file already known by its SHA-256 keeps its id,
    /// reading and acts. Returns the report's id; `known` is told whether it was there, by another program in this moment too.
    Result<QUuid> keep(const ReadReport &read, const QByteArray &original, bool *known = nullptr);
    Result<QUuid> find(const QByteArray &sha256) const; ///< null id where unknown
    /// The kept reading, its findings made anew, and all acts. The history replays on this reading, not on a fresh one.
    Result<StoredReview> load(const QUuid &report) const;
    /// The same for those who only look: acts applied as far as they fit, nothing checked.
    Result<KeptReport> current(const QUuid &report) const;
    Result<QByteArray> original(const QUuid &report) const;
    Result<QList<StoredReport>> list() const; ///< newest first
    /// Those of one body, by agencyKey(), as far as their rows are up to date; newest first.
    Result<QList<StoredReport>> listOf(const QString &agencyKey) const;
    /// Those whose rows are older than their last act, or have no key yet; newest first. Whose they are now the row does not say.
    Result<QList<StoredReport>> unsettled() const;
    Status append(const QUuid &report, const Act &act);
    /// What a list shows of a report, with the findings that are still open; called after every act. Unlike an act it may be lost with the
    /// power: it follows from the acts, and StoredReport::stale says so.
    Status setSummary(const QUuid &report, const Report &current, const QList<Finding> &findings, const QString &state);
    QString file() const; ///< what open() was given

    /// All reports as the queue lists them; the few columns are read at once, so that 100,000 are there in the blink of an eye.
    Result<QueueTable> queue() const;
    Result<int> reportCount() const;
    Result<QSet<QByteArray>> hashes() const; ///< SHA-256 of all files that are kept
    Result<QString> queueRow(const QUuid &report) const; ///< for QueueTable::put; empty where there is no such report
    /// The reports whose text has a word, or a number a person put in: a bit for each QueueRow::number.
    Result<QBitArray> reportsWith(const QString &word) const;
    /// Other bodies' reports, of the report's year or the one before, whose prose seems alike (textBands): those that have
    /// most in common with it first, at most so many. A report that is not prepared yet is not found.
    Result<QList<QUuid>> alike(const Report &report, const SourceDocument &document, int most) const;
    Result<QStringList> places() const; ///< regions of all bodies, of the reports and of the region list; in no order
    /// Reports whose row is older than their last act, or was made by an older program; at most so many, newest first.
    Result<QList<QUuid>> unprepared(int most) const;
    Status prepare(const QUuid &report); ///< brings such a row up to date

    /// Which bodies have to report, and under whom; a new list takes the place of the old one.
    Status setRegions(const QList<RegionMember> &members);
    Result<QList<RegionMember>> regions() const; ///< in the order of the list

    /// The review states in order: id and title. Data of the store.
    Result<QList<QPair<QString, QString>>> states() const;

private:
    friend class ImportLog;
    struct Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace gouji
