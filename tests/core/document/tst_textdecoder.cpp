// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/textdecoder.h"

#include <QStringEncoder>
#include <QTest>

#include <unicode/ucnv.h>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestTextDecoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodings_data();
    void encodings();
    void lineEnds_data();
    void lineEnds();
    void damaged_data();
    void damaged();
    void truncatedAnywhere();
    void speed();
};

static QString sample()
{
    return u"云岭市水务局2023年政府信息公开工作年度报告\n一、总体情况\n全年收到申请17件，办结17件，无结转。\n"
           "规章\t0\t0\t0\n（一）予以公开\t1\t2\t3\t4\t5\t6\t21\n"_s;
}

static QByteArray encode(const QString &text, const char *encoding)
{
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding, &error);
    QByteArray out(text.size() * 8, Qt::Uninitialized);
    out.truncate(ucnv_fromUChars(
        converter, out.data(), int(out.size()), reinterpret_cast<const char16_t *>(text.utf16()), int(text.size()), &error));
    ucnv_close(converter);
    return U_SUCCESS(error) ? out : QByteArray();
}

void TestTextDecoder::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("guessed");
    QTest::newRow("utf-8") << sample().toUtf8() << u"UTF-8"_s << false;
    QTest::newRow("utf-8 marked") << "\xef\xbb\xbf" + sample().toUtf8() << u"UTF-8"_s << false;
    QTest::newRow("utf-16 marked, little end first") << "\xff\xfe" + encode(sample(), "UTF-16LE") << u"UTF-16LE"_s << false;
    QTest::newRow("utf-16 marked, big end first") << "\xfe\xff" + encode(sample(), "UTF-16BE") << u"UTF-16BE"_s << false;
    QTest::newRow("utf-32 marked") << QByteArray("\xff\xfe\0\0", 4) + encode(sample(), "UTF-32LE") << u"UTF-32LE"_s << false;
    QTest::newRow("utf-16 without mark, little end first") << encode(sample(), "UTF-16LE") << u"UTF-16LE"_s << true;
    QTest::newRow("utf-16 without mark, big end first") << encode(sample(), "UTF-16BE") << u"UTF-16BE"_s << true;
    QTest::newRow("gb18030") << encode(sample(), "GB18030") << u"GB18030"_s << true;
    QTest::newRow("gb18030 marked") << "\x84\x31\x95\x33" + encode(sample(), "GB18030") << u"GB18030"_s << false;
    QTest::newRow("big5") << encode(
        u"臺灣地區資訊公開制度的說明，這是一個繁體中文的文件，用來測試偵測的結果是否正確。\n本年度收到申請十七件，處理完畢十七件。\n"_s,
        "Big5") << u"Big5"_s
                          << true;
}

void TestTextDecoder::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(bool, guessed);
    const DecodedText out = decodeText(bytes);
    QCOMPARE(out.encoding, encoding);
    QCOMPARE(out.guessed, guessed);
    QCOMPARE(out.invalid, 0);
    if (encoding != "Big5"_L1)
        QCOMPARE(out.text, sample());
}

void TestTextDecoder::lineEnds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unix") << u"a\nb\n"_s << u"a\nb\n"_s;
    QTest::newRow("windows") << u"a\r\nb\r\n"_s << u"a\nb\n"_s;
    QTest::newRow("old mac") << u"a\rb\r"_s << u"a\nb\n"_s;
    QTest::newRow("mixed, empty lines") << u"\r\n\r\n\r\r\n\n"_s << u"\n\n\n\n\n"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029c\u0085d\ve"_s << u"a\nb\nc\nd\ne"_s;
    QTest::newRow("form feed stays") << u"a\fb"_s << u"a\fb"_s;
    QTest::newRow("none") << u"a"_s << u"a"_s;
}

void TestTextDecoder::lineEnds()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(decodeText(text.toUtf8()).text, expected);
    QCOMPARE(decodeText("\xff\xfe" + encode(text, "UTF-16LE")).text, expected);
}

void TestTextDecoder::damaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<int>("invalid");
    const QByteArray utf8 = sample().toUtf8();
    QTest::newRow("a stray byte in UTF-8") << utf8 + "\xff" << u"UTF-8"_s << 1;
    QTest::newRow("UTF-8 cut in a character") << utf8 + "\xe5\x85" << u"UTF-8"_s << 1;
    QTest::newRow("a zero in UTF-8") << utf8 + QByteArray(1, '\0') << u"UTF-8"_s << 1;
    QTest::newRow("overlong") << utf8 + "\xc0\xb1" << u"UTF-8"_s << 2;
    QTest::newRow("UTF-8 of which every seventh character is cut") << utf8 + QByteArray("政府信息公开\xe7\x94|\n").repeated(20) << u"UTF-8"_s << 20;
    QTest::newRow("a surrogate in UTF-8") << utf8 + "\xed\xa0\x80" << u"UTF-8"_s << 3;
    QTest::newRow("an unpaired surrogate") << QByteArray("\xff\xfe") + encode(sample(), "UTF-16LE") + QByteArray("\x00\xd8\x31\x00", 4)
                                           << u"UTF-16LE"_s << 1;
    QTest::newRow("half a unit") << QByteArray("\xff\xfe") + encode(sample(), "UTF-16LE") + "9" << u"UTF-16LE"_s << 1;
    QTest::newRow("a stray byte in GB18030") << encode(sample(), "GB18030") + "\n\xff\n" << u"GB18030"_s << 1;
}

void TestTextDecoder::damaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(int, invalid);
    const DecodedText out = decodeText(bytes);
    QCOMPARE(out.encoding, encoding);
    QCOMPARE(out.invalid, invalid);
    QVERIFY(out.text.startsWith(sample().trimmed()));
    QVERIFY(out.text.isValidUtf16());
}

void TestTextDecoder::truncatedAnywhere()
{
    for (const char *encoding : {"UTF-8", "UTF-16LE", "GB18030"}) {
        const QByteArray bytes = encode(sample(), encoding);
        for (qsizetype n = 0; n <= bytes.size(); ++n) {
            const DecodedText out = decodeText(bytes.left(n));
            QVERIFY(out.text.size() <= n);
            QVERIFY(!out.text.contains(QChar(0)));
        }
    }
}

void TestTextDecoder::speed()
{
    const QByteArray bytes = sample().repeated(100).toUtf8();
    QBENCHMARK { QVERIFY(!decodeText(bytes).guessed); }
}

QTEST_APPLESS_MAIN(TestTextDecoder)
#include "tst_textdecoder.moc"
