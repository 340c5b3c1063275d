// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf/module/drawing.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestDrawing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void forms();
    void bounds_data();
    void bounds();
};

static QString shown(const std::vector<Ruling> &lines)
{
    QStringList out;
    for (const Ruling &line : lines)
        out << u"%1%2:%3-%4%5"_s.arg(QChar(line.upright ? u'|' : u'-'))
                   .arg(line.at)
                   .arg(line.from)
                   .arg(line.to)
                   .arg(line.isEdge ? u"e"_s : QString());
    return out.join(u' ');
}

void TestDrawing::lines_data()
{
    QTest::addColumn<QByteArray>("operators");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QByteArray() << u""_s;
    QTest::newRow("a stroke") << QByteArray("10 20 m 110 20 l S") << u"-20:10-110"_s;
    QTest::newRow("backwards, signs, decimals") << QByteArray("+110.5 -20. m .5 -20 l S") << u"--20:0.5-110.5"_s;
    QTest::newRow("not painted") << QByteArray("10 20 m 110 20 l n") << u""_s;
    QTest::newRow("slanted") << QByteArray("10 20 m 110 40 l S") << u""_s;
    QTest::newRow("nearly level") << QByteArray("10 20 m 110 20.4 l S") << u"-20.2:10-110"_s;
    QTest::newRow("a frame") << QByteArray("10 20 30 40 re S") << u"-20:10-40 |40:20-60 -60:10-40 |10:20-60"_s;
    QTest::newRow("an open path, closed by the operator") << QByteArray("0 0 m 9 0 l 9 9 l s") << u"-0:0-9 |9:0-9"_s;
    QTest::newRow("a bar") << QByteArray("10 20 100 .5 re f") << u"-20.25:10-110"_s;
    QTest::newRow("a bar as a path") << QByteArray("10 20 m 110 20 l 110 21 l 10 21 l h f*") << u"-20.5:10-110"_s;
    QTest::newRow("an area") << QByteArray(".8 g 10 20 30 40 re f") << u"|10:20-60e |40:20-60e -20:10-40e -60:10-40e"_s;
    QTest::newRow("a white area") << QByteArray("1 g 10 20 30 40 re f 1 1 1 rg 10 20 30 40 re f 0 0 0 0 k 10 20 30 40 re f") << u""_s;
    QTest::newRow("white strokes") << QByteArray("q 1 G 10 20 m 110 20 l S Q 10 30 m 110 30 l S") << u"-30:10-110"_s;
    QTest::newRow("black after white, by name")
        << QByteArray("/Cs1 CS 1 1 1 SCN 10 20 m 110 20 l S 0 0 0 SCN 10 30 m 110 30 l S") << u"-30:10-110"_s;
    QTest::newRow("a pattern is seen") << QByteArray("1 G /P1 SCN 10 20 m 110 20 l S") << u"-20:10-110"_s;
    QTest::newRow("a curved area") << QByteArray("10 20 m 20 10 30 10 40 20 c 40 60 l 10 60 l f") << u""_s;
    QTest::newRow("moved and turned") << QByteArray("q 0 2 -2 0 100 0 cm 10 20 m 60 20 l S Q 0 0 m 9 0 l S") << u"|60:20-120 -0:0-9"_s;
    QTest::newRow("clipped") << QByteArray("q 0 0 50 50 re W n 10 20 m 110 20 l S 10 80 m 110 80 l S Q 10 80 m 110 80 l S")
                             << u"-20:10-50 -80:10-110"_s;
    QTest::newRow("text passed over") << QByteArray(
        "BT /F 9 Tf [(0 0 m (a \\) b) 9 0 l S)-120<30206d>] TJ ET % 0 0 m 9 0 l S\n0 5 m 9 5 l S")
                                      << u"-5:0-9"_s;
    QTest::newRow("a picture passed over") << QByteArray("BI /W 9 /H 1 ID 0 0 m 9 0 l S EI 0 5 m 9 5 l S") << u"-5:0-9"_s;
    QTest::newRow("marks passed over") << QByteArray("/P <</MCID 0 /S (x)>> BDC 0 5 m 9 5 l S EMC") << u"-5:0-9"_s;
}

void TestDrawing::lines()
{
    QFETCH(QByteArray, operators);
    QFETCH(QString, expected);
    Drawing drawing;
    drawing.follow(operators, {}, [](const QByteArray &, const Matrix &) {});
    QCOMPARE(shown(drawing.lines()), expected);
}

void TestDrawing::forms()
{
    Drawing drawing;
    QList<QByteArray> names;
    drawing.follow("q 1 0 0 1 100 0 cm /Fm0 Do 0 1 m 9 1 l S Q 0 2 m 9 2 l S", {}, [&](const QByteArray &name, const Matrix &here) {
        names << name;
        drawing.follow("q 1 G Q Q Q 0 0 m 9 0 l S 1 G", here, [](const QByteArray &, const Matrix &) {});
    });
    QCOMPARE(names, QList<QByteArray>{"Fm0"});
    QCOMPARE(shown(drawing.lines()), u"-0:100-109 -1:100-109 -2:0-9"_s);
}

void TestDrawing::bounds_data()
{
    QTest::addColumn<QByteArray>("operators");
    QTest::newRow("states") << QByteArray("q ").repeated(1'000'000);
    QTest::newRow("one path") << QByteArray("0 0 m 9 9 l ").repeated(1'000'000);
    QTest::newRow("lines") << QByteArray("0 0 m 9 0 l S ").repeated(1'000'000);
    QTest::newRow("arguments") << QByteArray("0 ").repeated(4'000'000);
    QTest::newRow("brackets") << QByteArray("(").repeated(4'000'000);
    QTest::newRow("unfinished") << QByteArray("BI ID <</P (\\");
    QTest::newRow("numbers beyond all") << QByteArray(
        "99999999999999999999999999999999999999999 -9e99 m 1e400 0 l S 0 0 99999999999999999999 1 re f");
    QByteArray noise;
    for (uint i = 0, x = 7; i < 1'000'000; ++i, x = x * 1664525u + 1013904223u)
        noise.append(" 01.-mlreSfqQcm/()<>"[(x >> 24) % 20]);
    QTest::newRow("noise") << noise;
}

void TestDrawing::bounds()
{
    QFETCH(QByteArray, operators);
    Drawing drawing;
    drawing.follow(operators, {}, [](const QByteArray &, const Matrix &) {});
    QVERIFY(drawing.lines().size() <= Drawing::MaxLines);
}

QTEST_GUILESS_MAIN(TestDrawing)
#include "tst_drawing.moc"
