// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/looserows.h"
#include "document/page/pageblocks.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestLooseTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tables_data();
    void tables();
    void paragraphs_data();
    void paragraphs();
    void furniture();
    void bounds();
};

/// Words at a character's width of 10 points and a line's height of 20, drawn as text: two spaces or more between words.
/// An empty line moves on by half a line.
static std::vector<PageLine> linesFrom(const QString &drawn, int page = 0, double top = 50)
{
    std::vector<PageWord> words;
    for (const QString &line : drawn.split(u'\n')) {
        if (line.isEmpty()) {
            top += 10;
            continue;
        }
        for (qsizetype at = 0; at < line.size();) {
            if (line[at] == u' ') {
                ++at;
                continue;
            }
            PageWord word;
            double left = 10.0 * double(at);
            for (; at < line.size() && line[at] != u' '; ++at, left += 10) {
                word.text += line[at];
                word.units.push_back({float(left), float(left + 10)});
            }
            word.box = {QPointF(word.units.front().left, top), QPointF(left, top + 10)};
            words.push_back(word);
        }
        top += 12;
    }
    return linesOf(std::move(words), page);
}

static QString textOf(const std::vector<Block> &blocks)
{
    QStringList lines;
    for (const Block &block : blocks)
        lines << (block.text.startsWith(u' ') ? u"~"_s + block.text.simplified() : QString(block.text).replace(u'\t', u'|'));
    return lines.join(u'\n');
}

void TestLooseTable::tables_data()
{
    QTest::addColumn<QString>("drawn");
    QTest::addColumn<QString>("read");
    QTest::newRow("empty places") << u"        自然人  企业  总计\n\n予以公开    3    1   4\n\n不予公开         2\n\n无法提供"_s
                                  << u"自然人 企业 总计\n予以公开|3|1|4\n不予公开||2|\n无法提供|||"_s;
    QTest::newRow("a label wrapped") << u"        甲  乙\n\n一二三四    3  4\n五六\n\n七八九十       5\n\n子       6"_s
                                     << u"甲 乙\n一二三四五六|3|4\n七八九十||5\n子|6|"_s;
    QTest::newRow("values beside the middle of a label")
        << u"        甲  乙\n\n一二三四    3  4\n\n七八九十\n子丑寅     6  7\n卯\n\n辰       8  9\n\n巳       1"_s
        << u"甲 乙\n一二三四|3|4\n七八九十子丑寅卯|6|7\n辰|8|9\n巳|1|"_s;
    QTest::newRow("values between the lines of a label")
        << u"        甲  乙\n\n\n一二三四    3  4\n\n\n午       5\n\n\n七八九十\n        6  7\n子丑寅\n\n\n辰       8  9\n\n\n巳       1"_s
        << u"甲 乙\n一二三四|3|4\n午|5|\n七八九十子丑寅|6|7\n辰|8|9\n巳|1|"_s;
    QTest::newRow("a label beside several rows")
        << u"          甲  乙\n\n    子     1  2\n\n三、  丑        3\n\n    寅     4"_s << u"甲 乙\n|子|1|2\n三、|丑||3\n|寅|4|"_s;
    QTest::newRow("a head over several columns")
        << u"       法人组织\n      甲  乙  丙\n\n子     1  2  3\n\n丑     4     5"_s << u"法人组织\n甲 乙 丙\n子|1|2|3\n丑|4||5"_s;
    QTest::newRow("a column without a head: by the gaps")
        << u"        甲\n\n予以公开    3   1\n\n不予公开    4"_s << u"甲\n予以公开 3 1\n不予公开 4"_s;
    QTest::newRow("a number in two columns: by the gaps")
        << u"        甲   乙\n\n予以公开    33  44\n\n不予公开    33344"_s << u"甲 乙\n予以公开 33 44\n不予公开 33344"_s;
    QTest::newRow("a heading parts tables")
        << u"    甲  乙\n\n 子  1  2\n\n 丑  3  4\n\n\n三、标题\n\n\n      甲甲  乙乙  丙丙\n\n 寅    5   6\n\n 卯    7   8   9"_s
        << u"甲 乙\n子|1|2\n丑|3|4\n三、标题\n甲甲 乙乙 丙丙\n寅|5|6|\n卯|7|8|9"_s;
}

void TestLooseTable::tables()
{
    QFETCH(QString, drawn);
    QFETCH(QString, read);
    PageContent page;
    page.size = {600, 800};
    page.lines = linesFrom(drawn);
    QString text = textOf(blocksOfPages({page}));
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        lines << (line.contains(u'|') ? line : QString(line).remove(u'~').simplified());
    QCOMPARE(lines.join(u'\n'), read);
}

void TestLooseTable::paragraphs_data()
{
    QTest::addColumn<QString>("drawn");
    QTest::addColumn<QString>("read");
    QTest::newRow("wrapped") << u"甲乙丙丁戊己庚辛\n子丑寅卯\n辰巳"_s << u"甲乙丙丁戊己庚辛子丑寅卯\n辰巳"_s;
    QTest::newRow("a heading behind a full line") << u"甲乙丙丁戊己庚辛\n二、标题"_s << u"甲乙丙丁戊己庚辛\n二、标题"_s;
    QTest::newRow("indented") << u"甲乙丙丁戊己庚辛\n  子丑寅卯辰巳\n午未"_s << u"甲乙丙丁戊己庚辛\n~子丑寅卯辰巳午未"_s;
    QTest::newRow("a gap") << u"甲乙丙丁戊己庚辛\n\n\n子丑"_s << u"甲乙丙丁戊己庚辛\n子丑"_s;
    QTest::newRow("a number is not made longer") << u"甲乙丙丁戊己庚12\n34件"_s << u"甲乙丙丁戊己庚12\n34件"_s;
}

void TestLooseTable::paragraphs()
{
    QFETCH(QString, drawn);
    QFETCH(QString, read);
    PageContent page;
    page.size = {600, 800};
    page.lines = linesFrom(drawn);
    QCOMPARE(textOf(blocksOfPages({page})), read);
}

/// Page numbers go, a running head is kept once, and what stands on the first page stays where it is.
void TestLooseTable::furniture()
{
    std::vector<PageContent> pages;
    for (int i = 0; i < 3; ++i) {
        PageContent page;
        page.size = {600, 800};
        page.lines = linesFrom((i == 1          ? u"某局年度报告\n\n"_s
                                       : i == 2 ? u"某局年度报告\n\n"_s
                                                : u"一个更长的标题\n\n"_s)
                + u"第%1段"_s.arg(u"甲乙丙"_s[i]),
            i);
        for (PageLine &line : linesFrom(u"—%1—"_s.arg(i + 1), i, 770))
            page.lines.push_back(line);
        pages.push_back(page);
    }
    QCOMPARE(textOf(blocksOfPages(pages)), u"一个更长的标题\n第甲段\n第乙段\n第丙段\n某局年度报告"_s);
}

void TestLooseTable::bounds()
{
    PageContent page;
    page.size = {600, 800};
    QString line;
    for (int i = 0; i < 3000; ++i)
        line += u"1  "_s;
    QString drawn;
    for (int i = 0; i < 20; ++i)
        drawn += line + u'\n';
    page.lines = linesFrom(drawn);
    QVERIFY(blocksOfPages({page}).size() == 20);
}

QTEST_GUILESS_MAIN(TestLooseTable)
#include "tst_loosetable.moc"
