// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "checks/beside/textreuse.h"
#include "checks/checker.h"
#include "review/states.h"
#include "store/migrations.h"
#include "store/queuesummary.h"
#include "store/readingcodec.h"
#include "store/storeprivate.h"
#include "store/textbands.h"
#include "store/wordindex.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString hex(const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); }

QString nowText() { return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs); }

int count(const QList<Finding> &findings, Severity severity)
{
    return int(std::count_if(findings.begin(), findings.end(), [&](const Finding &f) { return f.severity == severity; }));
}

QString entrySql()
{
    return u"SELECT r.id, r.agency, r.report_year, r.form, r.file_name, r.sha256, r.state, s.title, r.errors, r.warnings, "
           "r.kept_at, r.file_kind, r.waiting, r.reviewer, r.touched_at, r.head, r.summed "
           "FROM report r JOIN review_state s ON s.id = r.state"_s;
}

StoredReport entryFrom(const QSqlQuery &query)
{
    const auto text = [&](int column) { return query.value(column).toString(); };
    const auto time = [&](int column) { return QDateTime::fromString(text(column), Qt::ISODateWithMs); };
    StoredReport out;
    out.id = QUuid::fromString(text(0));
    out.agency = text(1);
    out.year = query.value(2).toInt();
    out.form = text(3);
    out.fileName = text(4);
    out.sha256 = QByteArray::fromHex(text(5).toLatin1());
    out.state = text(6);
    out.stateTitle = text(7);
    out.errors = query.value(8).toInt();
    out.warnings = query.value(9).toInt();
    out.keptAt = time(10);
    out.fileKind = text(11);
    out.waiting = query.value(12).toInt();
    out.reviewer = text(13);
    out.touchedAt = time(14);
    out.stale = text(15) != text(16);
    return out;
}

} // namespace

Error Store::Private::unknownReport() { return {u"unknown-report"_s, u"数据库里没有这份报告。"_s}; }

Store::Store(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Store::~Store() = default;

bool Store::isServer(const QString &where) { return Database::isServer(where); }

QString Store::shown(const QString &where) { return Database::shown(where); }

QString Store::defaultFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder + u"/gouji.sqlite"_s;
}

Result<std::unique_ptr<Store>> Store::open(const QString &where, const Knowledge &knowledge)
{
    auto db = Database::open(where);
    if (!db)
        return db.error();
    if (const Status ready = migrate(**db, u":/store"_s); !ready)
        return ready.error();
    auto p = std::make_unique<Private>();
    p->db = std::move(*db);
    p->knowledge = knowledge;
    p->searchable = WordIndex::prepare(*p->db);
    return std::unique_ptr<Store>(new Store(std::move(p)));
}

QString Store::file() const { return d->db->where(); }

Status Store::Private::insertReport(const QUuid &id, const ReadReport &read, const QByteArray &original) const
{
    const Report &r = read.report;
    const QString now = nowText();
    auto transaction = Transaction::begin(*db);
    if (!transaction)
        return transaction.error();
    auto last = db->run(u"SELECT COALESCE(MAX(number), 0) FROM report"_s);
    if (!last || !last->next())
        return last ? unknownReport() : last.error();
    const int number = last->value(0).toInt() + 1;
    const QueueSummary summary = QueueSummary::of(r, read.findings, regionsByKey());
    const auto report = db->run(u"INSERT INTO report (id, sha256, file_name, agency, report_year, form, state, errors, warnings, kept_at, "
                                "file_kind, waiting, number, agency_key, region, rules, typed, prepared) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {idText(id), hex(read.document.sha256), read.document.fileName, r.agency, r.year, r.form, reviewStates().first().id,
            count(read.findings, Severity::Error), count(read.findings, Severity::Warning), now, read.document.fileKind, summary.waiting,
            number, summary.agencyKey, summary.region, summary.rules, summary.typed, QueueSummary::Program});
    if (!report)
        return report.error();
    if (searchable) {
        if (const Status added = WordIndex::add(*db, number, read.document.text); !added)
            return added;
    }
    if (const Status added = TextBands::put(*db, number, textBands(r, read.document)); !added)
        return added;
    const auto reading = db->run(u"INSERT INTO reading (report, program, packed) VALUES (?, ?, ?)"_s,
        {idText(id), QString::fromLatin1(GOUJI_VERSION), packReading(read)});
    if (!reading)
        return reading.error();
    const auto bytes = db->run(u"INSERT INTO original (report, packed) VALUES (?, ?)"_s, {idText(id), compressed(original)});
    if (!bytes)
        return bytes.error();
    return (*transaction)->commit();
}

Result<QUuid> Store::keep(const ReadReport &read, const QByteArray &original, bool *known)
{
    const auto tell = [known](bool was) {
        if (known)
            *known = was;
    };
    tell(false);
    if (read.document.sha256.isEmpty()) // all reports without one would count as the same
        return Error{u"store-original"_s, u"这份报告没有原件的校验值，不能保存。"_s};
    const auto before = find(read.document.sha256);
    if (!before)
        return before;
    if (!before->isNull()) {
        tell(true);
        return before;
    }
    const QUuid id = QUuid::createUuid();
    const Status inserted = d->insertReport(id, read, original);
    if (inserted)
        return id;
    if (inserted.error().code == "store-constraint"_L1) { // another program kept the same file in this moment
        if (auto again = find(read.document.sha256); again && !again->isNull()) {
            tell(true);
            return again;
        }
    }
    return inserted.error();
}

Result<QUuid> Store::find(const QByteArray &sha256) const
{
    auto query = d->db->run(u"SELECT id FROM report WHERE sha256 = ?"_s, {hex(sha256)});
    if (!query)
        return query.error();
    return query->next() ? QUuid::fromString(query->value(0).toString()) : QUuid();
}

Result<QList<StoredReport>> Store::list() const { return d->entries({}, {}); }

Result<QList<StoredReport>> Store::listOf(const QString &agencyKey) const
{
    return d->entries(u" WHERE r.agency_key = ? AND r.head = r.summed AND r.prepared > 0"_s, {agencyKey});
}

Result<QList<StoredReport>> Store::unsettled() const { return d->entries(u" WHERE r.head <> r.summed OR r.prepared = 0"_s, {}); }

Result<QList<StoredReport>> Store::Private::entries(const QString &where, const QVariantList &values) const
{
    auto query = db->run(entrySql() + where + u" ORDER BY r.kept_at DESC, r.id"_s, values);
    if (!query)
        return query.error();
    QList<StoredReport> out;
    while (query->next())
        out << entryFrom(*query);
    return out;
}

Result<QList<ActRow>> Store::Private::acts(const QString &report) const
{
    auto query = db->run(
        u"SELECT id, seq, parent, who, done_at, kind, label, reason, changes, previous, hash FROM act WHERE report = ? ORDER BY seq"_s,
        {report});
    if (!query)
        return query.error();
    QList<ActRow> out;
    while (query->next()) {
        const auto text = [&](int column) { return query->value(column).toString(); };
        out << ActRow{
            text(0), report, query->value(1).toInt(), text(2), text(3), text(4), text(5), text(6), text(7), text(8), text(9), text(10)};
    }
    return out;
}

/// Says in notes what of a loaded report is not as the program wrote it.
ReviewHistory Store::Private::verify(StoredReview &review, const QList<ActRow> &rows, const QString &head) const
{
    QString previous = hex(review.entry.sha256);
    QString broken;
    for (qsizetype i = 0; i < rows.size() && broken.isEmpty(); ++i) {
        const ActRow &row = rows[i];
        if (row.seq != i + 1 || row.previous != previous || row.hash != row.computedHash())
            broken = u"修改记录从第 %1 步（%2）起与校验值不符，可能在程序之外被改动过。"_s.arg(i + 1).arg(row.label);
        previous = row.hash;
    }
    if (broken.isEmpty() && !head.isEmpty() && head != previous)
        broken = u"修改记录的末尾少了步骤，可能在程序之外被删除过。"_s;
    if (!broken.isEmpty())
        review.notes << broken;
    ReviewHistory history(review.read.report);
    for (const Act &act : review.history) {
        if (const Status fits = history.append(act); !fits) {
            review.notes << brokenHistory(history.acts().size() + 1, act.text).message;
            break;
        }
    }
    return history;
}

Result<Store::Private::Loaded> Store::Private::load(const QUuid &report) const
{
    const QString id = idText(report);
    auto entry = db->run(entrySql() + u" WHERE r.id = ?"_s, {id});
    if (!entry)
        return entry.error();
    if (!entry->next())
        return Private::unknownReport();
    StoredReview out;
    out.entry = entryFrom(*entry);
    const QString head = entry->value(15).toString();

    auto packed = db->run(u"SELECT packed FROM reading WHERE report = ?"_s, {id});
    if (!packed)
        return packed.error();
    if (!packed->next())
        return Error{u"store-damaged"_s, u"数据库里没有这份报告的读取结果，可能已损坏。"_s};
    auto reading = unpackReading(packed->value(0).toByteArray(), knowledge.forms);
    if (!reading)
        return reading.error();
    out.read = std::move(reading->read);
    if (!reading->unknownCells.isEmpty())
        out.notes << u"保存时有 %1 格是现在的格式里没有的（%2 等），没有恢复。"_s.arg(reading->unknownCells.size())
                         .arg(reading->unknownCells.first());

    const auto rows = acts(id);
    if (!rows)
        return rows.error();
    for (const ActRow &row : *rows)
        out.history << actOf(row, *knowledge.forms);
    ReviewHistory history = verify(out, *rows, head);
    const Head end = rows->isEmpty() ? Head{0, hex(out.entry.sha256)} : Head{rows->last().seq, rows->last().hash};
    return Loaded{std::move(out), std::move(history), end};
}

Result<StoredReview> Store::load(const QUuid &report) const
{
    auto loaded = d->load(report);
    if (!loaded)
        return loaded.error();
    d->heads[report] = loaded->end; // whoever loads may append; whoever only looks must not hide that another program did
    ReadReport &read = loaded->review.read;
    read.findings = check(Dossier{read.report, read.document}, *d->knowledge.rules);
    return std::move(loaded->review);
}

Result<KeptReport> Store::current(const QUuid &report) const
{
    auto loaded = d->load(report);
    if (!loaded)
        return loaded.error();
    StoredReview &review = loaded->review;
    return KeptReport{std::move(review.entry), std::move(review.read.document), std::move(review.read.report), loaded->history.report(),
        loaded->history.state(), loaded->history.verdicts(), std::move(review.notes)};
}

Result<QByteArray> Store::original(const QUuid &report) const
{
    auto query = d->db->run(u"SELECT packed FROM original WHERE report = ?"_s, {idText(report)});
    if (!query)
        return query.error();
    if (!query->next())
        return Private::unknownReport();
    const auto bytes = decompressed(query->value(0).toByteArray());
    if (!bytes)
        return Error{u"store-damaged"_s, u"保存的原文件已损坏。"_s};
    return *bytes;
}

Result<Store::Private::Head> Store::Private::head(const QUuid &report) const
{
    if (const auto known = heads.constFind(report); known != heads.constEnd())
        return *known;
    auto last = db->run(u"SELECT seq, hash FROM act WHERE report = ? ORDER BY seq DESC"_s, {idText(report)});
    if (!last)
        return last.error();
    if (last->next())
        return Head{last->value(0).toInt(), last->value(1).toString()};
    auto first = db->run(u"SELECT sha256 FROM report WHERE id = ?"_s, {idText(report)});
    if (!first)
        return first.error();
    if (!first->next())
        return Private::unknownReport();
    return Head{0, first->value(0).toString()};
}

Status Store::append(const QUuid &report, const Act &act)
{
    const auto head = d->head(report);
    if (!head)
        return head.error();
    const ActRow row = rowOf(act, *d->knowledge.forms, idText(report), head->seq + 1, head->hash);
    auto transaction = Transaction::begin(*d->db);
    if (!transaction)
        return transaction.error();
    const auto inserted
        = d->db->run(u"INSERT INTO act (id, report, seq, parent, who, done_at, kind, label, reason, changes, previous, hash) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {row.id, row.report, row.seq, row.parent.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : row.parent, row.who, row.doneAt,
                row.kind, row.label, row.reason, row.changes, row.previous, row.hash});
    if (!inserted) {
        if (inserted.error().code == "store-constraint"_L1)
            return Error{u"conflict"_s, u"这份报告刚在另一个窗口里改过，请重新打开后再改；这一步没有保存。"_s};
        return inserted.error();
    }
    const auto summed = d->db->run(
        u"UPDATE report SET reviewer = ?, touched_at = ?, head = ? WHERE id = ?"_s, {row.who, row.doneAt, row.hash, row.report});
    if (!summed)
        return summed.error();
    if (const Status kept = (*transaction)->commit(); !kept)
        return kept;
    d->heads[report] = {row.seq, row.hash};
    return Done();
}

Status Store::setSummary(const QUuid &report, const Report &current, const QList<Finding> &findings, const QString &state)
{
    const Database::Relaxed unhurried(*d->db);
    return d->summarise(report, current, findings, state);
}

Status Store::Private::summarise(const QUuid &report, const Report &current, const QList<Finding> &findings, const QString &state) const
{
    const QueueSummary summary = QueueSummary::of(current, findings, regionsByKey());
    auto query = db->run(u"UPDATE report SET agency = ?, report_year = ?, form = ?, state = ?, errors = ?, warnings = ?, waiting = ?, "
                         "agency_key = ?, region = ?, rules = ?, typed = ?, summed = head WHERE id = ?"_s,
        {current.agency, current.year, current.form, state, count(findings, Severity::Error), count(findings, Severity::Warning),
            summary.waiting, summary.agencyKey, summary.region, summary.rules, summary.typed, idText(report)});
    if (!query)
        return query.error();
    if (query->numRowsAffected() == 0)
        return unknownReport();
    return Done();
}

Result<QList<QPair<QString, QString>>> Store::states() const
{
    auto query = d->db->run(u"SELECT id, title FROM review_state ORDER BY position"_s);
    if (!query)
        return query.error();
    QList<QPair<QString, QString>> out;
    while (query->next())
        out << qMakePair(query->value(0).toString(), query->value(1).toString());
    return out;
}

} // namespace gouji
