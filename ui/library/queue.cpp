// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/queue.h"

#include "library/backstore.h"

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

constexpr int ReadAtOnce = 5'000; ///< more reports than these would be felt
constexpr int PreparedAtOnce = 16; // then the window hears of it, and others have their turn

} // namespace

Queue::Queue(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_model(new QueueModel(this))
{
    connect(&desk, &Desk::storeOpened, this, &Queue::read);
    connect(&desk, &Desk::regionsChanged, this, &Queue::read);
    connect(&desk, &Desk::reportChanged, this, [this](const QUuid &id) {
        m_model->put(m_desk.queueRow(id));
        if (m_reading)
            m_changed << id;
    });
    connect(m_model, &QueueModel::wordsAsked, this, &Queue::search);
    read();
}

Queue::~Queue() = default;

BackStore *Queue::back()
{
    if (!m_back && !m_desk.storeFile().isEmpty())
        m_back = std::make_unique<BackStore>(m_desk.storeFile(), m_desk.knowledge());
    return m_back.get();
}

void Queue::read()
{
    ++m_round;
    m_back.reset();
    m_changed.clear();
    m_model->setStates(m_desk.states());
    m_reading = m_desk.reportCount() > ReadAtOnce && back();
    if (!m_reading) {
        take(m_desk.queue());
        return;
    }
    m_model->setTable({});
    back()->run([this, round = m_round](Store *store) {
        auto read = store ? store->queue() : Result<QueueTable>(QueueTable());
        auto table = std::make_shared<QueueTable>(read ? std::move(*read) : QueueTable());
        QMetaObject::invokeMethod(
            this,
            [this, table, round] {
                if (round == m_round)
                    take(std::move(*table));
            },
            Qt::QueuedConnection);
    });
}

void Queue::take(QueueTable table)
{
    m_reading = false;
    m_model->setTable(std::move(table));
    for (const QUuid &id : std::exchange(m_changed, {})) // while the others were being read
        m_model->put(m_desk.queueRow(id));
    const QList<QueueRow> &rows = m_model->table().rows;
    if (std::any_of(rows.begin(), rows.end(), [](const QueueRow &r) { return r.stale; }))
        prepareSome();
}

void Queue::search(const QStringList &words)
{
    if (words.isEmpty() || !back())
        return;
    back()->run([this, words, round = m_round](Store *store) {
        QList<QBitArray> texts;
        for (const QString &word : words) {
            const auto found = store ? store->reportsWith(word) : Result<QBitArray>(QBitArray());
            texts << (found ? *found : QBitArray());
        }
        QMetaObject::invokeMethod(
            this,
            [this, words, texts, round] {
                if (round == m_round)
                    m_model->setTexts(words, texts);
            },
            Qt::QueuedConnection);
    });
}

void Queue::prepareSome()
{
    if (!back())
        return;
    back()->run([this, round = m_round](Store *store) {
        const auto ids = store ? store->unprepared(PreparedAtOnce) : Result<QList<QUuid>>(QList<QUuid>());
        QList<QUuid> done;
        for (const QUuid &id : ids ? *ids : QList<QUuid>()) {
            if (store->prepare(id))
                done << id;
        }
        // What cannot be prepared is left as it is; it must not be tried for ever.
        const bool more = ids && ids->size() == PreparedAtOnce && done.size() == ids->size();
        QMetaObject::invokeMethod(
            this,
            [this, done, more, round] {
                if (round != m_round)
                    return;
                for (const QUuid &id : done)
                    m_model->put(m_desk.queueRow(id));
                if (more)
                    prepareSome();
            },
            Qt::QueuedConnection);
    });
}

} // namespace gouji
