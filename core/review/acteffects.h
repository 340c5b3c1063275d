// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/reviewsession.h"

namespace gouji {

/// What each act of a session did to its findings, by the rules and the other reports of now. Found by doing the acts
/// again, one a call, so that a window stays awake over a long history; acts made meanwhile are taken up where it stands.
class ActEffects {
public:
    /// The session outlives it.
    explicit ActEffects(const ReviewSession &session);

    /// Works the next act out; false where there is none left.
    bool advance();
    /// Number of acts worked out: the effects of history()[0 … done).
    qsizetype done() const { return m_effects.size(); }
    /// `act` is an index into ReviewSession::history(); null while it is not known yet.
    const Effect *of(qsizetype act) const { return act >= 0 && act < m_effects.size() ? &m_effects[act] : nullptr; }

private:
    const ReviewSession &m_session;
    ReviewHistory m_history;
    QList<Finding> m_findings;
    QList<Effect> m_effects;
};

} // namespace gouji
