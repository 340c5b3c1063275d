// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/typednumber.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestTypedNumber : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void taken_data();
    void taken();
    void refused_data();
    void refused();
    void inSource_data();
    void inSource();
    void blankMarks();
};

void TestTypedNumber::taken_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<CellKind>("kind");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QString &typed, CellKind kind, const QString &value) {
        QTest::newRow(name) << typed << kind << value;
    };
    row("plain", u"9"_s, CellKind::Count, u"9"_s);
    row("zero", u"0"_s, CellKind::Count, u"0"_s);
    row("leading zeros", u"007"_s, CellKind::Count, u"7"_s);
    row("full width", u"１２０３"_s, CellKind::Count, u"1203"_s);
    row("comma", u"1,203"_s, CellKind::Count, u"1203"_s);
    row("full-width comma", u"１，２０３，０００"_s, CellKind::Count, u"1203000"_s);
    row("space", u"1 203"_s, CellKind::Count, u"1203"_s);
    row("no-break space", u"1\u00a0203"_s, CellKind::Count, u"1203"_s);
    row("spaces around", u"　 12 "_s, CellKind::Count, u"12"_s);
    row("counter 件", u"12件"_s, CellKind::Count, u"12"_s);
    row("counter 个", u"12 个"_s, CellKind::Count, u"12"_s);
    row("counter 份", u"１２份"_s, CellKind::Count, u"12"_s);
    row("nothing", QString(), CellKind::Count, QString());
    row("only spaces", u" 　"_s, CellKind::Amount, QString());
    row("amount", u"12.5"_s, CellKind::Amount, u"12.5"_s);
    row("amount of four decimals", u"0.0001"_s, CellKind::Amount, u"0.0001"_s);
    row("amount, full width", u"１２．５０"_s, CellKind::Amount, u"12.5"_s);
    row("amount, unit", u"1,258.5万元"_s, CellKind::Amount, u"1258.5"_s);
    row("minus", u"-8"_s, CellKind::Change, u"-8"_s);
    row("full-width minus", u"－８"_s, CellKind::Change, u"-8"_s);
    row("typographic minus", u"−8"_s, CellKind::Change, u"-8"_s);
    row("plus", u"+3"_s, CellKind::Change, u"3"_s);
    row("twelve digits", u"999999999999"_s, CellKind::Count, u"999999999999"_s);
}

void TestTypedNumber::taken()
{
    QFETCH(QString, typed);
    QFETCH(CellKind, kind);
    QFETCH(QString, value);
    const auto got = typedNumber(typed, kind);
    QVERIFY2(got.ok(), qPrintable(got.ok() ? QString() : got.error().message));
    QCOMPARE(*got ? (*got)->toString() : QString(), value);
}

void TestTypedNumber::refused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<CellKind>("kind");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &typed, CellKind kind, const QString &message) {
        QTest::newRow(name) << typed << kind << message;
    };
    row("letter", u"12a"_s, CellKind::Count, u"“12a”不是数字。"_s);
    row("look-alike O", u"1O"_s, CellKind::Count, u"“1O”不是数字。"_s);
    row("circled", u"①"_s, CellKind::Count, u"“①”不是数字。"_s);
    row("superscript", u"1²"_s, CellKind::Count, u"“1²”不是数字。"_s);
    row("Chinese numeral", u"十二"_s, CellKind::Count, u"“十二”不是数字。"_s);
    row("dash", u"-"_s, CellKind::Change, u"“-”不是数字。"_s);
    row("counter alone", u"件"_s, CellKind::Count, u"“件”不是数字。"_s);
    row("other counter", u"12元"_s, CellKind::Count, u"“12元”不是数字。"_s);
    row("yuan for ten thousand yuan", u"12元"_s, CellKind::Amount, u"“12元”不是数字。"_s);
    row("two numbers", u"120 3"_s, CellKind::Count, u"“120 3”不是数字。"_s);
    row("comma out of place", u"12,3"_s, CellKind::Amount, u"“12,3”不是数字。"_s);
    row("mixed separators", u"1,203 000"_s, CellKind::Count, u"“1,203 000”不是数字。"_s);
    row("leading separator", u",203"_s, CellKind::Count, u"“,203”不是数字。"_s);
    row("trailing separator", u"203,"_s, CellKind::Count, u"“203,”不是数字。"_s);
    row("minus for a count", u"-8"_s, CellKind::Count, u"“-8”是负数，这一格不能填负数。"_s);
    row("minus for an amount", u"-0.5"_s, CellKind::Amount, u"“-0.5”是负数，这一格不能填负数。"_s);
    row("plus for a count", u"+8"_s, CellKind::Count, u"“+8”不必写正号，这一格只填数字。"_s);
    row("fraction of a count", u"1.5"_s, CellKind::Count, u"“1.5”有小数，这一格只能填整数。"_s);
    row("fraction of a change", u"-1.5"_s, CellKind::Change, u"“-1.5”有小数，这一格只能填整数。"_s);
    row("five decimals", u"1.23456"_s, CellKind::Amount, u"“1.23456”的小数超过四位。"_s);
    row("two points", u"1.2.3"_s, CellKind::Amount, u"“1.2.3”不是数字。"_s);
    row("point at the end", u"1."_s, CellKind::Amount, u"“1.”不是数字。"_s);
    row("point at the start", u".5"_s, CellKind::Amount, u"“.5”不是数字。"_s);
    row("two signs", u"--8"_s, CellKind::Change, u"“--8”不是数字。"_s);
    row("thirteen digits", u"1000000000000"_s, CellKind::Count, u"“1000000000000”太大，最多 12 位整数。"_s);
}

void TestTypedNumber::refused()
{
    QFETCH(QString, typed);
    QFETCH(CellKind, kind);
    QFETCH(QString, message);
    const auto got = typedNumber(typed, kind);
    QVERIFY(!got.ok());
    QCOMPARE(got.error().code, u"refused"_s);
    QCOMPARE(got.error().message, message);
}

void TestTypedNumber::inSource_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("number");
    QTest::newRow("alone") << u"12"_s << u"12"_s;
    QTest::newRow("counter") << u"受理１２件"_s << u"１２"_s;
    QTest::newRow("spaces") << u" \t12 \n"_s << u"12"_s;
    QTest::newRow("minus") << u" -12"_s << u"-12"_s;
    QTest::newRow("hyphen in a word") << u"第-12"_s << u"12"_s;
    QTest::newRow("separators") << u"共 1,203 件"_s << u"1,203"_s;
    QTest::newRow("two numbers") << u"8件9件"_s << u"8件9"_s;
    QTest::newRow("none") << u"件"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("circled") << u"①"_s << QString();
}

void TestTypedNumber::inSource()
{
    QFETCH(QString, text);
    QFETCH(QString, number);
    const TextRange range = numberIn(text);
    QCOMPARE(range.isValid() ? text.mid(range.begin, range.length()) : QString(), number);
}

void TestTypedNumber::blankMarks()
{
    for (const QString &mark : {QString(), u"/"_s, u"-"_s, u"—"_s, u"——"_s, u"无"_s, u" 　"_s, u"／"_s})
        QVERIFY2(isBlankMark(mark), qPrintable(mark));
    for (const QString &text : {u"0"_s, u"O"_s, u"无效"_s, u"l2"_s})
        QVERIFY2(!isBlankMark(text), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestTypedNumber)
#include "tst_typednumber.moc"
