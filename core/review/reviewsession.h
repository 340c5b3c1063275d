// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline.h"
#include "review/act.h"

#include <QObject>

#include <functional>

namespace gouji {

/// One report under review: the reading, what a person did to it, and what the checks say now. It is the one owner of
/// truth for the screen; it knows no widgets and no database. Every act re-runs all checks (200 cells cost nothing).
class ReviewSession : public QObject
{
    Q_OBJECT
public:
    /// Keeps an act for good before it counts (the store); an error is shown and the act does not happen.
    using Keeper = std::function<Status(const Act &)>;

    /// `history` replays acts made earlier, oldest first.
    ReviewSession(ReadReport read, Knowledge knowledge, QList<Act> history = {}, QObject *parent = nullptr);

    const SourceDocument &document() const { return m_read.document; }
    const Report &reading() const { return m_read.report; } ///< as the program read it, untouched
    const Report &report() const { return m_report; } ///< with everything a person did
    const QList<Finding> &findings() const { return m_findings; }
    const QList<Act> &history() const { return m_history; } ///< all acts, oldest first, undo and redo among them
    const Knowledge &knowledge() const { return m_knowledge; }
    const QString &state() const { return m_state; } ///< id of the review state: "new", "open", "returned", "done"

    void setKeeper(Keeper keeper) { m_keeper = std::move(keeper); }
    void setReviewer(const QString &name) { m_reviewer = name; }
    const QString &reviewer() const { return m_reviewer; }

    /// Does what a verb drafted: stamps id, who and when, keeps it, applies it, re-checks. An empty draft does nothing.
    /// An error (of the draft or of the keeper) is returned and announced by refused().
    Status perform(const Result<Act> &draft);
    Status setState(const QString &state);

    bool canUndo() const { return !m_undoable.isEmpty(); }
    bool canRedo() const { return !m_redoable.isEmpty(); }
    QString undoText() const; ///< text of the act that undo() would take back
    QString redoText() const;
    Status undo();
    Status redo();

    /// What the findings would be after a draft, without doing it: how many problems it mends and how many it makes.
    struct Effect {
        int mended = 0;
        int made = 0;
    };
    Effect preview(const Act &draft) const;

Q_SIGNALS:
    void changed(const QList<gouji::CellId> &cells); ///< after the report changed; empty where only fields did
    void findingsChanged();
    void historyChanged(); ///< undo, redo, texts
    void refused(const gouji::Error &error);

private:
    Status append(Act act);
    void apply(const Act &act, bool forward);
    void recheck();

    ReadReport m_read;
    Knowledge m_knowledge;
    Report m_report;
    QList<Finding> m_findings;
    QList<Act> m_history;
    QList<QUuid> m_undoable; ///< acts in force, oldest first
    QList<QUuid> m_redoable; ///< acts taken back, the next to redo last
    QString m_state;
    QString m_reviewer;
    Keeper m_keeper;
};

} // namespace gouji
