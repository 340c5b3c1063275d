// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/actionlist.h"
#include "common/filedialogs.h"
#include "common/page.h"
#include "common/theme.h"
#include "library/desk.h"
#include "library/startpage.h"
#include "mainwindow.h"
#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "samplereport.h"
#include "settings/aboutpage.h"
#include "settings/preferences.h"
#include "window/pagestack.h"
#include "window/sidepanels.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

/// What a person works with, without the parts that stock widgets are made of.
bool isControl(const QWidget *w)
{
    if (!w->isVisible() || w->objectName().startsWith(u"qt_"_s) || qobject_cast<const QScrollBar *>(w)
        || qobject_cast<const QHeaderView *>(w))
        return false;
    if (w->inherits("QScrollArea"))
        return false; // a frame around others, which have the keys
    const QWidget *parent = w->parentWidget();
    if (qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QLineEdit *>(parent)
        || qobject_cast<const QTabBar *>(parent) || qobject_cast<const QAbstractItemView *>(parent))
        return false;
    return qobject_cast<const QAbstractButton *>(w) || qobject_cast<const QLineEdit *>(w) || qobject_cast<const QComboBox *>(w)
        || qobject_cast<const QAbstractSpinBox *>(w) || qobject_cast<const QAbstractScrollArea *>(w) || qobject_cast<const QTabBar *>(w);
}

QString called(const QWidget *w) { return u"%1 (%2)"_s.arg(w->objectName(), QString::fromLatin1(w->metaObject()->className())); }

bool inToolBar(const QWidget *w)
{
    for (; w; w = w->parentWidget()) {
        if (qobject_cast<const QToolBar *>(w))
            return true;
    }
    return false;
}

} // namespace

/// Everything can be reached, is named and shows that it has the focus, on every page.
class TestAccessibility : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Desk> m_desk;
    FileDialogs m_dialogs;
    std::unique_ptr<MainWindow> m_window;

    QList<QWidget *> controls() const
    {
        QList<QWidget *> out;
        for (QWidget *w : m_window->findChildren<QWidget *>()) {
            if (isControl(w))
                out << w;
        }
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QFile::remove(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/gouji.ini"_s);
        theme::apply(*qApp, theme::Choice::Light, 100);
        m_dir = std::make_unique<QTemporaryDir>();
        m_preferences = std::make_unique<Preferences>();
        m_desk = std::make_unique<Desk>(test::knowledge());
        QVERIFY(m_desk->openStore(m_dir->filePath(u"store.sqlite"_s)).ok());
        m_window = std::make_unique<MainWindow>(*m_desk, *m_preferences, m_dialogs);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_desk.reset();
    }

    void everyControl_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<bool>("open");
        QTest::newRow("nothing open") << QString() << false;
        QTest::newRow("a report") << QString() << true;
        for (const QString &id : m_window->pages()->ids())
            QTest::newRow(qPrintable(id)) << id << true;
        for (const QString &id : m_window->panels()->ids())
            QTest::newRow(qPrintable(u"panel "_s + id)) << u"panel "_s + id << true;
    }
    void everyControl()
    {
        QFETCH(QString, page);
        QFETCH(bool, open);
        if (open && !m_desk->session()) {
            QSignalSpy idle(m_desk.get(), &Desk::idle);
            m_window->openFiles({u":/samples/pipes-shifted-row.md"_s});
            QTRY_VERIFY(!idle.isEmpty());
            QVERIFY(m_desk->session());
            m_window->reviewPage()->selectFinding(0);
        }
        m_window->pages()->back();
        if (page.startsWith(u"panel "_s))
            m_window->actionList()->find(QLatin1StringView(page.mid(6).toLatin1()))->trigger();
        else if (!page.isEmpty())
            m_window->pages()->show(QLatin1StringView(page.toLatin1()));
        QCoreApplication::processEvents();
        const QList<QWidget *> all = controls();
        QVERIFY(!all.isEmpty());
        QStringList wrong;
        for (QWidget *w : all) {
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(w);
            if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
                wrong << called(w) + u" has no accessible name"_s;
            // A button of the tool bar or beside a field has an action with a shortcut.
            const bool picture = w->inherits("QGraphicsView"); // its numbers stand in a table as well
            if (!(w->focusPolicy() & Qt::TabFocus) && !inToolBar(w) && !picture && w->toolTip().isEmpty() && w->isEnabled())
                wrong << called(w) + u" cannot be reached with Tab"_s;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n"_s)));

        // The chain of Tab goes through all of them.
        QSet<const QWidget *> chain;
        for (const QWidget *w = m_window->nextInFocusChain(); w != m_window.get(); w = w->nextInFocusChain())
            chain << w;
        for (QWidget *w : all) {
            if ((w->focusPolicy() & Qt::TabFocus) && !chain.contains(w))
                wrong << called(w) + u" is not in the chain of Tab"_s;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n"_s)));

        // And each shows that it has the focus, once a person has pressed Tab.
        m_window->setAttribute(Qt::WA_KeyboardFocusChange);
        for (QWidget *w : all) {
            if (!(w->focusPolicy() & Qt::TabFocus) || !w->isEnabled() || !w->isVisible())
                continue;
            if (const auto *view = qobject_cast<QAbstractItemView *>(w); view && view->model() && view->model()->rowCount() == 0)
                continue; // there is no line yet that could be the current one
            w->clearFocus();
            const QImage without = w->grab().toImage();
            w->setFocus(Qt::TabFocusReason);
            if (!w->hasFocus())
                continue; // it handed it on
            if (w->grab().toImage() == without)
                wrong << called(w) + u" does not show its focus"_s;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n"_s)));
        if (page.startsWith(u"panel "_s))
            m_window->actionList()->find(QLatin1StringView(page.mid(6).toLatin1()))->trigger();
    }

    void everyShortcutIsHeardSomewhere()
    {
        QStringList wrong;
        for (const QAction *a : m_window->actionList()->all()) {
            if (a->shortcuts().isEmpty())
                continue;
            bool heard = false;
            for (const QObject *o : a->associatedObjects()) {
                const auto *w = qobject_cast<const QWidget *>(o);
                heard = heard
                    || (w && !qobject_cast<const QMenu *>(w) && !inToolBar(w) && (w == m_window.get() || m_window->isAncestorOf(w)));
            }
            if (!heard)
                wrong << a->objectName();
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n"_s)));
    }

    void whatTheProgramIsMadeWithIsNamed()
    {
        for (const AboutPage::Part &p : AboutPage::parts()) {
            QVERIFY2(!p.licence.isEmpty() && !p.use.isEmpty(), qPrintable(p.name));
            if (p.name != u"Noto Sans CJK"_s)
                QVERIFY2(!p.version.isEmpty(), qPrintable(p.name));
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
