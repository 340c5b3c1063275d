// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/desk.h"
#include "library/queuemodel.h"

#include <QObject>

#include <memory>

namespace gouji {

class BackStore;

/// Keeps the list of reports true to the store on the desk: reads it, takes in what changes, looks through texts and brings
/// old rows up to date away from the GUI thread.
class Queue : public QObject {
    Q_OBJECT
public:
    explicit Queue(Desk &desk, QObject *parent = nullptr);
    ~Queue() override;

    QueueModel *model() const { return m_model; }

private:
    void read();
    void take(QueueTable table);
    void search(const QStringList &words);
    void prepareSome();
    BackStore *back();

    Desk &m_desk;
    QueueModel *m_model;
    std::unique_ptr<BackStore> m_back;
    QList<QUuid> m_changed; ///< while a large table is being read
    bool m_reading = false;
    int m_round = 0; ///< a new one for each store: what comes from an old one is dropped
};

} // namespace gouji
