// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/sourcedocument.h"
#include "review/act.h"

namespace gouji {

/// What is said where act number `step` (from 1) of a kept history does not fit its reading; code "broken-history".
Error brokenHistory(qsizetype step, const QString &act);

/// A reading and the acts done to it, and what follows from them: the report as it stands, its state, what can be taken
/// back and done again. A value; nothing here is kept that replaying the acts would not give, so a restart loses nothing.
class ReviewHistory {
public:
    explicit ReviewHistory(Report reading);

    const Report &reading() const { return m_reading; }
    const Report &report() const { return m_report; }
    const QString &state() const { return m_state; }
    const QList<Verdict> &verdicts() const { return m_verdicts; } ///< in force or lapsed, one a finding
    const QList<Act> &acts() const { return m_acts; } ///< oldest first
    const QList<QUuid> &undoable() const { return m_undoable; } ///< acts in force, oldest first
    const QList<QUuid> &redoable() const { return m_redoable; } ///< acts taken back, the next to redo last
    const Act *act(const QUuid &id) const; ///< null where unknown
    QString reasonOf(const QUuid &id) const; ///< the one given last: with the act or in a note on it

    /// Whether an act fits: its `before` is what stands now, and what it takes back is in force. Error code "conflict".
    Status fits(const Act &act) const;
    /// Applies an act that fits; an Error leaves everything as it was.
    Status append(const Act &act);

    /// The draft as it will be done: characters filled in from the document, a cell that is again as it was read given
    /// back its reading (confirmed), changes that change nothing left out, and a report nobody touched opened.
    Act settled(Act draft, const SourceDocument &document) const;
    /// The report after a draft, whether or not it fits.
    Report after(const Act &draft) const;

    /// The changes that take an act in force back, or do one again that was taken back (both empty of id, kind and text).
    Act undoing(const QUuid &id) const;
    Act redoing(const QUuid &id) const;

private:
    Cell settledCell(const CellChange &change, const SourceDocument &document) const;
    void settleField(FieldChange &change) const;
    /// What acts change.
    struct Standing {
        Report report;
        QString state;
        QList<Verdict> verdicts;
    };
    Status fit(Standing &standing, const Act &act) const;
    bool apply(Standing &standing, const Act &act, bool strict) const;
    void derive(Report &report) const;

    Report m_reading;
    Report m_report;
    QString m_state;
    QList<Verdict> m_verdicts;
    QList<Act> m_acts;
    QList<QUuid> m_undoable;
    QList<QUuid> m_redoable;
};

} // namespace gouji
