// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checker.h"
#include "samplereport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

/// A whole report in plain text, correct in form; `tables` are the ones of a sample report, printed with tabs.
QString document()
{
    const ReadReport sample = sampleReport();
    const auto table = [&](int section) {
        const TextRange &range = sample.report.section(section)->body;
        return sample.document.text.mid(range.begin, range.length());
    };
    return u"云岭市水务局2023年政府信息公开工作年度报告\n"
           u"根据《中华人民共和国政府信息公开条例》和《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。\n"
           u"一、总体情况\n"
           u"（一）主动公开情况。按目录逐条公开。\n（二）依申请公开情况。渠道畅通。\n（三）政府信息管理情况。严格审核。\n"
           u"（四）政府信息公开平台建设情况。网站改版。\n（五）监督保障情况。组织培训和考核。\n"
           u"二、主动公开政府信息情况\n"_s
        + table(2) + u"三、收到和处理政府信息公开申请情况\n"_s + table(3) + u"四、政府信息公开行政复议、行政诉讼情况\n"_s + table(4)
        + u"五、存在的主要问题及改进情况\n"
          u"存在的问题是部分栏目更新不够及时，个别答复说理不够充分，解读形式单一；下一步将把更新时限列入分工表，建立答复互审办法，多用图表"
          u"解读。\n"
          u"六、其他需要报告的事项\n本年度没有收取信息处理费。\n"_s;
}

using Changes = QList<std::pair<QString, QString>>;

QList<Finding> findings(const Changes &changes, const std::shared_ptr<const RuleBook> &rules = knowledge().rules)
{
    QString text = document();
    for (const auto &[from, to] : changes) {
        if (!text.contains(from))
            qFatal("the document does not hold \"%s\"", qPrintable(from));
        text.replace(from, to);
    }
    auto read = readReport(text.toUtf8(), u"report.txt"_s, knowledge());
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    QList<Finding> out;
    for (const Finding &f : check(Dossier{read->report, read->document}, *rules)) {
        if (f.rule.startsWith("form."_L1))
            out << f;
    }
    return out;
}

} // namespace

/// form.*: each fires, and is silent on a near miss.
class TestForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judged_data();
    void judged();
    void gone_data();
    void gone();
    void localRules();
    void localRulesRefused();
};

void TestForm::judged_data()
{
    QTest::addColumn<Changes>("changes");
    QTest::addColumn<QString>("rule"); // empty: silent
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QString>("word");
    const auto E = Severity::Error;
    const auto W = Severity::Warning;
    const auto H = Severity::Hint;
    const auto silent
        = [](const char *name, const Changes &changes) { QTest::newRow(name) << changes << QString() << Severity::Hint << QString(); };
    silent("as it should be", {});

    const QString title = u"2023年政府信息公开工作年度报告"_s;
    QTest::newRow("title: year of account") << Changes{{title, u"2023年度政府信息公开工作年度报告"_s}} << u"form.title"_s << W
                                            << u"印作“云岭市水务局2023年度"_s;
    QTest::newRow("title: other tail") << Changes{{title, u"2023年政府信息公开年度报告"_s}} << u"form.title"_s << W
                                       << u"2023年政府信息公开年度报告"_s;
    QTest::newRow("title: of") << Changes{{title, u"2023年政府信息公开工作的年度报告"_s}} << u"form.title"_s << W << u"工作的年度报告"_s;
    QTest::newRow("title: year first") << Changes{{u"云岭市水务局"_s + title, u"2023年云岭市水务局政府信息公开工作年度报告"_s}}
                                       << u"form.title"_s << H << u"年份在机关名称之后"_s;
    silent("title: on two lines", {{title, u"2023年政府\n信息公开工作年度报告"_s}});
    silent("title: spaced", {{title, u" 2023 年政府信息公开工作年度报告"_s}});
    silent("title: misread", {{title, u"2023年政府信息公开工怍年度报告"_s}});

    QTest::newRow("citation: old notice") << Changes{{u"〔2021〕30号"_s, u"〔2019〕60号"_s}} << u"form.citation"_s << W << u"2019"_s;
    silent("citation: both", {{u"〔2021〕30号"_s, u"〔2021〕30号、国办公开办函〔2019〕60号"_s}});
    silent("citation: other brackets", {{u"〔2021〕30号"_s, u"[2021]30号"_s}});
    silent("citation: misread", {{u"〔2021〕30号"_s, u"〔2O19〕6O号"_s}});
    QTest::newRow("citation: the decree before")
        << Changes{{u"政府信息公开条例》"_s, u"政府信息公开条例》（国务院令第492号）"_s}} << u"form.citation"_s << W << u"711"_s;
    silent("citation: the decree", {{u"政府信息公开条例》"_s, u"政府信息公开条例》（国务院令第711号）"_s}});
    QTest::newRow("citation: name of the law") << Changes{{u"中华人民共和国政府信息公开条例"_s, u"中华人民共和国信息公开条例"_s}}
                                               << u"form.citation"_s << W << u"法规名称"_s;

    QTest::newRow("section missing") << Changes{{u"五、存在的主要问题及改进情况\n"_s, {}}} << u"form.sections"_s << E
                                     << u"五、存在的主要问题及改进情况"_s;
    QTest::newRow("last sections missing") << Changes{{u"五、存在的主要问题及改进情况\n"_s, {}}, {u"六、其他需要报告的事项\n"_s, {}}}
                                           << u"form.sections"_s << W << u"文件可能不完整"_s;
    silent("section torn", {{u"五、存在的主要问题及改进情况"_s, u"五、存在的主\n要问 题及改\n进情况"_s}});
    silent("section misread", {{u"五、存在的主要问题及改进情况"_s, u"五、存茌的主要间题及改迸情况"_s}});
    QTest::newRow("section: older wording") << Changes{{u"五、存在的主要问题及改进情况"_s,
        u"五、政府信息公开工作存在的主要问题及改进情况"_s}}
                                            << u"form.sections"_s << H << u"的标题应为"_s;
    QTest::newRow("section: number") << Changes{{u"六、其他"_s, u"6、其他"_s}} << u"form.sections"_s << H << u"序号应为“六、”"_s;
    QTest::newRow("section five: nothing")
        << Changes{{u"存在的问题是部分栏目更新不够及时，个别答复说理不够充分，解读形式单一；下一步将把更新时限列入分工表，建立答复互审办法，多用图表解读。"_s,
               u"无。"_s}}
        << u"form.sections"_s << E << u"只写了“无”"_s;
    QTest::newRow("section five: short")
        << Changes{{u"，个别答复说理不够充分，解读形式单一；下一步将把更新时限列入分工表，建立答复互审办法，多用图表解读"_s, {}}}
        << u"form.sections"_s << H << u"个字"_s;

    QTest::newRow("aspect missing") << Changes{{u"（五）监督保障情况。组织培训和考核。\n"_s, {}}} << u"form.aspects"_s << W
                                    << u"没有写到监督保障"_s;
    QTest::newRow("aspect without its paragraph")
        << Changes{{u"（三）政府信息管理情况。严格审核。\n"_s, u"文件严格审核。\n"_s}} << u"form.aspects"_s << H << u"政府信息管理"_s;
    silent(
        "aspects in other words", {{u"（四）政府信息公开平台建设情况"_s, u"四、政府网站与新媒体"_s}, {u"监督保障情况"_s, u"监督检查"_s}});
    QTest::newRow("government without assessment")
        << Changes{{u"云岭市水务局"_s, u"云岭市河湾区人民政府"_s}, {u"组织培训和考核"_s, u"组织培训"_s}} << u"form.aspects"_s << H
        << u"社会评议"_s;
    silent("government with assessment", {{u"云岭市水务局"_s, u"云岭市河湾区人民政府"_s}});

    QTest::newRow("deadline: department") << Changes{{u"信息处理费。\n"_s, u"信息处理费。\n云岭市水务局\n2024年2月1日\n"_s}}
                                          << u"form.deadline"_s << E << u"2024年1月31日"_s;
    silent("deadline: on the day", {{u"信息处理费。\n"_s, u"信息处理费。\n2024年1月31日\n"_s}});
    silent("deadline: of another year", {{u"信息处理费。\n"_s, u"信息处理费。\n2026年7月1日\n"_s}});
    silent("deadline: a date in a sentence", {{u"信息处理费。\n"_s, u"信息处理费，见2024年5月6日公告。\n"_s}});
    QTest::newRow("deadline: the page says when")
        << Changes{{u"根据《"_s, u"发布日期：2024-03-12\n根据《"_s}} << u"form.deadline"_s << E << u"2024年3月12日"_s;
    silent("deadline: government", {{u"云岭市水务局"_s, u"云岭市河湾区人民政府"_s}, {u"根据《"_s, u"发布日期：2024-03-12\n根据《"_s}});
    silent(
        "deadline: town, set locally", {{u"云岭市水务局"_s, u"云岭市柳林镇人民政府"_s}, {u"根据《"_s, u"发布日期：2024-03-12\n根据《"_s}});

    QTest::newRow("leftover: XX") << Changes{{u"按目录逐条公开"_s, u"按XX目录逐条公开"_s}} << u"form.leftover"_s << W << u"“XX”"_s;
    QTest::newRow("leftover: crosses") << Changes{{u"按目录逐条公开"_s, u"由××科公开"_s}} << u"form.leftover"_s << W << u"“××”"_s;
    QTest::newRow("leftover: number of a document")
        << Changes{{u"按目录逐条公开"_s, u"按云水发〔〕5号公开"_s}} << u"form.leftover"_s << W << u"文号的年份"_s;
    QTest::newRow("leftover: mark of a word processor")
        << Changes{{u"按目录逐条公开"_s, u"按目录[bookmark: _GoBack]逐条公开"_s}} << u"form.leftover"_s << H << u"标记"_s;
    silent("leftover: an address", {{u"按目录逐条公开"_s, u"见www.example.com/xxgk公开"_s}});
    // The place of 「云岭市」 is not in the list: then only county-level cities of elsewhere are certain to be foreign.
    const auto says = [](const QString &sentence) { return Changes{{u"网站改版。"_s, u"网站改版。"_s + sentence}}; };
    QTest::newRow("foreign name") << says(u"依托应城市人民政府门户网站公开信息。"_s) << u"form.foreign_name"_s << W << u"应城市的机关"_s;
    silent("foreign name: the own place", says(u"依托云岭市人民政府门户网站公开信息。"_s));
    silent("foreign name: may be above it", says(u"依托孝感市人民政府门户网站公开信息。"_s));
    silent("foreign name: the place alone", says(u"参观应城市的水厂。"_s));
    silent("foreign name: a visit", says(u"赴应城市政务服务中心学习。"_s));
    const QString body = u"云岭市水务局"_s;
    const auto of = [&](const QString &agency, const QString &sentence) {
        return Changes{{body, agency}, {u"网站改版。"_s, u"网站改版。"_s + sentence}};
    };
    QTest::newRow("foreign name: another prefecture")
        << of(u"孝感市水务局"_s, u"依托洛阳市人民政府门户网站公开信息。"_s) << u"form.foreign_name"_s << W << u"洛阳市的机关"_s;
    QTest::newRow("foreign name: a county") << of(u"应城市水务局"_s, u"依托麻阳苗族自治县人民政府门户网站公开信息。"_s)
                                            << u"form.foreign_name"_s << W << u"麻阳苗族自治县的机关"_s;
    QTest::newRow("foreign name: a banner") << of(u"建湖县水务局"_s, u"由土默特左旗政务服务局统一受理。"_s) << u"form.foreign_name"_s << W
                                            << u"土默特左旗的机关"_s;
    QTest::newRow("foreign name: a district") << of(u"建湖县水务局"_s, u"由鼓楼区财政局统一安排。"_s) << u"form.foreign_name"_s << W
                                              << u"鼓楼区的机关"_s;
    // There is one in Xuzhou and one in Fuzhou.
    silent("foreign name: a district of several places", of(u"徐州市水务局"_s, u"由鼓楼区财政局统一安排。"_s));
    silent("foreign name: a county below", of(u"孝感市水务局"_s, u"由云梦县财政局统一安排。"_s));
    silent("foreign name: a district above", of(u"长安区杜曲街道办事处"_s, u"由长安区人民政府统一发布。"_s));
    silent(
        "foreign name: ordinary words", of(u"应城市水务局"_s, u"坚持惠民县政府各项政策，会同县政府办公室，全州县市政府，市政和县政府。"_s));
    silent("foreign name: nothing but the county", of(u"应城市水务局"_s, u"麻阳苗族自治县籍务工人员的申请已答复。"_s));
    silent("foreign name: the province", of(u"孝感市水务局"_s, u"依托湖北省人民政府门户网站公开信息。"_s));
    silent("foreign name: the prefecture above", of(u"应城市水务局"_s, u"依托孝感市人民政府门户网站公开信息。"_s));
    silent("foreign name: a county below", of(u"孝感市水务局"_s, u"应城市人民政府办公室按时公开。"_s));

    const QString notice = u"编制。\n"_s;
    QTest::newRow("preamble: five parts") << Changes{{notice, u"编制，由总体情况等五个部分组成。\n"_s}} << u"form.sections"_s << H
                                          << u"开头说报告有 5 个部分"_s;
    silent("preamble: six parts", {{notice, u"编制，由总体情况等六个部分组成。\n"_s}});
    silent("preamble: part of it", {{notice, u"编制，第五部分为存在的问题。\n"_s}});
    silent("leftover: a name in letters", {{u"按目录逐条公开"_s, u"通过MAXX系统公开"_s}});
}

void TestForm::judged()
{
    QFETCH(Changes, changes);
    QFETCH(QString, rule);
    QFETCH(Severity, severity);
    QFETCH(QString, word);
    const QList<Finding> found = findings(changes);
    if (rule.isEmpty()) {
        QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qPrintable(found[0].rule + u' ' + found[0].message));
        return;
    }
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].rule, rule);
    QVERIFY2(found[0].message.contains(word), qPrintable(found[0].message));
    QCOMPARE(found[0].severity, severity);
}

/// What was lost with other parts of the text is not held against the report.
void TestForm::gone_data()
{
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("most headings") << QStringList{
        u"一、总体情况\n"_s, u"二、主动公开政府信息情况\n"_s, u"四、政府信息公开行政复议、行政诉讼情况\n"_s, u"六、其他需要报告的事项\n"_s};
}

void TestForm::gone()
{
    QFETCH(QStringList, titles);
    Changes changes;
    for (const QString &title : titles)
        changes << std::pair(title, QString());
    for (const Finding &f : findings(changes))
        QVERIFY2(f.rule != "form.sections"_L1, qPrintable(f.message));
}

void TestForm::localRules()
{
    QTemporaryDir folder;
    QFile own(folder.filePath(u"own.json"_s));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write(R"({"version": 1, "rules": [
        {"id": "form.deadline", "settings": {"department": "01-20", "town": "02-20"}},
        {"id": "form.length", "severity": "warning", "settings": {"sectionOne": 60}},
        {"id": "form.aspects", "settings": {"words": ["政务公开专区"]}}]})");
    own.close();
    const auto rules = RuleBook::load({u":/rules/rules.json"_s, own.fileName()}, *knowledge().forms);
    QVERIFY2(rules.ok(), rules.ok() ? "" : qPrintable(rules.error().message));
    const QList<Finding> found = findings({{u"信息处理费。\n"_s, u"信息处理费。\n2024年1月25日\n"_s}}, *rules);
    QStringList ids;
    for (const Finding &f : found)
        ids << f.rule + u' ' + severityName(f.severity);
    QCOMPARE(ids, (QStringList{u"form.aspects warning"_s, u"form.deadline error"_s, u"form.length warning"_s}));
}

void TestForm::localRulesRefused()
{
    const QByteArray json
        = R"({"version": 1, "rules": [{"id": "form.deadline", "severity": "error", "check": "form", "title": "t", "message": "{date}",
        "basis": "b", "settings": {"village": "01-20"}}]})";
    const auto rules = RuleBook::parse(json, u"mine.json"_s, *knowledge().forms);
    QVERIFY(!rules.ok());
    QVERIFY2(rules.error().message.contains(u"village"_s), qPrintable(rules.error().message));
}

QTEST_GUILESS_MAIN(TestForm)
#include "tst_form.moc"
