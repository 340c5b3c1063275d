// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/filedialogs.h"
#include "history/historypanel.h"
#include "library/desk.h"
#include "mainwindow.h"
#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "samplereport.h"
#include "settings/preferences.h"

#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace gouji;
using namespace Qt::StringLiterals;

/// The history in the whole window, over a restart.
class TestHistoryWindow : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    FileDialogs m_dialogs;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;

    static CellId id(const QString &name) { return test::knowledge().forms->cell(name); }
    void start()
    {
        m_preferences = std::make_unique<Preferences>();
        m_desk = std::make_unique<Desk>(test::knowledge());
        QVERIFY(m_desk->openStore(m_dir.filePath(u"store.sqlite"_s)).ok());
        m_window = std::make_unique<MainWindow>(*m_desk, *m_preferences, m_dialogs);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_window->restoreLastReport();
    }
    void stop()
    {
        m_window->close();
        m_window.reset();
        m_desk.reset();
        m_preferences.reset();
    }
    FormView *form() const { return m_window->reviewPage()->formView(); }
    void type(const QString &cell, Qt::Key digit)
    {
        form()->setCurrentCell(id(cell));
        QTest::keyClick(form(), digit);
        QTest::keyClick(m_window->findChild<QLineEdit *>(u"cellEditor"_s), Qt::Key_Return);
    }
    QString value(const QString &name) const
    {
        const Cell &c = m_desk->session()->report().cell(id(name));
        return c.value ? c.value->toString() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QFile::remove(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/gouji.ini"_s);
    }

    void undoInTheMiddleRestartAndContinue()
    {
        const QString upheld = u"remedies.review.upheld"_s;
        const QString total = u"remedies.review.total"_s;
        const QString granted = u"requests.granted.total"_s;
        QFile file(m_dir.filePath(u"报告.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(test::sampleReport().document.text.toUtf8());
        file.close();
        start();
        QSignalSpy opened(m_desk.get(), &Desk::opened);
        m_window->openFiles({file.fileName()});
        QTRY_COMPARE(opened.size(), 1);
        type(upheld, Qt::Key_2);
        type(granted, Qt::Key_4);
        type(total, Qt::Key_2);

        QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier);
        auto *panel = m_window->findChild<HistoryPanel *>();
        QVERIFY(panel && panel->isVisible());
        QTRY_VERIFY(panel->view()->hasFocus());
        QCOMPARE(panel->model()->rowCount(), 3);
        panel->view()->setFocus();
        panel->setCurrentAct(m_desk->session()->history()[1].id);
        QTest::keyClick(panel->view(), Qt::Key_Delete);
        QCOMPARE(value(granted), u"0"_s);
        QCOMPARE(value(upheld), u"2"_s);

        // After a restart the undone act is undone, the others can be, and work goes on.
        stop();
        start();
        QVERIFY(m_desk->session());
        QCOMPARE(value(granted), u"0"_s);
        panel = m_window->findChild<HistoryPanel *>();
        if (!panel || !panel->isVisible()) // whether panels come back is the window's affair
            QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier);
        panel = m_window->findChild<HistoryPanel *>();
        QVERIFY(panel && panel->isVisible());
        QCOMPARE(panel->model()->rowCount(), 4);
        QVERIFY(panel->model()->index(2, 0).data(HistoryModel::TakenBackRole).toBool());
        panel->view()->setFocus();
        panel->setCurrentAct(m_desk->session()->history()[0].id);
        QTest::keyClick(panel->view(), Qt::Key_Delete);
        QCOMPARE(value(upheld), u"0"_s);
        QCOMPARE(value(total), u"2"_s);
        type(granted, Qt::Key_7);
        QCOMPARE(panel->model()->rowCount(), 6);
        QTest::keyClick(form(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(value(granted), u"0"_s);

        // A line of the history leads to its cell.
        panel->view()->setFocus();
        panel->setCurrentAct(m_desk->session()->history()[2].id);
        QTest::keyClick(panel->view(), Qt::Key_Return);
        QCOMPARE(form()->currentCell(), id(total));
        stop();
    }
};

QTEST_MAIN(TestHistoryWindow)
#include "tst_historywindow.moc"
