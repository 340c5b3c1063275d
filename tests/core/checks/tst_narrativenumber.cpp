// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/narrativenumber.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestNarrativeNumber : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void covers_data();
    void covers();
};

void TestNarrativeNumber::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("approximate");
    const auto row = [](const char *name, const QString &text, int at, const QString &value, int end, bool approximate = false) {
        QTest::newRow(name) << text << at << value << end << approximate;
    };
    row("plain", u"8件"_s, 0, u"8"_s, 1);
    row("zero", u"0件"_s, 0, u"0"_s, 1);
    row("thousands", u"1,234件"_s, 0, u"1234"_s, 5);
    row("millions", u"1,234,567件"_s, 0, u"1234567"_s, 9);
    row("a comma that ends a clause", u"23,12件"_s, 0, u"23"_s, 2);
    row("four digits take no separator", u"2023,125件"_s, 0, u"2023"_s, 4);
    row("decimals", u"58.25亿元"_s, 0, u"5825000000"_s, 6);
    row("ten thousands", u"1.7万宗"_s, 0, u"17000"_s, 4);
    row("more behind the scale", u"1.3万余件"_s, 0, u"13000"_s, 5, true);
    row("more before the scale", u"1200余万件"_s, 0, u"12000000"_s, 6, true);
    row("some more", u"1200余条"_s, 0, u"1200"_s, 5, true);
    row("about", u"约1200条"_s, 1, u"1200"_s, 5, true);
    row("nearly", u"近1万件"_s, 1, u"10000"_s, 3, true);
    row("one", u"一件"_s, 0, u"1"_s, 1);
    row("two", u"两件"_s, 0, u"2"_s, 1);
    row("ten", u"十件"_s, 0, u"10"_s, 1);
    row("eleven", u"十一件"_s, 0, u"11"_s, 2);
    row("twenty-three", u"二十三件"_s, 0, u"23"_s, 3);
    row("hundred and five", u"一百零五件"_s, 0, u"105"_s, 4);
    row("thousands in words", u"二千三百零五件"_s, 0, u"2305"_s, 6);
    row("ten thousands in words", u"一万二千件"_s, 0, u"12000"_s, 4);
    row("ten-odd", u"十余件"_s, 0, u"10"_s, 2, true);
    row("digits in words", u"二〇二三年"_s, 0, u"2023"_s, 4);
}

void TestNarrativeNumber::reads()
{
    QFETCH(QString, text);
    QFETCH(int, at);
    QFETCH(QString, value);
    QFETCH(int, end);
    QFETCH(bool, approximate);
    const std::optional<ProseNumber> n = readNumber(text, at);
    QVERIFY(n.has_value());
    QCOMPARE(n->value.toString(), value);
    QCOMPARE(int(n->end), end);
    QCOMPARE(n->approximate, approximate);
}

void TestNarrativeNumber::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a letter") << u"件8"_s;
    QTest::newRow("too long") << u"12345678901234567890件"_s;
    QTest::newRow("too large in words") << u"九亿亿亿件"_s;
    QTest::newRow("a fifth decimal") << u"1.23456万"_s;
}

void TestNarrativeNumber::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!readNumber(text, 0).has_value());
}

void TestNarrativeNumber::covers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("actual");
    QTest::addColumn<bool>("covered");
    QTest::newRow("equal") << u"23件"_s << 23 << true;
    QTest::newRow("not equal") << u"23件"_s << 24 << false;
    QTest::newRow("rounded down") << u"1.2万件"_s << 12400 << true;
    QTest::newRow("rounded up") << u"1.3万件"_s << 12500 << true;
    QTest::newRow("truncated") << u"1.2万件"_s << 12999 << true;
    QTest::newRow("next figure") << u"1.2万件"_s << 13000 << false;
    QTest::newRow("too low") << u"1.3万件"_s << 12499 << false;
}

void TestNarrativeNumber::covers()
{
    QFETCH(QString, text);
    QFETCH(int, actual);
    QFETCH(bool, covered);
    QCOMPARE(readNumber(text, 0)->covers(Decimal(actual)), covered);
}

QTEST_GUILESS_MAIN(TestNarrativeNumber)
#include "tst_narrativenumber.moc"
