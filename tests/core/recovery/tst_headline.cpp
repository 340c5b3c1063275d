// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/zones/headline.h"

#include "base/normalizedtext.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestHeadline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headline_data();
    void headline();
    void ranges();
};

void TestHeadline::headline_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("agency");
    QTest::addColumn<int>("year");
    QTest::addColumn<bool>("sure");
    const auto row = [](const char *name, const QString &text, const QString &agency, int year, bool sure = true) {
        QTest::newRow(name) << text << agency << year << sure;
    };
    const QString agency = u"云岭市水务局"_s;
    row("twice on a line without end", u"云岭市水务局2023年政府信息公开工作年度报告|云岭市水务局2023年政府信息公开工作年度报告|一"_s,
        agency, 2023);
    row("plain", u"云岭市水务局2023年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("the label of a row shares words with titles", u"二、上年结转政府信息公开工作年度报告\n"_s, {}, 0, false);
    row("spaces", u"云岭市水务局 2023 年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("every character spaced", u"云 岭 市 水 务 局 2 0 2 3 年 政 府 信 息 公 开 工 作 年 度 报 告\n"_s, agency, 2023);
    row("year first", u"2023年云岭市水务局政府信息公开工作年度报告\n"_s, agency, 2023);
    row("year first, of the year", u"2023年度云岭市水务局政府信息公开工作年度报告\n"_s, agency, 2023);
    row("over two lines", u"云岭市水务局\n2023年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("over three lines", u"云岭市水务局\n\n2023年政府信息公开\n工作年度报告\n"_s, agency, 2023);
    row("torn in the phrase", u"云岭市水务局 2023 年政府信息公开工作年\n度报告\n"_s, agency, 2023);
    row("markdown", u"# 云岭市水务局2023年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("markdown, bold", u"**云岭市水务局2023年政府信息公开工作年度报告**\n"_s, agency, 2023);
    row("full-width digits", u"云岭市水务局２０２３年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("of the year", u"云岭市水务局2023年度政府信息公开工作年度报告\n"_s, agency, 2023);
    row("short phrase", u"云岭市水务局2023年政府信息公开年度报告\n"_s, agency, 2023);
    row("about", u"关于云岭市水务局2023年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("a date line before", u"发布时间：2024-01-20\n云岭市水务局2023年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("a date line behind", u"云岭市水务局2023年政府信息公开工作年度报告\n2024年1月20日\n"_s, agency, 2023);
    row("brackets in the name", u"云岭市水务局（河湾分局）2023年政府信息公开工作年度报告\n"_s, u"云岭市水务局(河湾分局)"_s, 2023);
    row("a line of the site before, no agency", u"政府信息公开年报\n2023年政府信息公开工作年度报告\n"_s, {}, 2023, false);
    row("a path of the site before", u"首页 > 政务公开\n2023年政府信息公开工作年度报告\n"_s, {}, 2023, false);
    row("the agency above a line of the site", u"云岭市水务局\n政府信息公开年报\n2023年政府信息公开工作年度报告\n"_s, agency, 2023, false);
    row("another year in a line before", u"云岭市水务局2024年工作要点\n云岭市水务局2023年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("the year in ideographs", u"云岭市水务局二〇二三年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("the year in ideographs with a circle", u"云岭市水务局二○二三年度政府信息公开工作年度报告\n"_s, agency, 2023);
    row("the year in ideographs with a zero", u"云岭市水务局二零二一年政府信息公开工作年度报告\n"_s, agency, 2021);
    row("the year behind in brackets", u"云岭市水务局政府信息公开工作年度报告（2023年度）\n"_s, agency, 2023);
    row("the year below in brackets", u"云岭市水务局政府信息公开工作年度报告\n（2023年）\n"_s, agency, 2023);
    row("the year below the title of two lines", u"云岭市水务局\n政府信息公开工作年度报告\n(2023年度)\n"_s, agency, 2023);
    row("the year twice", u"2023云岭市水务局2023年度政府信息公开工作年度报告\n"_s, agency, 2023);
    row("of the year's work", u"云岭市水务局2023年政府信息公开工作的年度报告\n"_s, agency, 2023);
    row("in title marks", u"《云岭市水务局2023年政府信息公开工作年度报告》\n"_s, agency, 2023);
    row("about behind the name", u"云岭市水务局关于2023年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("about behind the name, of the report", u"云岭市水务局关于2023年政府信息公开工作情况的年度报告\n"_s, agency, 2023);
    row("published", u"云岭市水务局关于公布2023年政府信息公开工作年度报告的公告\n"_s, agency, 2023);
    row("forwarded", u"河湾区水务站转发云岭市水务局2023年政府信息公开工作年度报告\n"_s, {}, 2023, false);
    row("a field name before", u"标题：云岭市水务局2023年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("a path on the title's line", u"首页 > 政务公开 > 云岭市水务局2023年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("the name in brackets", u"（云岭市水务局）2023年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("the year first, the name below", u"2023年政府信息公开工作年度报告\n云岭市水务局\n"_s, agency, 2023);
    row("the year first, the name below in brackets", u"2023年政府信息公开工作年度报告\n（云岭市水务局）\n"_s, agency, 2023);
    row("a long name over two lines", u"云岭市自然资源和规划局（云岭市林业\n和草原局）2023年政府信息公开工作年度报告\n"_s,
        u"云岭市自然资源和规划局(云岭市林业和草原局)"_s, 2023);
    row("torn in the name and in the phrase", u"云岭市\n水务局2023年政府信息公开\n工作年度报告\n"_s, agency, 2023, false);
    row("traditional characters", u"雲嶺市水務局2023年政府資訊公開工作年度報告\n"_s, u"雲嶺市水務局"_s, 2023);
    row("a government", u"云岭市人民政府2023年政府信息公开工作年度报告\n"_s, u"云岭市人民政府"_s, 2023);
    row("an area", u"云岭市2023年政府信息公开工作年度报告\n"_s, u"云岭市"_s, 2023);
    row("a district of customs", u"中华人民共和国云岭海关2023年政府信息公开工作年度报告\n"_s, u"中华人民共和国云岭海关"_s, 2023);
    row("the title repeated",
        u"云岭市水务局2023年政府信息公开工作年度报告\n发布时间：2024-01-20\n云岭市水务局2023年政府信息公开工作年度报告\n"_s, agency, 2023);
    row("last year's report before", u"上一篇：云岭市水务局2022年政府信息公开工作年度报告\n云岭市水务局2023年政府信息公开工作年度报告\n"_s,
        agency, 2023, false);
    row("a list of years before",
        u"云岭市水务局2021年政府信息公开工作年度报告\n云岭市水务局2022年政府信息公开工作年度报告\n云岭市水务局2023年政府信息公开工作年度报告\n"_s,
        agency, 2023, false);
    row("another agency's before", u"河湾区水务局2023年政府信息公开工作年度报告\n云岭市水务局2023年政府信息公开工作年度报告\n"_s, agency,
        2023, false);
    row("no year", u"云岭市水务局政府信息公开工作年度报告\n"_s, agency, 0, false);
    row("a preamble", u"根据《中华人民共和国政府信息公开条例》，现公布云岭市水务局2023年政府信息公开工作年度报告。\n"_s, agency, 2023,
        false);
    row("an address behind", u"云岭市水务局2023年政府信息公开工作年度报告\n来源：云岭市水务局 浏览次数：233\n"_s, agency, 2023);
    row("nothing", u"本报告由总体情况组成。\n"_s, {}, 0, false);
    row("empty", {}, {}, 0, false);
}

void TestHeadline::headline()
{
    QFETCH(QString, text);
    QFETCH(QString, agency);
    QFETCH(int, year);
    QFETCH(bool, sure);
    const QString normal = normalized(text);
    const Headline found = findHeadline(normal, normal.size());
    // Certain and wrong comes first: a doubtful agency may be another one.
    if (found.agencyStatus == FieldStatus::Read)
        QCOMPARE(found.agency, agency);
    if (found.yearStatus == FieldStatus::Read)
        QCOMPARE(found.year, year);
    QCOMPARE(sure, found.agencyStatus == FieldStatus::Read && found.yearStatus == FieldStatus::Read);
    if (sure) {
        QCOMPARE(found.agency, agency);
        QCOMPARE(found.year, year);
    }
}

void TestHeadline::ranges()
{
    const QString text = u"\n# 云岭市水务局 2023 年政府信息公开工作年度报告\n"_s;
    const Headline found = findHeadline(text, text.size());
    QCOMPARE(text.mid(found.agencySource.begin, found.agencySource.length()), u"云岭市水务局"_s);
    QCOMPARE(text.mid(found.yearSource.begin, found.yearSource.length()), u"2023"_s);
}

QTEST_GUILESS_MAIN(TestHeadline)
#include "tst_headline.moc"
