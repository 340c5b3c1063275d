// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch.h"
#include "library/desk.h"
#include "store/importlog.h"

#include <QDateTime>
#include <QObject>
#include <QThreadPool>

namespace gouji {

/// How far a batch of files is.
struct ImportState {
    QUuid batch;
    QDateTime recalled; ///< when it began (UTC), where a session before this one did it: how many files were kept is not known then
    QStringList sources; ///< files and folders as a person named them
    bool running = false;
    bool ended = true; ///< false: it was stopped, or the program was, and can go on
    qsizetype done = 0;
    qsizetype total = 0; ///< 0 while the folders are still being looked through
    int kept = 0;
    int known = 0; ///< were in the store already
    QString name; ///< of the file that was done last
    QList<ImportFailure> failures;
};

/// Brings folders, ZIP files and many files at once into the store: read by several threads, kept by one of its own, the
/// window is never waited for. A batch can be stopped and goes on later, after a restart too: what is kept already is
/// known by its SHA-256.
class Importer : public QObject {
    Q_OBJECT
public:
    explicit Importer(Desk &desk, QObject *parent = nullptr);
    ~Importer() override; ///< stops; the batch can go on next time

    void start(const QStringList &sources); ///< a batch under way goes first
    void stop(); ///< from any thread
    void resume();
    void retry(const QStringList &files); ///< of those that failed
    void forget(); ///< the batch and its failures
    void recall(); ///< what the last session left to do

    const ImportState &state() const { return m_state; }

Q_SIGNALS:
    void changed();
    void recalled(); ///< there is something left to do
    /// One file is done; told by a thread of the importer. An empty code of the error: kept or known.
    void delivered(const QString &file, const QUuid &report, bool known, const gouji::Error &error);
    void begun(const QUuid &batch, const QStringList &sources, qsizetype total);
    void finished(bool whole, const gouji::Error &error);

private:
    struct Job {
        QUuid batch; ///< null: a new one
        QStringList sources;
        QStringList files; ///< instead of all of the sources
    };
    void run(const Job &job);
    void work(const Job &job, const StopFlag &stop, const QString &storeFile, const Knowledge &knowledge);
    void take(const QString &file, const QUuid &report, bool known, const Error &error);
    void inBackground(std::function<void(const ImportLog &)> act);

    Desk &m_desk;
    ImportState m_state;
    int m_jobs = 0;
    StopFlag m_stop; ///< of the jobs handed over since the last stop
    QThreadPool m_pool; // one job after the other; last: its destructor waits before anything else goes
};

} // namespace gouji
