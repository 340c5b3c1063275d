// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that count lines or rows are found, and only those: each case is a text with the numbers that count in ‹›.
#include "recovery/text/fieldfill.h"
#include "recovery/text/linenumbers.h"
#include "recovery/tokens/spaceddigits.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestLineNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void found_data();
    void found();
    void fieldFill();
    void spacedDigits_data();
    void spacedDigits();
};

void TestLineNumbers::found_data()
{
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const QStringList &lines) { QTest::newRow(name) << lines.join(u'\n'); };
    row("lines of a text", {u"‹1› 规章 2"_s, u"‹2› 许可 7"_s, u"‹3› 处罚 9"_s, u"‹4› 强制 0"_s, u"‹5› 收费 0"_s, u"‹6› 采购 5"_s});
    row("an empty line is counted as well",
        {u"  ‹1›  规章 2"_s, u"  ‹2›  许可 7"_s, u"  ‹3›"_s, u"  ‹4›  强制 0"_s, u"  ‹5›  收费 0"_s, u"  ‹6›  采购 5"_s});
    row("a field goes with its separator, on lines of heads, too",
        {u"‹序号\t›内容\t件数"_s, u"‹\t›甲\t乙"_s, u"‹1\t›规章\t2"_s, u"‹2\t›许可\t7"_s, u"‹3\t›处罚\t9"_s, u"‹4\t›强制\t0"_s,
            u"‹5\t›收费\t0"_s, u"‹6\t›采购\t5"_s});
    row("a table of one row, once the text has shown that it counts",
        {u"‹1\t›规章\t2"_s, u"‹2\t›许可\t7"_s, u"‹3\t›处罚\t9"_s, u"‹4\t›强制\t0"_s, u"‹5\t›收费\t0"_s, u"‹6\t›采购\t5"_s, u""_s,
            u"‹序号\t›维持\t纠正"_s, u"‹1\t›3\t4"_s});
    row("the numbers of the columns above",
        {u" ‹0› ‹1› ‹2› ‹3›"_s, u"‹0› 规章 2 1 1"_s, u"‹1› 许可 7 1 1"_s, u"‹2› 处罚 9 1 1"_s, u"‹3› 强制 0 1 1"_s, u"‹4› 收费 0 1 1"_s,
            u"‹5› 采购 5 1 1"_s});
    row("too few to count", {u"1 规章 2"_s, u"2 许可 7"_s, u"3 处罚 9"_s});
    row("numbers of labels", {u"1.规章 2"_s, u"2.许可 7"_s, u"3.处罚 9"_s, u"4.强制 0"_s, u"5.收费 0"_s, u"6.采购 5"_s, u"7.其他 1"_s});
    row("values alone on their lines that happen to rise", {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s, u"8"_s});
    row("values that do not rise by one",
        {u"1 规章 2"_s, u"2 许可 7"_s, u"3 处罚 9"_s, u"5 强制 0"_s, u"6 收费 0"_s, u"7 采购 5"_s, u"9 其他 1"_s});
    row("the rest of a torn number counts nothing",
        {u"‹1\t›规章\t2"_s, u"‹2\t›许可\t7"_s, u"‹3\t›处罚\t9"_s, u"‹4\t›强制\t10"_s, u"4"_s, u"‹5\t›收费\t0"_s, u"‹6\t›采购\t5"_s,
            u"‹7\t›采购\t5"_s, u"‹8\t›采购\t5"_s, u"‹9\t›采购\t5"_s, u"‹10\t›采购\t5"_s});
}

void TestLineNumbers::found()
{
    QFETCH(QString, marked);
    QString text = marked;
    text.remove(u'‹').remove(u'›');
    QString shown = text;
    const std::vector<TextRange> ranges = findLineNumbers(text);
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        shown.insert(range->end, u'›');
        shown.insert(range->begin, u'‹');
    }
    QCOMPARE(shown, marked);
}

void TestLineNumbers::fieldFill()
{
    const QString row = u"|予以公开____|459_|14__|____|7|\n"_s;
    const std::vector<TextRange> found = findFieldFill(QString(row.repeated(12)));
    QCOMPARE(found.size(), size_t(48));
    QCOMPARE(found[0].begin, 5);
    QCOMPARE(found[0].end, 9);
    QCOMPARE(found[3].length(), 4); // an empty cell
    QVERIFY(findFieldFill(row).empty()); // a stray mark here and there is a scan's
}

void TestLineNumbers::spacedDigits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("spaced") << u"甲   1 7   0   2 3\n乙   2 0   4   1 1\n丙   5   3 2   8"_s << true;
    QTest::newRow("a whole number among them") << u"甲   17   0   2 3\n乙   2 0   4   1 1\n丙   5   3 2   8"_s << false;
    QTest::newRow("single digits in ragged columns") << u"甲   0 1   0   2 3\n乙   2 0   4   1 1\n丙   5   3 2   8"_s << false;
    QTest::newRow("one width of gap") << u"甲 1 7 0 2 3\n乙 2 0 4 1 1\n丙 5 3 2 8"_s << false;
}

void TestLineNumbers::spacedDigits()
{
    QFETCH(QString, text);
    QTEST(spacesDigits(text), "expected");
}

QTEST_GUILESS_MAIN(TestLineNumbers)
#include "tst_linenumbers.moc"
