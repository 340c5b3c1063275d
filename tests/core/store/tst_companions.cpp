// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "checks/beside/textreuse.h"
#include "checks/checker.h"
#include "store/companionfinder.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

const QString Essay
    = u"我局把河道采砂许可的受理、审查、决定三个环节全部上网，企业可以随时查看办理到哪一步；供水管网改造前先在社区议事会上说明停水时段和补"
      u"偿办法，"
      "听取意见后再开工，施工图和监理单位一并公开；水库移民后扶项目逐一列出清单，每季度更新进展，村组公示栏同步张贴。全年公开信息%1条。"_s;
const QString Other = u"本年重新梳理公开目录，水质检测结果改为每周公布并附上解读；农村饮水工程的招标文件、中标单位和验收结论集中放在一个栏"
                      u"目里，方便群众对照；"
                      "针对老年人不会上网的情况，各乡镇便民服务中心安排专人代查代答，并把常问的事项印成册子免费发放，共答复咨询%1次。"_s;

ReadReport reportOf(const QString &agency, int year, const QString &narrative)
{
    ReadReport read = sampleReport({}, narrative);
    read.report.agency = agency;
    read.report.year = year;
    read.document.fileName = u"%1%2.txt"_s.arg(agency).arg(year);
    read.document.sha256 = read.document.fileName.toUtf8().right(32).leftJustified(32, 'x', true);
    return read;
}

} // namespace

/// What the reports of a store have to do with each other.
class TestCompanions : public QObject, StoreFixture {
    Q_OBJECT
    QStringList reused(const QUuid &id)
    {
        const auto kept = m_store->current(id);
        const Companions others = CompanionFinder(*m_store).of(id, kept->report, kept->document);
        QStringList out;
        for (const Finding &f : check(dossierOf(kept->report, kept->document, others), *knowledge().rules)) {
            if (f.rule == "year.text_reuse"_L1)
                out << severityName(f.severity) + u' ' + f.message;
        }
        return out;
    }

private Q_SLOTS:
    void init() { newStore(); }

    void textsOfOtherBodiesAreFound()
    {
        const QUuid first = keep(reportOf(u"青禾县水务局"_s, 2023, Essay.arg(412)));
        const QUuid copied = keep(reportOf(u"白鹭县水务局"_s, 2023, Essay.arg(77)));
        const QUuid own = keep(reportOf(u"云溪县水务局"_s, 2023, Other.arg(31)));
        keep(reportOf(u"南河县水务局"_s, 2019, Essay.arg(5))); // years ago
        const QStringList found = reused(copied);
        QCOMPARE(found.size(), 1);
        QVERIFY2(
            found[0].startsWith(u"warning “一、总体情况”去掉数字后与青禾县水务局2023年报告的同一部分有 100% 相同，如“我局把河道采砂"_s),
            qPrintable(found[0]));
        QCOMPARE(reused(first).size(), 1);
        QVERIFY(reused(own).isEmpty());
    }

    void manyAreToldTogether()
    {
        for (const QString &county : {u"白鹭县"_s, u"云溪县"_s, u"南河县"_s, u"石桥县"_s})
            keep(reportOf(county + u"水务局"_s, 2023, Essay.arg(77)));
        const QStringList found = reused(keep(reportOf(u"青禾县水务局"_s, 2023, Essay.arg(412))));
        QCOMPARE(found.size(), 1);
        QVERIFY2(found[0].contains(u"等 4 份报告的同一部分有 100% 相同"_s), qPrintable(found[0]));
    }

    void lastYearsOfOthersCountAndTheOwnIsLastYears()
    {
        keep(reportOf(u"青禾县水务局"_s, 2022, Essay.arg(412)));
        const QUuid now = keep(reportOf(u"青禾县水务局"_s, 2023, Essay.arg(413)));
        const QUuid copied = keep(reportOf(u"白鹭县水务局"_s, 2023, Essay.arg(77)));
        QCOMPARE(reused(copied).size(), 1);
        const QStringList found = reused(now);
        QCOMPARE(found.size(), 2);
        QVERIFY2(
            found[0].contains(u"与2022年报告的"_s) && found[1].contains(u"与白鹭县水务局2023年报告的"_s), qPrintable(found.join(u'\n')));
    }

    void placesOfTheStoreAreForeign()
    {
        keep(reportOf(u"白鹭县水务局"_s, 2023, {}));
        const auto foreign = [&](const QString &agency) {
            const QUuid id = keep(reportOf(agency, 2023, u"本年依托白鹭县政务服务局统一受理申请。"_s));
            const auto kept = m_store->current(id);
            const Companions others = CompanionFinder(*m_store).of(id, kept->report, kept->document);
            const QList<Finding> all = check(dossierOf(kept->report, kept->document, others), *knowledge().rules);
            return std::any_of(all.begin(), all.end(), [](const Finding &f) { return f.rule == "form.foreign_name"_L1; });
        };
        QVERIFY(foreign(u"青禾县水务局"_s));
        QVERIFY(!foreign(u"云岭市水务局"_s)); // it may govern the county
        QVERIFY(!foreign(u"白鹭县教育局"_s));
    }

    void whatAnOlderProgramKeptIsFoundOncePrepared()
    {
        const QUuid first = keep(reportOf(u"青禾县水务局"_s, 2023, Essay.arg(412)));
        QVERIFY(m_store->prepare(first).ok()); // again and again makes no second one
        QVERIFY(m_store->prepare(first).ok());
        QCOMPARE(reused(keep(reportOf(u"白鹭县水务局"_s, 2023, Essay.arg(77)))).size(), 1);
    }

    /// Texts with a sentence in five written anew share a band; two on different matters share none.
    void bands()
    {
        const auto bandsOf = [](const QString &text) {
            const ReadReport read = reportOf(u"甲县水务局"_s, 2023, text);
            return textBands(read.report, read.document);
        };
        const QList<qint64> one = bandsOf(Essay);
        QCOMPARE(one.size(), 16);
        QCOMPARE(bandsOf(Essay), one);
        QString changed = Essay;
        changed.replace(u"施工图和监理单位一并公开"_s, u"工期表贴在小区门口"_s);
        const auto shared = [&](const QList<qint64> &other) {
            return std::count_if(other.begin(), other.end(), [&](qint64 band) { return one.contains(band); });
        };
        QVERIFY(shared(bandsOf(changed)) > 0);
        QCOMPARE(shared(bandsOf(Other)), 0);
        QVERIFY(bandsOf(u"无。"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCompanions)
#include "tst_companions.moc"
