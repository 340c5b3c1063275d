// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/similarreports.h"

#include <QObject>

namespace gouji {

class Desk;

/// What was last done to several reports as one step. It outlives the panel it was done in, so that it can be taken back
/// as long as the store stays open.
class BatchRepairs : public QObject {
    Q_OBJECT
public:
    explicit BatchRepairs(Desk &desk, QObject *parent = nullptr);

    BatchOutcome apply(const QList<SimilarReport> &reports, const QStringList &holding);
    void takeBack();
    qsizetype count() const { return m_last.done.size(); } ///< reports that can be taken back

Q_SIGNALS:
    void changed();
    void takenBack(const QString &words); ///< how many, and which could not be, and why

private:
    void announce(const QList<QUuid> &reports);

    Desk &m_desk;
    BatchOutcome m_last;
};

} // namespace gouji
