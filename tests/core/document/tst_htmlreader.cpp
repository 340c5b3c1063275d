// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"
#include "document/html/htmlreader.h"
#include "document/html/pagetokens.h"

#include <QStringEncoder>
#include <QTest>

#include <ctime>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestHtmlReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void tables_data();
    void tables();
    void ranges();
    void references_data();
    void references();
    void encodings_data();
    void encodings();
    void menus();
    void notes_data();
    void notes();
    void saved();
    void hostile_data();
    void hostile();
    void truncatedAnywhere();
};

static SourceDocument read(const QString &page)
{
    auto document = readDocument(page.toUtf8(), u"页面.html"_s);
    if (!document)
        qWarning("%s", qPrintable(document.error().message));
    return document ? *document : SourceDocument();
}

void TestHtmlReader::text_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("expected");
    QTest::newRow("paragraphs") << u"<p>一、总体情况<p>全年 收到<br>申请"_s << u"一、总体情况\n全年 收到\n申请\n"_s;
    QTest::newRow("a wrapped line") << u"<p>政府信息\n   公开 abc\ndef</p>"_s << u"政府信息公开 abc def\n"_s;
    QTest::newRow("inline elements") << u"<p><span>收到</span><b>9</b> <i>件</i></p>"_s << u"收到9 件\n"_s;
    QTest::newRow("not shown") << u"<html><head><title>标题</title><style>p{}</style></head><p>正文<script>if(1<2)'<p>假'</script>"
                                  "<noscript>无脚本</noscript><template>样板</template></p>"_s
                               << u"正文\n"_s;
    QTest::newRow("no end of the head") << u"<head><meta charset=utf-8><p>正文"_s << u"正文\n"_s;
    QTest::newRow("comments") << u"<p>甲<!-- <p>乙 -->丙<!-->丁<![if !x]>戊<![endif]></p>"_s << u"甲丙丁戊\n"_s;
    QTest::newRow("stray signs") << u"<p>5 < 6 & 7 > 3</p>"_s << u"5 < 6 & 7 > 3\n"_s;
    QTest::newRow("odd attributes") << u"<p a='>' b=\">\" c=x/>公<p =d e>开</p f=\"\">"_s << u"公\n开\n"_s;
    QTest::newRow("nested blocks") << u"<div>甲<div>乙</div>丙</div>"_s << u"甲\n乙\n丙\n"_s;
    QTest::newRow("lists") << u"<ul><li>甲<li>乙</ul>"_s << u"甲\n乙\n"_s;
    QTest::newRow("a cell of no table") << u"<div style='display:table-cell'>甲</div><div style='display:table-cell'>乙</div>"_s
                                        << u"甲\n乙\n"_s;
    QTest::newRow("a page in a frame") << u"<p>甲<iframe srcdoc='&lt;body&gt;&lt;p&gt;乙&lt;/div&gt;&lt;p&gt;丙'></iframe>丁</p>"_s
                                       << u"甲\n乙\n丙\n丁\n"_s;
    QTest::newRow("preformatted") << u"<pre>规章\t0\n 许可\t1</pre>"_s << u"规章\t0\n 许可\t1\n"_s;
    QTest::newRow("hidden by a style sheet") << u"<style>/* x{ */ .a .b{display:none} @media print{.c{display:none}} DIV.phone, #old "
                                                "{ Display : none !important }</style><div class='x Phone'>丁</div><p class=phone>甲</p>"
                                                "<p id=old>戊</p><i class='a'><b class=b>乙</b></i><p class=c>丙</p>"_s
                                             << u"甲\n乙\n丙\n"_s;
    QTest::newRow("leaves that a script turns")
        << u"<style>.leaf{display:none}</style><p>甲<div class=leaf><table><tr><td>1<td>2<tr><td>3<td>4"
           "</table></div>"_s
        << u"甲\n1\t2\n3\t4\n"_s;
    QTest::newRow("hidden") << u"<p>甲</p><div style='Display : none'><p>乙<b hidden>丙</b></p></div><p hidden>丁</p>戊"_s << u"甲\n戊\n"_s;
    QTest::newRow("raised digits stay apart") << u"<p>28<sup>1</sup>件，<span style='vertical-align:super'>2</span></p>"_s
                                              << u"28¹件，²\n"_s;
    QTest::newRow("crossed out") << u"<p>收到<s>5</s>6件</p>"_s << u"收到 5 6件\n"_s;
    QTest::newRow("end tags in the wrong order") << u"<b><p>甲</b>乙</p>丙"_s << u"甲乙\n丙\n"_s;
    QTest::newRow("a cell without a table") << u"<tr><td>甲<td>乙</tr>"_s << u"甲\n乙\n"_s;
    QTest::newRow("clipboard of Windows")
        << u"Version:0.9\nStartHTML:0\nSourceURL:about:blank\n<html><body><!--StartFragment-->甲<!--EndFragment-->"_s
        << u"Version:0.9 StartHTML:0 SourceURL:about:blank\n甲\n"_s;
}

void TestHtmlReader::text()
{
    QFETCH(QString, page);
    QFETCH(QString, expected);
    const SourceDocument d = read(page);
    QCOMPARE(d.text, expected);
    QCOMPARE(d.fileKind, u"html"_s);
}

void TestHtmlReader::tables_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"<table><tr><td>规章</td><td>0</td></tr><tr><th>许可</th><td></td></tr></table>"_s << u"规章\t0\n许可\t\n"_s;
    QTest::newRow("laid out by style")
        << u"<div style='display: table'><div style='display:table-row'><p style='display:table-cell'>规章</p><div style='display:table-cell;width:5%'>0</div></div></div>"_s
        << u"规章\t0\n"_s;
    QTest::newRow("laid out by a style sheet")
        << u"<style>.t{display:table}.r{display:table-row}.r2,.c{display:table-cell}</style><div class='t'><div class='r'><span class='c "
           u"x'>规章</span>"
           "<span class='c'>0</span></div><div class='r'><div class='r2'>许可</div><div class='c'></div></div></div>"_s
        << u"规章\t0\n许可\t\n"_s;
    QTest::newRow("column span") << u"<table><tr><td colspan=3>甲<tr><td>1<td>2<td>3</table>"_s << u"甲\t\t\n1\t2\t3\n"_s;
    QTest::newRow("row span") << u"<table><tr><td rowspan=2>甲<td>1<td>2<tr><td>3<td>4</table>"_s << u"甲\t1\t2\n\t3\t4\n"_s;
    QTest::newRow("row span to the end") << u"<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>"_s << u"甲\t1\n\t2\n\t3\n"_s;
    QTest::newRow("row span ends with its group")
        << u"<table><tbody><tr><td rowspan=9>甲<td>1</tbody><tbody><tr><td>2<td>3</tbody></table>"_s << u"甲\t1\n2\t3\n"_s;
    QTest::newRow("huge spans") << u"<table><tr><td rowspan=999999999 colspan=999999999>甲</td></tr><tr><td>乙<td>丙</tr></table>"_s
                                << u"甲\t\t\n\t乙\t丙\n"_s;
    QTest::newRow("negative and silly spans") << u"<table><tr><td colspan=-3>1<td colspan=x>2<td rowspan=1e9>3</table>"_s << u"1\t2\t3\n"_s;
    QTest::newRow("borders a little off") << u"<table><tr><td colspan=2>甲<td>1<td>2<tr><td>乙<td colspan=2>3<td>4</table>"_s
                                          << u"甲\t1\t2\n乙\t3\t4\n"_s;
    QTest::newRow("a column nobody needs") << u"<table><tr><td colspan=4>甲<tr><td colspan=2>1<td colspan=2>2</table>"_s
                                           << u"甲\t\n1\t2\n"_s;
    QTest::newRow("wrapped labels") << u"<table><tr><td>一、本年新收<br>政府信息<p>公开申请</p><td>1<br>2<td> &nbsp;3　</table>"_s
                                    << u"一、本年新收政府信息公开申请\t1 2\t3\n"_s;
    QTest::newRow("no end tags, unclosed elements")
        << u"<table><tr><td><span>1<td><font>2<tr><td><b>3<td>4</table>后"_s << u"1\t2\n3\t4\n后\n"_s;
    QTest::newRow("text between cells") << u"<table>前<tr><td>1<td>2</table>"_s << u"前\n1\t2\n"_s;
    QTest::newRow("layout") << u"<table><tr><td><p>菜单</p></td><td><h1>标题</h1><table><tr><td>规章<td>0</table>尾</td></tr></table>"_s
                            << u"菜单\n标题\n规章\t0\n尾\n"_s;
    QTest::newRow("a frame of one cell") << u"<table><tr><td><p>一、总体情况</p><p>正文</p></td></tr></table>"_s
                                         << u"一、总体情况\n正文\n"_s;
    QTest::newRow("table in a table without a cell")
        << u"<table><tr><td>1<td>2</tr><table><tr><td>3<td>4</table></table>"_s << u"1\t2\n3\t4\n"_s;
    QTest::newRow("two tables") << u"<table><tr><td>1<td>2</table><table><tr><td>3<td>4</table>"_s << u"1\t2\n\n3\t4\n"_s;
    QTest::newRow("tables of one cell in cells")
        << u"<table><tr><td>规章<td><table><tr><td>3</table><td><table><tr><td>4</table></table>"_s << u"规章\t3\t4\n"_s;
    QTest::newRow("fields") << u"<table><tr><td>规章<td><input value=3><td><input type=hidden value=9></table>"_s << u"规章\t3\t\n"_s;
    QTest::newRow("a stray end inside a cell") << u"<div><table><tr><td>1</div><td>2</td></tr></table></div>后"_s << u"1\t2\n后\n"_s;
    QTest::newRow("a value that is drawn") << u"<p>甲<svg><text>图</text></svg><table><tr><td>规章<td><svg><text>3</text></svg></table>"_s
                                           << u"甲\n规章\t3\n"_s;
    QTest::newRow("rows stacked in one")
        << u"<table><tr><td rowspan=2>组<td>甲<td>1<td>2<td>3<tr><td>乙<br>丙<td>0<br>3<td>0<br><td>4<br/>5</table>"_s
        << u"组\t甲\t1\t2\t3\n\t乙\t0\t0\t4\n\t丙\t3\t\t5\n"_s;
    QTest::newRow("wrapped labels are no rows")
        << u"<table><tr><td>甲<br>乙<td>1<td>2<td>3<tr><td>丙<td>1<br>2<td>0<td>1<br>2</table>"_s << u"甲乙\t1\t2\t3\n丙\t1 2\t0\t1 2\n"_s;
    QTest::newRow("without size")
        << u"<p>1<span style='font-size: 0'>2</span><span style='font-size:0.8em'>3</span><span style=opacity:0>4</span></p>"
           "<p style='font-size:0px'><span style='font-size:14px'>5</span></p>"_s
        << u"13\n5\n"_s;
    QTest::newRow("hidden table ends outside") << u"<table><tr><td>1<td><div hidden><table><tr><td>x</div></table></div>2</table>"_s
                                               << u"1\t2\n"_s;
}

void TestHtmlReader::tables()
{
    QFETCH(QString, page);
    QFETCH(QString, expected);
    QCOMPARE(read(page).text, expected);
}

void TestHtmlReader::ranges()
{
    const SourceDocument d = read(u"<p>前</p><table><tr><td colspan=2>甲</td></tr><tr><td>9</td><td></td></tr></table><p>后</p>"
                                  "<table><tr><td>外<table><tr><td>内<td>里</table></table>"_s);
    QCOMPARE(d.text, u"前\n甲\t\n9\t\n后\n外\n内\t里\n"_s);
    QCOMPARE(d.tables.size(), 3);
    QCOMPARE(d.at(d.tables[0].range), u"甲\t\n9\t"_s);
    QCOMPARE(d.tables[0].cells.size(), 3);
    const SourceTableCell &wide = d.tables[0].cells[0];
    QCOMPARE(wide.columnSpan, 2);
    QCOMPARE(d.at(wide.text), u"甲"_s);
    QCOMPARE(d.at(d.tables[0].cells[1].text), u"9"_s);
    QCOMPARE(d.tables[0].cells[2].text, (TextRange{7, 7}));
    QCOMPARE(d.at(d.tables[1].range), u"外\n内\t里"_s);
    QCOMPARE(d.at(d.tables[2].cells[1].text), u"里"_s);
}

void TestHtmlReader::references_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("expected");
    QTest::newRow("names") << u"&lt;&gt;&amp;&quot;&nbsp;&mdash;"_s << u"<>&\"\u00a0—"_s;
    QTest::newRow("numbers") << u"&#20844;&#x5F00;&#57"_s << u"公开9"_s;
    QTest::newRow("no semicolon") << u"&nbsp5&ampx &copy"_s << u"\u00a05&x ©"_s;
    QTest::newRow("unknown") << u"&unknown; A&B & &;"_s << u"&unknown; A&B & &;"_s;
    QTest::newRow("of Windows") << u"&#147;&#150;"_s << u"\u201c–"_s;
    QTest::newRow("no characters") << u"&#0;&#xD800;&#99999999999999999999;&#x;&#"_s << u"\ufffd\ufffd\ufffd&#x;&#"_s;
    QTest::newRow("beyond the first plane") << u"&#x20000;"_s << u"\U00020000"_s;
}

void TestHtmlReader::references()
{
    QFETCH(QString, raw);
    QFETCH(QString, expected);
    QCOMPARE(withoutReferences(raw), expected);
    QCOMPARE(withoutReferences(u"?a=1&copy=2&amp;lt=3"_s, true), u"?a=1&copy=2&lt=3"_s);
}

void TestHtmlReader::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("guessed");
    const QByteArray gb = "<p>\xb9\xab\xbf\xaa</p>"; // 公开
    const QByteArray big5 = "<p>\xa4\xbd\xb6\x7d</p>"; // 公開
    QTest::newRow("utf-8") << QByteArray("<p>公开</p>") << u"UTF-8"_s << false;
    QTest::newRow("meta") << "<meta charset=gbk>" + gb << u"GB18030"_s << false;
    QTest::newRow("http-equiv") << "<META http-equiv='Content-Type' content='text/html; charset=gb2312'>" + gb << u"GB18030"_s << false;
    QTest::newRow("big5") << "<meta charset=\"big5\">" + big5 << u"big5"_s << false;
    QTest::newRow("xml declaration") << "<?xml version='1.0' encoding='GBK'?><html>" + gb << u"GB18030"_s << false;
    QTest::newRow("a lie") << QByteArray("<meta charset=gb2312><p>公开</p>") << u"UTF-8"_s << false;
    QTest::newRow("another lie") << "<meta charset=utf-8>" + gb.repeated(3) << u"GB18030"_s << true;
    QTest::newRow("nonsense") << "<meta charset=xyz>" + gb.repeated(3) << u"GB18030"_s << true;
    QTest::newRow("nothing") << gb.repeated(3) << u"GB18030"_s << true;
    QByteArray utf16("\xff\xfe");
    for (const QChar c : u"<meta charset=gbk><p>公开</p>"_s)
        utf16.append(char(c.cell())).append(char(c.row()));
    QTest::newRow("utf-16") << utf16 << u"UTF-16LE"_s << false;
}

void TestHtmlReader::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(bool, guessed);
    const auto document = readDocument(bytes, u"a.html"_s);
    QVERIFY(document.ok());
    QCOMPARE(document->encoding, encoding);
    QCOMPARE(document->encodingGuessed, guessed);
    QVERIFY2(document->text.startsWith(u'公'), qPrintable(document->text));
}

/// The report inside a page of a portal: navigation, a row of links as a table, a side bar, a list of other reports.
void TestHtmlReader::menus()
{
    const SourceDocument d = read(uR"(<!DOCTYPE html><html><body>
<div class="top"><a href="/login">登录</a> | <a href="/reg">注册</a> | <a href="/en">English</a></div>
<nav><ul><li><a href="/">首页</a></ul></nav>
<table><tr><td><a href="/1">走进云岭</a><td><a href="/2">政务公开</a><td><a href="/3">办事服务</a></table>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/xxgk">政府信息公开</a> &gt; <a href="/nb">年报</a></div>
<table><tr><td><ul><li><a href="a1">云岭市财政局2021年政府信息公开工作年度报告</a>
<li><a href="a2">云岭市民政局2022年政府信息公开工作年度报告</a><li><a href="a3">云岭市教育局2020年政府信息公开工作年度报告</a></ul></td>
<td><h1>云岭市水务局2023年政府信息公开工作年度报告</h1><p><a href="#2">二、主动公开政府信息情况</a></p>
<p>详见<a href="http://example.org/x">云岭市政府网站</a>。</p><p><a href="report.docx">附件：报告全文</a></p><table><tr><td>规章<td>0</table></td></tr></table>
<div><a href="l1">中国政府网</a><a href="l2">省政府</a><a href="l3">市政府</a></div></body></html>)"_s);
    QCOMPARE(d.text, uR"(云岭市水务局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
详见云岭市政府网站。
附件：报告全文
规章	0
)"_s);
    QVERIFY(d.notes.isEmpty());
    QCOMPARE(read(u"<p><a href=1>甲</a></p><p><a href=2>乙</a></p><p><a href=3>丙</a></p>"_s).text, u"甲\n乙\n丙\n"_s);
}

void TestHtmlReader::notes_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("note");
    QTest::newRow("picture") << u"<p>二、主动公开<img src=x.png></p>"_s << u"1 张图片"_s;
    QTest::newRow("icon") << u"<p>甲<img src=x width=16px><a href=/><img src=logo></a></p>"_s << QString();
    QTest::newRow("hidden table") << u"<p>甲<div style=display:none><table><tr><td>1</table></div>"_s << u"1 个表格是隐藏的"_s;
    QTest::newRow("table in a menu") << u"<p>甲<nav><table><tr><td>1</table></nav>"_s << u"1 个表格是隐藏的"_s;
    QTest::newRow("much hidden text") << u"<p>甲<p hidden>"_s + u"乙"_s.repeated(300) << u"300 字"_s;
    QTest::newRow("crossed out") << u"<p>收到<del>5</del>6件"_s << u"删除线"_s;
    QTest::newRow("nothing") << u"<p>甲<p hidden>乙"_s << QString();
}

void TestHtmlReader::notes()
{
    QFETCH(QString, page);
    QFETCH(QString, note);
    const QStringList notes = read(page).notes;
    QCOMPARE(notes.size(), note.isEmpty() ? 0 : 1);
    if (!note.isEmpty())
        QVERIFY2(notes[0].contains(note), qPrintable(notes[0]));
}

void TestHtmlReader::saved()
{
    const QByteArray page
        = "From: <Saved by a browser>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
          "\ttype=\"text/html\";\r\n\tboundary=\"--=_b\"\r\n\r\npreamble\r\n----=_b\r\nContent-Type: text/html; charset=\"gbk\"\r\n"
          "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=B9=AB=\r\n=BF=AA=3D9</p>\r\n----=_b\r\nContent-Type: image/png\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----=_b\r\nContent-Type: text/html\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\n"
        + QByteArray("<table><tr><td>规章<td>0</table>").toBase64() + "\r\n----=_b--\r\n";
    const auto document = readDocument(page, u"页面.mht"_s);
    QVERIFY(document.ok());
    QCOMPARE(document->text, u"公开=9\n规章\t0\n"_s);
    QCOMPARE(document->fileKind, u"mhtml"_s);
    QVERIFY(document->notes.isEmpty());
    for (qsizetype n = page.indexOf("multipart"); n < page.size(); ++n) {
        const auto cut = readDocument(page.left(n), u"页面.mht"_s);
        QVERIFY(cut.ok() || cut.error().message.endsWith(u'。'));
    }
}

void TestHtmlReader::hostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("10,000 nested tables") << QByteArray("<table><tr><td>1").repeated(10000) << u"too-large"_s;
    QTest::newRow("a million open elements") << QByteArray("<b><div>x").repeated(500000) << QString();
    QTest::newRow("a million misnested elements") << QByteArray("<i><p></i>").repeated(300000) + "x" << QString();
    QByteArray attributes = "<p";
    for (int i = 0; i < 300000; ++i)
        attributes += " a" + QByteArray::number(i);
    QTest::newRow("a tag with 300,000 attributes") << attributes + ">x" << QString();
    QTest::newRow("many columns") << "<table><tr>" + QByteArray("<td>1").repeated(5000) << u"too-large"_s;
    QTest::newRow("many cells") << "<table>" + QByteArray("<tr><td>1<td>2").repeated(600000) << u"too-large"_s;
    QTest::newRow("many paragraphs") << QByteArray("<p>1").repeated(1100000) << u"too-large"_s;
    QTest::newRow("a staircase") << [] {
        QByteArray page = "<table>";
        for (int row = 0; row < 2000; ++row)
            page += "<tr><td colspan=" + QByteArray::number(row + 1) + " rowspan=9999>1<td rowspan=9999>2";
        return page;
    }() << u"too-large"_s;
    QTest::newRow("huge spans, all of them") << "<table>" + QByteArray("<tr><td colspan=2000 rowspan=999999999>1").repeated(40000)
                                             << u"too-large"_s;
    QTest::newRow("tags without an end") << "<p>x" + QByteArray("<a <!-- <script ").repeated(100000) << QString();
    QTest::newRow("references") << "<p>" + QByteArray("&#&amp;&a").repeated(500000) << QString();
    QTest::newRow("nothing to see") << QByteArray("<p hidden>x</p><br>") << u"empty"_s;
    QTest::newRow("17 MB of text") << "<p>" + QByteArray("x").repeated(17 * 1024 * 1024) << u"too-large"_s;
}

void TestHtmlReader::hostile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const std::clock_t begin = std::clock(); // of this process: a busy machine takes longer by the wall clock
    const auto document = readDocument(bytes, u"a.html"_s);
    QVERIFY2(std::clock() - begin < 10 * CLOCKS_PER_SEC, qPrintable(QString::number(double(std::clock() - begin) / CLOCKS_PER_SEC)));
    QCOMPARE(document.ok() ? QString() : document.error().code, code);
    if (!document)
        QVERIFY(document.error().message.endsWith(u'。'));
}

void TestHtmlReader::truncatedAnywhere()
{
    const QString page
        = u"<!DOCTYPE html><html><head><meta charset='utf-8'><title>甲</title><style>a{}</style></head><body><p a=\"1\" b='2'>公&#24320;"
          "<!-- x --><table><tr><td rowspan=2>1<td>&nbsp;2</tr><tr><td>3</td></tr></table><script>1</script></p></body></html>"_s;
    for (qsizetype n = 1; n <= page.size(); ++n) {
        const auto document = readDocument(page.left(n).toUtf8(), u"a.html"_s);
        if (!document)
            continue;
        for (const SourceTable &table : document->tables) {
            QVERIFY(table.range.end <= document->text.size());
            for (const SourceTableCell &cell : table.cells)
                QVERIFY(cell.text.begin >= table.range.begin && cell.text.end <= table.range.end);
        }
    }
}

QTEST_APPLESS_MAIN(TestHtmlReader)
#include "tst_htmlreader.moc"
