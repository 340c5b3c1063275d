// SPDX-License-Identifier: GPL-3.0-or-later
// A store on a server that does not answer: the window goes on, and says what it waits for.
#include "common/messagebar.h"
#include "review/reviewpage.h"
#include "samplereport.h"
#include "windowfixture.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

class TestServerWindow : public QObject, WindowFixture {
    Q_OBJECT

    QTcpServer m_server; ///< takes connections and never says a word

    QString address() const { return u"postgresql://reviewer@127.0.0.1:%1/reports"_s.arg(m_server.serverPort()); }
    QString report() const { return QStringLiteral(GOUJI_SOURCE_DIR "/resources/samples/tabs-lost-spans.txt"); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.listen(QHostAddress::LocalHost)); }
    void init() { newFolder(); }
    void cleanup() { stop(); }

    void theStoreInUseStaysWhereAServerDoesNotAnswer()
    {
        start();
        open(report());
        m_window->findChild<QAction *>(u"showSettings"_s)->trigger();
        auto *field = m_window->findChild<QLineEdit *>(u"settingStore"_s);
        auto *note = m_window->findChild<QLabel *>(u"settingStoreNote"_s);
        QSignalSpy tried(m_desk.get(), &Desk::storeTried);
        field->setText(address());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(tried.size(), 0); // and yet the key is done with
        QVERIFY2(note->text().contains(u"正在连接"_s), qPrintable(note->text()));
        QVERIFY(m_window->messageBar()->text().contains(u"127.0.0.1"_s));
        QVERIFY(session()); // the report lies open, and can be worked on
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QTRY_COMPARE_WITH_TIMEOUT(tried.size(), 1, 20'000);
        QVERIFY(session());
        QCOMPARE(m_desk->storeFile(), path(u"store.sqlite"_s));
        QVERIFY2(m_window->messageBar()->text().contains(u"继续使用"_s), qPrintable(m_window->messageBar()->text()));
        QVERIFY(note->text().contains(u"store.sqlite"_s));
    }

    void theLastStoreAskedForCounts()
    {
        start();
        QSignalSpy tried(m_desk.get(), &Desk::storeTried);
        m_desk->tryStore(address());
        m_desk->tryStore(path(u"other.sqlite"_s));
        QCOMPARE(tried.size(), 1);
        QCOMPARE(m_desk->storeFile(), path(u"other.sqlite"_s));
        QVERIFY(m_desk->awaitedStore().isEmpty());
    }

    /// What is opened at the start waits for the store it belongs into.
    void filesWaitForTheFirstStore()
    {
        Desk desk(knowledge());
        QSignalSpy opened(&desk, &Desk::opened);
        QSignalSpy tried(&desk, &Desk::storeTried);
        desk.tryStore(address());
        desk.openFiles({report()});
        QVERIFY(desk.isBusy());
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 20'000);
        QCOMPARE(tried.size(), 1); // first the answer, then the report
        QVERIFY(desk.session());
    }
};

QTEST_MAIN(TestServerWindow)
#include "tst_serverwindow.moc"
