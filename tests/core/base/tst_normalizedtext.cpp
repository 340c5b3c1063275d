// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/normalizedtext.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestNormalizedText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void offsets_data();
    void offsets();
    void everyCharacter();
    void noValueOutOfNothing();
    void longMarks();
    void speed();
};

void TestNormalizedText::text_data()
{
    QTest::addColumn<QString>("original");
    QTest::addColumn<QString>("normal");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("plain") << u"三、本年度办理结果 12\t3\n"_s << u"三、本年度办理结果 12\t3\n"_s;
    QTest::newRow("full width") << u"（一）予以公开　１２．５％：－３"_s << u"(一)予以公开 12.5%:-3"_s;
    QTest::newRow("radical see") << u"⻅"_s << u"见"_s;
    QTest::newRow("kangxi one") << u"⼀、⽂件⾦额"_s << u"一、文件金额"_s;
    QTest::newRow("radical beyond the basic plane") << u"⻊1"_s
                                                    << u"\U00027FB7"
                                                       "1"_s;
    QTest::newRow("radical without ideograph") << u"⺀"_s << u"⺀"_s;
    QTest::newRow("compatibility ideograph") << u"\uF9B4"_s << u"領"_s;
    QTest::newRow("circled") << u"①②⑳⓪❶㉑㊿"_s << u"①②⑳⓪❶㉑㊿"_s;
    QTest::newRow("parenthesised digit") << u"⑴⒈"_s << u"⑴⒈"_s;
    QTest::newRow("parenthesised ideograph") << u"㈠㈩"_s << u"(一)(十)"_s;
    QTest::newRow("footnote marks") << u"9²ⁿ₁½"_s << u"9²n₁½"_s;
    QTest::newRow("month sign, squared unit") << u"㋀㎡㏠"_s << u"㋀㎡㏠"_s;
    QTest::newRow("comma digits") << u"\U0001F102"_s << u"\U0001F102"_s;
    QTest::newRow("mathematical digits") << u"\U0001D7D7"_s << u"9"_s;
    QTest::newRow("combining") << u"e\u0301x"_s << u"éx"_s;
    QTest::newRow("combining after full width") << u"ｅ\u0301"_s << u"é"_s;
    QTest::newRow("two marks in order") << u"a\u0323\u0302"_s << u"ậ"_s;
    QTest::newRow("circled and a mark") << u"①\u0301"_s << u"①\u0301"_s;
    QTest::newRow("no-break space") << u"1\u00a02"_s << u"1 2"_s;
    QTest::newRow("ellipsis, roman") << u"…Ⅱ"_s << u"...II"_s;
    QTest::newRow("supplementary ideograph") << u"𠮷林１"_s << u"𠮷林1"_s;
    QTest::newRow("unpaired surrogates") << QString(QChar(0xd800)) + u"9"_s + QChar(0xdc00)
                                         << QString(QChar(0xd800)) + u"9"_s + QChar(0xdc00);
    QTest::newRow("zero width") << u"总\u200b计\ufeff 9\u200e\n"_s << u"总计 9\n"_s;
    QTest::newRow("zero width between digits") << u"1\u200b2"_s << u"1\u200b2"_s;
    QTest::newRow("soft hyphen before a digit") << u"计\u00ad2"_s << u"计2"_s;
    QTest::newRow("direction override") << u"\u202e12\u202c"_s << u"\u202e12\u202c"_s;
    QTest::newRow("nul") << QString(QChar(0)) + u"9"_s << QString(QChar(0)) + u"9"_s;
    QTest::newRow("variation selector") << u"見\ufe00公"_s << u"見公"_s;
    QTest::newRow("hangul") << u"\u1100\u1161"_s << u"가"_s;
}

void TestNormalizedText::text()
{
    QFETCH(QString, original);
    QFETCH(QString, normal);
    const NormalizedText result = NormalizedText::of(original);
    QCOMPARE(result.text(), normal);
    QCOMPARE(normalized(result.text()), normal); // once is enough
    const TextRange whole = result.original({0, normal.size()});
    QVERIFY(whole.isValid());
    QVERIFY(whole.end <= original.size());
}

void TestNormalizedText::offsets_data()
{
    QTest::addColumn<QString>("original");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("came");
    QTest::newRow("plain") << u"总计 12 3"_s << 3 << 5 << u"12"_s;
    QTest::newRow("full width") << u"（１２）"_s << 1 << 3 << u"１２"_s;
    QTest::newRow("one became three") << u"㈠公开"_s << 1 << 2 << u"㈠"_s;
    QTest::newRow("after one became three") << u"㈠公开"_s << 3 << 5 << u"公开"_s;
    QTest::newRow("two became one") << u"e\u0301９"_s << 0 << 1 << u"e\u0301"_s;
    QTest::newRow("after two became one") << u"e\u0301９"_s << 1 << 2 << u"９"_s;
    QTest::newRow("after supplementary") << u"𠮷９"_s << 2 << 3 << u"９"_s;
    QTest::newRow("one unit became two") << u"⻊９"_s << 0 << 2 << u"⻊"_s;
    QTest::newRow("two units became one") << u"\U0001D7D7计"_s << 0 << 1 << u"\U0001D7D7"_s;
    QTest::newRow("dropped is not part of a value") << u"计\u200b9\u200e 8"_s << 1 << 2 << u"9"_s;
    QTest::newRow("dropped inside") << u"总\u200b计"_s << 0 << 2 << u"总\u200b计"_s;
}

void TestNormalizedText::offsets()
{
    QFETCH(QString, original);
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(QString, came);
    const NormalizedText result = NormalizedText::of(original);
    const TextRange range = result.original({begin, end});
    QCOMPARE(original.mid(range.begin, range.length()), came);
    const TextRange last = result.original({result.text().size(), result.text().size()});
    QCOMPARE(last.begin, original.size());
    QVERIFY(!result.original({0, result.text().size() + 1}).isValid());
    QVERIFY(!result.original({}).isValid());
}

/// The fast path must agree with ICU: every character alone and between two plain ones gives the same.
void TestNormalizedText::everyCharacter()
{
    for (char32_t c = 1; c < 0x110000; ++c) {
        if (QChar::isSurrogate(c) || QChar::unicodeVersion(c) == QChar::Unicode_Unassigned) // Qt's tables may be older
            continue;
        const QString alone = QString::fromUcs4(&c, 1);
        const QString result = normalized(alone);
        const QString between = normalized(u"公"_s + alone + u"1"_s);
        // U+0344 and its like begin with a mark that goes before; what matters is that nothing is lost or misplaced.
        if (between != u"公"_s + result + u"1"_s && QChar::combiningClass(c) == 0 && !result.isEmpty())
            QFAIL(qPrintable(u"U+%1"_s.arg(uint(c), 4, 16, QChar(u'0'))));
        const bool special = (c >= 0x2E80 && c <= 0x2FDF) || result.isEmpty();
        const QString nfkc = alone.normalized(QString::NormalizationForm_KC);
        if (!special && result != nfkc && result != alone)
            QFAIL(qPrintable(u"U+%1"_s.arg(uint(c), 4, 16, QChar(u'0'))));
    }
}

void TestNormalizedText::noValueOutOfNothing()
{
    for (char32_t c = 0x80; c < 0x110000; ++c) {
        if (QChar::isSurrogate(c) || QChar::isDigit(c))
            continue;
        for (const QChar unit : normalized(QString::fromUcs4(&c, 1))) {
            if (unit >= u'0' && unit <= u'9')
                QFAIL(qPrintable(u"U+%1"_s.arg(uint(c), 4, 16, QChar(u'0'))));
        }
    }
}

void TestNormalizedText::longMarks()
{
    const QString original = u"总"_s + QString(500, QChar(0x0301)) + u"9"_s;
    const NormalizedText result = NormalizedText::of(original);
    QVERIFY(result.text().endsWith(u'9'));
    const TextRange nine = result.original({result.text().size() - 1, result.text().size()});
    QCOMPARE(nine.begin, original.size() - 1);
}

void TestNormalizedText::speed()
{
    const QString text = QString(u"（一）予以公开\t0\t1\t2\t3\t4\t5\t15\n三、本年度办理结果，依据《条例》公开。"_s).repeated(1000);
    QBENCHMARK
    {
        const NormalizedText result = NormalizedText::of(text);
        QVERIFY(result.text().size() == text.size());
    }
}

QTEST_APPLESS_MAIN(TestNormalizedText)
#include "tst_normalizedtext.moc"
