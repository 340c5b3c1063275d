// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/explanationtext.h"

#include "review/reviewsession.h"
#include "review/verbs.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestExplanation : public QObject {
    Q_OBJECT
    static CellId id(const QString &name) { return test::knowledge().forms->cell(name); }

private Q_SLOTS:
    void says_data();
    void says();
    void equations();
    void everyCellOfEveryForm();
    void excerpts_data();
    void excerpts();
    void wordings_data();
    void wordings();
    void openRows();
    void whatAPersonDid();
};

/// The sample's balance of the total column: 17 new + 2 carried over = 18 handled + 0 carried forward, one short.
void TestExplanation::says_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("read")
        << u"requests.new_received.total"_s
        << QStringList{u"数值：17，已读"_s, u"一、本年新收政府信息公开申请数量 0 0 0 0 0 0 【17】"_s,
               u"行名：原文“一、本年新收政府信息公开申请数量”，即格式的行名；本行第 7 格，共 7 格"_s,
               u"✗ 总计列收办平衡（requests.balance）：本年新收 17 + 上年结转 2 ≠ 办理结果总计 18 + 结转下年 0，不成立：19 ≠ 18；此格若为 16 则成立"_s,
               u"问题：[错误]"_s};
    QTest::newRow("blank counts as 0") << u"requests.granted.other"_s
                                       << QStringList{u"数值：空白\n"_s, u"其他 空白"_s, u"✓ “予以公开”行（requests.row_total）："_s,
                                              u"，成立（空白按 0 计）"_s};
    QTest::newRow("missing") << u"remedies.review.pending"_s
                             << QStringList{u"数值：缺失\n"_s, u"没有与此格对应的字"_s, u"尚未审结 缺失"_s, u"无法判断，没有"_s};
    QTest::newRow("no sums") << u"proactive.fees.amount"_s << QStringList{u"数值：12.5，已读"_s};
}

void TestExplanation::says()
{
    QFETCH(QString, cell);
    QFETCH(QStringList, texts);
    const ReadReport read = test::sampleReport({{u"requests.new_received.total"_s, u"17"_s}, {u"requests.carried_over.total"_s, u"2"_s},
        {u"requests.total_handled.total"_s, u"18"_s}, {u"requests.granted.other"_s, QString()}, {u"remedies.review.pending"_s, u"?"_s},
        {u"proactive.fees.amount"_s, u"12.5"_s}});
    const QString text = explanationText(explain(id(cell), Dossier{read.report, read.document}, read.findings));
    for (const QString &wanted : texts + QStringList{cell})
        QVERIFY2(text.contains(wanted), qPrintable(wanted + u'\n' + text));
    QVERIFY(text.endsWith(u'\n'));
    QVERIFY(cell != "proactive.fees.amount"_L1 || !text.contains(u"勾稽"_s));
}

void TestExplanation::equations()
{
    ReadReport read = test::sampleReport(
        {{u"requests.granted.business"_s, u"3"_s}, {u"requests.granted.total"_s, u"4"_s}, {u"requests.total_handled.business"_s, u"3"_s}});
    read.report.cell(id(u"requests.granted.business"_s)).status = CellStatus::Suspect;
    const CellExplanation e = explain(id(u"requests.granted.business"_s), Dossier{read.report, read.document}, {});
    QCOMPARE(e.equations.size(), 2);
    const ExplainedEquation &row = e.equations[0].verdict == ExplainedEquation::Verdict::Fails ? e.equations[0] : e.equations[1];
    const ExplainedEquation &column = &row == &e.equations[0] ? e.equations[1] : e.equations[0];
    QCOMPARE(row.verdict, ExplainedEquation::Verdict::Fails);
    QCOMPARE(row.wanted, std::optional(Decimal(4)));
    QVERIFY(equationText(row).contains(u"商业企业 3？"_s)); // the doubt is said beside the number
    QCOMPARE(column.verdict, ExplainedEquation::Verdict::Holds);
    QVERIFY(!column.wanted);
    bool linked = false;
    for (const ExplainedWords &w : row.words)
        linked = linked || (w.cell == id(u"requests.granted.total"_s) && w.text == u"总计 4"_s);
    QVERIFY2(linked, "the words of an operand lead to its cell");

    // A value that cannot be is not asked for: 9 + x = 4.
    read = test::sampleReport({{u"requests.granted.business"_s, u"9"_s}, {u"requests.granted.total"_s, u"4"_s}});
    for (const ExplainedEquation &q : explain(id(u"requests.granted.other"_s), Dossier{read.report, read.document}, {}).equations)
        QVERIFY(!q.wanted);
}

void TestExplanation::everyCellOfEveryForm()
{
    for (const QString &form : {u"2019"_s, u"2021"_s}) {
        const ReadReport read = test::sampleReport({}, {}, form);
        for (const CellId cell : read.report.cellIds()) {
            const CellExplanation e = explain(cell, Dossier{read.report, read.document}, read.findings);
            const QString text = explanationText(e);
            QVERIFY2(text.contains(u"【0】"_s), qPrintable(text));
            QVERIFY2(e.wording.match == RowWording::Match::Same, qPrintable(text));
        }
    }
}

void TestExplanation::excerpts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("marked");
    const QString dots(100, u'甲');
    QTest::newRow("first line") << u"共 9 件\n"_s << u"9"_s << u"第 1 行第 3 字"_s << u"共 【9】 件"_s;
    QTest::newRow("gaps become spaces") << u"头\n\n行名\t\t 9   0"_s << u"9"_s << u"第 3 行第 6 字"_s << u"行名 【9】 0"_s;
    QTest::newRow("at the end") << u"甲\n乙 9"_s << u"9"_s << u"第 2 行第 3 字"_s << u"乙 【9】"_s;
    QTest::newRow("long line") << QString(dots + u'9' + dots) << u"9"_s << u"第 1 行第 101 字"_s
                               << QString(u'…' + QString(36, u'甲') + u"【9】"_s + QString(36, u'甲') + u'…');
    QTest::newRow("torn over lines") << u"甲 1\n2 乙"_s << u"1\n2"_s << u"第 1 行第 3 字"_s << u"甲 【1 2】 乙"_s;
    // 36 characters before the digit a pair of surrogates would be cut in two
    QTest::newRow("no half characters") << QString(u"乙𠮷"_s + QString(35, u'甲') + u'9') << u"9"_s << u"第 1 行第 39 字"_s
                                        << QString(u"…𠮷"_s + QString(35, u'甲') + u"【9】"_s);
}

void TestExplanation::excerpts()
{
    QFETCH(QString, text);
    QFETCH(QString, chosen);
    SourceDocument document;
    document.text = text;
    const qsizetype at = text.indexOf(chosen);
    const SourceExcerpt e = excerptOf(document, {at, at + chosen.size()});
    QTEST(placeOf(e), "place");
    QTEST(markedText(e), "marked");
    QVERIFY(!excerptOf(document, {}).source.isValid());
    QVERIFY(!excerptOf(document, {0, text.size() + 1}).source.isValid());
    document.pages = {SourcePage{{0, 0}, {}}, SourcePage{{0, text.size()}, {}}};
    QVERIFY(placeOf(excerptOf(document, {at, at + 1})).startsWith(u"第 2 页，"_s));
}

void TestExplanation::wordings_data()
{
    QTest::addColumn<QString>("before"); // what stands in place of the official label
    QTest::addColumn<QString>("said");
    QTest::newRow("official") << u"2.重复申请"_s << u"原文“2.重复申请”，即格式的行名"_s;
    QTest::newRow("misread") << u"1.信访举报投诉类中请"_s << u"相近，9 字中有 7 字"_s;
    QTest::newRow("torn") << u"1.信访举报\n投诉类申请"_s << u"原文“1.信访举报 … 投诉类申请”，即格式的行名"_s;
    QTest::newRow("glued to the group") << u"（五）不予处理1.信访举报投诉类申请"_s << u"原文“1.信访举报投诉类申请”，即格式的行名"_s;
    QTest::newRow("glued to numbers") << u"0030（五）不予处理1.信访举报投诉类申请00300"_s << u"原文“1.信访举报投诉类申请”，即格式的行名"_s;
    QTest::newRow("short") << u"1.信访举报投诉类"_s << u"是行名“1.信访举报投诉类申请”已知的另一种写法"_s;
    QTest::newRow("gone") << u"▲▲"_s << u"数值近旁没有行名“1.信访举报投诉类申请”"_s;
}

void TestExplanation::wordings()
{
    QFETCH(QString, before);
    const QString row = QString::fromUtf8(QTest::currentDataTag()) == u"official"_s ? u"refused_repeat"_s : u"refused_petition"_s;
    ReadReport read = test::sampleReport();
    const CellId cell = id(u"requests."_s + row + u".total"_s);
    const QString label = explain(cell, Dossier{read.report, read.document}, {}).wording.official;
    const qsizetype at = read.document.text.indexOf(label);
    QVERIFY(at > 0);
    read.document.text.replace(at, label.size(), before);
    const qsizetype moved = before.size() - label.size();
    for (const CellId c : read.report.cellIds()) {
        TextRange &source = read.report.cell(c).source;
        if (source.begin > at)
            source = {source.begin + moved, source.end + moved};
    }
    const QString text = wordingText(explain(cell, Dossier{read.report, read.document}, {}).wording);
    QFETCH(QString, said);
    QVERIFY2(text.contains(said), qPrintable(text));
}

void TestExplanation::openRows()
{
    ReadReport read = test::sampleReport();
    OpenRow row;
    row.cells = {id(u"remedies.review.upheld"_s), id(u"remedies.review.corrected"_s)};
    row.reason = u"这一行应有 2 个数值，读到 1 个，位置不能确定。"_s;
    row.placements << Placement{{Candidate{Decimal(3), {}, {}}, Candidate{}}, u"与版面最相符"_s}
                   << Placement{{Candidate{}, Candidate{Decimal(3), {}, {}}}, u"同样可能"_s};
    read.report.openRows << row;
    read.report.cell(row.cells[0]).candidates << Candidate{std::nullopt, u"另一种放法"_s, {}};
    const QString text = explanationText(explain(row.cells[0], Dossier{read.report, read.document}, {}));
    for (const QString &wanted : {row.reason, u"摆法：3 □（与版面最相符）"_s, u"摆法：□ 3（同样可能）"_s, u"也可能：空（另一种放法）"_s})
        QVERIFY2(text.contains(wanted), qPrintable(text));
}

void TestExplanation::whatAPersonDid()
{
    ReviewSession session(test::sampleReport({{u"requests.granted.total"_s, u"4"_s}}), test::knowledge());
    session.setReviewer(u"王敏"_s);
    const CellId cell = id(u"requests.granted.total"_s);
    QVERIFY(!explain(cell, session).read);
    QVERIFY(session.perform(verbs::edit(session.report(), cell, u"0"_s)).ok());
    const CellExplanation e = explain(cell, session);
    QVERIFY(e.read && e.read->value == Decimal(4));
    QCOMPARE(e.acts.size(), 1);
    QCOMPARE(e.acts[0].who, u"王敏"_s);
    const QString text = explanationText(e);
    QVERIFY2(text.contains(u"数值：0，已更正"_s) && text.contains(u"原读：4，已读"_s) && text.contains(u"王敏 更正："_s), qPrintable(text));
    QVERIFY(session.undo().ok());
    QCOMPARE(explain(cell, session).acts.size(), 2); // the history forgets nothing
    QVERIFY(!explain(cell, session).read);
}

QTEST_APPLESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
