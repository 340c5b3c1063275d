// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"
#include "common/page.h"
#include "help/manualwindow.h"
#include "library/reportlist.h"
#include "library/startpage.h"
#include "review/form/formview.h"
#include "review/panels/cellpanel.h"
#include "review/panels/findingspanel.h"
#include "review/reviewpage.h"
#include "review/source/sourceview.h"
#include "review/verbs.h"
#include "samplereport.h"
#include "window/pagestack.h"
#include "window/sidepanels.h"
#include "windowfixture.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>

using namespace gouji;
using namespace Qt::StringLiterals;

/// The whole window with a real store: what a person does from opening a file to printing it.
class TestMainWindow : public QObject, protected test::WindowFixture {
    Q_OBJECT

    QString sample(const QString &name, const QHash<QString, QString> &values = {}) const
    {
        return write(name, test::sampleReport(values).document.text.toUtf8());
    }
    void open(const QString &file)
    {
        QSignalSpy opened(m_desk.get(), &Desk::opened);
        m_answers.open = {file};
        QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
        QTRY_COMPARE(opened.size(), 1);
    }
    void click(const QString &name)
    {
        form()->setCurrentCell(id(name));
        QTest::mouseClick(form()->viewport(), Qt::LeftButton, {}, form()->cellRect(id(name)).center());
    }

private Q_SLOTS:
    void init() { newFolder(); }
    void cleanup() { stop(); }

    void withoutAReportTheWindowSaysWhatToDo()
    {
        start();
        QVERIFY(m_window->findChild<StartPage *>()->isVisible());
        QVERIFY(!StartPage::samples().isEmpty());
        QCOMPARE(m_window->focusWidget()->objectName(), u"startOpen"_s);
        QSignalSpy opening(m_window->findChild<StartPage *>(), &StartPage::openRequested);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        QCOMPARE(opening.size(), 1);
        QVERIFY(!m_window->findChild<QAction *>(u"print"_s)->isEnabled());
    }

    void lastYearsReportIsComparedLive()
    {
        const QHash<QString, QString> now
            = {{u"requests.carried_over.natural_person"_s, u"3"_s}, {u"requests.carried_over.total"_s, u"3"_s},
                {u"requests.granted.natural_person"_s, u"3"_s}, {u"requests.granted.total"_s, u"3"_s},
                {u"requests.total_handled.natural_person"_s, u"3"_s}, {u"requests.total_handled.total"_s, u"3"_s}};
        const QHash<QString, QString> before
            = {{u"requests.new_received.natural_person"_s, u"5"_s}, {u"requests.new_received.total"_s, u"5"_s},
                {u"requests.carried_forward.natural_person"_s, u"5"_s}, {u"requests.carried_forward.total"_s, u"5"_s}};
        const QString lastYear = write(u"2022.txt"_s, test::sampleReport(before).document.text.replace(u"2023年"_s, u"2022年"_s).toUtf8());
        start();
        open(lastYear);
        const auto yearFindings = [&] {
            QStringList out;
            for (const Finding &f : m_desk->session()->findings()) {
                if (f.rule.startsWith(u"year."_s))
                    out << f.message;
            }
            return out;
        };
        QCOMPARE(yearFindings(), QStringList());
        open(sample(u"2023.txt"_s, now));
        QCOMPARE(yearFindings().size(), 1);
        QVERIFY2(yearFindings()[0].contains(u"2022年“结转下年” 5"_s), qPrintable(yearFindings()[0]));
        bool shown = false;
        for (const auto *view : m_window->findChildren<QAbstractItemView *>()) {
            for (int row = 0; view->model() && row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    shown = shown || view->model()->index(row, column).data().toString().contains(u"2022年“结转下年” 5"_s);
            }
        }
        QVERIFY(shown);
        // Every correction re-checks; another year has another year before it.
        for (const QString &column : {u"natural_person"_s, u"total"_s})
            QVERIFY(m_desk->session()->perform(verbs::edit(m_desk->session()->report(), id(u"requests.carried_over."_s + column), u"5"_s)));
        QCOMPARE(yearFindings(), QStringList());
        QVERIFY(m_desk->session()->undo());
        QCOMPARE(yearFindings().size(), 1);
        QVERIFY(m_desk->session()->perform(verbs::setYear(m_desk->session()->report(), u"2025"_s)));
        QCOMPARE(yearFindings(), QStringList());
        QVERIFY(m_desk->session()->undo());
        QCOMPARE(yearFindings().size(), 1);
    }

    void departmentsAreComparedInTheWindow()
    {
        const auto report = [&](const QString &name, const QString &agency, const QString &licences) {
            QString text = test::sampleReport({{u"proactive.licensing.decisions"_s, licences}}).document.text;
            return write(name, text.replace(u"云岭市水务局"_s, agency).toUtf8());
        };
        {
            const auto store = Store::open(path(u"store.sqlite"_s), test::knowledge());
            QVERIFY((*store)->setRegions({{u"云岭市水务局"_s, u"云岭市人民政府"_s}, {u"云岭市教育局"_s, u"云岭市人民政府"_s}}).ok());
        }
        start();
        const auto regionFindings = [&] {
            QStringList out;
            for (const Finding &f : m_desk->session()->findings()) {
                if (f.rule.startsWith(u"region."_s))
                    out << f.message;
            }
            return out;
        };
        open(report(u"水务.txt"_s, u"云岭市水务局"_s, u"3"_s));
        open(report(u"市.txt"_s, u"云岭市人民政府"_s, u"8"_s));
        QCOMPARE(regionFindings().size(), 1);
        QVERIFY2(regionFindings()[0].contains(u"云岭市教育局"_s), qPrintable(regionFindings()[0]));
        const QUuid city = m_desk->reportId();
        open(report(u"教育.txt"_s, u"云岭市教育局"_s, u"4"_s));
        m_desk->openStored(city);
        QCOMPARE(regionFindings().size(), 1);
        QVERIFY2(regionFindings()[0].contains(u"8 ≠ 7"_s), qPrintable(regionFindings()[0]));
        QVERIFY(m_desk->session()->perform(verbs::edit(m_desk->session()->report(), id(u"proactive.licensing.decisions"_s), u"7"_s)));
        QCOMPARE(regionFindings(), QStringList());
    }

    void findingsAreJudged()
    {
        start();
        open(sample(u"判断.txt"_s, {{u"remedies.review.total"_s, u"3"_s}, {u"remedies.review.upheld"_s, u"2"_s}}));
        auto *panel = m_window->findChild<FindingsPanel *>();
        const auto button = [&](const char *name) { return panel->findChild<QToolButton *>(QLatin1StringView(name)); };
        const auto press = [&](const char *name) { QTest::mouseClick(button(name), Qt::LeftButton); };
        const auto shown = [&] { return panel->model()->index(0, FindingsModel::VerdictColumn).data().toString(); };
        QVERIFY(!button("judge-confirmed")->isEnabled()); // nothing is chosen
        page()->selectFinding(0);
        QVERIFY(button("judge-confirmed")->isEnabled());
        QVERIFY(panel->view()->isColumnHidden(FindingsModel::VerdictColumn));
        press("judge-confirmed");
        QCOMPARE(shown(), u"属实"_s);
        QVERIFY(!panel->view()->isColumnHidden(FindingsModel::VerdictColumn));
        QCOMPARE(panel->current(), 0); // one goes on with the same line
        QVERIFY(!button("judge-dismissed")->isEnabled());
        QTest::keyClicks(panel->findChild<QLineEdit *>(u"judgingReason"_s), u"merged"_s);
        press("judge-dismissed");
        QCOMPARE(shown(), u"不是问题"_s);
        QCOMPARE(m_desk->session()->verdicts()[0].reason, u"merged"_s);
        QVERIFY(m_desk->session()->undo().ok());
        QCOMPARE(shown(), u"属实"_s);
        QVERIFY(m_desk->session()->perform(verbs::edit(m_desk->session()->report(), id(u"remedies.review.total"_s), u"5"_s)).ok());
        QCOMPARE(shown(), u"判断已失效"_s);
        page()->selectFinding(0);
        press("judge-none");
        QCOMPARE(shown(), QString());
        // The same by the keyboard, from the tables.
        form()->setFocus();
        form()->setCurrentCell(id(u"requests.granted.total"_s));
        QTest::keyClick(form(), Qt::Key_Y); // no finding is chosen
        QCOMPARE(shown(), QString());
        page()->selectFinding(0);
        QTest::keyClick(form(), Qt::Key_T);
        QCOMPARE(shown(), u"退回单位"_s);
        QTest::keyClick(form(), Qt::Key_N);
        QVERIFY(m_window->focusWidget()->objectName() == "judgingReason"_L1);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(form()->hasFocus());
        QCOMPARE(shown(), u"退回单位"_s);
        QTest::keyClick(form(), Qt::Key_N);
        QTest::keyClicks(m_window->focusWidget(), u"merged"_s);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        QCOMPARE(shown(), u"不是问题"_s);
        QVERIFY(form()->hasFocus());
    }

    void everySampleOpens()
    {
        start();
        for (const QString &path : StartPage::samples()) {
            QSignalSpy opened(m_desk.get(), &Desk::opened);
            m_window->openFiles({path});
            QTRY_COMPARE(opened.size(), 1);
            QVERIFY(page()->isVisible());
            QVERIFY2(m_window->messageBar()->text().isEmpty(), qPrintable(path + m_window->messageBar()->text()));
        }
        QCOMPARE(m_window->findChild<ReportList *>()->model()->rowCount(), int(StartPage::samples().size()));
        QVERIFY(m_preferences->recentFiles().isEmpty()); // samples are no files of a person
    }

    void editShiftUndoConfirmSaveReopen()
    {
        const QString file = sample(u"报告.txt"_s,
            {{u"requests.granted.natural_person"_s, u""_s}, {u"requests.granted.business"_s, u"3"_s},
                {u"requests.granted.total"_s, u"3"_s}});
        start();
        open(file);
        QCOMPARE(m_desk->session()->report().agency, u"云岭市水务局"_s);

        click(u"requests.granted.natural_person"_s);
        QTest::keyClick(form(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"3"_s);
        QTest::keyClick(form(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(value(u"requests.granted.business"_s), u"3"_s);
        QTest::keyClick(form(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"3"_s);

        click(u"remedies.review.upheld"_s);
        QTest::keyClick(form(), Qt::Key_5);
        QTest::keyClick(m_window->findChild<QLineEdit *>(u"cellEditor"_s), Qt::Key_Return);
        QCOMPARE(value(u"remedies.review.upheld"_s), u"5"_s);
        auto *state = m_window->findChild<QComboBox *>(u"stateField"_s);
        state->setCurrentIndex(state->findData(u"open"_s));
        Q_EMIT state->activated(state->currentIndex());
        QCOMPARE(m_desk->session()->state(), u"open"_s);
        click(u"requests.granted.natural_person"_s);
        const int acts = int(m_desk->session()->history().size());

        // Another start finds report, acts, state and even the chosen cell again.
        stop();
        start();
        m_window->restoreLastReport();
        QVERIFY(m_desk->session());
        QCOMPARE(int(m_desk->session()->history().size()), acts);
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"3"_s);
        QCOMPARE(value(u"remedies.review.upheld"_s), u"5"_s);
        QCOMPARE(m_desk->session()->state(), u"open"_s);
        QCOMPARE(form()->currentCell(), id(u"requests.granted.natural_person"_s));
        QVERIFY(page()->actions()->undo->isEnabled());

        // So does opening the same file once more, under another name.
        m_desk->close();
        QVERIFY(QFile::copy(file, path(u"副本.txt"_s)));
        open(path(u"副本.txt"_s));
        QCOMPARE(value(u"remedies.review.upheld"_s), u"5"_s);
        QCOMPARE(m_desk->reports().size(), 1);
    }

    void theFocusComesBack()
    {
        start();
        open(sample(u"报告.txt"_s));
        click(u"remedies.review.upheld"_s);
        for (const int page : {int(Qt::Key_F7), int(Qt::Key_Comma)}) {
            QTest::keyClick(form(), Qt::Key(page), page == Qt::Key_F7 ? Qt::NoModifier : Qt::ControlModifier);
            QVERIFY(!form()->hasFocus());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QTRY_VERIFY(form()->hasFocus());
        }
        // Out of a panel as well, whether it stays open or is closed.
        QTest::keyClick(form(), Qt::Key_Delete);
        QTest::keyClick(form(), Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(!form()->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(form()->hasFocus());
        QTest::keyClick(form(), Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(form()->hasFocus());
    }

    void nothingIsDoneBehindAnotherPage()
    {
        start();
        open(sample(u"报告.txt"_s));
        click(u"remedies.review.upheld"_s);
        QTest::keyClick(form(), Qt::Key_Delete);
        QVERIFY(page()->actions()->undo->isEnabled());
        QTest::keyClick(form(), Qt::Key_F7);
        for (const QAction *action : {page()->actions()->undo, page()->actions()->cut, page()->actions()->take})
            QVERIFY(!action->isEnabled());
        QVERIFY(page()->actions()->nextProblem->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        for (const QAction *action : {page()->actions()->undo, page()->actions()->cut, page()->actions()->take})
            QTRY_VERIFY(action->isEnabled());
    }

    void theKeysOfTheReportHoldInItsList()
    {
        start();
        open(sample(u"报告.txt"_s, {{u"remedies.review.total"_s, u"3"_s}, {u"remedies.review.upheld"_s, u"2"_s}}));
        QTest::keyClick(m_window.get(), Qt::Key_F9);
        auto *list = m_window->findChild<QListView *>(u"reportListView"_s);
        QVERIFY(list->isVisible());
        list->setFocus();
        form()->setCurrentCell(id(u"requests.granted.total"_s));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_F8);
        QVERIFY(page()->currentCell() != id(u"requests.granted.total"_s));
        QTest::keyClick(form(), Qt::Key_Delete);
        QTest::keyClick(form(), Qt::Key_H, Qt::ControlModifier);
        form()->setCurrentCell(id(u"requests.granted.total"_s));
        QTRY_VERIFY(!form()->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
        QVERIFY(page()->currentCell() != id(u"requests.granted.total"_s));
    }

    void theReviewerIsAskedOnceAndInline()
    {
        start();
        open(sample(u"报告.txt"_s));
        click(u"remedies.review.upheld"_s);
        QTest::keyClick(form(), Qt::Key_Delete);
        auto *field = m_window->findChild<QLineEdit *>(u"messageField"_s);
        QVERIFY(field->isVisible());
        QVERIFY(!field->hasFocus()); // the hands stay where they were
        field->setText(u"王敏"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_preferences->reviewer(), u"王敏"_s);
        QTest::keyClick(form(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!field->isVisible());
        QCOMPARE(m_desk->session()->history().last().who, u"王敏"_s);
    }

    void badFilesAreOneLine_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("missing") << u"没有.txt"_s << QByteArray();
        QTest::newRow("empty") << u"空.txt"_s << QByteArray("");
        QTest::newRow("binary") << u"二进制.txt"_s
                                << QByteArray("\x7f"
                                              "ELF\0\0\1\2\3\0\0\0",
                                       12)
                                       .repeated(40);
        QTest::newRow("no report") << u"菜谱.txt"_s << QByteArray("西红柿两个，鸡蛋三个。\n先炒鸡蛋。\n");
    }
    void badFilesAreOneLine()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        if (name != u"没有.txt"_s)
            write(name, bytes);
        start();
        QSignalSpy failed(m_desk.get(), &Desk::failed);
        m_window->openFiles({path(name)});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(m_window->messageBar()->isVisible());
        QVERIFY(m_window->messageBar()->text().contains(name));
        QVERIFY(m_window->messageBar()->text().size() < 120);
        QVERIFY(m_window->findChild<StartPage *>()->isVisible());
        QVERIFY(!QApplication::activeModalWidget());
    }

    void manyFilesAreKeptAndBadOnesListed()
    {
        start();
        QSignalSpy idle(m_desk.get(), &Desk::idle);
        m_window->openFiles({sample(u"一.txt"_s), write(u"坏.txt"_s, "x"), sample(u"二.txt"_s, {{u"requests.granted.total"_s, u"4"_s}}),
            path(u"无.txt"_s)});
        QTRY_COMPARE(idle.size(), 1);
        QCOMPARE(m_desk->reports().size(), 2);
        QVERIFY(m_window->messageBar()->text().contains(u"2"_s));
        auto *list = m_window->findChild<QListView *>(u"reportListView"_s);
        QTRY_VERIFY(list->isVisible());
        const QUuid before = m_desk->reportId();
        const int other = list->currentIndex().row() == 0 ? 1 : 0;
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(other, 0)).center());
        QVERIFY(m_desk->reportId() != before);
    }

    void filesAreDropped()
    {
        start();
        QSignalSpy opened(m_desk.get(), &Desk::opened);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(sample(u"报告.txt"_s))});
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &drop);
        QTRY_COMPARE(opened.size(), 1);
    }

    void aHalfRecognisedReportSaysWhatIsMissing()
    {
        start();
        QString text = test::sampleReport().document.text;
        text.truncate(text.indexOf(u"四、政府信息公开行政复议"_s));
        open(write(u"半份.txt"_s, text.toUtf8()));
        QVERIFY(m_window->messageBar()->text().contains(u"行政复议"_s));
        QVERIFY(page()->isVisible());
    }

    void aHistoryThatDoesNotFitIsSaidAndNothingCanBeDone()
    {
        {
            const auto store = Store::open(path(u"store.sqlite"_s), test::knowledge());
            QVERIFY(store.ok());
            const auto report = (*store)->keep(test::sampleReport(), {});
            QVERIFY(report.ok());
            ReviewSession elsewhere(test::sampleReport({{u"requests.granted.total"_s, u"7"_s}}), test::knowledge());
            QVERIFY(elsewhere.perform(verbs::edit(elsewhere.report(), id(u"requests.granted.total"_s), u"8"_s)).ok());
            QVERIFY((*store)->append(*report, elsewhere.history().first()).ok());
        }
        start();
        m_desk->openStored(m_desk->reports().first().id);
        auto *bar = m_window->messageBar();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->text().count(u"对不上"_s), 1); // said once, though store and session both know
        QVERIFY(bar->text().contains(u"暂不能修改"_s));
        click(u"requests.granted.total"_s);
        QTest::keyClick(form(), Qt::Key_Delete);
        QVERIFY(m_desk->session()->history().isEmpty());
        QCOMPARE(value(u"requests.granted.total"_s), u"0"_s);
        QVERIFY(m_window->findChild<QLabel *>(u"refusalLabel"_s)->isVisible());

        // The next report has nothing to do with it.
        open(sample(u"报告.txt"_s, {{u"requests.granted.total"_s, u"4"_s}}));
        QVERIFY2(bar->text().isEmpty(), qPrintable(bar->text()));
    }

    void whatIsNotWholeIsSaidWithTheRest()
    {
        QString text = test::sampleReport().document.text;
        text.truncate(text.indexOf(u"四、政府信息公开行政复议"_s));
        {
            const auto read = readReport(text.toUtf8(), u"半份.txt"_s, test::knowledge());
            QVERIFY(read.ok());
            const auto store = Store::open(path(u"store.sqlite"_s), test::knowledge());
            const auto report = (*store)->keep(*read, text.toUtf8());
            ReviewSession session(*read, test::knowledge());
            session.setKeeper([&](const Act &act) { return (*store)->append(*report, act); });
            QVERIFY(session.perform(verbs::edit(session.report(), id(u"requests.granted.total"_s), u"8"_s)).ok());
        }
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"spoil"_s);
            db.setDatabaseName(path(u"store.sqlite"_s));
            QVERIFY(db.open());
            QSqlQuery query(db);
            QVERIFY2(query.exec(u"DROP TRIGGER act_unchanged"_s), qPrintable(query.lastError().text()));
            QVERIFY2(query.exec(u"UPDATE act SET reason = 'nachgetragen'"_s), qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(u"spoil"_s);
        start();
        m_desk->openStored(m_desk->reports().first().id);
        const QString said = m_window->messageBar()->text();
        QVERIFY2(said.contains(u"校验值不符"_s) && said.contains(u"行政复议"_s), qPrintable(said));
        // A question stands in front for a while; what it hid comes back.
        click(u"remedies.review.upheld"_s);
        QTest::keyClick(form(), Qt::Key_5);
        QTest::keyClick(m_window->findChild<QLineEdit *>(u"cellEditor"_s), Qt::Key_Return);
        auto *field = m_window->findChild<QLineEdit *>(u"messageField"_s);
        QVERIFY(field->isVisible());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_window->messageBar()->text(), said);
        QTest::mouseClick(m_window->findChild<QToolButton *>(u"messageClose"_s), Qt::LeftButton);
        QVERIFY(!m_window->messageBar()->isVisible());
    }

    void theManualOpensWhereItIsNeeded_data()
    {
        QTest::addColumn<QString>("widget");
        QTest::addColumn<QString>("heading");
        QTest::newRow("tables") << u"formView"_s << u"改"_s;
        QTest::newRow("text") << u"sourceView"_s << u"看表"_s;
        QTest::newRow("findings") << u"findingsView"_s << u"判断问题"_s;
        QTest::newRow("explanation") << u"cellText"_s << u"看说明"_s;
        QTest::newRow("agency, of which it says nothing of its own") << u"agencyField"_s << u"看表"_s;
        QTest::newRow("list of reports") << u"reportListView"_s << u"报告队列"_s;
        QTest::newRow("menu bar, which is about everything") << u"menuBar"_s << QString();
    }
    void theManualOpensWhereItIsNeeded()
    {
        QFETCH(QString, widget);
        QFETCH(QString, heading);
        start();
        open(sample(u"报告.txt"_s));
        QWidget *focus = m_window->findChild<QWidget *>(widget);
        m_window->findChild<QWidget *>(u"reportList"_s)->show();
        if (focus)
            focus->setFocus();
        else
            m_window->menuBar()->setFocus();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F1);
        auto *manual = m_window->findChild<ManualWindow *>();
        QVERIFY(manual && manual->isVisible());
        QVERIFY(!manual->isModal());
        QTextBrowser *view = manual->view();
        QVERIFY(view->isReadOnly());
        QCOMPARE(view->textCursor().block().text(), heading.isEmpty() ? u"勾稽使用手册"_s : heading);
        QCOMPARE(view->cursorRect().top() < view->viewport()->height() / 4, true);
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!manual->isVisible());
        m_window->findChild<QAction *>(u"showManual"_s)->trigger();
        QVERIFY(manual->isVisible());
        QCOMPARE(m_window->findChildren<ManualWindow *>().size(), 1);
    }

    void bothManualsHaveEveryTopic()
    {
        start();
        QTranslator english;
        QVERIFY(english.load(u":/i18n/gouji_en.qm"_s));
        // Every page and panel has one, and what the hand may be in besides.
        for (const QString &page : m_window->pages()->ids()) {
            if (page != "showAbout"_L1)
                QVERIFY2(!ManualWindow::topicOf(m_window->pages()->page(QLatin1StringView(page.toLatin1()))).isEmpty(), qPrintable(page));
        }
        for (const QString &panel : m_window->panels()->ids())
            QVERIFY2(!ManualWindow::topicOf(m_window->panels()->content(QLatin1StringView(panel.toLatin1()))).isEmpty(), qPrintable(panel));
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        int topics = 0;
        for (const QWidget *w : m_window->findChildren<QWidget *>()) {
            const QString topic = w->property(ManualWindow::TopicProperty).toString();
            if (topic.isEmpty())
                continue;
            ++topics;
            const QString translated = english.translate(w->metaObject()->className(), topic.toUtf8().constData());
            for (const auto &[file, heading] :
                {std::pair(u":/manual/index.md"_s, topic), std::pair(u":/manual/index.en.md"_s, translated)}) {
                QFile manual(file);
                QVERIFY(manual.open(QIODevice::ReadOnly));
                QVERIFY2(QString::fromUtf8(manual.readAll()).contains(u"\n## "_s + heading + u'\n'), qPrintable(file + u' ' + heading));
            }
        }
        QVERIFY(topics > 15);
    }

    void everyPaneIsReachedWithOneKey()
    {
        start();
        open(u":/samples/tabs-lost-spans.txt"_s);
        const CellId cell = id(u"requests.refused_petition.natural_person"_s);
        form()->setCurrentCell(cell);
        form()->setFocus();
        QStringList seen;
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
            seen << m_window->focusWidget()->objectName();
        }
        QCOMPARE(seen, (QStringList{u"findingsView"_s, u"cellText"_s, u"choicesView"_s, u"sourceView"_s, u"formView"_s}));
        QCOMPARE(form()->currentCell(), cell);
    }

    void aStoreThatCannotBeOpenedIsALineAndNothingIsLost()
    {
        start();
        const QString bad = write(u"坏库.sqlite"_s, QByteArray("this is no database at all").repeated(100));
        QVERIFY(!m_desk->openStore(bad).ok());
        open(sample(u"报告.txt"_s));
        QVERIFY(!m_window->messageBar()->text().isEmpty());
        click(u"remedies.review.upheld"_s);
        QTest::keyClick(form(), Qt::Key_Delete);
        QVERIFY(page()->actions()->undo->isEnabled());
    }

    void thePdfCarriesTheWords()
    {
        start();
        open(sample(u"报告.txt"_s));
        m_answers.save = path(u"意见表.pdf"_s);
        m_window->findChild<QAction *>(u"exportPdf"_s)->trigger();
        QFile file(m_answers.save);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not installed");
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, m_answers.save, u"-"_s});
        QVERIFY(reader.waitForFinished());
        // Fonts share glyphs between characters and radicals; readers of PDF text know that, and so must this one.
        const QString text = QString::fromUtf8(reader.readAllStandardOutput())
                                 .normalized(QString::NormalizationForm_KC)
                                 .remove(u' ')
                                 .replace(u'⻅', u'见');
        QVERIFY2(text.contains(u"核查意见表"_s), qPrintable(text.left(2000)));
        QVERIFY(text.contains(u"云岭市水务局"_s));

        m_answers.save = path(u"没有这个文件夹/意见表.pdf"_s);
        m_window->findChild<QAction *>(u"exportPdf"_s)->trigger();
        QVERIFY(!m_window->messageBar()->text().isEmpty());
    }

    /// Last year's number is offered, and breaks this year's sums: a person may take it, but not by the way.
    void whatBreaksMoreThanItMendsIsNotTakenWithSpace()
    {
        start();
        QFile file(QStringLiteral(GOUJI_SOURCE_DIR "/resources/samples/tabs-lost-spans.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        open(write(u"2022.txt"_s, QByteArray(text).replace("2023", "2022")));
        open(write(u"2023.txt"_s, text));
        const QList<Finding> &findings = session()->findings();
        const auto carry = std::find_if(findings.begin(), findings.end(), [](const Finding &f) { return f.rule == "year.carry_over"_L1; });
        QVERIFY(carry != findings.end());
        page()->selectFinding(int(carry - findings.begin()));
        form()->setFocus();
        QVERIFY(!page()->cellPanel()->suggestions().isEmpty());
        QTest::keyClick(form(), Qt::Key_Space);
        QVERIFY(session()->history().isEmpty());
        QTest::keyClick(form(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(session()->history().size(), 1);
    }

    void settingsAreAPageAndCountAtOnce()
    {
        start();
        open(sample(u"报告.txt"_s));
        QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
        auto *name = m_window->findChild<QLineEdit *>(u"settingReviewer"_s);
        QVERIFY(name->isVisible());
        name->setText(u"李想"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(m_desk->session()->reviewer(), u"李想"_s);
        // A list of bodies, which is in the store from then on.
        auto *regions = m_window->findChild<QLabel *>(u"settingRegions"_s);
        QCOMPARE(regions->text(), u"还没有"_s);
        const auto choose = [&](const QByteArray &list) {
            m_answers.open = {write(u"名单.csv"_s, list)};
            QTest::mouseClick(m_window->findChild<QPushButton *>(u"settingRegionsChoose"_s), Qt::LeftButton);
        };
        choose("只有一栏\n");
        QVERIFY2(m_window->messageBar()->text().contains(u"名单.csv"_s), qPrintable(m_window->messageBar()->text()));
        QCOMPARE(regions->text(), u"还没有"_s);
        choose("云岭市水务局,云岭市人民政府\n云岭市教育局,云岭市人民政府\n");
        QVERIFY(m_window->messageBar()->text().isEmpty());
        QCOMPARE(regions->text(), u"2 个单位"_s);
        auto *reopen = m_window->findChild<QCheckBox *>(u"settingReopen"_s);
        QVERIFY(reopen->isChecked());
        reopen->click();
        m_window->findChild<QWidget *>(u"settingsDone"_s)->setFocus();
        QTest::keyClick(m_window->findChild<QWidget *>(u"settingsDone"_s), Qt::Key_Space);
        QVERIFY(page()->isVisible());
        stop();
        start();
        m_window->restoreLastReport();
        QVERIFY(!m_desk->session()); // as it was asked for
    }

    void shortcutsAreNotTakenTwice()
    {
        start();
        QHash<QString, QString> taken;
        QList<QAction *> actions = m_window->findChildren<QAction *>();
        for (const QAction *a : std::as_const(actions)) {
            for (const QKeySequence &k : a->shortcuts()) {
                QVERIFY2(!taken.contains(k.toString()) || a->objectName().isEmpty(), qPrintable(k.toString() + u' ' + a->objectName()));
                taken.insert(k.toString(), a->objectName());
            }
        }
        QVERIFY(taken.size() > 20);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
