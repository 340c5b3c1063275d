// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/actionlist.h"
#include "common/messagebar.h"
#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "review/source/sourceview.h"
#include "samplereport.h"
#include "window/pagestack.h"
#include "windowfixture.h"

#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

/// The program starts as it was left, however it was left.
class TestSession : public QObject, protected test::WindowFixture {
    Q_OBJECT

    void begin()
    {
        start();
        m_window->resize(1100, 700);
        m_window->restoreLastReport();
        QCoreApplication::processEvents();
    }
    QLineEdit *editor() const { return m_window->findChild<QLineEdit *>(u"cellEditor"_s); }
    void open()
    {
        QSignalSpy idle(m_desk.get(), &Desk::idle);
        m_window->openFiles({u":/samples/pipes-shifted-row.md"_s});
        QTRY_VERIFY(!idle.isEmpty());
        QVERIFY(m_desk->session());
        QCoreApplication::processEvents();
    }
    static QByteArray settings()
    {
        QFile file(settingsFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        newFolder();
        begin();
        open();
    }
    void cleanup() { stop(); }

    void reportCellScrollingAndSwitchesAreThere()
    {
        m_window->reviewPage()->selectCell(id(u"requests.granted.business"_s));
        m_window->reviewPage()->scrollTo(QPoint(20, 130));
        m_window->actionList()->find("lockScrolling"_L1)->trigger();
        const QPoint scrolled = m_window->reviewPage()->scrolled();
        QVERIFY(scrolled.x() > 0 && scrolled.y() > 0);
        stop();
        begin();
        QVERIFY(m_desk->session());
        QCOMPARE(m_window->reviewPage()->currentCell(), id(u"requests.granted.business"_s));
        QTRY_COMPARE(m_window->reviewPage()->scrolled(), scrolled);
        QVERIFY(!m_window->actionList()->find("lockScrolling"_L1)->isChecked());
        QVERIFY(m_window->actionList()->find("traceLines"_L1)->isChecked());
        QCOMPARE(m_window->pages()->shown(), QString());
    }

    void thePageInFrontIsThere()
    {
        m_window->pages()->show("showAbout"_L1);
        stop();
        begin();
        QCOMPARE(m_window->pages()->shown(), u"showAbout"_s);
        m_window->pages()->back();
        QCOMPARE(m_window->pages()->currentWidget(), m_window->reviewPage());
    }

    void anEditThatWasCutOffIsOfferedAgain()
    {
        m_window->reviewPage()->selectCell(id(u"requests.granted.business"_s));
        form()->setFocus();
        QTest::keyClick(form(), Qt::Key_4);
        QTest::keyClick(editor(), Qt::Key_7);
        QTRY_VERIFY(settings().contains("draft")); // it is on the disk before anything else is done
        const QByteArray killed = settings();
        QTest::keyClick(editor(), Qt::Key_Escape);
        QTRY_VERIFY(!settings().contains("draft"));
        stop();
        // The next start finds what a killed program leaves behind: the report is the same, nothing was put away.
        QByteArray left = settings();
        const qsizetype at = killed.indexOf("draft");
        left.replace("[session]\n", "[session]\n" + killed.mid(at, killed.indexOf('\n', at) - at + 1));
        QFile file(settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(left) == left.size());
        file.close();
        begin();
        QCOMPARE(m_window->reviewPage()->currentCell(), id(u"requests.granted.business"_s));
        QVERIFY(editor()->isVisible());
        QCOMPARE(editor()->text(), u"47"_s);
        QVERIFY(m_window->messageBar()->text().contains(u"47"_s));
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(m_desk->session()->report().cell(id(u"requests.granted.business"_s)).value->toString(), u"47"_s);
        QTRY_VERIFY(!settings().contains("draft"));
    }

    void anOpenEditIsKeptAtTheEnd()
    {
        m_window->reviewPage()->selectCell(id(u"requests.granted.business"_s));
        form()->setFocus();
        QTest::keyClick(form(), Qt::Key_8);
        stop();
        begin();
        QCOMPARE(m_desk->session()->report().cell(id(u"requests.granted.business"_s)).value->toString(), u"8"_s);
        QVERIFY(!editor()->isVisible());
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
