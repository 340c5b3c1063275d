// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/history.h"

#include "review/states.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Sets a field of the report; false where `strict` and the field does not stand at `before`.
bool applyField(Report &report, QString &state, const FieldChange &change, bool strict)
{
    const auto stands
        = [&](const QString &value, FieldStatus status) { return !strict || (value == change.before && status == change.beforeStatus); };
    switch (change.field) {
    case Field::Agency:
        if (!stands(report.agency, report.agencyStatus))
            return false;
        report.agency = change.after;
        report.agencyStatus = change.afterStatus;
        return true;
    case Field::Year:
        if (!stands(QString::number(report.year), report.yearStatus))
            return false;
        report.year = change.after.toInt();
        report.yearStatus = change.afterStatus;
        return true;
    case Field::Form:
        if (!stands(formsOf(report), report.formStatus) || !setForms(report, change.after))
            return false;
        report.formStatus = change.afterStatus;
        return true;
    case Field::State:
        if (!stands(state, FieldStatus::Missing))
            return false;
        state = change.after;
        return true;
    }
    return false;
}

/// Puts a verdict in the place of another on the same finding; false where `strict` and the other does not stand there.
bool applyVerdict(QList<Verdict> &verdicts, const VerdictChange &change, bool strict)
{
    const auto at = std::find_if(verdicts.begin(), verdicts.end(), [&](const Verdict &v) { return v.subject == change.after.subject; });
    const bool none = change.before.judgement == Judgement::None;
    if (strict && (at == verdicts.end() ? !none : *at != change.before))
        return false;
    if (at != verdicts.end())
        verdicts.erase(at);
    if (change.after.judgement != Judgement::None)
        verdicts << change.after;
    return true;
}

} // namespace

Error brokenHistory(qsizetype step, const QString &act)
{
    return {u"broken-history"_s,
        u"修改记录从第 %1 步（%2）起与保存的读取结果对不上，只恢复了此前的步骤；为免出错，这份报告暂不能修改。"_s.arg(step).arg(act)};
}

ReviewHistory::ReviewHistory(Report reading)
    : m_reading(std::move(reading))
    , m_report(m_reading)
    , m_state(reviewStates().first().id)
{
}

const Act *ReviewHistory::act(const QUuid &id) const
{
    const auto it = std::find_if(m_acts.begin(), m_acts.end(), [&](const Act &a) { return a.id == id; });
    return it == m_acts.end() ? nullptr : &*it;
}

QString ReviewHistory::reasonOf(const QUuid &id) const
{
    const auto note = std::find_if(m_acts.rbegin(), m_acts.rend(), [&](const Act &a) { return a.kind == "note"_L1 && a.parent == id; });
    if (note != m_acts.rend())
        return note->reason;
    const Act *const found = act(id);
    return found ? found->reason : QString();
}

bool ReviewHistory::apply(Standing &standing, const Act &act, bool strict) const
{
    Report &report = standing.report;
    for (const CellChange &c : act.cells) {
        if (c.cell.index < 0 || c.cell.index >= report.catalogue().cellCount())
            return false;
        Cell &cell = report.cell(c.cell);
        if (strict && cell != c.before)
            return false;
        cell = c.after;
    }
    for (const FieldChange &f : act.fields) {
        if (!applyField(report, standing.state, f, strict))
            return false;
    }
    for (const VerdictChange &v : act.verdicts) {
        if (!applyVerdict(standing.verdicts, v, strict))
            return false;
    }
    derive(report);
    return true;
}

/// Open rows and unused numbers follow from the cells, so that no act has to carry them: a row is settled when a person
/// changed something in it and no cell of it waits any more; a number is unused when no cell stands on it any more.
void ReviewHistory::derive(Report &report) const
{
    const auto changed = [&](CellId id) { return report.cell(id) != m_reading.cell(id); };
    report.openRows = m_reading.openRows;
    report.openRows.removeIf([&](const OpenRow &row) {
        const auto waits = [&](CellId id) { return report.cell(id).needsPerson(); };
        return std::any_of(row.cells.begin(), row.cells.end(), changed) && std::none_of(row.cells.begin(), row.cells.end(), waits);
    });

    QList<TextRange> taken;
    QList<TextRange> freed;
    for (int i = 0; i < report.catalogue().cellCount(); ++i) {
        const Cell &now = report.cell(CellId{i});
        const Cell &read = m_reading.cell(CellId{i});
        if (now.source == read.source)
            continue;
        if (now.source.length() > 0)
            taken << now.source;
        if (read.source.length() > 0 && read.value)
            freed << read.source;
    }
    report.leftovers = m_reading.leftovers;
    if (taken.isEmpty() && freed.isEmpty())
        return;
    const auto isTaken = [&](const TextRange &range) {
        return std::any_of(taken.begin(), taken.end(), [&](const TextRange &t) { return t.intersects(range); });
    };
    report.leftovers.append(freed);
    report.leftovers.removeIf(isTaken);
    std::sort(report.leftovers.begin(), report.leftovers.end(), [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; });
}

Status ReviewHistory::fits(const Act &act) const
{
    Standing standing{m_report, m_state, m_verdicts};
    return fit(standing, act);
}

/// Applies an act to what stands at the end of this history, or says why it does not fit.
Status ReviewHistory::fit(Standing &standing, const Act &act) const
{
    if (act.kind == "undo"_L1 ? !m_undoable.contains(act.parent) : act.kind == "redo"_L1 && !m_redoable.contains(act.parent))
        return Error{u"conflict"_s, u"这一步已经不在可撤销或可重做之列。"_s};
    if (act.kind == "note"_L1 && !this->act(act.parent))
        return Error{u"conflict"_s, u"要说明理由的那一步不在修改记录里。"_s};
    if (!apply(standing, act, true))
        return Error{u"conflict"_s, u"“%1”所依据的内容已经变了，这一步没有执行。"_s.arg(act.text)};
    return Done();
}

Status ReviewHistory::append(const Act &act)
{
    Standing standing{m_report, m_state, m_verdicts};
    if (const Status fitted = fit(standing, act); !fitted)
        return fitted;
    m_report = std::move(standing.report);
    m_state = standing.state;
    m_verdicts = std::move(standing.verdicts);
    m_acts << act;
    if (act.kind == "note"_L1)
        return Done(); // nothing moved that could be taken back
    if (act.kind == "undo"_L1) {
        m_undoable.removeOne(act.parent);
        m_redoable << act.parent;
    } else if (act.kind == "redo"_L1) {
        m_redoable.removeOne(act.parent);
        m_undoable << act.parent;
    } else {
        m_undoable << act.id;
        m_redoable.clear();
    }
    return Done();
}

Report ReviewHistory::after(const Act &draft) const
{
    Standing standing{m_report, m_state, m_verdicts};
    apply(standing, draft, false);
    return standing.report;
}

Act ReviewHistory::undoing(const QUuid &id) const
{
    for (auto it = m_acts.rbegin(); it != m_acts.rend(); ++it) {
        if (it->id != id && (it->kind != "redo"_L1 || it->parent != id))
            continue;
        Act out = reversed(*it);
        // A report that others worked on stays open when its first act is taken back out of turn.
        if (m_undoable.size() > 1 && m_undoable.last() != id) {
            out.fields.removeIf([](const FieldChange &f) { return f.field == Field::State && f.after == reviewStates().first().id; });
        }
        return out;
    }
    return {};
}

Act ReviewHistory::redoing(const QUuid &id) const
{
    for (auto it = m_acts.rbegin(); it != m_acts.rend(); ++it) {
        if (it->kind == "undo"_L1 && it->parent == id)
            return reversed(*it);
    }
    return {};
}

} // namespace gouji
