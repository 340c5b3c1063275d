// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"
#include "library/similarpanel.h"
#include "review/cells/problems.h"
#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "samplereport.h"
#include "windowfixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

const QStringList Columns{
    u"natural_person"_s, u"business"_s, u"research"_s, u"public_interest"_s, u"legal_service"_s, u"other"_s, u"total"_s};

CellId cellOf(const QString &row, int column = 0) { return test::knowledge().forms->cell(u"requests."_s + row + u'.' + Columns[column]); }

} // namespace

/// What a reviewer's hands do in a day: from problem to problem and from report to report, counted in key presses.
class TestReviewWalk : public QObject, protected test::WindowFixture {
    Q_OBJECT
    int m_keys = 0;

    QString agency() const { return session()->report().agency; }
    qsizetype problems() const { return problemsOf(session()->report(), session()->findings(), session()->verdicts()).size(); }
    void key(int k, Qt::KeyboardModifiers modifiers = {})
    {
        ++m_keys;
        QTest::keyClick(page()->formView(), Qt::Key(k), modifiers);
    }
    void openAll(const QList<std::pair<QString, QString>> &reports)
    {
        QStringList files;
        for (const auto &[agency, granted] : reports) {
            files << write(agency + u".txt"_s, test::reportWithRow(agency, granted));
        }
        QSignalSpy idle(m_desk.get(), &Desk::idle);
        m_window->openFiles(files);
        QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 1, 20'000);
        m_keys = 0;
    }

private Q_SLOTS:
    void init()
    {
        newFolder();
        start();
        m_preferences->setReviewer(u"审核人甲"_s);
    }
    void cleanup() { stop(); }

    void aReportWithOneMisalignedRowTakesFiveKeys_data()
    {
        QTest::addColumn<QString>("granted");
        QTest::newRow("two numbers glued") << u"93 0 1 0 0 13"_s;
        QTest::newRow("a zero lost") << u"9 3 1 0 0 13"_s;
        QTest::newRow("one more column") << u" 9 3 0 1 0 0 13"_s;
    }

    void aReportWithOneMisalignedRowTakesFiveKeys()
    {
        QFETCH(QString, granted);
        openAll({{u"云岭市水务局"_s, granted}});
        while (problems() > 0 && m_keys < 20) {
            key(Qt::Key_F8);
            const qsizetype before = session()->history().size();
            key(Qt::Key_Space);
            if (session()->history().size() == before) // several are as good: one has to be pointed at
                key(Qt::Key_1, Qt::AltModifier);
            if (session()->history().size() == before) // nothing to choose: the row is as it should be
                key(Qt::Key_C, Qt::ShiftModifier);
        }
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(session()->state(), u"done"_s);
        QCOMPARE(problems(), 0);
        QStringList values;
        for (int i = 0; i < Columns.size(); ++i)
            values << session()->report().cell(cellOf(u"granted"_s, i)).value.value_or(Decimal()).toString();
        QCOMPARE(values.join(u' '), u"9 3 0 1 0 0 13"_s);
        qInfo("%d key presses", m_keys);
        QVERIFY2(m_keys <= 5, qPrintable(QString::number(m_keys)));
    }

    void f8GoesOnToTheNextReport()
    {
        openAll(
            {{u"云岭市水务局"_s, u"93 0 1 0 0 13"_s}, {u"青川县财政局"_s, u"9 3 0 1 0 0 13"_s}, {u"石桥区民政局"_s, u"93 0 1 0 0 13"_s}});
        QCOMPARE(agency(), u"云岭市水务局"_s);
        const qsizetype count = problems();
        QVERIFY(count > 0);
        for (qsizetype i = 0; i < count; ++i)
            key(Qt::Key_F8);
        QCOMPARE(agency(), u"云岭市水务局"_s);
        key(Qt::Key_F8);
        QCOMPARE(agency(), u"石桥区民政局"_s); // that in between has nothing to do
        QVERIFY2(m_window->messageBar()->text().contains(u"石桥区民政局"_s), qPrintable(m_window->messageBar()->text()));
        QVERIFY(page()->currentCell().isValid());
        key(Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(agency(), u"云岭市水务局"_s);
        key(Qt::Key_F8); // it stands at the last
        QCOMPARE(agency(), u"石桥区民政局"_s);
        QVERIFY(!m_window->messageBar()->text().isEmpty());
        key(Qt::Key_C); // the hand has gone on
        QVERIFY2(m_window->messageBar()->text().isEmpty(), qPrintable(m_window->messageBar()->text()));
    }

    void whatIsFinishedIsNotGoneTo()
    {
        openAll({{u"云岭市水务局"_s, u"93 0 1 0 0 13"_s}, {u"石桥区民政局"_s, u"93 0 1 0 0 13"_s}});
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(agency(), u"石桥区民政局"_s);
        QVERIFY2(m_window->messageBar()->text().contains(u"云岭市水务局"_s), qPrintable(m_window->messageBar()->text()));
        key(Qt::Key_F8, Qt::ShiftModifier); // too early: back to where one came from, though it is finished
        QCOMPARE(agency(), u"云岭市水务局"_s);
        QCOMPARE(session()->state(), u"done"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(agency(), u"石桥区民政局"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(agency(), u"石桥区民政局"_s);
        QCOMPARE(session()->state(), u"done"_s);
        for (const StoredReport &r : m_desk->reports())
            QCOMPARE(r.state, u"done"_s);
        key(Qt::Key_Z, Qt::ControlModifier); // one undo
        QVERIFY(session()->state() != "done"_L1);
    }

    void theSameRepairIsDoneToTheOthersAndTakenBackAsOne()
    {
        openAll({{u"云岭市水务局"_s, u"93 0 1 0 0 13"_s}, {u"青川县财政局"_s, u"9 3 0 1 0 0 13"_s}, {u"石桥区民政局"_s, u"93 0 1 0 0 13"_s},
            {u"南浦区教育局"_s, u"93 0 1 0 0 13"_s}});
        key(Qt::Key_F8);
        key(Qt::Key_Space);
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        auto *panel = m_window->findChild<SimilarPanel *>();
        QVERIFY(panel && panel->isVisible());
        QTRY_VERIFY(!panel->isSearching());
        QAbstractItemModel *found = panel->view()->model();
        QCOMPARE(found->rowCount(), 2);
        QVERIFY(found->index(0, 3).data().toString().startsWith(u"修复"_s));
        QTRY_VERIFY(panel->view()->hasFocus());
        const auto stateOf = [&](const QString &agency) {
            for (const StoredReport &r : m_desk->reports()) {
                if (r.agency == agency)
                    return r.state;
            }
            return QString();
        };
        QTest::keyClick(panel->view(), Qt::Key_Space); // leaves out the first
        const QString left = found->index(0, 0).data().toString();
        QTest::keyClick(panel->view(), Qt::Key_Return);
        QCOMPARE(found->rowCount(), 1);
        QVERIFY(found->index(0, 0).data().toString() == left);
        const QString done = left.startsWith(u"石桥"_s) ? u"南浦区教育局"_s : u"石桥区民政局"_s;
        QCOMPARE(stateOf(done), u"open"_s);
        QCOMPARE(stateOf(u"青川县财政局"_s), u"new"_s);
        QTest::keyClick(panel->view(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(stateOf(done), u"new"_s);
        // Done again, it can still be taken back when the panel is closed.
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!panel->isSearching());
        QTRY_VERIFY(panel->view()->hasFocus());
        QTest::keyClick(panel->view(), Qt::Key_Return);
        QCOMPARE(stateOf(done), u"open"_s);
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!panel->isVisible());
        QTRY_VERIFY(page()->formView()->hasFocus());
        key(Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(stateOf(done), u"new"_s);
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(panel->view()->hasFocus());
        QTest::keyClick(panel->view(), Qt::Key_Escape);
        QTRY_VERIFY(page()->formView()->hasFocus());
    }

    void theCommandPaletteShowsBeforehandWhatAVerbWouldDo()
    {
        openAll({{u"云岭市水务局"_s, u"9 3 0 1 0 0 13"_s}});
        page()->selectCell(cellOf(u"granted"_s));
        key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"shanqucishu"_s);
        FormTableModel *model = page()->formView()->tableModel(1);
        const QModelIndex cell = model->indexOf(cellOf(u"granted"_s));
        QTRY_COMPARE(cell.data(FormTableModel::PreviewRole).toString(), u"3"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!cell.data(FormTableModel::PreviewRole).isValid());
        QVERIFY(session()->history().isEmpty());
    }

    void judgedFindingsAreNoProblems()
    {
        openAll({{u"云岭市水务局"_s, u"9 3 0 1 0 0 12"_s}});
        const qsizetype count = problems();
        QVERIFY(count > 0);
        for (qsizetype i = 0; i < session()->findings().size(); ++i)
            QVERIFY(session()->judge(i, Judgement::Confirmed).ok());
        QCOMPARE(problems(), 0);
    }
};

QTEST_MAIN(TestReviewWalk)
#include "tst_reviewwalk.moc"
