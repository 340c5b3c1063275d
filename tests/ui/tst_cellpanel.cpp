// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/explanationtext.h"
#include "review/form/formview.h"
#include "review/panels/cellpanel.h"
#include "review/panels/choicesview.h"
#include "review/panels/findingspanel.h"
#include "review/reviewpage.h"
#include "review/source/sourceview.h"
#include "samplereport.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace gouji;
using namespace Qt::StringLiterals;

/// The panel that explains a cell and offers what can be done, driven by keys and mouse inside the review page.
class TestCellPanel : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewSession> m_session;
    std::unique_ptr<ReviewPage> m_page;

    static CellId id(const QString &name) { return test::knowledge().forms->cell(name); }
    QString value(const QString &name) const
    {
        const Cell &c = m_session->report().cell(id(name));
        return c.value ? c.value->toString() : QString();
    }
    FormView *form() const { return m_page->formView(); }
    ChoicesView *choices() const { return m_page->cellPanel()->choicesView(); }
    QTextBrowser *text() const { return m_page->cellPanel()->textView(); }
    QString words() const { return text()->toPlainText(); }
    QString head() const { return m_page->cellPanel()->findChild<QLabel *>(u"cellHead"_s)->text(); }
    QString preview(const QString &name) const
    {
        for (int t = 0; t < form()->tableCount(); ++t) {
            if (const QModelIndex at = form()->tableModel(t)->indexOf(id(name)); at.isValid())
                return at.data(FormTableModel::PreviewRole).toString();
        }
        return {};
    }
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
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        form()->setFocus();
    }
    void click(const QString &name)
    {
        form()->setCurrentCell(id(name)); // brings it into sight
        QTest::mouseClick(form()->viewport(), Qt::LeftButton, {}, form()->cellRect(id(name)).center());
    }
    QPoint choice(int row) const { return choices()->visualRect(choices()->model()->index(row, 0)).center(); }
    void key(int k, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(form(), Qt::Key(k), modifiers); }

    /// 予以公开 prints 3 and 3 in seven cells; the first number may stand in either of two columns.
    static ReadReport twoWays()
    {
        ReadReport read = test::sampleReport({{u"requests.granted.natural_person"_s, u"3"_s}, {u"requests.granted.total"_s, u"3"_s},
            {u"requests.new_received.business"_s, u"3"_s}, {u"requests.new_received.total"_s, u"3"_s},
            {u"requests.total_handled.business"_s, u"3"_s}, {u"requests.total_handled.total"_s, u"3"_s}});
        OpenRow row;
        row.cells = verbsRow(read.report);
        row.reason = u"这一行应有 7 个数值，读到 2 个，位置不能确定。"_s;
        for (const qsizetype column : {0, 1}) {
            Placement placement;
            placement.why = column == 0 ? u"与版面最相符"_s : u"同样可能"_s;
            for (qsizetype i = 0; i < row.cells.size(); ++i)
                placement.cells << Candidate{i == column || i == 6 ? Decimal(3) : Decimal(), {}, {}};
            row.placements << placement;
        }
        for (const CellId cell : row.cells) {
            read.report.cell(cell).status = CellStatus::Suspect;
            read.report.cell(cell).why = u"这一行的数值位置不能确定。"_s;
        }
        read.report.openRows << row;
        return read;
    }
    static QList<CellId> verbsRow(const Report &report)
    {
        for (const FormRow &row : report.formTable(1).rows) {
            if (row.id == u"granted"_s)
                return row.cells;
        }
        return {};
    }
    bool rowIsAsRead() const
    {
        for (const CellId cell : verbsRow(m_session->report())) {
            if (m_session->report().cell(cell) != m_session->reading().cell(cell))
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void theExplanationFollowsChoiceAndCorrection()
    {
        open(test::sampleReport({{u"requests.granted.business"_s, u"3"_s}, {u"requests.total_handled.business"_s, u"3"_s},
            {u"requests.new_received.business"_s, u"3"_s}}));
        click(u"requests.granted.business"_s);
        QVERIFY(head().contains(u"表三 予以公开 · 商业企业"_s) && head().contains(u"3，已读"_s));
        for (const QString &wanted :
            {u"第 "_s, u"（一）予以公开"_s, u"即格式的行名"_s, u"✗"_s, u"不成立：3 ≠ 0"_s, u"此格若为 0 则成立"_s, u"✓"_s, u"错误"_s})
            QVERIFY2(words().contains(wanted), qPrintable(wanted + u'\n' + words()));
        key(Qt::Key_0);
        QTest::keyClick(m_page->findChild<QLineEdit *>(u"cellEditor"_s), Qt::Key_Return);
        key(Qt::Key_Up);
        QVERIFY(head().contains(u"0，已更正"_s));
        for (const QString &wanted : {u"原读\t3"_s, u"更正：表三 予以公开 · 商业企业（3 → 0）"_s})
            QVERIFY2(words().contains(wanted), qPrintable(wanted + u'\n' + words()));
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(head().contains(u"3，已读"_s) && !words().contains(u"原读"_s));
        key(Qt::Key_Down);
        QVERIFY(head().contains(u"部分公开"_s) && !words().contains(u"✗"_s));
    }

    void theCharactersAreMarkedInTheirLine()
    {
        open(test::sampleReport({{u"requests.granted.business"_s, u"56"_s}}));
        click(u"requests.granted.business"_s);
        QTextCursor found = text()->document()->find(u"56"_s);
        QVERIFY(!found.isNull());
        // The first is the one in the line of the source: bold and underlined, so that grey eyes see it too.
        QVERIFY(found.charFormat().fontWeight() >= QFont::Bold && found.charFormat().fontUnderline());
    }

    void theTextIsThatOfTheCommandLine()
    {
        open(test::sampleReport({{u"requests.granted.total"_s, u"4"_s}}));
        QGuiApplication::clipboard()->clear();
        click(u"requests.granted.total"_s);
        key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const CellId cell = id(u"requests.granted.total"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(),
            explanationText(explain(cell, Dossier{m_session->report(), m_session->document()}, m_session->findings())));
        QGuiApplication::clipboard()->clear();
        QTest::mouseClick(m_page->findChild<QToolButton *>(u"copyExplanation"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"requests.granted.total"_s));
    }

    void numbersAreFollowedWithTheKeyboard()
    {
        open(test::sampleReport({{u"requests.granted.total"_s, u"4"_s}}));
        click(u"requests.granted.total"_s);
        text()->setFocus(Qt::TabFocusReason);
        const CellId from = m_page->currentCell();
        for (int i = 0; i < 20 && m_page->currentCell() == from; ++i) {
            QTest::keyClick(text(), Qt::Key_Tab);
            QVERIFY2(text()->hasFocus(), "a link to a cell must come before the text is left");
            QTest::keyClick(text(), Qt::Key_Return);
        }
        QVERIFY(m_page->currentCell() != from);
        QTest::keyClick(text(), Qt::Key_Escape);
        QVERIFY(form()->hasFocus());
    }

    void aFindingAboutProseShowsItsSentence()
    {
        open(test::sampleReport({{u"requests.new_received.total"_s, u"9"_s}}, u"全年共受理政府信息公开申请8件。"_s));
        for (int i = 0; i < m_session->findings().size(); ++i) {
            if (m_session->findings()[i].rule == u"narrative.mismatch"_s)
                m_page->selectFinding(i);
        }
        QVERIFY2(words().contains(u"正文"_s) && words().contains(u"申请8件"_s), qPrintable(words()));
        QVERIFY(words().contains(u"依据"_s));
    }

    void aWayToLayTheRowIsSeenAndTakenWithTheMouse()
    {
        open(twoWays());
        click(u"requests.granted.business"_s);
        QVERIFY(choices()->isVisible());
        QVERIFY(choices()->model()->rowCount() >= 2);
        QVERIFY(preview(u"requests.granted.business"_s).isEmpty());
        QTest::mouseMove(choices()->viewport(), choice(1));
        QTRY_COMPARE(preview(u"requests.granted.business"_s), u"3"_s);
        QCOMPARE(preview(u"requests.granted.natural_person"_s), u"0"_s);
        QVERIFY(rowIsAsRead() && m_session->history().isEmpty()); // looking is no act
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(choices(), &leave);
        QVERIFY(preview(u"requests.granted.business"_s).isEmpty());
        QTest::mouseClick(choices()->viewport(), Qt::LeftButton, {}, choice(1));
        QCOMPARE(value(u"requests.granted.business"_s), u"3"_s);
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"0"_s);
        QCOMPARE(m_session->history().size(), 1);
        QVERIFY(m_session->report().openRows.isEmpty());
        QVERIFY(form()->hasFocus()); // the hand goes on in the tables
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(rowIsAsRead());
        QVERIFY(choices()->model()->rowCount() >= 2);
    }

    void aSuggestionIsTakenWithKeys_data()
    {
        QTest::addColumn<QList<QKeyCombination>>("keys");
        QTest::addColumn<QString>("business");
        const auto alt = [](Qt::Key k) { return QKeyCombination(Qt::AltModifier, k); };
        QTest::newRow("space alone chooses none of two ways") << QList<QKeyCombination>{Qt::Key_Space, alt(Qt::Key_1)} << u"0"_s;
        QTest::newRow("alt and number") << QList<QKeyCombination>{alt(Qt::Key_2)} << u"3"_s;
        QTest::newRow("preview and space") << QList<QKeyCombination>{alt(Qt::Key_Down), alt(Qt::Key_Down), Qt::Key_Space} << u"3"_s;
        QTest::newRow("there and back") << QList<QKeyCombination>{alt(Qt::Key_Down), alt(Qt::Key_Down), alt(Qt::Key_Up), Qt::Key_Space}
                                        << u"0"_s;
        QTest::newRow("round") << QList<QKeyCombination>{alt(Qt::Key_Up), alt(Qt::Key_Down), Qt::Key_Space} << u"0"_s;
    }
    void aSuggestionIsTakenWithKeys()
    {
        QFETCH(QList<QKeyCombination>, keys);
        open(twoWays());
        click(u"requests.granted.business"_s);
        for (const QKeyCombination &k : keys) {
            QVERIFY(m_session->history().isEmpty());
            key(k.key(), k.keyboardModifiers());
        }
        QCOMPARE(m_session->history().size(), 1);
        QTEST(value(u"requests.granted.business"_s), "business");
        QCOMPARE(preview(u"requests.granted.business"_s), QString());
        for (const CellId cell : verbsRow(m_session->report()))
            QVERIFY(!m_session->report().cell(cell).needsPerson());
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(rowIsAsRead());
    }

    void theListIsWalkedWithKeys_data()
    {
        QTest::addColumn<int>("last");
        QTest::newRow("enter") << int(Qt::Key_Return);
        QTest::newRow("space") << int(Qt::Key_Space);
        QTest::newRow("number") << int(Qt::Key_2);
    }
    void theListIsWalkedWithKeys()
    {
        QFETCH(int, last);
        open(twoWays());
        click(u"requests.granted.business"_s);
        choices()->setFocus(Qt::TabFocusReason);
        QCOMPARE(preview(u"requests.granted.natural_person"_s), u"3"_s); // the first is looked at
        QTest::keyClick(choices(), Qt::Key_Down);
        QCOMPARE(preview(u"requests.granted.natural_person"_s), u"0"_s);
        QTest::keyClick(choices(), Qt::Key_Escape);
        QVERIFY(form()->hasFocus() && preview(u"requests.granted.natural_person"_s).isEmpty());
        choices()->setFocus(Qt::TabFocusReason);
        if (choices()->currentIndex().row() == 0)
            QTest::keyClick(choices(), Qt::Key_Down);
        QTest::keyClick(choices(), Qt::Key(last));
        QCOMPARE(value(u"requests.granted.business"_s), u"3"_s);
        QVERIFY(form()->hasFocus());
    }

    void movingOnEndsThePreview()
    {
        open(twoWays());
        click(u"requests.granted.business"_s);
        key(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(!preview(u"requests.granted.business"_s).isEmpty());
        key(Qt::Key_Down);
        QVERIFY(preview(u"requests.granted.business"_s).isEmpty());
        QVERIFY(!choices()->isVisible()); // nothing to offer there
        QVERIFY(!m_page->actions()->choices.first()->isVisible());
        QVERIFY(!m_page->actions()->suggest->isEnabled());
        QSignalSpy notes(m_page.get(), &ReviewPage::note);
        key(Qt::Key_Space);
        key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(notes.size(), 2); // keys that find nothing to do say so
    }

    void readingsOfACellAreOffered()
    {
        ReadReport read = test::sampleReport();
        Cell &cell = read.report.cell(id(u"requests.granted.business"_s));
        cell.status = CellStatus::Suspect;
        cell.candidates = {Candidate{Decimal(8), u"字形相近"_s, {}}, Candidate{std::nullopt, u"此格是空的"_s, {}}};
        open(std::move(read));
        click(u"requests.granted.business"_s);
        QCOMPARE(m_page->actions()->choices[0]->text(), u"采用 8"_s);
        QCOMPARE(m_page->actions()->choices[1]->text(), u"留空"_s);
        key(Qt::Key_2, Qt::AltModifier);
        QVERIFY(!m_session->report().cell(id(u"requests.granted.business"_s)).value);
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(value(u"requests.granted.business"_s), u"8"_s);
    }

    void theContextMenuOffersThemToo()
    {
        open(twoWays());
        click(u"requests.granted.business"_s);
        QStringList offered;
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            for (const QAction *a : menu->actions())
                offered << a->text();
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        const QPoint middle = form()->viewport()->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, middle, form()->viewport()->mapToGlobal(middle));
        QApplication::sendEvent(form(), &event);
        QVERIFY(offered.size() > 6);
        QCOMPARE(offered[0], u"整行 3 0 0 0 0 0 3"_s);
        QCOMPARE(offered[1], u"整行 0 3 0 0 0 0 3"_s);
        QCOMPARE(m_session->history().size(), 1);
        QCOMPARE(value(u"requests.granted.natural_person"_s), u"3"_s);
    }

    void aValueNobodyAskedForTakesPointing()
    {
        // One failed sum, one cell that explains it; the report says so, and only a person may say otherwise.
        open(test::sampleReport({{u"remedies.review.upheld"_s, u"2"_s}, {u"remedies.review.total"_s, u"3"_s}}));
        click(u"remedies.review.total"_s);
        QVERIFY(choices()->model()->rowCount() > 0);
        key(Qt::Key_Space);
        QVERIFY(m_session->history().isEmpty());
        key(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(m_session->history().size(), 1);
        QVERIFY(m_session->findings().isEmpty());
    }

    void screenReadersAreToldAll()
    {
        open(twoWays());
        click(u"requests.granted.business"_s);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(choices());
        QVERIFY(list && !list->text(QAccessible::Name).isEmpty());
        QVERIFY(list->childCount() >= 2);
        const QString second = list->child(1)->text(QAccessible::Name);
        for (const QString &wanted : {u"第 2 项"_s, u"修复"_s, u"将成立"_s, u"同样可能"_s, u"商业企业 0 → 3"_s})
            QVERIFY2(second.contains(wanted), qPrintable(second));
        QAccessibleInterface *page = QAccessible::queryAccessibleInterface(text());
        QVERIFY(page && !page->text(QAccessible::Name).isEmpty());
        QVERIFY(page->textInterface() && page->textInterface()->text(0, page->textInterface()->characterCount()).contains(u"勾稽"_s));
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(form());
        QVERIFY(table->focusChild()->text(QAccessible::Description).contains(u"位置不能确定"_s));
    }

    void choosingIsQuick()
    {
        open(twoWays());
        click(u"requests.granted.business"_s);
        QElapsedTimer clock;
        clock.start();
        constexpr int Steps = 40;
        for (int i = 0; i < Steps; ++i)
            key(i % 2 ? Qt::Key_Left : Qt::Key_Right);
        m_page->repaint();
        qInfo("a step to another cell takes %.1f ms with its explanation and suggestions", double(clock.elapsed()) / Steps);
        QVERIFY(clock.elapsed() < 100 * Steps);
    }
};

QTEST_MAIN(TestCellPanel)
#include "tst_cellpanel.moc"
