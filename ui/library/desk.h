// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/reviewsession.h"
#include "store/similarreports.h"
#include "store/store.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <memory>

namespace gouji {

/// Brings reports onto the desk: reads and recovers files away from the GUI thread, keeps them in the store, and owns the
/// ReviewSession of the one that is open. Works without a store too; then nothing outlives the window, and it says so.
class Desk : public QObject {
    Q_OBJECT
public:
    explicit Desk(Knowledge knowledge, QObject *parent = nullptr);
    ~Desk() override;

    /// Opens another store; the open report is put away first. On error the desk goes on without a store.
    Status openStore(const QString &file);
    /// The same; a server is asked away from the GUI thread, and one that does not answer takes nothing away: the store in
    /// use stays. The last one asked for counts. Ends with storeTried().
    void tryStore(const QString &where);
    const QString &awaitedStore() const { return m_awaited; } ///< the server that was asked and has not answered
    /// Checks with a person's own rules beside the shipped ones from now on; empty: with the shipped ones alone, and so on
    /// error (code "bad-rule": file, line, rule and reason). The open report is re-checked.
    Status useRules(const QString &file);
    /// Takes a list of bodies into the store (readRegionList), instead of the one there; the open report is compared anew.
    Status useRegions(const QString &file);
    qsizetype regionCount() const; ///< bodies in the list
    const RuleBook &rules() const { return *m_knowledge.rules; }
    const Status &rulesStatus() const { return m_rulesStatus; } ///< of the file asked for last
    QString storeFile() const; ///< empty without a store
    const Store *store() const { return m_store.get(); } ///< to look things up in; null without a store
    QList<StoredReport> reports() const;
    QueueTable queue() const; ///< empty without a store
    int reportCount() const;
    QString queueRow(const QUuid &report) const; ///< as Store::queueRow; empty where there is none
    const Knowledge &knowledge() const { return m_knowledge; }
    QList<QPair<QString, QString>> states() const; ///< id, title; those a new store has where there is no store

    /// Reads them one after the other; the first that can be read is laid open, all are kept. Ends with idle().
    void openFiles(const QStringList &paths);
    void openBytes(const QByteArray &bytes, const QString &name); ///< the same for what is no file: a clipboard
    void openStored(const QUuid &report);
    void close();
    void stop(); ///< forgets the files not read yet; the one in hand is dropped
    bool isBusy() const { return m_busy; }

    ReviewSession *session() const { return m_session.get(); } ///< null where nothing is open
    QUuid reportId() const { return m_report; } ///< null without a store
    /// Sentences about what is kept of the open report and is not whole; what of its history did not fit says the session.
    const QStringList &notes() const { return m_notes; }
    QByteArray original() const; ///< the bytes of the open report's file; empty where they are not kept
    void setReviewer(const QString &name);
    /// What does to other reports what helped the open one; null without a store.
    std::unique_ptr<SimilarReports> similarReports();
    void announce(const QList<QUuid> &reports); ///< they were changed by what is above

Q_SIGNALS:
    void aboutToClose(); ///< the session is still there
    void opened();
    void closed();
    void progress(int done, int total, const QString &name);
    void idle();
    void failed(const QString &file, const gouji::Error &error);
    void storeOpened(); ///< another store, or none
    void storeAwaited(); ///< awaitedStore() is being connected to
    void storeTried(const gouji::Status &status);
    void reportChanged(const QUuid &report); ///< its row in the queue; it may be a new one
    void rulesChanged();
    void regionsChanged();
    void acted(); ///< a person did something to the open report

private:
    struct Outcome;
    void readNext();
    void take(const QString &path, std::shared_ptr<Outcome> outcome);
    void lay(StoredReview review, const QUuid &id, const QByteArray &original = {});
    void findCompanions();

    Knowledge m_knowledge;
    Status m_rulesStatus = Done();
    std::unique_ptr<Store> m_store;
    std::unique_ptr<ReviewSession> m_session;
    QUuid m_report;
    QStringList m_notes;
    QByteArray m_original; ///< where there is no store to ask
    QString m_whose; ///< what the companions of the open report were looked up by
    QString m_reviewer;
    QStringList m_waiting;
    QHash<QString, QByteArray> m_handed; ///< by name: what openBytes() was given, until it is read
    int m_total = 0;
    int m_done = 0;
    bool m_busy = false;
    bool m_layNext = false;
    QString m_awaited;
    int m_asked = 0; ///< servers; answers of those asked before the last are dropped
    StopFlag m_stop; ///< of the file in hand
    int m_round = 0; ///< stop() starts a new one; outcomes of an old one are dropped
    bool m_held = false; ///< files wait for the store
    QThreadPool m_connecting;
    QThreadPool m_pool; // last: its destructor waits for the worker before anything else goes
};

} // namespace gouji
