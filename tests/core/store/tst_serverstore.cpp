// SPDX-License-Identifier: GPL-3.0-or-later
// The store in a PostgreSQL database. GOUJI_POSTGRESQL names a server and a user who may make databases there, as
// postgresql://user@host:port/postgres; a database of its own is made for each test and dropped again.
#include "storefixture.h"

#include "review/reviewsession.h"
#include "review/verbs.h"
#include "store/database.h"
#include "store/migrations.h"

#include <QDir>
#include <QTest>
#include <QUrl>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

CellId id(const QString &name) { return knowledge().forms->cell(name); }

const QString Granted = u"requests.granted.total"_s;

} // namespace

class TestServerStore : public QObject, StoreFixture {
    Q_OBJECT
    QString m_server = qEnvironmentVariable("GOUJI_POSTGRESQL");
    QString m_name;
    QString m_where;

    void administer(const QString &sql)
    {
        auto db = Database::open(m_server);
        if (!db)
            qFatal("%s", qPrintable(db.error().message));
        if (const auto done = (*db)->run(sql); !done)
            qFatal("%s", qPrintable(done.error().message));
    }
    QVariant ask(const QString &sql)
    {
        auto db = Database::open(m_where);
        auto query = (*db)->run(sql);
        return query && query->next() ? query->value(0) : QVariant();
    }
    QString refusal(const QString &sql)
    {
        auto db = Database::open(m_where);
        const auto query = (*db)->run(sql);
        return query ? QString() : query.error().code;
    }
    std::unique_ptr<ReviewSession> session(Store &store, const QUuid &report)
    {
        auto kept = store.load(report);
        if (!kept)
            qFatal("%s", qPrintable(kept.error().message));
        auto out = std::make_unique<ReviewSession>(kept->read, knowledge(), kept->history);
        out->setReviewer(u"李'审\\"_s);
        out->setKeeper([&store, report](const Act &act) { return store.append(report, act); });
        return out;
    }
    void cutConnections() { administer(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(m_name)); }
    QString elsewhere(const std::function<void(QUrl &)> &change) const
    {
        QUrl url(m_where);
        change(url);
        return url.toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (m_server.isEmpty())
            QSKIP("GOUJI_POSTGRESQL names no server");
    }

    void init()
    {
        m_name = u"gouji_test_"_s + QUuid::createUuid().toString(QUuid::Id128);
        administer(u"CREATE DATABASE "_s + m_name);
        m_where = m_server;
        QUrl url(m_server);
        url.setPath(u'/' + m_name);
        m_where = url.toString();
        m_store = opened(m_where);
    }

    void cleanup()
    {
        m_store.reset();
        if (!m_name.isEmpty())
            administer(u"DROP DATABASE "_s + m_name + u" WITH (FORCE)"_s);
    }

    void whatIsKeptComesBack()
    {
        const ReadReport read = sampleReport({{Granted, u"4"_s}}, u"全年收到政府信息公开申请4件，均与河道采砂有关。"_s);
        const QByteArray original("\0\x01\xff'\\\n原件", 12);
        const auto kept = m_store->keep(read, original);
        QVERIFY2(kept.ok(), qPrintable(kept.ok() ? QString() : kept.error().message));
        const auto here = session(*m_store, *kept);
        QVERIFY(here->perform(verbs::edit(here->report(), id(Granted), u"7"_s)));
        QVERIFY(m_store->setSummary(*kept, here->report(), here->findings(), here->state()));
        m_store.reset();
        m_store = opened(m_where);
        QCOMPARE(*m_store->find(read.document.sha256), *kept);
        QCOMPARE(*m_store->keep(read, original), *kept); // known
        QCOMPARE(*m_store->original(*kept), original);
        const auto again = m_store->load(*kept);
        QVERIFY(again->notes.isEmpty());
        QVERIFY(session(*m_store, *kept)->report() == here->report());
        QCOMPARE(m_store->list()->size(), 1);
        QCOMPARE(m_store->queue()->rows.size(), 1);
        QVERIFY(m_store->queue()->rows.first().number == 1);
        QVERIFY(m_store->reportsWith(u"河道采砂"_s)->testBit(1));
        QVERIFY(!m_store->reportsWith(u"采砂河道"_s)->testBit(1));
        QVERIFY(m_store->reportsWith(u"7"_s)->testBit(1)); // typed
        QCOMPARE(m_store->unprepared(5)->size(), 0);
    }

    void alikeTextsAreFound()
    {
        const QString essay
            = u"我局把河道采砂许可的受理、审查、决定三个环节全部上网，企业可以随时查看办理到哪一步；供水管网改造前先在社区议事会上"
              u"说明停水时段和补偿办法，听取意见后再开工，施工图和监理单位一并公开。"_s.repeated(3);
        ReadReport first = sampleReport({}, essay);
        first.report.agency = u"青禾县水务局"_s;
        ReadReport second = first;
        second.report.agency = u"白鹭县水务局"_s;
        second.document.sha256 = QByteArray(32, 'b');
        const QUuid one = keep(first);
        keep(second);
        QCOMPARE(*m_store->alike(second.report, second.document, 5), QList<QUuid>{one});
    }

    void manyRowsOfTheQueueStayInOrder()
    {
        for (int i = 0; i < 300; ++i) { // more than are handed over at once
            ReadReport read = sampleReport();
            read.document.sha256 = QByteArray::number(i).leftJustified(32, 'x');
            keep(read);
        }
        const auto queue = m_store->queue();
        QCOMPARE(queue->rows.size(), 300);
        QCOMPARE(queue->rows.first().number, 300);
        QCOMPARE(queue->rows.last().number, 1);
    }

    void twoPrograms()
    {
        const auto other = opened(m_where);
        const QUuid report = keep(sampleReport());
        QCOMPARE(*other->keep(sampleReport(), {}), report);
        const auto first = session(*m_store, report);
        const auto second = session(*other, report);
        QVERIFY(first->perform(verbs::edit(first->report(), id(Granted), u"4"_s)));
        const Status late = second->perform(verbs::edit(second->report(), id(Granted), u"5"_s));
        QVERIFY(!late);
        QCOMPARE(late.error().code, u"conflict"_s);
        QVERIFY(session(*other, report)->report() == first->report());
    }

    void whoWritesHoldsUpTheOther()
    {
        auto db = Database::open(m_where);
        const auto holding = Transaction::begin(**db);
        QVERIFY(holding.ok());
        const auto refused = m_store->keep(sampleReport(), {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"store-busy"_s);
        QVERIFY((*holding)->commit());
        QVERIFY(m_store->keep(sampleReport(), {}));
    }

    void aLostConnectionIsMadeAnew()
    {
        const QUuid report = keep(sampleReport());
        const auto here = session(*m_store, report);
        cutConnections();
        const Status lost = here->perform(verbs::edit(here->report(), id(Granted), u"4"_s));
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, u"store-failed"_s);
        QVERIFY2(lost.error().message.contains(u"没有保存"_s), qPrintable(lost.error().message));
        QVERIFY(here->history().isEmpty()); // and the window does not show it as done
        QVERIFY(here->perform(verbs::edit(here->report(), id(Granted), u"4"_s)));
        QCOMPARE(m_store->load(report)->history.size(), 1);
    }

    void actsAreOnlyAdded()
    {
        const QUuid report = keep(sampleReport());
        const auto here = session(*m_store, report);
        QVERIFY(here->perform(verbs::edit(here->report(), id(Granted), u"4"_s)));
        for (const QString &sql :
            {u"UPDATE act SET who = '别人'"_s, u"DELETE FROM act"_s, u"TRUNCATE act"_s, u"UPDATE reading SET program = ''"_s,
                u"UPDATE original SET packed = ''"_s,
                u"INSERT INTO act SELECT id || 'x', report, seq + 5, parent, who, done_at, kind, label, reason, changes, previous, hash FROM act"_s})
            QCOMPARE(refusal(sql), u"store-constraint"_s);
        QCOMPARE(m_store->load(report)->history.size(), 1);
    }

    void olderAndNewerSchemas()
    {
        m_store.reset();
        administer(u"DROP DATABASE "_s + m_name + u" WITH (FORCE)"_s);
        administer(u"CREATE DATABASE "_s + m_name);
        QTemporaryDir steps; // as an older program had them
        for (const QString &step : {u"0001.sql"_s, u"0002.sql"_s, u"0003.sql"_s})
            QVERIFY(QFile::copy(u":/store/"_s + step, steps.filePath(step)));
        {
            auto db = Database::open(m_where);
            QVERIFY(migrate(**db, steps.path()));
        }
        QCOMPARE(ask(u"SELECT version FROM gouji_schema"_s).toInt(), 3);
        m_store = opened(m_where);
        const int newest = ask(u"SELECT version FROM gouji_schema"_s).toInt();
        QCOMPARE(newest, int(QDir(u":/store"_s).entryList({u"*.sql"_s}, QDir::Files).size()));
        keep(sampleReport());
        m_store.reset();
        QVERIFY(refusal(u"UPDATE gouji_schema SET version = version + 1"_s).isEmpty());
        const auto newer = Store::open(m_where, knowledge());
        QVERIFY(!newer);
        QCOMPARE(newer.error().code, u"newer-store"_s);
        QCOMPARE(ask(u"SELECT count(*) FROM report"_s).toInt(), 1);
    }

    void anotherProgramsDatabaseIsLeftAlone()
    {
        m_store.reset();
        administer(u"DROP DATABASE "_s + m_name + u" WITH (FORCE)"_s);
        administer(u"CREATE DATABASE "_s + m_name);
        QVERIFY(refusal(u"CREATE TABLE rechnungen (x TEXT)"_s).isEmpty());
        const auto refused = Store::open(m_where, knowledge());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"store-damaged"_s);
    }

    void whatCannotBeReachedIsSaid_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("words");
        QTest::newRow("no such database") << u"database"_s << u"没有"_s;
        QTest::newRow("no such user") << u"user"_s << u"用户名或密码"_s;
        QTest::newRow("nobody listens") << u"port"_s << u"连不上"_s;
        QTest::newRow("no database named") << u"nothing"_s << u"应写成 postgresql://"_s;
    }

    void whatCannotBeReachedIsSaid()
    {
        QFETCH(QString, change);
        QFETCH(QString, words);
        const QString where = elsewhere([&](QUrl &url) {
            if (change == "database"_L1)
                url.setPath(u"/gouji_nicht_da"_s);
            else if (change == "user"_L1)
                url.setUserInfo(u"gouji_niemand:geheim"_s);
            else if (change == "port"_L1)
                url.setPort(1);
            else
                url.setPath(QString());
        });
        const auto refused = Store::open(where, knowledge());
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(words), qPrintable(refused.error().message));
        QVERIFY(!refused.error().message.contains(u"geheim"_s));
    }
};

QTEST_GUILESS_MAIN(TestServerStore)
#include "tst_serverstore.moc"
