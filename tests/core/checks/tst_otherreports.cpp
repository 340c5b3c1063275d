// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checker.h"
#include "checks/companions.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

using Cells = QHash<QString, QString>;

const QString Essay
    = u"我局把群众关心的水库移民后扶项目逐一列出清单，每季度更新进展，村组公示栏同步张贴；对河道采砂许可的受理、审查、决定三个环节全部上网"
      u"，"
      "企业可以随时查看办理到哪一步；供水管网改造前先在社区议事会上说明停水时段和补偿办法，听取意见后再开工，施工图和监理单位一并公开。"_s;

Companion companion(const ReadReport &read, const QString &file = u"另一份.txt"_s)
{
    return {std::make_shared<Report>(read.report), std::make_shared<SourceDocument>(read.document), file,
        QDateTime(QDate(2024, 3, 1), QTime(8, 0), Qt::UTC)};
}

ReadReport ofYear(int year, const Cells &values, const QString &narrative = {}, const QString &form = u"2021"_s)
{
    ReadReport out = sampleReport(values, narrative, form);
    out.report.year = year;
    return out;
}

/// What a rule says, as "severity message".
QStringList told(const ReadReport &read, const Companions &companions, const QString &rule)
{
    QStringList out;
    for (const Finding &f : check(dossierOf(read.report, read.document, companions), *knowledge().rules)) {
        if (f.rule == rule)
            out << severityName(f.severity) + u' ' + f.message;
    }
    return out;
}

QStringList toldBeside(const ReadReport &read, const ReadReport &last, const QString &rule)
{
    Companions companions;
    companions.last = companion(last);
    return told(read, companions, rule);
}

} // namespace

/// Rules that set a report beside others: each fires, is silent on a near miss, and where it cannot be judged.
class TestOtherReports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unchanged();
    void jump();
    void formChanged();
    void textReuse();
    void growth_data();
    void growth();
    void stale_data();
    void stale();
    void regionSum();
    void regionFloor();
    void regionMissing();
    void copies();
    void changes();
};

void TestOtherReports::unchanged()
{
    const Cells cells{{u"proactive.licensing.decisions"_s, u"12"_s}, {u"proactive.normative_documents.in_force"_s, u"3"_s}};
    const ReadReport last = ofYear(2022, cells);
    QCOMPARE(toldBeside(ofYear(2023, cells), last, u"year.unchanged"_s),
        QStringList{u"warning 三张表的 200 格数字与2022年报告完全相同，请核对是否误用了上年的数据。"_s});
    Cells other = cells;
    other.insert(u"remedies.review.other"_s, u"1"_s);
    QVERIFY(toldBeside(ofYear(2023, other), last, u"year.unchanged"_s).isEmpty());
    // Nothing done, and as many documents in force as before: small bodies have such years.
    const Cells stock{{u"proactive.normative_documents.in_force"_s, u"3"_s}};
    QVERIFY(toldBeside(ofYear(2023, stock), ofYear(2022, stock), u"year.unchanged"_s).isEmpty());
    Cells missing = cells;
    missing.insert(u"requests.granted.total"_s, u"?"_s);
    QVERIFY(toldBeside(ofYear(2023, missing), ofYear(2022, missing), u"year.unchanged"_s).isEmpty());
}

void TestOtherReports::jump()
{
    const QString cell = u"proactive.penalties.decisions"_s;
    const auto with = [&](int year, int n) { return ofYear(year, {{cell, QString::number(n)}}); };
    const QStringList more = toldBeside(with(2023, 61), with(2022, 12), u"year.jump"_s);
    QCOMPARE(more.size(), 1);
    QVERIFY2(more[0].startsWith(u"hint "_s) && more[0].contains(u"2022年"_s) && more[0].contains(u"61"_s), qPrintable(more[0]));
    QCOMPARE(toldBeside(with(2023, 2), with(2022, 12), u"year.jump"_s).size(), 1);
    QVERIFY(toldBeside(with(2023, 60), with(2022, 12), u"year.jump"_s).isEmpty());
    QVERIFY(toldBeside(with(2023, 60), with(2022, 9), u"year.jump"_s).isEmpty()); // too few to go by
}

void TestOtherReports::formChanged()
{
    const ReadReport last = ofYear(2020, {}, {}, u"2019"_s);
    QCOMPARE(toldBeside(ofYear(2021, {}), last, u"year.stock"_s),
        QStringList{u"hint 表二：2020年报告用 2019 年格式，本年用 2021 年格式，两种格式的栏目含义不同，未作比较。"_s});
    QVERIFY(toldBeside(ofYear(2020, {}, {}, u"2019"_s), ofYear(2019, {}, {}, u"2019"_s), u"year.stock"_s).isEmpty());
}

void TestOtherReports::textReuse()
{
    const ReadReport last = ofYear(2022, {}, Essay + u"全年公开信息412条。"_s);
    const QStringList found = toldBeside(ofYear(2023, {}, Essay + u"全年公开信息538条。"_s), last, u"year.text_reuse"_s);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found[0].startsWith(u"warning “一、总体情况”去掉数字后与2022年报告的同一部分有 100% 相同，如“我局把群众关心的"_s),
        qPrintable(found[0]));
    const QString rewritten
        = u"今年我们重新梳理了公开目录。水质检测结果改为每周公布，并附上解读；农村饮水工程的招标文件、中标单位和验收结论集中放在一个栏目里"
          u"，"
          "方便村民查找。依申请公开窗口移到政务服务大厅，安排专人值守，口头咨询当场答复。河长巡河记录按月上网，发现的问题和整改照片一并公布。"_s;
    QVERIFY(toldBeside(ofYear(2023, {}, rewritten), last, u"year.text_reuse"_s).isEmpty());
    QVERIFY(toldBeside(ofYear(2023, {}, u"无。"_s), ofYear(2022, {}, u"无。"_s), u"year.text_reuse"_s).isEmpty());
}

void TestOtherReports::growth_data()
{
    QTest::addColumn<QString>("narrative");
    QTest::addColumn<QString>("message"); // empty: silent
    const QString received = u"2023年共收到政府信息公开申请30件，"_s;
    QTest::newRow("wrong")
        << received + u"同比增长50%。"_s
        << u"warning 正文说“收到政府信息公开申请30件，同比增长50%”，而“本年新收”总计本年 30、2022年 24，应为增长25.0%。"_s;
    QTest::newRow("right") << received + u"同比增长25%。"_s << QString();
    QTest::newRow("wrong way")
        << received + u"较上年下降25%。"_s
        << u"warning 正文说“收到政府信息公开申请30件，较上年下降25%”，而“本年新收”总计本年 30、2022年 24，应为增长25.0%。"_s;
    QTest::newRow("about") << received + u"同比增长约50%。"_s << QString();
    QTest::newRow("another number") << received + u"网站访问量同比增长50%。"_s << QString();
    QTest::newRow("number that is wrong itself") << u"2023年共收到政府信息公开申请31件，同比增长50%。"_s << QString();
}

void TestOtherReports::growth()
{
    QFETCH(QString, narrative);
    QFETCH(QString, message);
    const QString cell = u"requests.new_received.total"_s;
    const QStringList found = toldBeside(ofYear(2023, {{cell, u"30"_s}}, narrative), ofYear(2022, {{cell, u"24"_s}}), u"year.growth"_s);
    QCOMPARE(found, message.isEmpty() ? QStringList() : QStringList{message});
}

void TestOtherReports::stale_data()
{
    QTest::addColumn<QString>("narrative");
    QTest::addColumn<QString>("begins"); // empty: silent
    QTest::newRow("period") << u"本报告统计期限为2022年1月1日至2022年12月31日。"_s
                            << u"error “2022年1月1日至2022年12月31日”写的是 2022 年"_s;
    QTest::newRow("period begins early") << u"数据统计期限自2022年1月1日起至2023年12月31日止。"_s << u"error "_s;
    QTest::newRow("title of the year before") << u"本报告统计期限为2024年1月1日至2024年12月31日。"_s
                                              << u"error “2024年1月1日至2024年12月31日”写的是 2024 年"_s;
    QTest::newRow("what happened in the year after")
        << u"2024年，我局认真落实条例，主动公开信息12条。\n2024年，我局开展培训2次。"_s << u"warning “2024年"_s;
    QTest::newRow("this year is never named")
        << u"主动公开：2022年公开信息增长5%。\n依申请公开：2022年全市受理增多。\n培训：2022年开展两次。"_s << u"warning “2022年公开"_s;
    QTest::newRow("this year is named too")
        << u"主动公开：2022年公开信息增长5%。\n依申请公开：2022年全市受理增多。\n培训：2022年两次，2023年三次。"_s << QString();
    QTest::newRow("plans for the year after") << u"2024年，我局将进一步做好公开工作。"_s << QString();
    QTest::newRow("own period") << u"本报告统计期限为2023年1月1日至12月31日。"_s << QString();
    QTest::newRow("head of a sentence") << u"2022年，我局主动公开信息三十条。"_s << u"warning “2022年，我局"_s;
    QTest::newRow("looking back") << u"2022年，我局存在公开不及时的问题，今年已改正。"_s << QString();
    QTest::newRow("compared") << u"全年公开信息三十条，2022年为二十条。"_s << QString();
    QTest::newRow("other year") << u"2021年，我局主动公开信息三十条。"_s << QString();
}

void TestOtherReports::stale()
{
    QFETCH(QString, narrative);
    QFETCH(QString, begins);
    const QStringList found = told(sampleReport({}, narrative), {}, u"year.stale"_s);
    QCOMPARE(found.size(), begins.isEmpty() ? 0 : 1);
    if (!begins.isEmpty())
        QVERIFY2(found[0].startsWith(begins), qPrintable(found[0]));
}

void TestOtherReports::regionSum()
{
    const QString cell = u"proactive.licensing.decisions"_s;
    Companions companions;
    ReadReport water = ofYear(2023, {{cell, u"3"_s}});
    water.report.agency = u"云岭市水务局"_s;
    ReadReport school = ofYear(2023, {{cell, u"4"_s}});
    school.report.agency = u"云岭市教育局"_s;
    companions.children = {companion(water), companion(school)};
    QVERIFY(told(ofYear(2023, {{cell, u"7"_s}}), companions, u"region.sum"_s).isEmpty());
    QCOMPARE(told(ofYear(2023, {{cell, u"8"_s}}), companions, u"region.sum"_s),
        QStringList{u"warning 有 1 格与 2 个单位之和不符：表二“行政许可”本年处理决定数量 8 ≠ 7；汇总范围、联合发文可能是原因，请核对。"_s});
    QVERIFY(told(ofYear(2023, {{cell, u"?"_s}}), companions, u"region.sum"_s).isEmpty());
    companions.missing = {u"云岭市统计局"_s};
    QVERIFY(told(ofYear(2023, {{cell, u"8"_s}}), companions, u"region.sum"_s).isEmpty());
}

void TestOtherReports::regionFloor()
{
    const QString cell = u"proactive.licensing.decisions"_s;
    Companions companions;
    ReadReport water = ofYear(2023, {{cell, u"9"_s}});
    companions.children = {companion(ofYear(2023, {{cell, u"2"_s}})), companion(water)};
    companions.missing = {u"云岭市统计局"_s};
    QCOMPARE(told(ofYear(2023, {{cell, u"8"_s}}), companions, u"region.floor"_s),
        QStringList{u"error 汇总数少于云岭市水务局一家的数：表二“行政许可”本年处理决定数量 8 少于 9。"_s});
    QVERIFY(told(ofYear(2023, {{cell, u"9"_s}}), companions, u"region.floor"_s).isEmpty());
    water.report.cell(knowledge().forms->cell(cell)).status = CellStatus::Suspect;
    companions.children = {companion(water)};
    const QStringList doubtful = told(ofYear(2023, {{cell, u"8"_s}}), companions, u"region.floor"_s);
    QCOMPARE(doubtful.size(), 1);
    QVERIFY2(doubtful[0].startsWith(u"warning "_s) && doubtful[0].contains(u"9（读数有疑）"_s), qPrintable(doubtful[0]));
}

void TestOtherReports::regionMissing()
{
    Companions companions;
    companions.missing = {u"云岭市统计局"_s, u"云岭市档案馆"_s};
    companions.children = {companion(ofYear(2023, {}))};
    QCOMPARE(told(ofYear(2023, {}), companions, u"region.missing"_s),
        QStringList{u"error 名单列有 3 个单位，其中没有 2023 年报告的：云岭市统计局、云岭市档案馆；缺报告时不核对各单位之和。"_s});
    QVERIFY(told(ofYear(2023, {}), {}, u"region.missing"_s).isEmpty());
}

void TestOtherReports::copies()
{
    const QString cell = u"requests.granted.total"_s;
    Companions companions;
    companions.copies = {companion(ofYear(2023, {{cell, u"6"_s}}), u"网页.html"_s)};
    QCOMPARE(told(ofYear(2023, {{cell, u"5"_s}}), companions, u"copy.differs"_s),
        QStringList{u"error 与同一报告的另一份文件“网页.html”有 1 格不同（本件与另一份）：表三“予以公开”总计 5 与 6。"_s});
    QVERIFY(told(ofYear(2023, {{cell, u"6"_s}}), companions, u"copy.differs"_s).isEmpty());
    QVERIFY(told(ofYear(2023, {{cell, u"?"_s}}), companions, u"copy.differs"_s).isEmpty());
    const QStringList blank = told(ofYear(2023, {{cell, QString()}}), companions, u"copy.differs"_s);
    QCOMPARE(blank.size(), 1);
    QVERIFY2(blank[0].startsWith(u"warning "_s) && blank[0].contains(u"空白 与 6"_s), qPrintable(blank[0]));
}

void TestOtherReports::changes()
{
    const QString cell = u"requests.granted.total"_s;
    Companions companions;
    companions.versions = {companion(ofYear(2023, {{cell, u"6"_s}}), u"报告.docx"_s)};
    QCOMPARE(told(ofYear(2023, {{cell, u"5"_s}}), companions, u"copy.changed"_s),
        QStringList{
            u"warning 文件“报告.docx”：2024-03-01 还存入过它的另一版，三张表有 1 格不同（本版与另一版）：表三“予以公开”总计 5 与 6。"_s});
    companions.versions.clear();
    companions.changedFile = u"/资料/报告.docx"_s;
    QCOMPARE(told(ofYear(2023, {}), companions, u"copy.changed"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestOtherReports)
#include "tst_otherreports.moc"
