// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"
#include "document/sourceplace.h"
#include "review/cells/dragdata.h"
#include "review/form/formview.h"
#include "review/pages/pagebar.h"
#include "review/pages/pagestrip.h"
#include "review/pages/pageview.h"
#include "review/pages/shownpages.h"
#include "review/panels/cellpanel.h"
#include "review/panels/findingsmodel.h"
#include "review/panels/findingspanel.h"
#include "review/reviewpage.h"
#include "review/source/sourceview.h"
#include "samplereport.h"

#include <QAccessible>
#include <QClipboard>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace gouji;
using namespace Qt::StringLiterals;

/// The review page as a person uses it: keys and clicks, no store.
class TestReviewPage : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewSession> m_session;
    std::unique_ptr<ReviewPage> m_page;

    static CellId id(const QString &name) { return test::knowledge().forms->cell(name); }
    const Cell &cell(const QString &name) const { return m_session->report().cell(id(name)); }
    QString value(const QString &name) const { return cell(name).value ? cell(name).value->toString() : QString(); }
    QLineEdit *editor() const { return m_page->findChild<QLineEdit *>(u"cellEditor"_s); }
    void open(ReadReport read)
    {
        m_page.reset();
        m_session = std::make_unique<ReviewSession>(std::move(read), test::knowledge());
        m_page = std::make_unique<ReviewPage>();
        m_page->resize(1280, 760);
        m_page->setSession(m_session.get());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
        m_page->formView()->setFocus();
    }
    void drop(const QMimeData &mime, const QString &name)
    {
        QWidget *target = m_page->formView()->viewport();
        const QPoint at = m_page->formView()->cellRect(id(name)).center();
        QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(target, &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(at, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(target, &move);
        QVERIFY(move.isAccepted());
        QDropEvent event(at, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(target, &event);
        QVERIFY(event.isAccepted());
    }
    void click(const QString &name)
    {
        FormView *view = m_page->formView();
        view->setCurrentCell(id(name)); // brings it into sight
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->cellRect(id(name)).center());
    }
    void key(int k, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = editor()->isVisible() ? static_cast<QWidget *>(editor()) : m_page->formView();
        QTest::keyClick(target, Qt::Key(k), modifiers);
    }

private Q_SLOTS:
    void pagesBesideTables();
    void pagesOfOfd();
    void tablesWithoutPages_data();
    void tablesWithoutPages();
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void sentencesOfFindingsAreShownWhole()
    {
        open(test::sampleReport({{u"requests.granted.natural_person"_s, u"7"_s}}));
        auto *view = m_page->findChild<QTreeView *>(u"findingsView"_s);
        QVERIFY(view->model()->rowCount() > 0);
        for (const int width : {900, 420}) {
            m_page->resize(width, 700);
            const QModelIndex index = view->model()->index(0, FindingsModel::MessageColumn);
            const auto needed = [&] {
                const int room = view->columnWidth(FindingsModel::MessageColumn) - 2 * theme::Grid;
                return view->fontMetrics().boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, index.data().toString()).height();
            };
            QTRY_VERIFY2(
                view->visualRect(index).height() >= needed(), qPrintable(u"%1 < %2"_s.arg(view->visualRect(index).height()).arg(needed())));
        }
    }

    void aClickOnACellLightsUpItsCharacters()
    {
        open(test::sampleReport({{u"requests.granted.natural_person"_s, u"7"_s}, {u"requests.granted.total"_s, u"7"_s}}));
        click(u"requests.granted.natural_person"_s);
        QCOMPARE(m_page->currentCell(), id(u"requests.granted.natural_person"_s));
        QCOMPARE(m_page->sourceView()->highlights(), QList<TextRange>{cell(u"requests.granted.natural_person"_s).source});
        QVERIFY(m_page->cellPanel()->findChild<QLabel *>(u"cellHead"_s)->text().contains(u"予以公开"_s));
    }

    void aClickOnANumberInTheSourceChoosesItsCell()
    {
        open(test::sampleReport({{u"requests.granted.business"_s, u"56"_s}}));
        SourceView *source = m_page->sourceView();
        const TextRange range = cell(u"requests.granted.business"_s).source;
        source->reveal(range);
        QTextCursor cursor(source->document());
        cursor.setPosition(int(range.begin) + 1);
        QTest::mouseClick(source->viewport(), Qt::LeftButton, {}, source->cursorRect(cursor).center());
        QCOMPARE(m_page->currentCell(), id(u"requests.granted.business"_s));
    }

    void typingEditsEnterGoesDownUndoTakesBack()
    {
        open(test::sampleReport());
        click(u"requests.granted.natural_person"_s);
        key(Qt::Key_1);
        QVERIFY(editor()->isVisible());
        key(Qt::Key_2);
        key(Qt::Key_Return);
        QVERIFY(!editor()->isVisible());
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"12"_s);
        QCOMPARE(cell(u"requests.granted.natural_person"_s).status, CellStatus::Corrected);
        QCOMPARE(m_page->currentCell(), id(u"requests.partially_granted.natural_person"_s));
        QCOMPARE(m_session->history().size(), 1);
        QVERIFY(m_page->actions()->undo->text().size() > 3);
        QTest::keyClick(m_page->formView(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"0"_s);
        QCOMPARE(m_page->currentCell(), id(u"requests.granted.natural_person"_s)); // what was taken back is shown
        click(u"requests.new_received.total"_s);
        QTest::keyClick(m_page->formView(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_page->currentCell(), id(u"requests.granted.natural_person"_s));
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"12"_s);
    }

    void tabGoesRightAndEscapeTakesBack()
    {
        open(test::sampleReport());
        click(u"requests.granted.natural_person"_s);
        key(Qt::Key_5);
        key(Qt::Key_Tab);
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"5"_s);
        QCOMPARE(m_page->currentCell(), id(u"requests.granted.business"_s));
        key(Qt::Key_9);
        key(Qt::Key_Escape);
        QVERIFY(!editor()->isVisible());
        QCOMPARE(value(u"requests.granted.business"_s), u"0"_s);
        QCOMPARE(m_session->history().size(), 1);
    }

    void lookingIntoACellIsNoAct()
    {
        open(test::sampleReport());
        click(u"requests.granted.natural_person"_s);
        key(Qt::Key_F2);
        QVERIFY(editor()->isVisible());
        key(Qt::Key_Return);
        QVERIFY(m_session->history().isEmpty());
    }

    void aRefusalIsShownInPlaceAndTheEditorStays()
    {
        open(test::sampleReport());
        click(u"requests.granted.natural_person"_s);
        key(Qt::Key_1);
        key(Qt::Key_Minus);
        key(Qt::Key_Return);
        QVERIFY(editor()->isVisible());
        auto *label = m_page->findChild<QLabel *>(u"refusalLabel"_s);
        QVERIFY(label->isVisible());
        QVERIFY(!label->text().isEmpty());
        key(Qt::Key_Escape);
        QVERIFY(!label->isVisible());
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"0"_s);
    }

    void deleteEmptiesAndBlankIsNotZero()
    {
        open(test::sampleReport());
        click(u"remedies.review.upheld"_s);
        key(Qt::Key_Delete);
        QVERIFY(!cell(u"remedies.review.upheld"_s).value);
    }

    void arrowsWalkTheFormAcrossTables()
    {
        open(test::sampleReport());
        click(u"requests.carried_forward.total"_s);
        key(Qt::Key_Left);
        QCOMPARE(m_page->currentCell(), id(u"requests.carried_forward.other"_s));
        key(Qt::Key_Down);
        QVERIFY(test::knowledge().forms->info(m_page->currentCell()).table == u"remedies"_s);
        key(Qt::Key_Up);
        QCOMPARE(test::knowledge().forms->info(m_page->currentCell()).row, u"carried_forward"_s);
    }

    void rowsAreShiftedWithAltArrows()
    {
        open(test::sampleReport(
            {{u"requests.granted.natural_person"_s, {}}, {u"requests.granted.business"_s, u"3"_s}, {u"requests.granted.total"_s, u"3"_s}}));
        click(u"requests.granted.natural_person"_s);
        key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"3"_s);
        QCOMPARE(m_session->history().size(), 1);
        QTest::keyClick(m_page->formView(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(value(u"requests.granted.business"_s), u"3"_s);
    }

    void aRunIsCutAndPasted()
    {
        open(test::sampleReport(
            {{u"requests.denied_state_secret.natural_person"_s, u"4"_s}, {u"requests.denied_state_secret.business"_s, u"5"_s},
                {u"requests.granted.natural_person"_s, {}}, {u"requests.granted.business"_s, {}}}));
        click(u"requests.denied_state_secret.natural_person"_s);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_page->formView()->selectedRun().size(), 2);
        key(Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"4\t5"_s);
        m_page->formView()->setCurrentCell(id(u"requests.granted.natural_person"_s));
        key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"4"_s);
        QCOMPARE(value(u"requests.granted.business"_s), u"5"_s);
        QVERIFY(!cell(u"requests.denied_state_secret.natural_person"_s).value);
    }

    void anyChoiceIsSummed()
    {
        open(test::sampleReport({{u"requests.granted.natural_person"_s, u"4"_s}, {u"requests.granted.business"_s, u"5"_s},
            {u"requests.denied_state_secret.natural_person"_s, u"30"_s}, {u"requests.denied_state_secret.business"_s, {}},
            {u"requests.granted.total"_s, u"200"_s}}));
        FormView *form = m_page->formView();
        QString sum;
        connect(m_page.get(), &ReviewPage::selectionSummed, form, [&sum](const QString &words) { sum = words; });
        click(u"requests.granted.natural_person"_s);
        QCOMPARE(sum, QString());
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(sum, u"选中 2 格，合计 9"_s);
        // A block: two rows down to the one that follows 部分公开, and what it has not is told.
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(form->selection().size(), 6);
        QCOMPARE(sum, u"选中 6 格（1 格没有数），合计 39"_s);
        key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"4\t5\n0\t0\n30\t"_s);
        // A block is no run that could be moved.
        key(Qt::Key_X, Qt::ControlModifier);
        QVERIFY(form->cutRun().isEmpty());
        key(Qt::Key_Escape);
        QCOMPARE(form->selection().size(), 1);
        // Cells picked one by one, and one let go again.
        click(u"requests.granted.natural_person"_s);
        for (const QString &name : {u"requests.granted.total"_s, u"requests.granted.business"_s})
            QTest::mouseClick(form->viewport(), Qt::LeftButton, Qt::ControlModifier, form->cellRect(id(name)).center());
        QCOMPARE(sum, u"选中 3 格，合计 209"_s);
        QTest::mouseClick(
            form->viewport(), Qt::LeftButton, Qt::ControlModifier, form->cellRect(id(u"requests.granted.business"_s)).center());
        QCOMPARE(sum, u"选中 2 格，合计 204"_s);
        QVERIFY(form->selection().contains(form->currentCell()));
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(form->selection().size(), 25 * 7);
    }

    void aNumberOfTheSourceIsTaken()
    {
        open(test::sampleReport({{u"requests.granted.business"_s, u"56"_s}, {u"requests.granted.total"_s, u"?"_s}}));
        click(u"requests.granted.total"_s);
        SourceView *source = m_page->sourceView();
        const TextRange range = cell(u"requests.granted.business"_s).source;
        QTextCursor cursor(source->document());
        cursor.setPosition(int(range.begin));
        cursor.setPosition(int(range.end), QTextCursor::KeepAnchor);
        source->setTextCursor(cursor);
        m_page->actions()->take->trigger();
        QCOMPARE(value(u"requests.granted.total"_s), u"56"_s);
        QCOMPARE(m_session->history().size(), 1);
    }

    void aNumberIsDraggedOntoACell()
    {
        open(test::sampleReport({{u"requests.granted.business"_s, u"56"_s}, {u"requests.granted.total"_s, u"?"_s}}));
        FormView *view = m_page->formView();
        view->setCurrentCell(id(u"requests.granted.total"_s));
        QMimeData mime;
        dragdata::addRange(mime, cell(u"requests.granted.business"_s).source);
        drop(mime, u"requests.granted.total"_s);
        QCOMPARE(value(u"requests.granted.total"_s), u"56"_s);
    }

    void aRunIsDraggedToAnotherRow()
    {
        open(test::sampleReport({{u"requests.granted.natural_person"_s, u"4"_s}, {u"requests.partially_granted.natural_person"_s, {}}}));
        m_page->formView()->setCurrentCell(id(u"requests.granted.natural_person"_s));
        const auto mime = dragdata::ofRun({id(u"requests.granted.natural_person"_s)});
        drop(*mime, u"requests.partially_granted.natural_person"_s);
        QCOMPARE(value(u"requests.partially_granted.natural_person"_s), u"4"_s);
        QVERIFY(!cell(u"requests.granted.natural_person"_s).value);
        QCOMPARE(m_session->history().size(), 1);
    }

    void insertPushesTheRowRight()
    {
        open(test::sampleReport({{u"requests.granted.total"_s, {}}}));
        click(u"requests.granted.natural_person"_s);
        key(Qt::Key_Insert);
        QVERIFY(editor()->isVisible());
        key(Qt::Key_7);
        key(Qt::Key_Return);
        QVERIFY(!editor()->isVisible());
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"7"_s);
        QCOMPARE(value(u"requests.granted.total"_s), u"0"_s);
        QCOMPARE(m_session->history().size(), 1);
    }

    void anEditStillOpenIsKeptWhenTheFocusLeaves()
    {
        open(test::sampleReport());
        click(u"requests.granted.natural_person"_s);
        key(Qt::Key_4);
        m_page->sourceView()->setFocus();
        QVERIFY(!editor()->isVisible());
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"4"_s);
        QCOMPARE(m_session->history().size(), 1);
    }

    void doubtfulCellsAreFoundAndConfirmedByKeys()
    {
        ReadReport read = test::sampleReport();
        for (const QString &name : {u"requests.granted.business"_s, u"requests.refused_repeat.total"_s}) {
            read.report.cell(id(name)).status = CellStatus::Suspect;
            read.report.cell(id(name)).why = u"字形可疑"_s;
        }
        read.findings.clear();
        open(std::move(read));
        const auto openCells = [&] {
            int n = 0;
            for (const CellId c : m_session->report().cellIds())
                n += m_session->report().cell(c).needsPerson();
            return n;
        };
        QCOMPARE(openCells(), 2);
        key(Qt::Key_F8);
        const CellId first = m_page->currentCell();
        QVERIFY(m_session->report().cell(first).needsPerson());
        key(Qt::Key_C);
        QCOMPARE(openCells(), 1);
        key(Qt::Key_F8);
        QVERIFY(m_page->currentCell() != first);
        QVERIFY(m_session->report().cell(m_page->currentCell()).needsPerson());
        key(Qt::Key_C, Qt::ShiftModifier);
        QCOMPARE(openCells(), 0);
        QCOMPARE(m_session->history().size(), 2);
    }

    void spaceTakesTheFirstSuggestion()
    {
        ReadReport read = test::sampleReport();
        Cell &c = read.report.cell(id(u"requests.granted.business"_s));
        c.status = CellStatus::Suspect;
        c.candidates = {Candidate{Decimal(8), u"按行合计"_s, {}}, Candidate{Decimal(3), u"字形相近"_s, {}}};
        open(std::move(read));
        click(u"requests.granted.business"_s);
        QVERIFY(m_page->cellPanel()->suggestions().first().label.contains(u'8'));
        key(Qt::Key_Space);
        QCOMPARE(value(u"requests.granted.business"_s), u"8"_s);
        QTest::keyClick(m_page->formView(), Qt::Key_Z, Qt::ControlModifier);
    }

    void theSearchCountsAndWalks()
    {
        open(test::sampleReport({}, u"全年共收到申请4242件。"_s));
        QTest::keyClick(m_page->formView(), Qt::Key_F, Qt::ControlModifier);
        auto *field = m_page->findChild<QLineEdit *>(u"searchField"_s);
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, u"42"_s);
        QCOMPARE(m_page->findChild<QLabel *>(u"searchCount"_s)->text(), u"第 1 处，共 2 处"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_page->findChild<QLabel *>(u"searchCount"_s)->text(), u"第 2 处，共 2 处"_s);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
    }

    void agencyAndYearAreMendedInPlace()
    {
        open(test::sampleReport());
        auto *agency = m_page->findChild<QLineEdit *>(u"agencyField"_s);
        agency->setFocus();
        agency->selectAll();
        agency->insert(u"云岭市林业局"_s);
        QTest::keyClick(agency, Qt::Key_Return);
        QCOMPARE(m_session->report().agency, u"云岭市林业局"_s);
        QCOMPARE(m_session->report().agencyStatus, FieldStatus::Corrected);
        auto *year = m_page->findChild<QLineEdit *>(u"yearField"_s);
        year->setFocus();
        year->selectAll();
        year->insert(u"不知"_s);
        QTest::keyClick(year, Qt::Key_Return);
        QCOMPARE(m_session->report().year, 2023);
        QCOMPARE(year->text(), u"2023"_s);
        QVERIFY(m_session->undo().ok());
        QCOMPARE(agency->text(), u"云岭市水务局"_s);
    }

    void offsetsSurviveOddCharacters()
    {
        SourceDocument d;
        d.text = u"甲\r乙"_s + QChar(0xfdd0) + QChar::LineSeparator + QChar::ParagraphSeparator + u"\t𠮷１２件\n尾"_s;
        SourceView view;
        view.setDocumentText(d);
        QCOMPARE(qsizetype(view.document()->characterCount() - 1), d.text.size());
        const qsizetype at = d.text.indexOf(u'１');
        QCOMPARE(view.numberAt(at), (TextRange{at, at + 2}));
        QCOMPARE(view.numberAt(at + 2), (TextRange{at, at + 2}));
        QVERIFY(!view.numberAt(0).isValid());
    }

    void screenReadersWalkTheCells()
    {
        open(test::sampleReport({{u"requests.granted.total"_s, u"?"_s}}));
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_page->formView());
        QVERIFY(table);
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->childCount(), int(m_session->report().cellIds().size()));
        click(u"requests.granted.total"_s);
        QAccessibleInterface *cell = table->focusChild();
        QVERIFY(cell && cell->isValid());
        QVERIFY(cell->text(QAccessible::Name).contains(u"予以公开"_s));
        QVERIFY(cell->text(QAccessible::Name).contains(u"缺失"_s));
        QCOMPARE(table->child(table->indexOfChild(cell)), cell);
        QCOMPARE(table->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
    }

    void aCorrectionIsOnTheScreenAtOnce()
    {
        open(test::sampleReport({}, u"全年共收到政府信息公开申请0件。"_s));
        click(u"requests.granted.natural_person"_s);
        QElapsedTimer clock;
        qint64 slowest = 0;
        for (int i = 1; i <= 10; ++i) {
            QTest::keyClick(m_page->formView(), Qt::Key(Qt::Key_0 + i % 10));
            clock.start();
            QTest::keyClick(editor(), Qt::Key_Return);
            m_page->repaint();
            slowest = std::max(slowest, clock.elapsed());
        }
        QCOMPARE(m_session->history().size(), 10);
        qInfo("the slowest of ten corrections took %lld ms with checks and painting", slowest);
        QVERIFY(slowest < 500);
    }

    void aMegabyteStaysQuick_data()
    {
        QTest::addColumn<int>("lineLength");
        QTest::newRow("short lines") << 40;
        QTest::newRow("long paragraphs") << 5000;
        QTest::newRow("one line") << 1000000;
    }
    void aMegabyteStaysQuick()
    {
        QFETCH(int, lineLength);
        ReadReport read = test::sampleReport();
        QString &text = read.document.text;
        const qsizetype from = text.size();
        while (text.size() < from + 1000000) {
            for (int i = 0; i < lineLength; i += 10)
                text += u"公开申请 123，"_s;
            text += u'\n';
        }
        for (qsizetype at = from; at < text.size(); at += 200)
            read.report.leftovers << TextRange{at, at + 3};
        QElapsedTimer clock;
        clock.start();
        open(std::move(read));
        const qint64 opened = clock.restart();
        SourceView *source = m_page->sourceView();
        source->reveal({text.size() / 2, text.size() / 2 + 3});
        source->verticalScrollBar()->setValue(source->verticalScrollBar()->maximum());
        source->viewport()->repaint();
        const qint64 scrolled = clock.elapsed();
        qInfo("opened in %lld ms, scrolled in %lld ms", opened, scrolled);
        QVERIFY2(opened < 3000 && scrolled < 3000, "a long text must not freeze the window");
    }

    void everyWidgetThatTakesKeysHasAName()
    {
        open(test::sampleReport());
        for (QWidget *w : m_page->findChildren<QWidget *>()) {
            if (w->focusPolicy() == Qt::NoFocus || w->objectName().startsWith(u"qt_"_s))
                continue;
            QVERIFY2(!w->accessibleName().isEmpty() || !w->property("text").toString().isEmpty() || qobject_cast<QHeaderView *>(w)
                    || qobject_cast<QLabel *>(w) || w->inherits("QTabBar") || w->parentWidget()->inherits("QComboBox"),
                qPrintable(QString::fromLatin1(w->metaObject()->className()) + u' ' + w->objectName()));
        }
    }
};

/// The page stands beside the tables: a number of it leads to its cell, a cell to its place, and the text is one click away.
void TestReviewPage::pagesBesideTables()
{
    const QString path = QStringLiteral(GOUJI_SOURCE_DIR "/tests/corpus/pdf-thin-rules.pdf");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    auto read = readReport(bytes, path, test::knowledge());
    QVERIFY(read.ok());
    open(*read);
    PageView *pages = m_page->pageView();
    QVERIFY(!pages->isVisible());
    m_page->setOriginal(bytes);
    QVERIFY(pages->isVisible());
    QVERIFY(!m_page->sourceView()->isVisible());
    QCOMPARE(m_page->sourcePane(), pages);

    // A cell of the last page scrolls there; a click on another number of the page chooses its cell.
    m_page->selectCell(id(u"remedies.review.total"_s));
    const auto rect = [&](const QString &name) { return pages->rectOf(*placeOf(m_session->document(), cell(name).source)); };
    const QRectF seen = pages->viewport()->rect();
    QVERIFY(seen.contains(rect(u"remedies.review.total"_s)));
    const QString other = u"remedies.litigation_direct.total"_s;
    QVERIFY(seen.contains(rect(other)));
    QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, rect(other).center().toPoint());
    QCOMPARE(m_page->currentCell(), id(other));

    const double fitted = pages->scale();
    QTest::keyClick(pages, Qt::Key_Plus);
    QVERIFY(pages->scale() > fitted);
    QTest::keyClick(pages, Qt::Key_0);
    QCOMPARE(pages->scale(), fitted);

    // A whole page, from page to page, and small pictures of all of them.
    QTest::keyClick(pages, Qt::Key_9);
    QVERIFY(pages->scale() < fitted);
    QTest::keyClick(pages, Qt::Key_Home);
    QCOMPARE(pages->currentPage(), 0);
    QTest::keyClick(pages, Qt::Key_PageDown);
    QCOMPARE(pages->currentPage(), 1);
    auto *strip = m_page->findChild<PageStrip *>();
    QVERIFY(strip && !strip->isVisible());
    QTest::mouseClick(m_page->findChild<QToolButton *>(u"pageStripButton"_s), Qt::LeftButton);
    QVERIFY(strip->isVisible());
    QTest::mouseClick(strip->viewport(), Qt::LeftButton, {}, strip->rectOf(0).center());
    QCOMPARE(pages->currentPage(), 0);
    QTest::keyClick(strip, Qt::Key_Down);
    QCOMPARE(pages->currentPage(), 1);
    QCOMPARE(m_page->findChild<QLabel *>(u"pageLeftovers"_s)->text(), PageBar::tr("无遗漏"));
    PageBar narrow;
    QFont large = narrow.font();
    large.setPixelSize(39);
    for (QWidget *w : narrow.findChildren<QWidget *>())
        w->setFont(large);
    narrow.setPage(0, 3);
    narrow.resize(2 * narrow.smaller->sizeHint().width() + narrow.fitWidth->sizeHint().width() + 40, narrow.sizeHint().height());
    narrow.show();
    QVERIFY(narrow.smaller->isVisible() && narrow.larger->isVisible() && !narrow.strip->isVisible());
    QVERIFY(narrow.larger->geometry().right() < narrow.width());
    QVERIFY(narrow.smaller->width() >= narrow.smaller->sizeHint().width()); // not crowded
    narrow.resize(2000, narrow.height());
    QVERIFY(narrow.strip->isVisible());

    auto *sides = m_page->findChild<QTabBar *>(u"sourceSides"_s);
    QVERIFY(sides && sides->isVisible());
    sides->setCurrentIndex(1);
    QVERIFY(!pages->isVisible());
    QVERIFY(m_page->sourceView()->isVisible());
    QVERIFY(!m_page->sourceView()->highlights().isEmpty());
    QCOMPARE(m_page->sourcePane(), m_page->sourceView());

    // The next report has no pages.
    open(test::sampleReport());
    QVERIFY(!m_page->pageView()->isVisible());
    QVERIFY(m_page->sourceView()->isVisible());
}

/// The pages of an OFD are drawn here: ink where its words stand, none where nothing does.
void TestReviewPage::pagesOfOfd()
{
    const QString path = QStringLiteral(GOUJI_SOURCE_DIR "/tests/corpus/text-pages.ofd");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const auto read = readReport(bytes, path, test::knowledge());
    QVERIFY(read.ok());
    const ShownPages shown = shownPages(read->document, bytes);
    QVERIFY(shown.pictures);
    const CellId total = id(u"requests.new_received.total"_s);
    const auto place = placeOf(read->document, read->report.cell(total).source);
    QVERIFY(place);
    const PageImage image = shown.pictures->page(place->page, 144);
    QCOMPARE(image.scale, 2.0);
    QCOMPARE(QSize(image.width, image.height), (shown.document.pages[place->page].size * 2).toSize());
    const auto darkest = [&](const QRectF &points) {
        int out = 255;
        for (int y = int(points.top() * 2); y < int(points.bottom() * 2); ++y) {
            for (int x = int(points.left() * 2); x < int(points.right() * 2); ++x)
                out = std::min<int>(out, image.row(y)[3 * x]);
        }
        return out;
    };
    QVERIFY(darkest(place->box) < 128);
    QCOMPARE(darkest({1, 1, 20, 20}), 255);
    QVERIFY(shown.pictures->page(-1, 72).pixels.isEmpty());
    QVERIFY(shown.pictures->page(int(shown.document.pages.size()), 72).pixels.isEmpty());
}

/// A file without pages that has tables is laid out as it looks; its numbers and empty cells lead to their cells.
void TestReviewPage::tablesWithoutPages_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("web page") << u"portal-page.html"_s;
    QTest::newRow("Word") << u"tracked-changes.docx"_s;
    QTest::newRow("sheet") << u"one-sheet.xlsx"_s;
}

void TestReviewPage::tablesWithoutPages()
{
    QFETCH(QString, name);
    QFile file(QStringLiteral(GOUJI_SOURCE_DIR "/tests/corpus/") + name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto read = readReport(file.readAll(), name, test::knowledge());
    QVERIFY(read.ok());
    open(*read);
    m_page->setOriginal({});
    PageView *pages = m_page->pageView();
    QVERIFY(pages->isVisible());
    QCOMPARE(m_page->sourceView()->highlights().size(), 1); // the first cell is lit from the start
    int placed = 0;
    for (const CellId cell : m_session->report().cellIds()) {
        const TextRange source = m_session->report().cell(cell).source;
        if (!source.isValid())
            continue;
        const auto place = pages->placeOf(source);
        QVERIFY2(place, qPrintable(m_session->report().catalogue().name(cell)));
        QVERIFY(place->box.width() > 0 && place->box.height() > 0);
        ++placed;
    }
    QVERIFY(placed > 100);
    m_page->selectCell(id(u"requests.new_received.total"_s));
    const auto place = pages->placeOf(cell(u"requests.granted.total"_s).source);
    QVERIFY(pages->viewport()->rect().contains(pages->rectOf(*place).center().toPoint()));
    QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, pages->rectOf(*place).center().toPoint());
    QCOMPARE(m_page->currentCell(), id(u"requests.granted.total"_s));
}

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
