// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/importer.h"

#include "document/documentreader.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

struct Outcome {
    QByteArray bytes;
    bool known = false;
    Result<ReadReport> read = Error{};
};

Outcome readOne(const QString &file, const Knowledge &knowledge, const QSet<QByteArray> &known, const StopFlag &stop)
{
    Outcome out;
    auto bytes = readBytes(file);
    if (!bytes) {
        out.read = bytes.error();
        return out;
    }
    out.known = known.contains(QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256));
    if (!out.known)
        out.read = readReport(*bytes, file, knowledge, stop);
    out.bytes = std::move(*bytes);
    return out;
}

} // namespace

Importer::Importer(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_pool.setMaxThreadCount(1);
    // Told by the importer's own thread, taken in by that of the window.
    connect(this, &Importer::delivered, this, &Importer::take, Qt::QueuedConnection);
    connect(
        this, &Importer::begun, this,
        [this](const QUuid &batch, const QStringList &sources, qsizetype total) {
            if (batch != m_state.batch)
                m_state.failures.clear();
            m_state.batch = batch;
            m_state.recalled = {};
            m_state.sources = sources;
            m_state.total = total;
            m_state.done = m_state.kept = m_state.known = 0;
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
    connect(
        this, &Importer::finished, this,
        [this](bool whole, const Error &error) {
            m_state.running = --m_jobs > 0;
            m_state.ended = whole;
            if (!error.code.isEmpty())
                m_state.failures << ImportFailure{QString(), error};
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
}

Importer::~Importer()
{
    stop();
    m_pool.waitForDone();
}

void Importer::start(const QStringList &sources) { run({{}, sources, {}}); }

void Importer::stop() { m_stop.stop(); }

void Importer::resume()
{
    if (!m_state.running && !m_state.ended)
        run({m_state.batch, m_state.sources, {}});
}

void Importer::retry(const QStringList &files)
{
    if (!files.isEmpty() && !m_state.running)
        run({m_state.batch, m_state.sources, files});
}

void Importer::run(const Job &job)
{
    if (m_desk.storeFile().isEmpty())
        return;
    if (!m_state.running)
        m_stop = StopFlag();
    ++m_jobs;
    m_state.running = true;
    m_state.total = 0;
    Q_EMIT changed();
    // As they are now: both may be others before the job has its turn.
    m_pool.start(
        [this, job, stop = m_stop, file = m_desk.storeFile(), knowledge = m_desk.knowledge()] { work(job, stop, file, knowledge); });
}

void Importer::work(const Job &job, const StopFlag &stop, const QString &storeFile, const Knowledge &knowledge)
{
    auto store = Store::open(storeFile, knowledge);
    if (!store) {
        Q_EMIT finished(false, store.error());
        return;
    }
    const ImportLog log(**store);
    const auto batch = job.batch.isNull() ? log.begin(job.sources) : Result<QUuid>(job.batch);
    const auto known = (*store)->hashes();
    if (!batch || !known) {
        Q_EMIT finished(false, batch ? known.error() : batch.error());
        return;
    }
    const QStringList files = job.files.isEmpty() ? expandFolders(job.sources) : job.files;
    Q_EMIT begun(*batch, job.sources, files.size());
    BatchOptions options;
    options.threads = std::max(1, QThread::idealThreadCount());
    options.stop = stop;
    const bool whole = mapInOrder<Outcome>(
        files.size(), options, [&](qsizetype i) { return readOne(files[i], knowledge, *known, stop); },
        [&](qsizetype i, Outcome outcome) {
            Result<QUuid> kept = QUuid();
            if (!outcome.known)
                kept = outcome.read ? (*store)->keep(*outcome.read, outcome.bytes, &outcome.known) : Result<QUuid>(outcome.read.error());
            // What cannot be noted is still told: the list in the window is right in any case.
            (void)(kept ? log.removeFailure(*batch, files[i]) : log.addFailure(*batch, {files[i], kept.error()}));
            Q_EMIT delivered(files[i], kept ? *kept : QUuid(), outcome.known, kept ? Error() : kept.error());
            return true;
        });
    if (whole && job.files.isEmpty())
        (void)log.end(*batch);
    Q_EMIT finished(whole, {});
}

void Importer::take(const QString &file, const QUuid &report, bool known, const Error &error)
{
    ++m_state.done;
    m_state.name = QFileInfo(file).fileName();
    m_state.failures.removeIf([&](const ImportFailure &f) { return f.file == file; });
    if (!error.code.isEmpty()) {
        m_state.failures << ImportFailure{file, error};
    } else if (known) {
        ++m_state.known;
    } else {
        ++m_state.kept;
        m_desk.announce({report});
    }
    Q_EMIT changed();
}

void Importer::inBackground(std::function<void(const ImportLog &)> act)
{
    if (m_desk.storeFile().isEmpty())
        return;
    m_pool.start([file = m_desk.storeFile(), knowledge = m_desk.knowledge(), act = std::move(act)] {
        if (const auto store = Store::open(file, knowledge))
            act(ImportLog(**store));
    });
}

void Importer::forget()
{
    inBackground([batch = m_state.batch](const ImportLog &log) { (void)log.forget(batch); });
    m_state = {};
    Q_EMIT changed();
}

void Importer::recall()
{
    inBackground([this](const ImportLog &log) {
        const auto last = log.last();
        if (!last || last->id.isNull())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, batch = *last] {
                if (m_state.running)
                    return;
                m_state = {};
                m_state.batch = batch.id;
                m_state.sources = batch.sources;
                m_state.recalled = batch.begunAt;
                m_state.ended = batch.ended;
                m_state.failures = batch.failures;
                Q_EMIT changed();
                if (!m_state.ended) // files that could not be read are listed in the panel; it need not come up again for them
                    Q_EMIT recalled();
            },
            Qt::QueuedConnection);
    });
}

} // namespace gouji
