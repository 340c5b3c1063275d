// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartspage.h"
#include "compare/comparepage.h"
#include "compare/differencesmodel.h"
#include "history/historypanel.h"
#include "library/importer.h"
#include "review/cells/problems.h"
#include "review/form/formview.h"
#include "review/panels/findingspanel.h"
#include "review/reviewpage.h"
#include "samplereport.h"
#include "window/pagestack.h"
#include "windowfixture.h"

#include <QFile>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

const QStringList Agencies{u"云岭市水务局"_s, u"青川县财政局"_s, u"石桥区民政局"_s, u"南浦区教育局"_s, u"岚峡市统计局"_s, u"禾川县司法局"_s,
    u"东原区审计局"_s, u"临湖街道办事处"_s, u"松渡区卫生健康局"_s, u"青梧市气象局"_s};
/// How the row 「予以公开」 is printed: in order, run together, a zero lost, the report itself wrong.
const QStringList Rows{u"9 3 0 1 0 0 13"_s, u"93 0 1 0 0 13"_s, u"9 3 1 0 0 13"_s, u"9 3 0 1 0 0 12"_s, u"9 3 0 1 0 0 13"_s};
constexpr qsizetype Wrong = 12; ///< of twenty

} // namespace

/// A day of reviewing in one go, by the keyboard: twenty reports come in, are worked through over a restart, two years of one
/// agency are compared, and a chart is saved.
class TestReviewDay : public QObject, protected test::WindowFixture {
    Q_OBJECT
    int m_keys = 0;

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        ++m_keys;
        QWidget *focus = m_window->focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), Qt::Key(key), modifiers);
    }
    QList<Problem> problems() const { return problemsOf(session()->report(), session()->findings(), session()->verdicts()); }
    qsizetype done() const
    {
        const QList<StoredReport> all = m_desk->reports();
        return std::count_if(all.begin(), all.end(), [](const StoredReport &r) { return r.state == "done"_L1; });
    }
    /// The folder of twenty reports, by its keys.
    void importFolder()
    {
        start();
        m_preferences->setReviewer(u"审核人甲"_s);
        m_answers.folder = path(u"in"_s);
        press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        auto *importer = m_window->findChild<Importer *>();
        QTRY_VERIFY_WITH_TIMEOUT(!importer->state().running, 60'000);
    }
    /// One problem: what is offered is taken; where nothing is, the finding is true, or the row is as it should be.
    void settleOne()
    {
        const qsizetype before = session()->history().size();
        const auto acted = [&] { return session()->history().size() > before; };
        press(Qt::Key_F8);
        press(Qt::Key_Space);
        if (!acted() && page()->findingsPanel()->current() >= 0)
            press(Qt::Key_Y);
        if (!acted())
            press(Qt::Key_C, Qt::ShiftModifier);
        QVERIFY2(acted(), qPrintable(session()->report().agency));
    }
    /// Reports from the open one on, until so many are finished.
    void work(qsizetype until)
    {
        for (int guard = 0; done() < until && guard < 40; ++guard) {
            for (int step = 0; !problems().isEmpty() && step < 30; ++step) {
                settleOne();
                if (QTest::currentTestFailed())
                    return;
            }
            QCOMPARE(problems().size(), 0);
            press(Qt::Key_Return, Qt::ControlModifier);
        }
    }
    /// The newest step is taken back from the history, and what it had mended is a problem again.
    void takeBackInTheMiddle()
    {
        const QString before = value(u"requests.granted.business"_s);
        press(Qt::Key_H, Qt::ControlModifier);
        auto *panel = m_window->findChild<HistoryPanel *>();
        QVERIFY(panel && panel->isVisible());
        auto *view = panel->findChild<QTreeView *>(u"historyView"_s);
        QTRY_VERIFY(view->hasFocus());
        press(Qt::Key_End); // the first step, below all later ones
        const qsizetype steps = session()->history().size();
        press(Qt::Key_Delete);
        QCOMPARE(session()->history().size(), steps + 1);
        QVERIFY(value(u"requests.granted.business"_s) != before);
        QVERIFY(!problems().isEmpty());
        press(Qt::Key_Escape);
        QTRY_VERIFY(form()->hasFocus());
    }

private Q_SLOTS:
    void init()
    {
        newFolder();
        for (int i = 0; i < Agencies.size(); ++i) {
            QString now = QString::fromUtf8(test::reportWithRow(Agencies[i], Rows[i % Rows.size()]));
            write(u"in/%1-2023.txt"_s.arg(i), now.toUtf8());
            QString last = QString::fromUtf8(test::reportWithRow(Agencies[i], Rows[(i + 1) % Rows.size()]));
            last.replace(u"2023年"_s, u"2022年"_s).replace(u"存在的问题是"_s, u"不足之处在于"_s);
            QVERIFY(last.contains(u"行政许可\t0"_s)); // else the tables of both years would be the same, which is a finding
            last.replace(u"行政许可\t0"_s, u"行政许可\t7"_s);
            write(u"in/%1-2022.txt"_s.arg(i), last.toUtf8());
        }
    }
    void cleanup() { stop(); }

    /// No report is open yet: the key for the next problem opens the first that has one.
    void fromTheQueueOn()
    {
        importFolder();
        QTRY_COMPARE(m_window->pages()->shown(), u"showQueue"_s);
        QVERIFY(!session());
        press(Qt::Key_F8);
        QTRY_VERIFY(session());
        QTRY_VERIFY(page()->isVisible());
        QVERIFY(!problems().isEmpty());
        QTRY_VERIFY(form()->hasFocus());
    }

    void twentyReports()
    {
        importFolder();
        QTRY_COMPARE(m_desk->reportCount(), 20);

        // From the queue into the first report.
        QCOMPARE(m_window->pages()->shown(), u"showQueue"_s);
        QTRY_VERIFY(m_window->focusWidget()->objectName() == "queueTable"_L1);
        QTest::keyClicks(m_window->focusWidget(), u"1-2023"_s); // the file whose row was run together
        press(Qt::Key_Return);
        QTRY_VERIFY(session());
        QCOMPARE(session()->report().agency, u"青川县财政局"_s);
        QVERIFY(form()->hasFocus());
        press(Qt::Key_F7);
        press(Qt::Key_Escape); // the others, too
        press(Qt::Key_F7);
        QVERIFY(form()->hasFocus());

        // The repair is taken, taken back in the middle, and taken again.
        QVERIFY(value(u"requests.granted.business"_s) != "3"_L1);
        settleOne();
        QCOMPARE(value(u"requests.granted.business"_s), u"3"_s);
        takeBackInTheMiddle();
        settleOne();
        QCOMPARE(value(u"requests.granted.business"_s), u"3"_s);

        work(5);
        QCOMPARE(done(), 5);
        const QUuid report = m_desk->reportId();
        const CellId cell = page()->currentCell();
        stop(); // and another start goes on where this one was
        start();
        m_window->restoreLastReport();
        QVERIFY(session());
        QCOMPARE(m_desk->reportId(), report);
        QCOMPARE(page()->currentCell(), cell);
        QCOMPARE(done(), 5);
        work(Wrong);
        QCOMPARE(done(), Wrong); // those in order from the start were nobody's business
        for (const StoredReport &r : m_desk->reports()) {
            m_desk->openStored(r.id);
            QCOMPARE(problems().size(), 0);
        }
        qInfo("%d key presses for 20 reports", m_keys);

        // Two years of one agency side by side, and from a difference into the report.
        const QList<StoredReport> all = m_desk->reports();
        const auto other
            = std::find_if(all.begin(), all.end(), [](const StoredReport &r) { return r.agency == Agencies[3] && r.year == 2023; });
        QVERIFY(other != all.end());
        m_desk->openStored(other->id);
        press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        auto *compare = m_window->findChild<ComparePage *>();
        QVERIFY(compare && compare->isVisible());
        QVERIFY(compare->differences() && compare->differences()->rowCount() > 0);
        press(Qt::Key_Down, Qt::AltModifier);
        press(Qt::Key_Escape);
        QTRY_VERIFY(page()->isVisible());

        // A chart of the two years, drawn and saved.
        press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        auto *charts = m_window->findChild<ChartsPage *>();
        QVERIFY(charts && charts->isVisible());
        QCOMPARE(charts->table()->model()->rowCount(), 2);
        QVERIFY2(charts->canvas(), "the part that draws is built beside the tests");
        m_answers.save = path(u"图.svg"_s);
        QTest::keyClick(charts->findChild<QToolButton *>(u"chartSave"_s), Qt::Key_Space);
        QFile saved(m_answers.save);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("<svg"));
    }
};

QTEST_MAIN(TestReviewDay)
#include "tst_reviewday.moc"
