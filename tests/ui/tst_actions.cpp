// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/actionlist.h"
#include "common/filedialogs.h"
#include "common/page.h"
#include "library/desk.h"
#include "mainwindow.h"
#include "samplereport.h"
#include "settings/preferences.h"
#include "window/pagestack.h"
#include "window/sidepanels.h"
#include "window/windowmenus.h"

#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QStandardPaths>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

QStringList idsIn(const QMenu *menu)
{
    QStringList out;
    for (const QAction *a : menu->actions()) {
        if (a->menu())
            out += u"> "_s + a->text();
        else
            out += a->isSeparator() ? u"|"_s : a->objectName();
    }
    return out;
}

void gather(const QMenu *menu, QList<const QAction *> &into)
{
    for (const QAction *a : menu->actions()) {
        into << a;
        if (a->menu())
            gather(a->menu(), into);
    }
}

} // namespace

/// The one list of actions, and the menus, pages and panels that are made from it.
class TestActions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void menusKeepTheOrderOfTheGroups()
    {
        QMainWindow window;
        ActionList list(&window);
        list.add({"quit", ActionGroup::FileQuit, u"退出"_s});
        WindowMenus menus(window.menuBar(), &list);
        list.add({"print", ActionGroup::FilePrint, u"打印"_s});
        list.add({"open", ActionGroup::FileOpen, u"打开"_s});
        list.add({"pdf", ActionGroup::FilePrint, u"PDF"_s});
        list.add({"undo", ActionGroup::EditUndo, u"撤销"_s});
        menus.addSubmenu(ActionGroup::FileOpen, u"最近"_s);
        QCOMPARE(idsIn(window.menuBar()->actions()[0]->menu()),
            QStringList({u"open"_s, u"> 最近"_s, u"|"_s, u"print"_s, u"pdf"_s, u"|"_s, u"quit"_s}));
        QCOMPARE(idsIn(window.menuBar()->actions()[1]->menu()), QStringList{u"undo"_s});
    }

    void tooltipsTellNameShortcutAndPurpose()
    {
        QWidget window;
        ActionList list(&window);
        const QAction *action = list.add({"open", ActionGroup::FileOpen, u"打开"_s, u"打开一份报告"_s, {QKeySequence(u"Ctrl+O"_s)}});
        QVERIFY2(action->toolTip().contains(u"打开"_s) && action->toolTip().contains(u"Ctrl+O"_s)
                && action->toolTip().contains(u"打开一份报告"_s),
            qPrintable(action->toolTip()));
    }

    void aPageIsMadeWhenItIsFirstGoneToAndEscLeavesIt()
    {
        QMainWindow window;
        ActionList list(&window);
        auto *pages = new PageStack(&list);
        window.setCentralWidget(pages);
        auto *home = new QLineEdit;
        pages->setHome(home);
        int made = 0;
        QAction *action = pages->add({"queue", ActionGroup::ViewPages, u"队列"_s}, [&made] {
            ++made;
            auto *page = new Page;
            new QLineEdit(page);
            return page;
        });
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        QCOMPARE(made, 0);
        action->trigger();
        QCOMPARE(pages->shown(), u"queue"_s);
        action->trigger(); // leads back
        QCOMPARE(pages->currentWidget(), home);
        action->trigger();
        QCOMPARE(made, 1);
        QCOMPARE(pages->shown(), u"queue"_s);
        QTRY_VERIFY(pages->page("queue"_L1)->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(pages->currentWidget(), home);
    }

    void aPanelIsMadeWhenItIsFirstSeen()
    {
        QMainWindow window;
        ActionList list(&window);
        SidePanels panels(&window, &list);
        int made = 0;
        QAction *action = panels.add({"history", ActionGroup::ViewPanels, u"历史"_s}, Qt::RightDockWidgetArea, [&made] {
            ++made;
            return new QLineEdit;
        });
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(made, 0);
        action->trigger();
        QCOMPARE(made, 1);
        auto *dock = window.findChild<QDockWidget *>(u"historyPanel"_s);
        QVERIFY(dock->isVisible());
        dock->close();
        QVERIFY(!action->isChecked());
        const QByteArray state = window.saveState();
        action->trigger();
        QVERIFY(window.restoreState(state));
        QVERIFY(!dock->isVisible());
    }

    void everyActionOfTheWindowHasItsPlaceNameTipAndOwnShortcut()
    {
        Preferences preferences;
        Desk desk(test::knowledge());
        FileDialogs dialogs;
        MainWindow window(desk, preferences, dialogs);
        QList<const QAction *> inMenus;
        for (const QAction *top : window.menuBar()->actions()) {
            QVERIFY2(!top->menu()->isEmpty(), qPrintable(top->text()));
            gather(top->menu(), inMenus);
        }
        QStringList wrong;
        QHash<QString, QString> ofKey;
        QSet<QString> names;
        for (const QAction *a : window.actionList()->all()) {
            const QString id = a->objectName();
            if (id.isEmpty() || names.contains(id))
                wrong << u"no name of its own: "_s + a->text();
            names << id;
            if (!inMenus.contains(a))
                wrong << id + u" is in no menu"_s;
            if (a->text().isEmpty() || ActionList::tipOf(a).isEmpty())
                wrong << id + u" does not say what it does"_s;
            for (const QKeySequence &key : a->shortcuts()) {
                const QString other = ofKey.value(key.toString());
                if (!other.isEmpty())
                    wrong << u"%1 has the shortcut of %2: %3"_s.arg(id, other, key.toString());
                ofKey.insert(key.toString(), id);
            }
        }
        QVERIFY2(names.size() > 30, "the actions of the review page are among them");
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n"_s)));
        // And nothing with a shortcut stands outside the list, where palette and menus would not know of it.
        for (const QAction *a : window.findChildren<QAction *>()) {
            if (!a->shortcut().isEmpty() && !window.actionList()->all().contains(a))
                wrong << a->objectName() + a->text();
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n"_s)));
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
