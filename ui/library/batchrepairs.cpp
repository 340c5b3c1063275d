// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/batchrepairs.h"

#include "library/desk.h"

namespace gouji {

BatchRepairs::BatchRepairs(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&m_desk, &Desk::storeOpened, this, [this] {
        m_last = {};
        Q_EMIT changed();
    });
}

BatchOutcome BatchRepairs::apply(const QList<SimilarReport> &reports, const QStringList &holding)
{
    const auto similar = m_desk.similarReports();
    if (!similar)
        return {};
    const BatchOutcome outcome = similar->apply(reports, holding);
    if (!outcome.done.isEmpty())
        m_last = outcome;
    announce(outcome.done);
    return outcome;
}

void BatchRepairs::takeBack()
{
    const auto similar = m_desk.similarReports();
    if (!similar || m_last.done.isEmpty())
        return;
    const BatchOutcome back = similar->takeBack(m_last.group, m_last.done);
    m_last = {};
    announce(back.done);
    Q_EMIT takenBack(tr("已撤销 %1 份。").arg(back.done.size()) + back.failed.join(u' '));
}

void BatchRepairs::announce(const QList<QUuid> &reports)
{
    m_desk.announce(reports);
    if (reports.contains(m_desk.reportId())) // its session would not know
        m_desk.openStored(m_desk.reportId());
    Q_EMIT changed();
}

} // namespace gouji
