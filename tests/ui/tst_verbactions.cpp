// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/form/formview.h"
#include "review/panels/cellpanel.h"
#include "review/panels/choicesview.h"
#include "review/reviewpage.h"
#include "review/verbactions.h"
#include "samplereport.h"

#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

const QStringList Columns{
    u"natural_person"_s, u"business"_s, u"research"_s, u"public_interest"_s, u"legal_service"_s, u"other"_s, u"total"_s};

CellId id(const QString &row, int column = 0) { return test::knowledge().forms->cell(u"requests."_s + row + u'.' + Columns[column]); }

} // namespace

/// The verbs on the page: each shows what it would do before it is done, without a dialog, from the keyboard.
class TestVerbActions : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewSession> m_session;
    std::unique_ptr<ReviewPage> m_page;

    /// In order (新收 9 3 0 1 0 0 13, all granted) but for the rows named.
    void open(const QHash<QString, QString> &rows)
    {
        QHash<QString, QString> all{
            {u"new_received"_s, u"9 3 0 1 0 0 13"_s}, {u"granted"_s, u"9 3 0 1 0 0 13"_s}, {u"total_handled"_s, u"9 3 0 1 0 0 13"_s}};
        all.insert(rows);
        QHash<QString, QString> values;
        for (auto it = all.cbegin(); it != all.cend(); ++it) {
            const QStringList words = it.value().split(u' ');
            for (int i = 0; i < Columns.size(); ++i)
                values[u"requests."_s + it.key() + u'.' + Columns[i]] = words[i] == "."_L1 ? QString() : words[i];
        }
        m_session = std::make_unique<ReviewSession>(test::sampleReport(values), test::knowledge());
        m_page = std::make_unique<ReviewPage>();
        m_page->resize(1280, 760);
        m_page->setSession(m_session.get());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
        m_page->formView()->setFocus();
    }
    QString words(const QString &row) const
    {
        QStringList out;
        for (int i = 0; i < Columns.size(); ++i) {
            const Cell &cell = m_session->report().cell(id(row, i));
            out << (cell.value ? cell.value->toString() : u"."_s);
        }
        return out.join(u' ');
    }
    /// The row as the tables show it with what is only previewed.
    QString shownWords(const QString &row) const
    {
        QStringList out;
        FormTableModel *model = m_page->formView()->tableModel(1);
        for (int i = 0; i < Columns.size(); ++i) {
            const QModelIndex at = model->indexOf(id(row, i));
            const QVariant preview = at.data(FormTableModel::PreviewRole);
            const QString now = at.data().toString();
            out << (preview.isValid() ? u'*' + preview.toString() : now.isEmpty() ? u"."_s : now);
        }
        return out.join(u' ');
    }
    QMenu *list() const { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }

private Q_SLOTS:
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void aHighlightedVerbShowsWhatItWouldDo()
    {
        open({{u"granted"_s, u". 9 3 0 1 0 0"_s}});
        m_page->selectCell(id(u"granted"_s, 1));
        QSignalSpy notes(m_page.get(), &ReviewPage::note);
        QMenu menu;
        menu.addActions({m_page->actions()->shiftLeft, m_page->actions()->copy});
        m_page->verbs()->watch(&menu);
        menu.popup(QPoint(0, 0));
        QTest::keyClick(&menu, Qt::Key_Down);
        QCOMPARE(menu.activeAction(), m_page->actions()->shiftLeft);
        QCOMPARE(shownWords(u"granted"_s), u"*9 *3 *0 *1 *0 *0 *□"_s);
        QVERIFY2(notes.last()[0].toString().contains(u"修复"_s), qPrintable(notes.last()[0].toString()));
        QVERIFY(m_session->history().isEmpty());
        QTest::keyClick(&menu, Qt::Key_Down); // another one, which is no verb
        QCOMPARE(shownWords(u"granted"_s), u". 9 3 0 1 0 0"_s);
        QTest::keyClick(&menu, Qt::Key_Up);
        QTest::keyClick(&menu, Qt::Key_Escape);
        QCOMPARE(shownWords(u"granted"_s), u". 9 3 0 1 0 0"_s);
        QVERIFY(m_session->history().isEmpty());
    }

    void aToolButtonShowsItUnderTheMouse()
    {
        open({{u"granted"_s, u". 9 3 0 1 0 0"_s}});
        m_page->selectCell(id(u"granted"_s, 1));
        QToolButton button;
        button.setDefaultAction(m_page->actions()->shiftLeft);
        button.show();
        QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QApplication::sendEvent(&button, &enter);
        QCOMPARE(shownWords(u"granted"_s), u"*9 *3 *0 *1 *0 *0 *□"_s);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&button, &leave);
        QCOMPARE(shownWords(u"granted"_s), u". 9 3 0 1 0 0"_s);
    }

    void aRefusalIsToldBeforehand()
    {
        open({});
        m_page->selectCell(id(u"granted"_s));
        QSignalSpy notes(m_page.get(), &ReviewPage::note);
        m_page->actions()->shiftRight->hover();
        QVERIFY2(notes.last()[0].toString().contains(u"挤掉"_s), qPrintable(notes.last()[0].toString()));
    }

    void aNumberIsSplitFromAList()
    {
        open({{u"granted"_s, u"9 3 0 1 0 0 13"_s}, {u"new_received"_s, u"1203 0 0 0 0 0 ."_s}});
        m_page->selectCell(id(u"new_received"_s));
        QTest::keyClick(m_page->formView(), Qt::Key_S);
        QTRY_VERIFY(list());
        QCOMPARE(list()->objectName(), u"verbOptions"_s);
        QVERIFY(shownWords(u"new_received"_s).startsWith(u"*1"_s)); // the first is shown at once
        QTest::keyClick(list(), Qt::Key_Down);
        QVERIFY(shownWords(u"new_received"_s).startsWith(u"*120 *3"_s) || shownWords(u"new_received"_s).startsWith(u"*1 *203"_s));
        QTest::keyClick(list(), Qt::Key_Escape);
        QTRY_VERIFY(!list());
        QCOMPARE(words(u"new_received"_s), u"1203 0 0 0 0 0 ."_s);
        QTest::keyClick(m_page->formView(), Qt::Key_S);
        QTRY_VERIFY(list());
        const QString second = list()->actions().value(2)->text();
        QTest::keyClick(list(), Qt::Key_2);
        QTRY_VERIFY(!list());
        QCOMPARE(words(u"new_received"_s), second.contains(u"120 "_s) ? u"120 3 0 0 0 0 0"_s : u"1 203 0 0 0 0 0"_s);
        QCOMPARE(m_session->history().size(), 1);
    }

    void whatCannotBeSplitSaysSo()
    {
        open({});
        m_page->selectCell(id(u"granted"_s));
        QTest::keyClick(m_page->formView(), Qt::Key_S);
        QVERIFY(!list());
        QVERIFY(m_page->findChild<QLabel *>(u"refusalLabel"_s)->isVisible());
    }

    void rowsAreSwappedAndRenamedFromAList()
    {
        open({{u"new_received"_s, u"0 0 0 0 0 0 0"_s}, {u"carried_over"_s, u"9 3 0 1 0 0 13"_s},
            {u"partially_granted"_s, u". . . . . . ."_s}});
        m_page->selectCell(id(u"new_received"_s, 2));
        QTest::keyClick(m_page->formView(), Qt::Key_X);
        QTRY_VERIFY(list());
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(words(u"new_received"_s), u"9 3 0 1 0 0 13"_s);
        QCOMPARE(words(u"carried_over"_s), u"0 0 0 0 0 0 0"_s);
        m_page->selectCell(id(u"granted"_s, 2));
        QTest::keyClick(m_page->formView(), Qt::Key_R);
        QTRY_VERIFY(list());
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(words(u"partially_granted"_s), u"9 3 0 1 0 0 13"_s);
        QTest::keyClick(m_page->formView(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(words(u"granted"_s), u"9 3 0 1 0 0 13"_s);
    }

    void singleKeysJoinDropAndPush()
    {
        open({{u"granted"_s, u"9 3 0 1 0 1 3"_s}, {u"other_other"_s, u". . . . . . ."_s}});
        m_page->selectCell(id(u"granted"_s, 5));
        QTest::keyClick(m_page->formView(), Qt::Key_J);
        QCOMPARE(words(u"granted"_s), u"9 3 0 1 0 13 ."_s);
        QTest::keyClick(m_page->formView(), Qt::Key_D);
        QCOMPARE(words(u"granted"_s), u". . . . . . ."_s);
        QTest::keyClick(m_page->formView(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(m_page->formView(), Qt::Key_I, Qt::ShiftModifier);
        QCOMPARE(words(u"partially_granted"_s), u"9 3 0 1 0 13 ."_s);
        QTest::keyClick(m_page->formView(), Qt::Key_D, Qt::ShiftModifier);
        QCOMPARE(words(u"granted"_s), u"9 3 0 1 0 13 ."_s);
    }

    void aRowOfASheetIsPasted()
    {
        open({});
        m_page->selectCell(id(u"granted"_s));
        QApplication::clipboard()->setText(u"（一）予以公开\t\t8\t3\t0\t1\t0\t0\t12\r\n"_s);
        m_page->actions()->paste->hover();
        QVERIFY(shownWords(u"granted"_s).startsWith(u"*8"_s));
        QCOMPARE(words(u"granted"_s), u"9 3 0 1 0 0 13"_s);
        QTest::keyClick(m_page->formView(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(words(u"granted"_s), u"8 3 0 1 0 0 12"_s);
        QApplication::clipboard()->setText(u"1\t2\t3\t4\t5\t6\t7\t8"_s);
        QTest::keyClick(m_page->formView(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(m_page->findChild<QLabel *>(u"refusalLabel"_s)->isVisible());
        QCOMPARE(words(u"granted"_s), u"8 3 0 1 0 0 12"_s);
    }

    void theBestRepairIsOneKeyAway()
    {
        open({{u"granted"_s, u"93 0 1 0 0 13 ."_s}});
        m_page->selectCell(id(u"granted"_s));
        const QList<Suggestion> offers = m_page->cellPanel()->suggestions();
        QVERIFY(!offers.isEmpty());
        QCOMPARE(offers.first().label, u"93 拆为 9 和 3"_s);
        QVERIFY(offers.first().repair && offers.first().ranked);
        QCOMPARE(offers.first().row.size(), 7);
        QTest::keyClick(m_page->formView(), Qt::Key_Space);
        QCOMPARE(words(u"granted"_s), u"9 3 0 1 0 0 13"_s);
        QVERIFY(m_session->report().cell(id(u"granted"_s)).status == CellStatus::Corrected);
    }

    void aRowThatStandsClearlyIsForAPersonToJudge()
    {
        open({{u"new_received"_s, u"0 0 0 0 0 0 0"_s}, {u"carried_forward"_s, u"9 3 0 1 0 0 13"_s}});
        m_page->selectCell(id(u"new_received"_s));
        bool told = false;
        for (const Suggestion &s : m_page->cellPanel()->suggestions()) {
            QVERIFY(!s.repair || !s.ranked);
            told = told || (s.repair && s.why.contains(u"报告本身有误"_s));
        }
        QVERIFY(told);
        QTest::keyClick(m_page->formView(), Qt::Key_Space);
        QVERIFY(m_session->history().isEmpty());
    }

    void aColumnLeadsToTheRowThatIsBroken()
    {
        open({{u"granted"_s, u"93 0 1 0 0 13 ."_s}});
        for (int i = 0; i < m_session->findings().size(); ++i) {
            if (m_session->findings()[i].rule != "requests.handled_total"_L1)
                continue;
            m_page->selectFinding(i);
            const QList<Suggestion> offers = m_page->cellPanel()->suggestions();
            QVERIFY(!offers.isEmpty());
            QVERIFY2(offers.first().repair && offers.first().label.contains(u"93 拆为 9 和 3"_s), qPrintable(offers.first().label));
            return;
        }
        QFAIL("no finding about a column");
    }
};

QTEST_MAIN(TestVerbActions)
#include "tst_verbactions.moc"
