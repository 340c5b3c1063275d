// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/companions.h"
#include "checks/narrative/prosereading.h"
#include "pipeline.h"
#include "review/effect.h"
#include "review/history.h"

#include <QObject>

#include <functional>

namespace gouji {

/// One report under review: the reading, what a person did to it, and what the checks say now. It is the one owner of
/// truth for the screen; it knows no widgets and no database. Every act re-runs all checks (200 cells cost nothing).
class ReviewSession : public QObject {
    Q_OBJECT
public:
    /// Keeps an act for good before it counts (the store); an error is shown and the act does not happen.
    using Keeper = std::function<Status(const Act &)>;

    /// `history` replays acts made earlier, oldest first.
    ReviewSession(ReadReport read, Knowledge knowledge, QList<Act> history = {}, QObject *parent = nullptr);

    const SourceDocument &document() const { return m_read.document; }
    const Report &reading() const { return m_read.report; } ///< as the program read it, untouched
    const Report &report() const { return m_history.report(); } ///< with everything a person did
    const QList<Finding> &findings() const { return m_findings; }
    const QList<FindingVerdict> &verdicts() const { return m_verdicts; } ///< what a person said of each of the findings
    const QList<Act> &history() const { return m_history.acts(); } ///< all acts, oldest first, undo and redo among them
    const Knowledge &knowledge() const { return m_knowledge; }
    const QString &state() const { return m_history.state(); } ///< id of the review state: "new", "open", "returned", "done"
    /// An error (code "broken-history") where the history handed over does not fit the reading: what fitted is shown,
    /// and nothing more can be done to the report, because it would rest on sand.
    const Status &replayed() const { return m_replayed; }

    /// Last year's report, copies, departments: what the checks compare with. Re-checks.
    void setCompanions(Companions companions);
    /// Other rules: those of a person's own file, or the shipped ones again. Re-checks.
    void setRules(std::shared_ptr<const RuleBook> rules);
    const Companions &companions() const { return m_companions; }
    /// All that lies on the desk with the report; borrows from the session until the next act.
    Dossier dossier() const { return dossierOf(report(), document(), m_companions, &m_prose); }

    void setKeeper(Keeper keeper) { m_keeper = std::move(keeper); }
    void setReviewer(const QString &name) { m_reviewer = name; }
    const QString &reviewer() const { return m_reviewer; }

    /// Does what a verb drafted: stamps id, who and when, keeps it, applies it, re-checks. An empty draft does nothing.
    /// An error (of the draft or of the keeper) is returned and announced by refused().
    Status perform(const Result<Act> &draft);
    Status setState(const QString &state);
    /// Says what a person thinks of a finding, by its place among findings(); Judgement::None withdraws it. Dismissing wants
    /// a reason.
    Status judge(qsizetype finding, Judgement judgement, const QString &reason = {});

    bool canUndo() const { return !m_history.undoable().isEmpty(); }
    bool canRedo() const { return !m_history.redoable().isEmpty(); }
    QString undoText() const; ///< text of the act that undo() would take back
    QString redoText() const;
    Status undo();
    Status redo();
    /// Takes back one act in the middle, later ones stay; refused where a later act in force touched the same cells.
    Status takeBack(const QUuid &act);
    /// Whether takeBack() would be done; the Error says why not and is not announced.
    Status canTakeBack(const QUuid &act) const;
    bool isInForce(const QUuid &act) const { return m_history.undoable().contains(act); }
    /// What taking it back would do; nothing where it cannot be.
    Effect previewTakeBack(const QUuid &act) const;
    /// The act in force that keeps another from being taken back; null where none does.
    QUuid blockerOf(const QUuid &act) const;

    /// Keeps why an act was done, as an act of its own (kind "note"); nothing where that is the reason already.
    Status explain(const QUuid &act, const QString &reason);
    QString reasonOf(const QUuid &act) const { return m_history.reasonOf(act); }

    /// What the checks say of a state of this report.
    QList<Finding> findingsOf(const Report &report) const;

    /// What a draft would do, without doing it.
    Effect preview(const Act &draft) const;

Q_SIGNALS:
    void changed(const QList<gouji::CellId> &cells); ///< after the report changed; empty where only fields did
    void findingsChanged();
    void historyChanged(); ///< undo, redo, texts
    void refused(const gouji::Error &error);

private:
    Status append(Act act);
    void readProse();
    Result<Act> takingBack(const QUuid &act) const;
    void recheck();
    Status refuse(const Error &error);

    ReadReport m_read;
    Knowledge m_knowledge;
    ReviewHistory m_history;
    Status m_replayed = Done();
    Companions m_companions;
    ProseReading m_prose; ///< of the report under the name and year it has now
    QString m_proseOf;
    QList<Finding> m_findings;
    QList<FindingVerdict> m_verdicts;
    QString m_reviewer;
    Keeper m_keeper;
};

} // namespace gouji
