// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/desk.h"

#include "document/documentreader.h"
#include "report/agencyname.h"
#include "store/companionfinder.h"

#include <QFileInfo>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// What decides which other reports bear on it.
QString whoseReport(const Report &r)
{
    return u"%1 %2 %3 %4"_s.arg(agencyKey(r.agency)).arg(r.year).arg(int(r.agencyStatus)).arg(int(r.yearStatus));
}

} // namespace

struct Desk::Outcome {
    QByteArray original;
    Result<ReadReport> read;
    int round = 0;
};

Desk::Desk(Knowledge knowledge, QObject *parent)
    : QObject(parent)
    , m_knowledge(std::move(knowledge))
{
    m_pool.setMaxThreadCount(1);
    m_connecting.setMaxThreadCount(1);
}

Desk::~Desk()
{
    stop();
    m_pool.waitForDone();
    m_connecting.waitForDone();
}

Status Desk::openStore(const QString &file)
{
    close();
    m_store.reset();
    auto store = Store::open(file, m_knowledge);
    if (store)
        m_store = std::move(*store);
    Q_EMIT storeOpened();
    return store ? Status(Done{}) : Status(store.error());
}

void Desk::tryStore(const QString &where)
{
    const int asked = ++m_asked;
    m_awaited.clear();
    if (!Store::isServer(where)) {
        Q_EMIT storeTried(openStore(where));
        return;
    }
    m_awaited = where;
    Q_EMIT storeAwaited();
    m_connecting.start([this, where, asked, knowledge = m_knowledge] {
        // A connection belongs to its thread; this one only finds out whether the server answers.
        const auto store = Store::open(where, knowledge);
        const Status status = store ? Status(Done{}) : Status(store.error());
        QMetaObject::invokeMethod(
            this,
            [this, where, asked, status] {
                if (asked != m_asked)
                    return;
                m_awaited.clear();
                Q_EMIT storeTried(status ? openStore(where) : status);
                if (m_busy && m_held)
                    readNext();
            },
            Qt::QueuedConnection);
    });
}

Status Desk::useRules(const QString &file)
{
    auto loaded = Knowledge::load(file);
    m_rulesStatus = loaded ? Status(Done{}) : Status(loaded.error());
    if (!loaded)
        loaded = Knowledge::load();
    if (loaded)
        m_knowledge.rules = loaded->rules;
    if (m_session)
        m_session->setRules(m_knowledge.rules);
    Q_EMIT rulesChanged();
    return m_rulesStatus;
}

Status Desk::useRegions(const QString &file)
{
    if (!m_store)
        return Error{u"no-store"_s, u"没有数据文件，单位名单无处可存。"_s};
    const auto bytes = readBytes(file);
    if (!bytes)
        return bytes.error();
    const auto members = readRegionList(*bytes);
    if (!members)
        return members.error();
    if (const Status kept = m_store->setRegions(*members); !kept)
        return kept;
    if (m_session && !m_report.isNull())
        findCompanions();
    Q_EMIT regionsChanged();
    return Done{};
}

qsizetype Desk::regionCount() const
{
    const auto members = m_store ? m_store->regions() : Result<QList<RegionMember>>(QList<RegionMember>());
    return members ? members->size() : 0;
}

QString Desk::storeFile() const { return m_store ? m_store->file() : QString(); }

QList<StoredReport> Desk::reports() const
{
    if (!m_store)
        return {};
    const auto list = m_store->list();
    return list ? *list : QList<StoredReport>();
}

QueueTable Desk::queue() const
{
    if (!m_store)
        return {};
    auto table = m_store->queue();
    return table ? std::move(*table) : QueueTable();
}

int Desk::reportCount() const
{
    const auto count = m_store ? m_store->reportCount() : Result<int>(0);
    return count ? *count : 0;
}

QString Desk::queueRow(const QUuid &report) const
{
    if (!m_store)
        return {};
    const auto row = m_store->queueRow(report);
    return row ? *row : QString();
}

QList<QPair<QString, QString>> Desk::states() const
{
    if (m_store) {
        if (const auto states = m_store->states())
            return *states;
    }
    return {{u"new"_s, u"未审"_s}, {u"open"_s, u"审核中"_s}, {u"returned"_s, u"待单位整改"_s}, {u"done"_s, u"已审"_s}};
}

void Desk::openFiles(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_waiting += paths;
    m_total += int(paths.size());
    m_layNext = true;
    if (!m_busy) {
        m_busy = true;
        readNext();
    }
}

void Desk::openBytes(const QByteArray &bytes, const QString &name)
{
    m_handed.insert(name, bytes);
    openFiles({name});
}

void Desk::readNext()
{
    if (m_waiting.isEmpty()) {
        m_busy = false;
        m_total = m_done = 0;
        Q_EMIT idle();
        return;
    }
    // What is opened before the first store answers belongs into it.
    m_held = !m_store && !m_awaited.isEmpty();
    if (m_held)
        return;
    const QString path = m_waiting.takeFirst();
    Q_EMIT progress(m_done, m_total, QFileInfo(path).fileName());
    const bool handed = m_handed.contains(path);
    m_pool.start([this, path, knowledge = m_knowledge, round = m_round, stop = m_stop, handed, given = m_handed.take(path)] {
        auto bytes = handed ? Result<QByteArray>(given) : readBytes(path);
        auto outcome = std::make_shared<Outcome>(
            bytes ? Outcome{*bytes, readReport(*bytes, path, knowledge, stop), round} : Outcome{{}, bytes.error(), round});
        // The destructor waits for this function, so the object is still there to post to.
        QMetaObject::invokeMethod(
            this, [this, path, outcome] { take(path, outcome); }, Qt::QueuedConnection);
    });
}

void Desk::take(const QString &path, std::shared_ptr<Outcome> outcome)
{
    if (outcome->round == m_round) {
        ++m_done;
        if (!outcome->read.ok()) {
            Q_EMIT failed(path, outcome->read.error());
        } else if (!m_store) {
            if (std::exchange(m_layNext, false))
                lay(StoredReview{{}, std::move(outcome->read.value()), {}, {}}, {}, outcome->original);
        } else if (const auto id = m_store->keep(*outcome->read, outcome->original); !id) {
            // Not kept, but not withheld either. Said after it is laid open: that clears away what was said of another.
            if (std::exchange(m_layNext, false))
                lay(StoredReview{{}, std::move(outcome->read.value()), {}, {}}, {}, outcome->original);
            Q_EMIT failed(path, id.error());
        } else {
            Q_EMIT reportChanged(*id);
            if (std::exchange(m_layNext, false))
                openStored(*id);
        }
    }
    readNext();
}

void Desk::openStored(const QUuid &report)
{
    if (!m_store)
        return;
    auto review = m_store->load(report);
    if (!review) {
        Q_EMIT failed({}, review.error());
        return;
    }
    lay(std::move(*review), report);
}

void Desk::lay(StoredReview review, const QUuid &id, const QByteArray &original)
{
    close();
    m_original = original;
    m_report = id;
    m_notes = review.notes;
    m_session = std::make_unique<ReviewSession>(std::move(review.read), m_knowledge, std::move(review.history));
    m_session->setReviewer(m_reviewer);
    if (m_store && !id.isNull()) {
        m_session->setKeeper([this](const Act &act) { return m_store->append(m_report, act); });
        findCompanions();
        m_notes += m_session->companions().notes;
        const auto summarise = [this] {
            // Another name or year has other neighbours.
            if (m_whose != whoseReport(m_session->report()))
                findCompanions();
            // The list is a convenience: an act that is kept stays kept where its summary could not be.
            (void)m_store->setSummary(
                m_report, m_session->report(), openFindings(m_session->findings(), m_session->verdicts()), m_session->state());
            Q_EMIT reportChanged(m_report);
        };
        connect(m_session.get(), &ReviewSession::historyChanged, this, summarise);
        summarise();
    }
    connect(m_session.get(), &ReviewSession::historyChanged, this, &Desk::acted);
    Q_EMIT opened();
}

QByteArray Desk::original() const
{
    if (!m_store || m_report.isNull())
        return m_original;
    const auto kept = m_store->original(m_report);
    return kept ? *kept : QByteArray();
}

void Desk::findCompanions()
{
    m_whose = whoseReport(m_session->report());
    CompanionFinder finder(*m_store);
    m_session->setCompanions(finder.of(m_report, m_session->report(), m_session->document()));
}

void Desk::close()
{
    if (!m_session)
        return;
    Q_EMIT aboutToClose();
    m_session.reset();
    m_report = {};
    m_original.clear();
    m_notes.clear();
    Q_EMIT closed();
}

void Desk::stop()
{
    m_waiting.clear();
    m_stop.stop();
    m_stop = StopFlag();
    ++m_round;
}

std::unique_ptr<SimilarReports> Desk::similarReports()
{
    return m_store ? std::make_unique<SimilarReports>(*m_store, m_knowledge, m_reviewer) : nullptr;
}

void Desk::announce(const QList<QUuid> &reports)
{
    for (const QUuid &report : reports)
        Q_EMIT reportChanged(report);
}

void Desk::setReviewer(const QString &name)
{
    m_reviewer = name;
    if (m_session)
        m_session->setReviewer(name);
}

} // namespace gouji
