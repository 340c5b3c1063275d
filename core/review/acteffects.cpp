// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/acteffects.h"

namespace gouji {

ActEffects::ActEffects(const ReviewSession &session)
    : m_session(session)
    , m_history(session.reading())
{
}

bool ActEffects::advance()
{
    const QList<Act> &acts = m_session.history();
    if (m_effects.size() >= acts.size())
        return false;
    const Act &act = acts[m_effects.size()];
    if (act.cells.isEmpty() && act.fields.isEmpty()) { // a verdict or a reason: no number moves
        m_effects << Effect();
        return m_history.append(act).ok();
    }
    if (m_effects.isEmpty() || m_findings.isEmpty())
        m_findings = m_session.findingsOf(m_history.report());
    const Report before = m_history.report();
    if (!m_history.append(act))
        return false; // replaying stopped here as well
    QList<Finding> after = m_session.findingsOf(m_history.report());
    m_effects << effectOf(before, m_findings, m_history.report(), after, act.cells);
    m_findings = std::move(after);
    return true;
}

} // namespace gouji
