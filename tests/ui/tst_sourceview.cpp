// SPDX-License-Identifier: GPL-3.0-or-later
// The source pane: tables that a text draws keep their columns, prose wraps.
#include "review/source/sourceview.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>

using namespace gouji;
using namespace Qt::StringLiterals;

class tst_SourceView : public QObject {
    Q_OBJECT

    SourceView m_view;
    QString m_text;

    void show(const QString &text)
    {
        m_text = text;
        SourceDocument d;
        d.text = text;
        m_view.setDocumentText(d);
        m_view.resize(360, 300);
        m_view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_view));
    }
    /// Where on the screen a character begins, in the line that holds `line`.
    double x(const QString &line, const QString &piece)
    {
        const qsizetype at = m_text.indexOf(piece, m_text.indexOf(line));
        (void)m_view.lineOf(at); // lays out
        const QTextBlock block = m_view.document()->findBlock(int(at));
        return block.layout()->lineForTextPosition(int(at) - block.position()).cursorToX(int(at) - block.position());
    }
    int linesOf(QStringView piece)
    {
        const qsizetype at = m_text.indexOf(piece);
        (void)m_view.lineOf(at);
        return m_view.document()->findBlock(int(at)).layout()->lineCount();
    }

private Q_SLOTS:
    void columnsStandBelowEachOther_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("values");
        QTest::newRow("box characters") << u"┌──────────────┬──┬────┐\n│一、本年新收  │7 │12  │\n├──────────────┼──┼────┤\n"
                                           u"│3.危及“三安全”│8 │3456│\n└──────────────┴──┴────┘\n"_s
                                        << u"三安全"_s << u"8 3456"_s;
        QTest::newRow("gaps, by columns of a terminal")
            << u"一、本年新收  7    12\n二、上年结转  8    1\n（一）        9    30\n"_s << u"（一）"_s << u"9 30"_s;
        QTest::newRow("gaps, by characters") << u"一、本年新收申请数量  7  12\n二、上年结转      8  1\n1.属于国家秘密    6  5\n"_s
                                             << u"国家秘密"_s << u"6 5"_s;
        QTest::newRow("tabs") << u"一、本年新收政府信息公开申请数量\t7\t12\n合计\t8888\t1\n"_s << u"合计"_s << u"8888 1"_s;
        QTest::newRow("bars") << u"| 一、本年新收 | 7 | 12 |\n|---|---|---|\n| 合计 | 8888 | 1 |\n"_s << u"合计"_s << u"8888 1"_s;
    }
    void columnsStandBelowEachOther()
    {
        QFETCH(QString, text);
        QFETCH(QString, second);
        QFETCH(QString, values);
        show(text);
        const QStringList below = values.split(u' ');
        const QStringList above{u"7"_s, u"12"_s};
        for (int i = 0; i < 2; ++i) {
            const double a = x(u"本年新收"_s, above[i]);
            const double b = x(second, below[i]);
            QVERIFY(a > 0);
            QVERIFY2(std::abs(a - b) < 0.5, qPrintable(u"%1 %2"_s.arg(a).arg(b)));
        }
        QCOMPARE(linesOf(second), 1);
    }

    /// Below each other they would stand out of sight of their names.
    void numbersStayBesideLongNames()
    {
        const QString name = u"行政机关不再处理其政府信息公开申请"_s;
        show(name.repeated(2) + u'\t' + name.repeated(2) + u"\t7\t12\n\t合计\t8\t1\n"_s);
        QVERIFY(x(u"合计"_s, u"8"_s) * 2 < x(name, u"7"_s));
        QVERIFY(x(u"合计"_s, u"1"_s) > x(u"合计"_s, u"8"_s));
        QCOMPARE(linesOf(name), 1);
    }

    /// A long head with nothing behind it pushes nothing aside.
    void theLastPieceOfALineWidensNoColumn()
    {
        const QString head = u"本年收费金额（单位：万元，保留4位小数）"_s;
        show(u"信息内容\t本年制发件数\t本年废止件数\n规章\t7\t8\n信息内容\t"_s + head + u"\t\n行政事业性收费\t12.35\t\n"_s);
        QCOMPARE(x(u"规章"_s, u"8"_s), x(u"信息内容"_s, u"本年废止件数"_s));
        const double one = x(u"信息内容"_s, u"制发"_s) - x(u"信息内容"_s, u"年制发"_s);
        QVERIFY(x(u"规章"_s, u"8"_s) - x(u"规章"_s, u"7"_s) < 9 * one);
        QCOMPARE(linesOf(head), 1);
    }

    /// A number far right keeps the name of its row in sight.
    void theNameOfAScrolledRowStaysInSight()
    {
        const QString name = u"一、本年新收政府信息公开申请数量"_s;
        QString text = name + u"\t\t23\t4\t0\t1\t2\t0\t9876\t\n"_s;
        text = u"二、上年结转政府信息公开申请数量\t\t1\t1\t1\t1\t1\t1\t6\t\n"_s.repeated(4) + text;
        show(text);
        auto *label = m_view.findChild<QLabel *>(u"sourceRowName"_s);
        const qsizetype at = m_text.indexOf(u"9876"_s);
        m_view.setHighlights({TextRange{at, at + 4}});
        QVERIFY(m_view.horizontalScrollBar()->value() > 0);
        QVERIFY(label->isVisible());
        QCOMPARE(label->accessibleName(), u"5　"_s + name);
        QVERIFY(!label->geometry().intersects(m_view.cursorRect().translated(m_view.viewport()->pos())) || m_view.cursorRect().left() < 0);
        m_view.horizontalScrollBar()->setValue(0); // the name itself is in sight
        QVERIFY(!label->isVisible());
        m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->maximum());
        QVERIFY(label->isVisible());
        m_view.setHighlights({});
        QVERIFY(!label->isVisible());
    }

    void proseWrapsBesideTables()
    {
        const QString prose = u"二〇二二年，我区认真贯彻落实《中华人民共和国政府信息公开条例》，"_s.repeated(4);
        const QString row = u"│"_s + u"一二三四五六七八九十"_s.repeated(5) + u"│1234│"_s;
        show(prose + u"\n"_s + row + u"\n"_s + prose + u"尾"_s);
        QVERIFY(linesOf(prose) > 1);
        QCOMPARE(linesOf(row), 1);
        const qsizetype at = m_text.indexOf(u"1234");
        m_view.reveal({at, at + 4});
        QVERIFY(m_view.horizontalScrollBar()->value() > 0);
        QTextCursor cursor(m_view.document());
        cursor.setPosition(int(at));
        QVERIFY(m_view.viewport()->rect().contains(m_view.cursorRect(cursor)));
        cursor.setPosition(int(at) + 4);
        QVERIFY(m_view.viewport()->rect().contains(m_view.cursorRect(cursor).center()));
        // What is at the left brings the left back.
        m_view.reveal({2, 4});
        QCOMPARE(m_view.horizontalScrollBar()->value(), 0);
        // A narrower view wraps anew.
        const int before = linesOf(prose);
        m_view.resize(260, 300);
        QTRY_VERIFY(linesOf(prose) > before);
        QCOMPARE(linesOf(row), 1);
    }

    void twoWordsFarApartAreNoTable()
    {
        show(u"正文第一段。\n云岭市水务局    二〇二三年一月\n正文第二段"_s + u"很长"_s.repeated(100));
        QVERIFY(linesOf(u"很长") > 1);
        const QTextBlock block = m_view.document()->findBlockByNumber(1);
        QVERIFY(block.layout()->formats().isEmpty());
    }

    void aCopyHasTheTabsOfTheFile()
    {
        show(u"合计\t8\t1\n小计\t9\t2\n"_s);
        m_view.setFocus();
        m_view.selectAll();
        QTest::keyClick(&m_view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), m_text);
    }
};

QTEST_MAIN(tst_SourceView)
#include "tst_sourceview.moc"
