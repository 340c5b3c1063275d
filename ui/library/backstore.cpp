// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/backstore.h"

#include <atomic>

namespace gouji {

struct BackStore::Worker : QObject {
    QString file;
    Knowledge knowledge;
    std::unique_ptr<Store> store; ///< made and ended in the thread: a connection belongs to one
    std::atomic_bool ending = false;

    Store *opened()
    {
        if (!store) {
            if (auto made = Store::open(file, knowledge))
                store = std::move(*made);
        }
        return store.get();
    }
};

BackStore::BackStore(const QString &file, const Knowledge &knowledge)
    : m_worker(new Worker)
{
    m_worker->file = file;
    m_worker->knowledge = knowledge;
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

BackStore::~BackStore()
{
    m_worker->ending = true;
    m_thread.quit();
    m_thread.wait();
}

void BackStore::run(std::function<void(Store *)> work)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, work = std::move(work)] {
            if (!worker->ending)
                work(worker->opened());
        },
        Qt::QueuedConnection);
}

} // namespace gouji
