// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewsession.h"

#include "checks/beside/textreuse.h"
#include "checks/checker.h"
#include "review/states.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QSet<CellId> touched(const Act &act)
{
    QSet<CellId> out;
    for (const CellChange &c : act.cells)
        out << c.cell;
    return out;
}

/// What the reading of the prose rests on beside the text, as far as acts can change it.
QString proseKey(const Report &report) { return report.agency + u' ' + QString::number(report.year); }

/// Whether two acts are about one cell, one field or one finding.
bool meets(const Act &a, const Act &b)
{
    const auto sameField = [&](const FieldChange &f) {
        return std::any_of(b.fields.begin(), b.fields.end(), [&](const FieldChange &g) { return g.field == f.field; });
    };
    const auto sameFinding = [&](const VerdictChange &v) {
        return std::any_of(
            b.verdicts.begin(), b.verdicts.end(), [&](const VerdictChange &w) { return v.after.subject == w.after.subject; });
    };
    return touched(a).intersects(touched(b)) || std::any_of(a.fields.begin(), a.fields.end(), sameField)
        || std::any_of(a.verdicts.begin(), a.verdicts.end(), sameFinding);
}

} // namespace

ReviewSession::ReviewSession(ReadReport read, Knowledge knowledge, QList<Act> history, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
    , m_knowledge(std::move(knowledge))
    , m_history(m_read.report)
{
    for (const Act &act : history) {
        const Status done = m_history.append(act);
        if (done)
            continue;
        m_replayed = brokenHistory(m_history.acts().size() + 1, act.text);
        break;
    }
    recheck();
}

QList<Finding> ReviewSession::findingsOf(const Report &report) const
{
    const bool own = proseKey(report) == m_proseOf;
    return check(dossierOf(report, document(), m_companions, own ? &m_prose : nullptr), *m_knowledge.rules);
}

/// Once a document; another name or year is another reading, because sentences speak of 本局 and 本年.
void ReviewSession::readProse()
{
    if (const QString key = proseKey(report()); key != m_proseOf) {
        m_prose = ProseReading::of(document(), report(), m_knowledge.rules->words());
        m_proseOf = key;
    }
}

void ReviewSession::recheck()
{
    readProse();
    m_findings = findingsOf(report());
    m_verdicts = verdictsOn(m_findings, m_history.verdicts(), report(), document());
}

void ReviewSession::setCompanions(Companions companions)
{
    m_companions = std::move(companions);
    m_companions.reused = reusedTexts(report(), document(), m_companions);
    recheck();
    Q_EMIT findingsChanged();
}

void ReviewSession::setRules(std::shared_ptr<const RuleBook> rules)
{
    m_knowledge.rules = std::move(rules);
    m_proseOf.clear(); // the words may be others
    recheck();
    Q_EMIT findingsChanged();
}

Status ReviewSession::refuse(const Error &error)
{
    Q_EMIT refused(error);
    return error;
}

Status ReviewSession::append(Act act)
{
    if (!m_replayed)
        return refuse(m_replayed.error());
    act.id = QUuid::createUuid();
    act.who = m_reviewer;
    act.when = QDateTime::currentDateTimeUtc();
    if (const Status fit = m_history.fits(act); !fit)
        return refuse(fit.error());
    // Kept first: what the screen shows has always been kept.
    if (m_keeper) {
        if (const Status kept = m_keeper(act); !kept)
            return refuse(kept.error());
    }
    (void)m_history.append(act);
    recheck();
    QList<CellId> cells;
    for (const CellChange &c : act.cells)
        cells << c.cell;
    Q_EMIT changed(cells);
    Q_EMIT findingsChanged();
    Q_EMIT historyChanged();
    return Done();
}

Status ReviewSession::perform(const Result<Act> &draft)
{
    if (!draft)
        return refuse(draft.error());
    Act act = m_history.settled(*draft, document());
    if (act.isEmpty())
        return Done();
    act.parent = {};
    return append(std::move(act));
}

Status ReviewSession::setState(const QString &state)
{
    Act act;
    act.kind = u"state"_s;
    act.text = u"状态：%1 → %2"_s.arg(reviewStateTitle(m_history.state()), reviewStateTitle(state));
    act.fields << FieldChange{Field::State, m_history.state(), state};
    return perform(act);
}

Status ReviewSession::judge(qsizetype index, Judgement judgement, const QString &reason)
{
    if (index < 0 || index >= m_findings.size())
        return refuse({u"refused"_s, u"请先选定一个问题。"_s});
    if (judgement == Judgement::Dismissed && reason.trimmed().isEmpty())
        return refuse({u"refused"_s, u"认为不是问题的，请写明理由。"_s});
    const Finding &finding = m_findings[index];
    Verdict verdict = unjudged(finding, report(), document());
    VerdictChange change{verdict, verdict};
    for (const Verdict &v : m_history.verdicts()) {
        if (v.subject == verdict.subject)
            change.before = v;
    }
    if (judgement != Judgement::None) {
        change.after.judgement = judgement;
        change.after.reason = reason.trimmed();
    } else if (change.before.judgement == Judgement::None) {
        return Done(); // nothing to withdraw
    }
    Act act;
    act.kind = u"verdict"_s;
    act.text = (judgement == Judgement::None ? u"撤回判断"_s : u"判断为"_s + judgementLabel(judgement)) + u'：' + finding.title;
    act.reason = reason.trimmed();
    act.verdicts << change;
    return perform(act);
}

QString ReviewSession::undoText() const { return canUndo() ? m_history.act(m_history.undoable().last())->text : QString(); }

QString ReviewSession::redoText() const { return canRedo() ? m_history.act(m_history.redoable().last())->text : QString(); }

Status ReviewSession::undo()
{
    if (!canUndo())
        return refuse({u"refused"_s, u"没有可以撤销的步骤。"_s});
    return takeBack(m_history.undoable().last());
}

QUuid ReviewSession::blockerOf(const QUuid &id) const
{
    const QList<QUuid> &inForce = m_history.undoable();
    const qsizetype place = inForce.indexOf(id);
    if (place < 0)
        return {};
    const Act act = m_history.undoing(id);
    for (qsizetype i = inForce.size() - 1; i > place; --i) {
        if (meets(m_history.undoing(inForce[i]), act))
            return inForce[i];
    }
    return {};
}

Result<Act> ReviewSession::takingBack(const QUuid &id) const
{
    if (!m_history.undoable().contains(id))
        return Error{u"refused"_s, u"这一步不在可撤销之列。"_s};
    const QString text = m_history.act(id)->text;
    if (const QUuid blocker = blockerOf(id); !blocker.isNull())
        return Error{u"conflict"_s, u"后来的“%1”改过同一处，请先撤销它，再撤销“%2”。"_s.arg(m_history.act(blocker)->text, text)};
    Act act = m_history.undoing(id);
    act.kind = u"undo"_s;
    act.parent = id;
    act.group = m_history.act(id)->group;
    act.text = u"撤销：%1"_s.arg(text);
    return act;
}

Status ReviewSession::canTakeBack(const QUuid &id) const
{
    if (!m_replayed)
        return m_replayed;
    const auto act = takingBack(id);
    return act ? Status(Done{}) : Status(act.error());
}

Status ReviewSession::takeBack(const QUuid &id)
{
    auto act = takingBack(id);
    return act ? append(std::move(*act)) : refuse(act.error());
}

Effect ReviewSession::previewTakeBack(const QUuid &id) const
{
    const auto act = takingBack(id);
    if (!act)
        return {};
    const Report then = m_history.after(*act);
    return effectOf(report(), m_findings, then, findingsOf(then), act->cells);
}

Status ReviewSession::explain(const QUuid &id, const QString &reason)
{
    if (reason.trimmed() == reasonOf(id))
        return Done();
    const Act *const about = m_history.act(id);
    Act act;
    act.kind = u"note"_s;
    act.parent = id;
    act.text = u"理由：%1"_s.arg(about ? about->text : QString());
    act.reason = reason.trimmed();
    return append(std::move(act));
}

Status ReviewSession::redo()
{
    if (!canRedo())
        return refuse({u"refused"_s, u"没有可以重做的步骤。"_s});
    const QUuid id = m_history.redoable().last();
    Act act = m_history.redoing(id);
    act.kind = u"redo"_s;
    act.parent = id;
    act.text = u"重做：%1"_s.arg(m_history.act(id)->text);
    return append(std::move(act));
}

Effect ReviewSession::preview(const Act &draft) const
{
    const Act act = m_history.settled(draft, document());
    if (act.isEmpty())
        return {};
    const Report then = m_history.after(act);
    return effectOf(report(), m_findings, then, findingsOf(then), act.cells);
}

} // namespace gouji
