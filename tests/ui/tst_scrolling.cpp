// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/markedscrollbar.h"
#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "review/scrolllock.h"
#include "review/source/sourceview.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

/// Source and tables scroll together by their rows, and the strips beside them lead to what was found.
class TestScrolling : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewSession> m_session;
    std::unique_ptr<ReviewPage> m_page;

    static CellId id(const QString &name) { return test::knowledge().forms->cell(name); }
    QScrollBar *left() const { return m_page->sourceView()->verticalScrollBar(); }
    QScrollBar *right() const { return m_page->formView()->verticalScrollBar(); }
    void open(const QHash<QString, QString> &values = {})
    {
        // Long paragraphs that wrap, each with another length, before the tables.
        QString prose;
        for (int i = 1; i < 60; ++i)
            prose += QString(40 * (i % 7), u'述') + u'\n';
        m_session = std::make_unique<ReviewSession>(test::sampleReport(values, prose), test::knowledge());
        m_page = std::make_unique<ReviewPage>();
        m_page->resize(1000, 500);
        m_page->setSession(m_session.get());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        QCoreApplication::processEvents();
    }
    /// How far from the middle of its view a row stands on each side, as a share of the view.
    double drift(const QString &cell) const
    {
        const double line = m_page->sourceView()->lineOf(m_session->report().cell(id(cell)).source.begin);
        const double a = (line - left()->value()) / left()->pageStep();
        const double b = double(m_page->formView()->cellRect(id(cell)).center().y()) / right()->pageStep();
        return a - b;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void aRowOutOfOrderIsPassedOver()
    {
        using P = QPair<double, double>;
        QCOMPARE(risingAnchors({P(10, 100), P(20, 40), P(30, 200), P(30, 210), P(90, 5)}, P(100, 300)),
            QList<P>({P(0, 0), P(10, 100), P(30, 200), P(100, 300)}));
        QCOMPARE(risingAnchors({}, P(100, 300)), QList<P>({P(0, 0), P(100, 300)}));
    }

    void bothSidesReachTheirEndsTogether()
    {
        open();
        QVERIFY(left()->maximum() > 0 && right()->maximum() > 0);
        right()->setValue(right()->maximum());
        QCOMPARE(left()->value(), left()->maximum());
        left()->setValue(0);
        QCOMPARE(right()->value(), 0);
    }

    void aRowStandsAtTheSameHeight_data()
    {
        QTest::addColumn<QString>("cell");
        for (const char *cell : {"proactive.licensing.decisions", "requests.granted.natural_person", "requests.other.total"}) {
            if (id(QString::fromLatin1(cell)).isValid())
                QTest::newRow(cell) << QString::fromLatin1(cell);
        }
    }
    void aRowStandsAtTheSameHeight()
    {
        QFETCH(QString, cell);
        open();
        // The tables lead.
        const int y = m_page->formView()->cellRect(id(cell)).center().y() + right()->value();
        right()->setValue(y - right()->pageStep() / 2);
        QVERIFY2(std::abs(drift(cell)) < 0.2, qPrintable(QString::number(drift(cell))));
        // The source leads.
        right()->setValue(0);
        const double line = m_page->sourceView()->lineOf(m_session->report().cell(id(cell)).source.begin);
        left()->setValue(int(line - left()->pageStep() / 2.0));
        QVERIFY2(std::abs(drift(cell)) < 0.2, qPrintable(QString::number(drift(cell))));
    }

    void itHoldsAfterTheViewsWereMadeNarrow()
    {
        open();
        m_page->resize(700, 500);
        QCoreApplication::processEvents();
        const QString cell = u"requests.granted.natural_person"_s;
        const int y = m_page->formView()->cellRect(id(cell)).center().y() + right()->value();
        right()->setValue(y - right()->pageStep() / 2);
        QVERIFY2(std::abs(drift(cell)) < 0.2, qPrintable(QString::number(drift(cell))));
    }

    void itCanBeSwitchedOff()
    {
        open();
        m_page->actions()->lockScrolling->trigger();
        right()->setValue(right()->maximum());
        QCOMPARE(left()->value(), 0);
        m_page->actions()->lockScrolling->trigger();
        QCOMPARE(right()->value(), 0); // the source leads
    }

    void aClickInTheSourceDoesNotMoveItAway()
    {
        open({{u"requests.granted.business"_s, u"56"_s}});
        SourceView *source = m_page->sourceView();
        const TextRange range = m_session->report().cell(id(u"requests.granted.business"_s)).source;
        left()->setValue(int(source->lineOf(range.begin)) - 2);
        const int before = left()->value();
        QTextCursor cursor(source->document());
        cursor.setPosition(int(range.begin) + 1);
        QTest::mouseClick(source->viewport(), Qt::LeftButton, {}, source->cursorRect(cursor).center());
        QCOMPARE(m_page->currentCell(), id(u"requests.granted.business"_s));
        QCOMPARE(left()->value(), before);
        QVERIFY(m_page->formView()->viewport()->rect().contains(m_page->formView()->cellRect(m_page->currentCell()).center()));
    }

    void aClickOnAMarkGoesThere()
    {
        open({{u"requests.granted.natural_person"_s, u"7"_s}, {u"requests.granted.total"_s, u"8"_s}});
        for (QScrollBar *side : {left(), right()}) {
            auto *bar = qobject_cast<MarkedScrollBar *>(side);
            QVERIFY(bar);
            QTRY_VERIFY(!bar->marks().isEmpty());
            bar->setValue(0);
            const double at = bar->marks().last().at;
            QTest::mouseClick(
                bar, Qt::LeftButton, {}, QPoint(bar->width() / 2, bar->width() + int(at * (bar->height() - 2 * bar->width()))));
            const double middle = (bar->value() + bar->pageStep() / 2.0) / (bar->maximum() + bar->pageStep());
            const bool ended = bar->value() == bar->maximum();
            QVERIFY2(bar->value() > 0 && (ended || std::abs(middle - at) < 0.05), qPrintable(u"%1 %2"_s.arg(middle).arg(at)));
        }
    }
};

QTEST_MAIN(TestScrolling)
#include "tst_scrolling.moc"
