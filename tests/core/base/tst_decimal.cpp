// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestDecimal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read_data();
    void read();
    void refused_data();
    void refused();
    void arithmetic();
};

void TestDecimal::read_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<qint64>("units");
    QTest::newRow("zero") << u"0"_s << u"0"_s << qint64(0);
    QTest::newRow("leading zeros") << u"007"_s << u"7"_s << qint64(70000);
    QTest::newRow("minus") << u"-8"_s << u"-8"_s << qint64(-80000);
    QTest::newRow("minus zero") << u"-0"_s << u"0"_s << qint64(0);
    QTest::newRow("four decimals") << u"59237.2449"_s << u"59237.2449"_s << qint64(592372449);
    QTest::newRow("trailing zeros") << u"12.5000"_s << u"12.5"_s << qint64(125000);
    QTest::newRow("zeros only after the point") << u"12.00"_s << u"12"_s << qint64(120000);
    QTest::newRow("small") << u"-0.0001"_s << u"-0.0001"_s << qint64(-1);
    QTest::newRow("twelve digits") << u"999999999999"_s << u"999999999999"_s << qint64(9999999999990000);
}

void TestDecimal::read()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    QFETCH(qint64, units);
    const auto value = Decimal::fromString(text);
    QVERIFY(value);
    QCOMPARE(value->units(), units);
    QCOMPARE(value->toString(), canonical);
    QVERIFY(Decimal::fromString(canonical) == value);
}

void TestDecimal::refused_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t *text : {u"", u"-", u".5", u"5.", u"1.23456", u"1,000", u"１", u" 1", u"1 ", u"+1", u"--1", u"1e3", u"1.2.3",
             u"100000000000000", u"①", u"O", u"٣"})
        QTest::newRow(qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
}

void TestDecimal::refused()
{
    QFETCH(QString, text);
    QVERIFY(!Decimal::fromString(text));
}

void TestDecimal::arithmetic()
{
    const Decimal a = *Decimal::fromString(u"12.5");
    const Decimal b = *Decimal::fromString(u"-0.25");
    QCOMPARE((a + b).toString(), u"12.25"_s);
    QCOMPARE((b - a).toString(), u"-12.75"_s);
    QVERIFY(b < a);
    QVERIFY(b.isNegative());
    QVERIFY(!a.isWhole());
    QVERIFY(Decimal(3).isWhole());
    QCOMPARE(Decimal(3).whole(), qint64(3));
    Decimal sum;
    for (int i = 0; i < 25; ++i)
        sum += Decimal(999999999999);
    QCOMPARE(sum.whole(), qint64(999999999999) * 25);
}

QTEST_APPLESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
