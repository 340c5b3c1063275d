// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historypanel.h"
#include "review/verbs.h"
#include "samplereport.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

CellId id(const QString &name) { return knowledge().forms->cell(name); }

const QString Upheld = u"remedies.review.upheld"_s;
const QString Total = u"remedies.review.total"_s;
const QString Granted = u"requests.granted.total"_s;

} // namespace

/// The history as a person uses it: look, go there, take one back in the middle, say why.
class TestHistoryPanel : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewSession> m_session;
    std::unique_ptr<HistoryPanel> m_panel;

    void edit(const QString &cell, const QString &typed)
    {
        if (!m_session->perform(verbs::edit(m_session->report(), id(cell), typed)))
            qFatal("the edit was refused");
    }
    QString text(int row, int column) const { return m_panel->view()->model()->index(row, column).data().toString(); }
    QString says() const { return m_panel->findChild<QLabel *>(u"historySays"_s)->text(); }
    QToolButton *button(const char *name) const { return m_panel->findChild<QToolButton *>(QLatin1StringView(name)); }
    void choose(int row) { m_panel->view()->setCurrentIndex(m_panel->view()->model()->index(row, 0)); }
    int rows() const { return m_panel->view()->model()->rowCount(); }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<ReviewSession>(sampleReport(), knowledge());
        m_session->setReviewer(u"李审"_s);
        m_panel = std::make_unique<HistoryPanel>();
        new QAbstractItemModelTester(m_panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_panel.get());
        new QAbstractItemModelTester(m_panel->view()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_panel.get());
        m_panel->resize(700, 300);
        m_panel->setSession(m_session.get());
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_session.reset();
    }

    void anEmptyHistorySaysWhatWillBeHere()
    {
        QVERIFY(m_panel->findChild<QLabel *>(u"historyEmpty"_s)->isVisible());
        QVERIFY(!m_panel->view()->isVisible());
        m_panel->setSession(nullptr);
        QVERIFY(m_panel->findChild<QLabel *>(u"historyEmpty"_s)->text().contains(u"打开一份报告"_s));
    }

    void newestFirstWithEverything()
    {
        edit(Upheld, u"2"_s);
        edit(Total, u"2"_s);
        QCOMPARE(rows(), 2);
        QVERIFY(text(1, HistoryModel::ActColumn).contains(u"更正"_s));
        QVERIFY2(text(1, HistoryModel::ChangeColumn).startsWith(u"0 → 2"_s), qPrintable(text(1, HistoryModel::ChangeColumn)));
        QCOMPARE(text(0, HistoryModel::ChangeColumn), u"0 → 2"_s);
        QCOMPARE(text(0, HistoryModel::WhoColumn), u"李审"_s);
        QVERIFY(!text(0, HistoryModel::WhenColumn).isEmpty());
        QTRY_COMPARE(text(0, HistoryModel::EffectColumn), u"修复 1，新增 0"_s);
        QCOMPARE(text(1, HistoryModel::EffectColumn), u"修复 0，新增 1"_s);
        // The first act opened the report as well: two places, two lines below it.
        const QModelIndex first = m_panel->view()->model()->index(1, 0);
        QCOMPARE(m_panel->view()->model()->rowCount(first), 2);
        QCOMPARE(m_panel->view()->model()->index(1, 1, first).data().toString(), u"未审 → 审核中"_s);
    }

    void oneInTheMiddleIsTakenBack()
    {
        edit(Upheld, u"2"_s);
        edit(Granted, u"4"_s);
        edit(Total, u"2"_s);
        choose(1);
        QVERIFY2(says().contains(u"可以撤销"_s), qPrintable(says()));
        QTest::keyClick(m_panel->view(), Qt::Key_Delete);
        QCOMPARE(m_session->report().cell(id(Granted)).value, Decimal(0));
        QCOMPARE(m_session->report().cell(id(Upheld)).value, Decimal(2));
        QCOMPARE(m_session->report().cell(id(Total)).value, Decimal(2));
        QCOMPARE(rows(), 4);
        QVERIFY(text(0, HistoryModel::ActColumn).startsWith(u"撤销"_s));
        QVERIFY(text(2, HistoryModel::ActColumn).contains(u"已撤销"_s));
        QCOMPARE(m_panel->currentAct(), m_session->history()[1].id); // one stays where one was
        QVERIFY(says().contains(u"已经撤销"_s));
        QVERIFY(!button("historyTakeBack")->isEnabled());
        QTest::keyClick(m_panel->view(), Qt::Key_Delete);
        QCOMPARE(rows(), 4);
    }

    void whatStandsAgainstItIsSaidInPlace()
    {
        edit(Upheld, u"2"_s);
        edit(Upheld, u"3"_s);
        const QSignalSpy refused(m_session.get(), &ReviewSession::refused);
        choose(1);
        QVERIFY2(says().contains(u"改过同一处"_s), qPrintable(says()));
        QVERIFY(!button("historyTakeBack")->isEnabled());
        QVERIFY(button("historyBlocker")->isVisible());
        QTest::keyClick(m_panel->view(), Qt::Key_Delete);
        QCOMPARE(rows(), 2);
        QCOMPARE(refused.size(), 0); // nothing appears elsewhere
        QTest::mouseClick(button("historyBlocker"), Qt::LeftButton);
        QCOMPARE(m_panel->currentAct(), m_session->history()[1].id);
        QTest::mouseClick(button("historyTakeBack"), Qt::LeftButton);
        choose(2);
        QVERIFY2(says().contains(u"可以撤销"_s), qPrintable(says()));
    }

    void aLineLeadsToItsCell()
    {
        edit(Granted, u"4"_s);
        edit(Total, u"2"_s);
        QSignalSpy asked(m_panel.get(), &HistoryPanel::cellRequested);
        const QModelIndex line = m_panel->view()->model()->index(0, 0);
        const QPoint at = m_panel->view()->visualRect(line).center();
        QTest::mouseClick(m_panel->view()->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(m_panel->view()->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(asked.size() >= 1);
        QCOMPARE(asked.last().first().value<CellId>(), id(Total));
        choose(1);
        QTest::keyClick(m_panel->view(), Qt::Key_Return);
        QCOMPARE(asked.last().first().value<CellId>(), id(Granted));
    }

    void onlyTheCurrentCell()
    {
        edit(Upheld, u"2"_s);
        edit(Granted, u"4"_s);
        edit(Upheld, u"3"_s);
        m_panel->setCurrentCell(id(Upheld));
        button("historyOnlyCell")->click();
        QCOMPARE(rows(), 2);
        m_panel->setCurrentCell(id(Granted));
        QCOMPARE(rows(), 1);
        m_panel->setCurrentCell(id(Total));
        QCOMPARE(rows(), 0);
        QVERIFY(m_panel->findChild<QLabel *>(u"historyEmpty"_s)->text().contains(u"还没有改过"_s));
        edit(Total, u"3"_s);
        QCOMPARE(rows(), 1);
        m_panel->setCurrentAct(m_session->history().first().id); // hidden by the filter: it gives way
        QCOMPARE(rows(), 4);
        QCOMPARE(m_panel->currentAct(), m_session->history().first().id);
    }

    void aReasonIsKept()
    {
        edit(Upheld, u"2"_s);
        auto *field = m_panel->findChild<QLineEdit *>(u"historyReason"_s);
        QVERIFY(!field->isVisible()); // of no act
        choose(0);
        QTest::keyClicks(field, u"phone call"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(rows(), 2);
        QCOMPARE(text(1, HistoryModel::ReasonColumn), u"phone call"_s);
        QVERIFY(text(0, HistoryModel::ActColumn).startsWith(u"理由"_s));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(rows(), 2);
    }
};

QTEST_MAIN(TestHistoryPanel)
#include "tst_historypanel.moc"
