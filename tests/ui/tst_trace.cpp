// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/form/formtablemodel.h"
#include "review/form/formview.h"
#include "review/form/trace.h"
#include "review/reviewpage.h"
#include "samplereport.h"

#include <QHelpEvent>
#include <QImage>
#include <QTest>
#include <QToolTip>

using namespace gouji;
using namespace Qt::StringLiterals;

/// The cells of an equation are tied together, and hovering tells whether they agree.
class TestTrace : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewSession> m_session;
    std::unique_ptr<ReviewPage> m_page;

    static CellId id(const QString &name) { return test::knowledge().forms->cell(name); }
    void open(const QHash<QString, QString> &values)
    {
        m_session = std::make_unique<ReviewSession>(test::sampleReport(values), test::knowledge());
        m_page = std::make_unique<ReviewPage>();
        m_page->resize(1200, 800);
        m_page->setSession(m_session.get());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    QList<TraceLine> lines(const QString &cell) const { return traceLinesOf(m_session->report(), id(cell)); }

private Q_SLOTS:
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void aSumIsWhatItsOperandsFlowInto()
    {
        open({{u"requests.granted.natural_person"_s, u"7"_s}, {u"requests.granted.total"_s, u"8"_s}});
        const QList<TraceLine> all = lines(u"requests.granted.natural_person"_s);
        QVERIFY(!all.isEmpty());
        const auto row
            = std::find_if(all.cbegin(), all.cend(), [](const TraceLine &l) { return l.result == id(u"requests.granted.total"_s); });
        QVERIFY(row != all.cend());
        QCOMPARE(row->operands.size(), 6);
        QCOMPARE(row->verdict, TraceLine::Verdict::Fails);
        // From the sum the same line is seen.
        QVERIFY(lines(u"requests.granted.total"_s).contains(*row));
    }

    void aBalanceHasNoSingleResult()
    {
        open({});
        bool balance = false;
        for (const TraceLine &l : lines(u"requests.new_received.total"_s)) {
            if (!l.result.isValid()) {
                balance = true;
                QVERIFY(l.operands.contains(id(u"requests.carried_over.total"_s)));
                QCOMPARE(l.verdict, TraceLine::Verdict::Holds);
            }
        }
        QVERIFY(balance);
    }

    void aCellInNoEquationHasNoLines()
    {
        open({});
        QCOMPARE(lines(u"proactive.licensing.decisions"_s), QList<TraceLine>());
    }

    void hoveringTellsTheEquationsWithNumbers()
    {
        open({{u"requests.granted.natural_person"_s, u"7"_s}, {u"requests.granted.total"_s, u"8"_s}});
        FormView *form = m_page->formView();
        form->setCurrentCell(id(u"requests.granted.natural_person"_s));
        const QPoint at = form->cellRect(id(u"requests.granted.natural_person"_s)).center();
        QHelpEvent help(QEvent::ToolTip, at, form->viewport()->mapToGlobal(at));
        QApplication::sendEvent(form->viewport(), &help);
        const QString text = QToolTip::text();
        QVERIFY2(text.contains(u"✗"_s) && text.contains(u"7 ≠ 8"_s), qPrintable(text));
        QToolTip::hideText();
    }

    void theLinesAreDrawnAndCanBeSwitchedOff()
    {
        open({});
        FormView *form = m_page->formView();
        form->setCurrentCell(id(u"requests.granted.natural_person"_s));
        const QImage with = form->viewport()->grab().toImage();
        m_page->actions()->traceLines->trigger();
        const QImage without = form->viewport()->grab().toImage();
        QVERIFY(with != without);
        form->setTraceLinesShown(true);
        QVERIFY(form->viewport()->grab().toImage() == with);
    }

    void aCorrectionTurnsTheVerdict()
    {
        open({{u"requests.granted.natural_person"_s, u"7"_s}, {u"requests.granted.total"_s, u"8"_s}});
        FormView *form = m_page->formView();
        form->setCurrentCell(id(u"requests.granted.total"_s));
        const QImage before = form->viewport()->grab().toImage();
        QTest::keyClick(form, Qt::Key_7);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        const auto fails
            = [](const TraceLine &l) { return l.verdict == TraceLine::Verdict::Fails && l.result == id(u"requests.granted.total"_s); };
        const auto all = lines(u"requests.granted.total"_s);
        QVERIFY(std::none_of(all.cbegin(), all.cend(), fails));
        form->setCurrentCell(id(u"requests.granted.total"_s));
        QVERIFY(form->viewport()->grab().toImage() != before);
    }
};

QTEST_MAIN(TestTrace)
#include "tst_trace.moc"
