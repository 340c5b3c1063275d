// SPDX-License-Identifier: GPL-3.0-or-later
// What the tokenizer makes of a line, as one picture a case: 「wording」, 12 a number, 12~ with characters that only look
// like digits, 12+ stuck to wording, _ an empty place, _! a stray mark in one, _? characters in one that are neither
// number nor wording, ¶ an empty line; lines are parted by /.
#include "base/normalizedtext.h"
#include "recovery/text/printednumber.h"
#include "recovery/tokens/tokens.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picture_data();
    void picture();
    void number_data();
    void number();
    void ranges();
    void fields();
    void columns();
    void emptyZone();
};

namespace {

std::vector<Token> tokensOf(const NormalizedText &text, const QString &original)
{
    return tokenize(text, original, {0, text.text().size()});
}

QString pictureOf(const QString &original)
{
    const NormalizedText text = NormalizedText::of(original);
    QString out;
    int line = 0;
    for (const Token &t : tokensOf(text, original)) {
        if (!out.isEmpty())
            out += t.line != line ? u" / "_s : u" "_s;
        line = t.line;
        switch (t.kind) {
        case Token::Text:
            out += u'「' + text.text().mid(t.range.begin, t.range.length()) + u'」';
            break;
        case Token::Number:
            out += t.value.toString() + (t.lookalike ? u"~"_s : QString()) + (t.glued ? u"+"_s : QString());
            break;
        case Token::Blank:
            out += t.unreadable ? u"_?"_s : t.noise ? u"_!"_s : u"_"_s;
            break;
        case Token::Gap:
            out += u"¶"_s;
            break;
        }
    }
    return out;
}

} // namespace

void TestTokens::picture_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) { QTest::newRow(name) << text << expected; };

    row("tabs", u"规章\t2\t1\t2"_s, u"「规章」 2 1 2"_s);
    row("tabs, an empty cell between", u"规章\t2\t\t2"_s, u"「规章」 2 _ 2"_s);
    row("tabs before are empty cells too", u"\t\t1.属于国家秘密\t0\t3"_s, u"_ _ 「1.属于国家秘密」 0 3"_s);
    row("tabs behind are empty cells too", u"规章\t2\t\t"_s, u"「规章」 2 _ _"_s);
    row("spaces inside a tab field", u"规章\t 2 \t1"_s, u"「规章」 2 1"_s);
    row("pipes", u"| 规章 | 2 | 1 | 2 |"_s, u"「规章」 2 1 2"_s);
    row("pipes, an empty cell", u"| 规章 | 2 |  | 2 |"_s, u"「规章」 2 _ 2"_s);
    row("pipes, a row that starts empty", u"| | | 规章 | 2 |"_s, u"_ _ 「规章」 2"_s);
    row("a rule of markdown says nothing", u"|---|:---:|---|"_s, u""_s);
    row("box drawing", u"│规章│2│1│2│"_s, u"「规章」 2 1 2"_s);
    row("box drawing, heavy and double", u"┃规章║2┃1║"_s, u"「规章」 2 1"_s);
    row("a rule of box drawing says nothing", u"├────┼──┼──┤"_s, u""_s);
    row("a rule of strokes says nothing", u"========  =====  ===="_s, u""_s);
    row("spaced columns", u"规章          2      1      2"_s, u"「规章」 2 1 2"_s);
    row("wording torn by one space stays together", u"行政 规范性文件   3"_s, u"「行政 规范性文件」 3"_s);
    row("wide spaces part wordings", u"自然人   商业企业"_s, u"「自然人」 「商业企业」"_s);
    row("one cell a line", u"规章\n\n2\n\n1"_s, u"「规章」 / ¶ / 2 / ¶ / 1"_s);
    row("one cell a line behind tabs", u"\t规章\n\t2"_s, u"「规章」 / 2"_s);
    row("a lone tab is an empty cell", u"\t规章\n\t\n\t2"_s, u"「规章」 / _ / 2"_s);
    row("slash, hyphen, dash and none are empty cells", u"规章\t/\t-\t—\t——\t无"_s, u"「规章」 _ _ _ _ _"_s);
    row("a full-width slash", u"规章\t／\t0"_s, u"「规章」 _ 0"_s);
    row("thousands separators", u"行政许可\t1,234\t12,345,678"_s, u"「行政许可」 1234 12345678"_s);
    row("full-width digits and separators", u"行政许可\t１２３\t１，２３４"_s, u"「行政许可」 123 1234"_s);
    row("counters", u"行政许可\t12件\t3个\t5 份"_s, u"「行政许可」 12 3 5 「份」"_s);
    QTest::newRow("rows whose line ends are lost")
        << u"自然人|法人|总计|其他|予以公开|"_s + u"1|"_s.repeated(24) + u"三|不予公开|重复申请||2|3|总计|4|5|6"_s
        << u"「自然人」 / 「法人」 / 「总计」 / 「其他」 / 「予以公开」 "_s + u"1 "_s.repeated(24)
            + u"/ 「三」 「不予公开」 「重复申请」 _ 2 3 / 「总计」 4 5 6"_s;
    QTest::newRow("money") << u"行政事业性收费\t12.3456\t8.5万元"_s << u"「行政事业性收费」 12.3456 8.5"_s;
    row("a negative change", u"行政许可\t-3\t－4\t−5"_s, u"「行政许可」 -3 -4 -5"_s);
    row("look-alikes", u"规章\tO\tl\t〇\t1O\t2l5"_s, u"「规章」 0~ 1~ 0~ 10~ 215~"_s);
    row("letters alone in a sentence are no digits", u"参见 B 栏   3"_s, u"「参见 B 栏」 3"_s);
    row("a bookmark is nothing", u"[bookmark: _Hlk12345678]规章\t2"_s, u"「规章」 2"_s);
    row("a bookmark torn over lines is nothing", u"\t[bookmark: _Hlk12\n345678]规章\n\t2"_s, u"「规章」 / 2"_s);
    row("page numbers", u"规章\t2\n- 3 -\n— 4 —\n第 5 页 共 6 页\n行政许可\t1"_s, u"「规章」 2 / 「行政许可」 1"_s);
    row("a page of pages", u"规章\t2\n3 / 6\n行政许可\t1"_s, u"「规章」 2 / 「行政许可」 1"_s);
    row("the year belongs to its sign", u"2023 年度   3"_s, u"「2023 年度」 3"_s);
    row("the number of a clause is no value", u"第 20 号   3"_s, u"「第 20 号」 3"_s);
    row("a decimal torn before its point", u"行政事业性收费\t13684 .26"_s, u"「行政事业性收费」 13684.26"_s);
    row("a decimal torn behind its point", u"行政事业性收费\t13684. 26"_s, u"「行政事业性收费」 13684.26"_s);
    row("a torn decimal without a cell of its own is doubted", u"行政事业性收费  13684. 26"_s, u"「行政事业性收费」 13684.26~"_s);
    row("a torn decimal that may be a numbered value is doubted", u"行政事业性收费\t3. 5"_s, u"「行政事业性收费」 3.5~"_s);
    row("digits stuck to wording", u"一、本年新收政府信息公开申请数量640020470"_s, u"「一、本年新收政府信息公开申请数量」 640020470+"_s);
    row("a numbered label after a space", u"总计 1.重复申请   3"_s, u"「总计」 「1.重复申请」 3"_s);
    row("a label number torn from its label", u"3\n.其他\n5"_s, u"「3」 / 「.其他」 / 5"_s);
    row("stray marks in a cell", u"规章\t.\t_\t5"_s, u"「规章」 _! _! 5"_s);
    row("circled and bracketed numbers are no values", u"规章\t①\t⑵\t5"_s, u"「规章」 _? _? 5"_s);
    row("superscripts are no digits", u"规章\t5²\t3"_s, u"「规章」 5~ 3"_s);
    row("so are marks of footnotes", u"规章\t5①\t12[1]\t7*\t3（注2）"_s, u"「规章」 5~ 12~ 7~ 3~"_s);
    row("bold numbers", u"| 规章 | **12** | __3__ | `4` |"_s, u"「规章」 12 3 4"_s);
    row("numbers in brackets, behind which no wording follows", u"规章\t（12）\t（3）"_s, u"「规章」 12~ 3~"_s);
    row("a cell with more than its number leaves it open", u"规章\t~~9~~ 8\t3"_s, u"「规章」 8~ 3"_s);
    row("what a sheet shows for a value it cannot", u"规章 #### #REF! =SUM(B5:G5)"_s, u"「规章」 _? _? _?"_s);
    row("decimals announced over a gap", u"保 留 4 位 小 数"_s, u"「保 留 4 位 小 数」"_s);
    row("a fraction is no number", u"规章\t1/2\t3"_s, u"「规章」 _? 3"_s);
    row("a percentage is no number", u"规章\t5%\t3"_s, u"「规章」 _? 3"_s);
    row("a column of percentages is wording", u"规章\t5\t3.1%\n行政许可\t3\t2%"_s, u"「规章」 5 「3.1%」 / 「行政许可」 3 「2%」"_s);
    row("a power of ten is no number", u"行政许可\t4.14E+06\t3"_s, u"「行政许可」 _? 3"_s);
    row("what converters write for nothing", u"规章\tNaN\tNone\tnull\t0"_s, u"「规章」 _ _ _ 0"_s);
    row("a label with a space behind its number", u"（三）不予公开 1. 属于国家秘密 5"_s, u"「(三)不予公开」 「1. 属于国家秘密」 5"_s);
    row("comma-separated", u"规章,2,,3\n规范,1,2,3"_s, u"「规章」 2 _ 3 / 「规范」 1 2 3"_s);
    row("comma-separated, heads above", u"信息内容,本年制发件数,本年废止件数,现行有效件数\n规章,2,,3"_s,
        u"「信息内容」 「本年制发件数」 「本年废止件数」 「现行有效件数」 / 「规章」 2 _ 3"_s);
    row("a wide comma parts nothing", u"部分公开（区分，只计）,2,0,3"_s, u"「部分公开(区分,只计)」 2 0 3"_s);
    row("comma-separated, a row that starts empty", u",1.重复申请,2,0,3"_s, u"_ 「1.重复申请」 2 0 3"_s);
    row("a list of quoted cells", u"['规章', None, '2', '', '3'],"_s, u"「规章」 _ 2 _ 3"_s);
    row("a list of numbers", u"['规章', None, 2, 0, 3]"_s, u"「规章」 _ 2 0 3"_s);
    row("a list of nothing but numbers", u"[0, 322, 25],"_s, u"0 322 25"_s);
    row("a row of a sheet", u"('规章', None, 2, '3')"_s, u"「规章」 _ 2 3"_s);
    row("cells by their place", u"{'0': '规章', '1': None, '2': 3}"_s, u"「规章」 _ 3"_s);
    row("two rows of a list on a line", u"[[\"规章\", \"2\", null], [\"行政许可\", \"1\", \"0\"]]"_s, u"「规章」 2 _ / 「行政许可」 1 0"_s);
    row("cells in brackets", u"[规章] [2] [] [3]"_s, u"「规章」 2 _ 3"_s);
    row("a quote that never closes", u"['规章', '2', '1\n9', '3'],"_s, u"「规章」 2 _? / _? 3"_s);
    row("spans written into each column", u"申请人情况\t申请人情况\t申请人情况\n自然人\t商业企业\t总计\n行政许可\t行政许可\t7"_s,
        u"「申请人情况」 _ _ / 「自然人」 「商业企业」 「总计」 / 「行政许可」 _ 7"_s);
    row("a cell written into each column it spans", u"内容\t数量\t数量\t数量\n行政许可\t7\t7\t7"_s,
        u"「内容」 「数量」 _ _ / 「行政许可」 7 _ _"_s);
    row("two cells that hold the same", u"甲乙\t数量\t数量\t数量\n规章\t7\t7\t8"_s, u"「甲乙」 「数量」 _ _ / 「规章」 7 7 8"_s);
    row("a head repeated twice is torn, not spanned", u"结果\t结果\t其他\n维持\t纠正\t结果"_s,
        u"「结果」 「结果」 「其他」 / 「维持」 「纠正」 「结果」"_s);
    row("a range is no number", u"规章\t3-5\t3"_s, u"「规章」 _? 3"_s);
    row("a zero-width space between digits joins nothing", u"规章\t1\u200b2\t3"_s, u"「规章」 1 2 3"_s);
}

void TestTokens::picture()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(pictureOf(text), expected);
}

void TestTokens::number_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("expected"); // empty: no number; "~" behind: only looks like one
    const auto row
        = [](const QString &piece, const QString &expected) { QTest::newRow(qPrintable(u"“"_s + piece + u"”"_s)) << piece << expected; };
    row(u"0"_s, u"0"_s);
    row(u"007"_s, u"7"_s);
    row(u"123456789012"_s, u"123456789012"_s);
    row(u"1234567890125"_s, {}); // longer than any count
    row(u"1,234"_s, u"1234"_s);
    row(u"1,234.5"_s, u"1234.5"_s);
    row(u"12,34"_s, {});
    row(u"1234,567"_s, {});
    row(u"1,2345"_s, {});
    row(u"1'234"_s, u"1234"_s);
    row(u"12.34567"_s, {}); // more decimals than money has
    row(u"12."_s, {});
    row(u".5"_s, {});
    row(u"1.2.3"_s, {});
    row(u"-5"_s, u"-5"_s);
    row(u"+5"_s, u"5"_s);
    row(u"--5"_s, {});
    row(u"5-"_s, {});
    row(u"12件"_s, u"12"_s);
    row(u"12个"_s, u"12"_s);
    row(u"12.5万元"_s, u"12.5"_s);
    row(u"12人"_s, u"12"_s);
    row(u"12（件）"_s, {});
    row(u"12(件)"_s, u"12"_s);
    row(u"12人左右"_s, {});
    row(u"零"_s, u"0~"_s);
    row(u"12件左右"_s, {});
    row(u"件"_s, {});
    row(u"O"_s, u"0~"_s);
    row(u"1O2"_s, u"102~"_s);
    row(u"l"_s, u"1~"_s);
    row(u"I5"_s, u"15~"_s);
    row(u"〇"_s, u"0~"_s);
    row(u"S"_s, u"5~"_s);
    row(u"B"_s, u"8~"_s);
    row(u"Z"_s, u"2~"_s);
    row(u"A"_s, {});
    row({}, {});
    row(u"-"_s, {});
    row(u"一"_s, {});
    row(u"十二"_s, {});
}

void TestTokens::number()
{
    QFETCH(QString, piece);
    QFETCH(QString, expected);
    bool lookalike = false;
    const auto value = readNumber(piece, &lookalike);
    QCOMPARE(value ? value->toString() + (lookalike ? u"~"_s : QString()) : QString(), expected);
}

/// Every token's range holds exactly the characters it stands for, in the original too.
void TestTokens::ranges()
{
    const QString original = u"  \t规章\t１，２３４\t(一)予以公开\t−5\n│行政许可│ 12件 │"_s;
    const NormalizedText text = NormalizedText::of(original);
    QStringList found;
    for (const Token &t : tokensOf(text, original)) {
        const TextRange at = text.original(t.range);
        QVERIFY(at.begin >= 0 && at.end <= original.size());
        if (t.kind == Token::Text || t.kind == Token::Number)
            found += original.mid(at.begin, at.length());
    }
    QCOMPARE(found.join(u'|'), u"规章|１，２３４|(一)予以公开|−5|行政许可|12件"_s);
}

/// The index of a delimited field counts delimiters, so that columns of several rows can be compared.
void TestTokens::fields()
{
    for (const QString &line : {u"规章\t2\t\t7"_s, u"| 规章 | 2 | | 7 |"_s, u"│ 规章 │ 2 │ │ 7 │"_s}) {
        const NormalizedText text = NormalizedText::of(line);
        const auto tokens = tokensOf(text, line);
        QCOMPARE(tokens.size(), size_t(4));
        for (size_t i = 0; i < tokens.size(); ++i) {
            QCOMPARE(tokens[i].field, int(i));
            QVERIFY(tokens[i].delimited);
        }
    }
}

/// Spaced columns are measured in the original: a full-width character takes two cells of the line, or one character.
void TestTokens::columns()
{
    const QString line = u"规章  2   （一）  ３"_s;
    const NormalizedText text = NormalizedText::of(line);
    const auto tokens = tokensOf(text, line);
    QCOMPARE(tokens.size(), size_t(4));
    QStringList edges;
    for (const Token &t : tokens)
        edges += u"%1-%2 %3-%4"_s.arg(t.left).arg(t.right).arg(t.leftUnit).arg(t.rightUnit);
    QCOMPARE(edges.join(u", "_s), u"0-4 0-2, 6-7 4-5, 10-16 8-11, 18-20 13-14"_s);
}

void TestTokens::emptyZone()
{
    const QString original = u"规章\t2"_s;
    const NormalizedText text = NormalizedText::of(original);
    QVERIFY(tokenize(text, original, {0, 0}).empty());
    QVERIFY(tokenize(text, original, {text.text().size(), text.text().size()}).empty());
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
