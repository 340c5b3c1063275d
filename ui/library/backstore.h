// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QObject>
#include <QThread>

#include <functional>

namespace gouji {

/// A second connection to a store, in a thread of its own, for whatever takes longer than a blink: looking through texts,
/// keeping a folder of reports. Work is done in the order it is asked for.
class BackStore : public QObject {
    Q_OBJECT
public:
    BackStore(const QString &file, const Knowledge &knowledge);
    ~BackStore() override; ///< waits for the work in hand; what has not begun is dropped

    /// `work` runs in the thread and gets null where the store could not be opened.
    void run(std::function<void(Store *)> work);

private:
    struct Worker;
    QThread m_thread;
    Worker *m_worker; ///< lives in the thread
};

} // namespace gouji
