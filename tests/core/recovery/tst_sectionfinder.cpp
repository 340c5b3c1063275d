// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/zones/sectionfinder.h"

#include "base/normalizedtext.h"
#include "report/formcatalogue.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestSectionFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void headings_data();
    void headings();
    void bodiesMeet();

private:
    std::shared_ptr<const FormCatalogue> m_forms;
};

void TestSectionFinder::initTestCase()
{
    auto loaded = FormCatalogue::load(u":/forms"_s);
    QVERIFY(loaded.ok());
    m_forms = *loaded;
}

void TestSectionFinder::headings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // "number@line number@line"
    const auto row = [](const char *name, const QString &text, const QString &expected) { QTest::newRow(name) << text << expected; };
    const QString rest = u"\n五、存在的主要问题及改进情况\n有待加强。\n六、其他需要报告的事项\n无"_s;

    row("official",
        u"一、总体情况\n甲。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况"_s
            + rest,
        u"1@0 2@2 3@3 4@4 5@5 6@7"_s);
    row("a dash for the numeral one", u"—、总体情况\n甲。\n二、主动公开政府信息情况"_s, u"1@0 2@2"_s);
    row("digits for numerals", u"1、总体情况\n2、主动公开政府信息情况\n6、 其他需要报告的事项"_s, u"1@0 2@1 6@2"_s);
    row("without numerals", u"总体情况\n甲。\n主动公开政府信息情况\n收到和处理政府信息公开申请情况"_s, u"1@0 2@2 3@3"_s);
    row("markdown", u"## 一、总体情况\n**二、主动公开政府信息情况**\n### 三、收到和处理政府信息公开申请情况"_s, u"1@0 2@1 3@2"_s);
    row("spaces inside", u"一、 总 体 情 况\n二、 主动公开 政府信息情况"_s, u"1@0 2@1"_s);
    row("parts of section one are not sections",
        u"一、总体情况\n(一)主动公开情况。\n(二)依申请公开情况。\n（三）政府信息管理情况\n二、主动公开政府信息情况"_s, u"1@0 2@4"_s);
    row("numbering nested in section one",
        u"一、总体情况\n一、主动公开\n二、依申请公开\n三、政府信息管理\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况"_s,
        u"1@0 2@4 3@5"_s);
    row("a preamble lists the sections",
        u"一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n一、总体情况\n甲。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况"_s,
        u"1@3 2@5 3@6"_s);
    row("a preamble in one sentence",
        u"本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况组成。\n一、总体情况\n二、主动公开政府信息情况"_s,
        u"1@1 2@2"_s);
    row("a heading is missing", u"一、总体情况\n二、主动公开政府信息情况\n表\n四、政府信息公开行政复议、行政诉讼情况"_s, u"1@0 2@1 4@3"_s);
    row("a heading numbered wrong",
        u"一、总体情况\n二、主动公开政府信息情况\n二、收到和处理政府信息公开申请情况\n三、政府信息公开行政复议、行政诉讼情况"_s,
        u"1@0 2@1 3@2 4@3"_s);
    row("misread characters", u"一、怠体情况\n二、主动分开政府信患情况\n三、收到和外理政府信息公开中请情况"_s, u"1@0 2@1 3@2"_s);
    row("traditional characters", u"一、總體情況\n二、主動公開政府信息情況\n三、收到和處理政府信息公開申請情況"_s, u"1@0 2@1 3@2"_s);
    row("wording of 2019",
        u"一、总体情况\n四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n五、政府信息公开工作存在的主要问题及改进情况"_s,
        u"1@0 4@1 5@2"_s);
    row("a row of table three is no heading",
        u"三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n3\n四、结转下年度继续办理\n1"_s, u"3@0"_s);
    row("a sentence is no heading", u"二、主动公开政府信息情况良好，全年公开三十条。"_s, u""_s);
    row("a tab behind the number", u"一、\t总体情况\n甲。\n二、\t主动公开政府信息情况"_s, u"1@0 2@2"_s);
    row("in brackets", u"（一）总体情况\n甲。\n（二）主动公开政府信息情况\n表\n（三）收到和处理政府信息公开申请情况"_s, u"1@0 2@2 3@4"_s);
    row("parts of section one in the words of later ones",
        u"一、总体情况\n（一）主动公开政府信息情况\n甲。\n（二）收到和处理政府信息公开申请情况\n乙。\n二、主动公开政府信息情况\n表\n三、收到和处理政府信息公开申请情况"_s,
        u"1@0 2@5 3@7"_s);
    row("as parts", u"第一部分 总体情况\n甲。\n第二部分 主动公开政府信息情况\n表"_s, u"1@0 2@2"_s);
    row("a list of contents with pages",
        u"目录\n一、总体情况……1\n二、主动公开政府信息情况……2\n三、收到和处理政府信息公开申请情况……3\n一、总体情况\n甲。\n二、主动公开政府信息情况\n表\n三、收到和处理政府信息公开申请情况\n表"_s,
        u"1@4 2@6 3@8"_s);
    row("two reports",
        u"一、总体情况\n甲。\n二、主动公开政府信息情况\n表\n三、收到和处理政府信息公开申请情况\n表\n乙\n一、总体情况\n甲。\n二、主动公开政府信息情况\n表\n三、收到和处理政府信息公开申请情况\n表"_s,
        u"1@0 2@2 3@4"_s);
    row("nothing", u""_s, u""_s);
}

void TestSectionFinder::headings()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const QString normal = normalized(text);
    QStringList found;
    for (const FoundSection &s : findSections(m_forms->newest(), normal))
        found += u"%1@%2"_s.arg(s.number).arg(QStringView(normal).left(s.heading.begin).count(u'\n'));
    QCOMPARE(found.join(u' '), expected);
}

/// A body begins where its heading ends and ends where the next heading begins: no character is lost between sections.
void TestSectionFinder::bodiesMeet()
{
    const QString text = normalized(u"某市报告\n一、总体情况\n甲。\n二、主动公开政府信息情况\n规章\t1\n六、其他需要报告的事项\n无\n"_s);
    const auto sections = findSections(m_forms->newest(), text);
    QCOMPARE(sections.size(), size_t(3));
    for (size_t i = 0; i < sections.size(); ++i) {
        QCOMPARE(sections[i].body.begin, sections[i].heading.end);
        QCOMPARE(sections[i].body.end, i + 1 < sections.size() ? sections[i + 1].heading.begin : text.size());
    }
}

QTEST_GUILESS_MAIN(TestSectionFinder)
#include "tst_sectionfinder.moc"
