// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "comparison/textcomparison.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

/// 「甲[-乙-][+丙+]丁」
QString marked(const QList<TextPiece> &pieces)
{
    QString out;
    for (const TextPiece &p : pieces) {
        const QString open = p.kind == TextPiece::Kind::Same ? QString() : p.kind == TextPiece::Kind::Added ? u"[+"_s : u"[-"_s;
        const QString close = p.kind == TextPiece::Kind::Same ? QString() : p.kind == TextPiece::Kind::Added ? u"+]"_s : u"-]"_s;
        out += open + p.text + close;
    }
    return out;
}

QString kinds(const QList<ParagraphComparison> &paragraphs)
{
    QString out;
    for (const ParagraphComparison &p : paragraphs)
        out += u"=n~+-"[int(p.kind)];
    return out;
}

} // namespace

class TestTextComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void characters_data();
    void characters();
    void paragraphs_data();
    void paragraphs();
    void brokenLinesAreJoined();
    void sections();
    void long_();
    void everyCharacterIsThere();
};

void TestTextComparison::characters_data()
{
    QTest::addColumn<QString>("here");
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("expected");
    QTest::newRow("same") << u"一二三"_s << u"一二三"_s << u"一二三"_s;
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("all new") << u"新"_s << QString() << u"[+新+]"_s;
    QTest::newRow("a number is one word") << u"共受理128件"_s << u"共受理28件"_s << u"共受理[-28-][+128+]件"_s;
    QTest::newRow("decimals") << u"增长3.5%"_s << u"增长3.25%"_s << u"增长[-3.25-][+3.5+]%"_s;
    QTest::newRow("put in") << u"依法及时公开"_s << u"依法公开"_s << u"依法[+及时+]公开"_s;
    QTest::newRow("taken out") << u"依法公开"_s << u"依法及时公开"_s << u"依法[-及时-]公开"_s;
}

void TestTextComparison::characters()
{
    QFETCH(QString, here);
    QFETCH(QString, there);
    QTEST(marked(compareTexts(here, there)), "expected");
}

void TestTextComparison::paragraphs_data()
{
    const QString a = u"本年度主动公开信息若干条，均在规定期限内发布。"_s;
    const QString b = u"全年收到申请5件，办结5件。"_s;
    const QString c = u"加强培训，提高队伍素质。"_s;
    QTest::addColumn<QStringList>("here");
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QString>("expected");
    QTest::newRow("same") << QStringList{a, b} << QStringList{a, b} << u"=="_s;
    QTest::newRow("spaces do not count") << QStringList{u"一 二"_s} << QStringList{u"一二"_s} << u"="_s;
    QTest::newRow("only numbers") << QStringList{u"全年收到申请12件，办结11件。"_s} << QStringList{b} << u"n"_s;
    QTest::newRow("changed") << QStringList{a, u"全年共收到申请5件，全部办结。"_s} << QStringList{a, b} << u"=~"_s;
    QTest::newRow("added") << QStringList{a, c, b} << QStringList{a, b} << u"=+="_s;
    QTest::newRow("removed") << QStringList{a} << QStringList{a, c} << u"=-"_s;
    QTest::newRow("another one") << QStringList{c} << QStringList{b} << u"+-"_s;
    QTest::newRow("nothing here") << QStringList{} << QStringList{a, b} << u"--"_s;
}

void TestTextComparison::paragraphs()
{
    QFETCH(QStringList, here);
    QFETCH(QStringList, there);
    QTEST(kinds(compareParagraphs(here, there)), "expected");
}

void TestTextComparison::brokenLinesAreJoined()
{
    const QString text
        = u"本年度主动公开政府信息若干条，均在规定的期限\n内发布。\n\n（一）主动公开。目录按时更新，一直到年底都在\n（二）依申请公开。\n短行\n另一行"_s;
    QCOMPARE(paragraphsOf(text),
        (QStringList{u"本年度主动公开政府信息若干条，均在规定的期限内发布。"_s, u"（一）主动公开。目录按时更新，一直到年底都在"_s,
            u"（二）依申请公开。"_s, u"短行"_s, u"另一行"_s}));
}

void TestTextComparison::sections()
{
    const ReadReport now = sampleReport({{u"requests.granted.total"_s, u"3"_s}}, u"全年收到申请5件。"_s);
    const ReadReport last = sampleReport({}, u"全年收到申请8件。"_s);
    const QList<SectionComparison> all = compareSections(now.report, now.document, last.report, last.document);
    QCOMPARE(all.size(), 6);
    QCOMPARE(all[0].number, 1);
    QCOMPARE(kinds(all[0].paragraphs), u"n====="_s);
    QCOMPARE(kinds(all[2].paragraphs), QString()); // the tables are compared elsewhere
    QCOMPARE(all[4].share, 100);
    Report headless = last.report;
    headless.sections.removeIf([](const Section &s) { return s.number == 5; });
    const QList<SectionComparison> lacking = compareSections(now.report, now.document, headless, last.document);
    QVERIFY(lacking[4].here && !lacking[4].there);
    QCOMPARE(kinds(lacking[4].paragraphs), u"+"_s);
}

void TestTextComparison::long_()
{
    QString here, there;
    for (quint32 i = 0; i < 60'000; ++i) {
        here += QChar(0x4e00 + i * 7919 % 5000);
        there += QChar(0x4e00 + i * 104729 % 5000);
    }
    QElapsedTimer timer;
    timer.start();
    const QList<TextPiece> pieces = compareTexts(here, there);
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(!pieces.isEmpty());
}

/// Whatever is compared, each side can be put together again.
void TestTextComparison::everyCharacterIsThere()
{
    quint32 seed = 7;
    const auto next = [&seed](int n) { return int((seed = seed * 1664525 + 1013904223) >> 16) % n; };
    for (int round = 0; round < 300; ++round) {
        QString here, there;
        for (int i = next(30); i > 0; --i)
            here += u"申请公开12.件"[next(8)];
        for (int i = next(30); i > 0; --i)
            there += u"申请公开12.件"[next(8)];
        QString h, t;
        for (const TextPiece &p : compareTexts(here, there)) {
            h += p.kind == TextPiece::Kind::Removed ? QString() : p.text;
            t += p.kind == TextPiece::Kind::Added ? QString() : p.text;
        }
        QCOMPARE(h, here);
        QCOMPARE(t, there);
    }
}

QTEST_GUILESS_MAIN(TestTextComparison)
#include "tst_textcomparison.moc"
