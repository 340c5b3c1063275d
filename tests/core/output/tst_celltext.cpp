// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/celltext.h"

#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestCellText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void says_data();
    void says();
};

/// The sample's balance of the total column: 17 new + 2 carried over = 18 handled + 0 carried forward, one short.
void TestCellText::says_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("read") << u"requests.new_received.total"_s
                          << QStringList{u"数值：17，已读"_s, u"一、本年新收政府信息公开申请数量 0 0 0 0 0 0 17"_s,
                                 u"17 + 2 = 18 + 0，不成立：19 ≠ 18"_s, u"问题：[错误]"_s};
    QTest::newRow("blank counts as 0") << u"requests.granted.other"_s
                                       << QStringList{u"数值：（空白），空白"_s, u"0 + 0 + 0 + 0 + 0 + （空白） = 0，成立"_s};
    QTest::newRow("missing") << u"remedies.review.pending"_s << QStringList{u"数值：（缺失），缺失"_s, u"原文中没有"_s, u"无法判断"_s};
    QTest::newRow("no sums") << u"proactive.fees.amount"_s << QStringList{u"数值：12.5，已读"_s};
}

void TestCellText::says()
{
    QFETCH(QString, cell);
    QFETCH(QStringList, texts);
    const ReadReport read = test::sampleReport({{u"requests.new_received.total"_s, u"17"_s}, {u"requests.carried_over.total"_s, u"2"_s},
        {u"requests.total_handled.total"_s, u"18"_s}, {u"requests.granted.other"_s, QString()}, {u"remedies.review.pending"_s, u"?"_s},
        {u"proactive.fees.amount"_s, u"12.5"_s}});
    const CellId id = read.report.catalogue().cell(cell);
    const QString text = cellText(id, read.document, read.report, read.findings);
    for (const QString &wanted : texts + QStringList{cell})
        QVERIFY2(text.contains(wanted), qPrintable(wanted + u'\n' + text));
    QVERIFY(text.endsWith(u'\n'));
    QVERIFY(cell != "proactive.fees.amount"_L1 || !text.contains(u"勾稽"_s));
}

QTEST_APPLESS_MAIN(TestCellText)
#include "tst_celltext.moc"
