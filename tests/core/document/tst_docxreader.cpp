// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"
#include "document/word/wordlook.h"
#include "zipmaker.h"

#include <QRegularExpression>
#include <QTest>

#include <ctime>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestDocxReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAreLeftOut();
    void text_data();
    void text();
    void tables_data();
    void tables();
    void ranges();
    void footnotes();
    void notes_data();
    void notes();
    void oddPackages_data();
    void oddPackages();
    void hostile_data();
    void hostile();
    void damagedAnywhere();
};

/// w: in front of every name, so that the cases below can be read.
static QByteArray word(const QByteArray &xml)
{
    static const QRegularExpression Names(u"<(/?)(?=[a-zA-Z]+[ />])"_s);
    static const QRegularExpression Attributes(u" (?=(val|id|char|font|type|fldCharType)=)"_s);
    return QString::fromUtf8(xml).replace(Names, u"<\\1w:"_s).replace(Attributes, u" w:"_s).toUtf8();
}

static QByteArray p(const QByteArray &text) { return "<p><r><t>" + text + "</t></r></p>"; }
static QByteArray tc(const QByteArray &text, const QByteArray &properties = {})
{
    return "<tc><tcPr>" + properties + "</tcPr>" + p(text) + "</tc>";
}
static QByteArray row(const QByteArray &cells) { return "<tr>" + cells + "</tr>"; }
static QByteArray tbl(const QByteArray &rows) { return "<tbl><tblPr/><tblGrid/>" + rows + "</tbl>"; }

static SourceDocument read(const QByteArray &body)
{
    const auto document = readDocument(test::docx(word(body)), u"报告.docx"_s);
    if (!document)
        qWarning("%s", qPrintable(document.error().message));
    return document ? *document : SourceDocument();
}

void TestDocxReader::text_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("paragraphs") << p("一、总体情况") + "<p/>" + p("正文") << u"一、总体情况\n\n正文\n"_s;
    QTest::newRow("runs") << QByteArray("<p><r><t xml:space='preserve'>收到 </t></r><r><t>9</t></r><r><t> 件 </t></r></p>")
                          << u"收到 9件\n"_s;
    QTest::newRow("tabulators, breaks") << QByteArray("<p><r><t>规章</t><tab/><t>0</t><br/><t>许可</t><ptab/><t>1</t></r></p>")
                                        << u"规章\t0\n许可\t1\n"_s;
    QTest::newRow("tracked changes") << QByteArray("<p><r><t>收到</t></r><del><r><delText>8</delText></r></del><ins><r><t>9</t></r></ins>"
                                                   "<moveFrom><r><t>件</t></r></moveFrom><moveTo><r><t>宗</t></r></moveTo></p>")
                                     << u"收到9宗\n"_s;
    QTest::newRow("a deleted end of a paragraph")
        << "<p><pPr><rPr><del/></rPr></pPr><r><t>政府信息</t></r></p>" + p("公开") << u"政府信息公开\n"_s;
    QTest::newRow("what was before a change of format") << QByteArray(
        "<p><pPr><pPrChange><pPr/></pPrChange></pPr><r><rPr><rPrChange><rPr><vanish/></rPr></rPrChange></rPr><t>甲</t></r></p>")
                                                        << u"甲\n"_s;
    QTest::newRow("fields") << QByteArray(
        "<p><r><t>第</t></r><r><fldChar fldCharType='begin'/></r><r><instrText> PAGE </instrText></r>"
        "<r><fldChar fldCharType='separate'/></r><r><t>3</t></r><r><fldChar fldCharType='end'/></r><r><t>页</t></r>"
        "<fldSimple instr='DATE'><r><t>今天</t></r></fldSimple></p>")

                            << u"第3页今天\n"_s;
    QTest::newRow("a field in a field") << QByteArray(
        "<p><r><fldChar fldCharType='begin'/></r><r><instrText>IF </instrText></r><r><fldChar fldCharType='begin'/></r>"
        "<r><instrText>X</instrText></r><r><fldChar fldCharType='separate'/></r><r><t>里</t></r><r><fldChar fldCharType='end'/></r>"
        "<r><fldChar fldCharType='separate'/></r><r><t>外</t></r><r><fldChar fldCharType='end'/></r></p>")

                                        << u"外\n"_s;
    QTest::newRow("bookmarks, links, content controls")
        << QByteArray("<sdt><sdtPr><alias val='x'/></sdtPr><sdtContent><p><bookmarkStart id='1'/><hyperlink><r><t>一、</t></r></hyperlink>"
                      "<smartTag><r><t>总体</t></r></smartTag><bookmarkEnd/><proofErr/></p></sdtContent></sdt>")
        << u"一、总体\n"_s;
    QTest::newRow("raised, crossed out") << QByteArray(
        "<p><r><t>28</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r><r><t>件</t></r>"
        "<r><rPr><strike/></rPr><t>5</t></r><r><rPr><strike val='0'/></rPr><t>6</t></r></p>")
                                         << u"28¹件 5 6\n"_s;
    QTest::newRow("hidden") << QByteArray("<p><r><rPr><vanish/></rPr><t>藏</t></r><r><rPr><vanish val='false'/></rPr><t>现</t></r></p>")
                            << u"现\n"_s;
    QTest::newRow("symbols") << QByteArray("<p><r><t>规章</t><sym font='Symbol' char='F039'/><sym font='Wingdings' char='F0FE'/>"
                                           "<noBreakHyphen/><t>1</t></r></p>")
                             << u"规章9\uf0fe-1\n"_s;
    const QByteArray box = "<txbxContent>" + p("框内") + "</txbxContent>";
    QTest::newRow("a text box, told twice") << "<p><r><t>文</t></r><r><mc:AlternateContent><mc:Choice><drawing><wps:txbx>" + box
            + "</wps:txbx></drawing></mc:Choice><mc:Fallback><pict>" + box
            + "</pict></mc:Fallback></mc:AlternateContent></r><r><t>字</t></r></p>"
                                            << u"文字\n框内\n"_s;
    QTest::newRow("a text box of old") << "<p><r><pict><v:shape><v:textbox>" + box + "</v:textbox></v:shape></pict><t>文</t></r></p>"
                                       << u"文\n框内\n"_s;
    QTest::newRow("ruby") << QByteArray(
        "<p><r><ruby><rubyPr/><rt><r><t>gou</t></r></rt><rubyBase><r><t>勾</t></r></rubyBase></ruby></r></p>")
                          << u"勾\n"_s;
}

void TestDocxReader::text()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const SourceDocument d = read(body);
    QCOMPARE(d.text, expected);
    QCOMPARE(d.fileKind, u"docx"_s);
}

void TestDocxReader::tables_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << tbl(row(tc("规章") + tc("0")) + row(tc("许可") + tc(""))) + p("后") << u"规章\t0\n许可\t\n后\n"_s;
    QTest::newRow("grid spans") << tbl(row(tc("甲", "<gridSpan val='3'/>")) + row(tc("1") + tc("2") + tc("3"))) << u"甲\t\t\n1\t2\t3\n"_s;
    QTest::newRow("merged downwards") << tbl(row(tc("甲", "<vMerge val='restart'/>") + tc("1")) + row(tc("", "<vMerge/>") + tc("2"))
        + row(tc("藏", "<vMerge val='continue'/>") + tc("3")))
                                      << u"甲\t1\n\t2\n\t3\n"_s;
    QTest::newRow("goes on from nothing") << tbl(row(tc("1", "<vMerge/>") + tc("2")) + row(tc("3") + tc("4"))) << u"1\t2\n3\t4\n"_s;
    QTest::newRow("merged to the right of old")
        << tbl(row(tc("甲", "<hMerge val='restart'/>") + tc("藏", "<hMerge/>") + tc("1")) + row(tc("乙") + tc("2") + tc("3")))
        << u"甲\t\t1\n乙\t2\t3\n"_s;
    QTest::newRow("rows that begin later") << tbl(row(tc("甲") + tc("1") + tc("2")) + "<tr><trPr><gridBefore val='1'/></trPr>" + tc("3")
        + tc("4") + "</tr>") << u"甲\t1\t2\n\t3\t4\n"_s;
    QTest::newRow("borders a little off") << tbl(
        row(tc("甲", "<gridSpan val='2'/>") + tc("1") + tc("2")) + row(tc("乙") + tc("3", "<gridSpan val='2'/>") + tc("4")))
                                          << u"甲\t1\t2\n乙\t3\t4\n"_s;
    QTest::newRow("rows and cells deleted and inserted") << tbl(row(tc("甲") + tc("1")) + "<tr><trPr><del/></trPr>" + tc("乙") + tc("2")
        + "</tr><tr><trPr><ins/></trPr>" + tc("丙") + tc("藏", "<cellDel/>") + tc("3", "<cellIns/>") + "</tr>")
                                                         << u"甲\t1\n丙\t3\n"_s;
    QTest::newRow("wrapped labels") << tbl(
        row("<tc>" + p("总") + p("计") + "</tc><tc><p><r><t>自然</t><br/><t>人</t></r></p></tc><tc>" + p("1") + p("2") + "</tc>"))
                                    << u"总计\t自然人\t1 2\n"_s;
    QTest::newRow("a table in a cell") << tbl(row("<tc>" + p("外") + tbl(row(tc("1") + tc("2"))) + p("尾") + "</tc>" + tc("右")))
                                       << u"外\n1\t2\n尾\n右\n"_s;
    QTest::newRow("cells in content controls") << tbl(row("<sdt><sdtContent>" + tc("1") + "</sdtContent></sdt>" + tc("2"))) << u"1\t2\n"_s;
    QTest::newRow("a text box in a cell") << tbl(
        row("<tc><p><r><pict><txbxContent>" + p("框") + "</txbxContent></pict><t>1</t></r></p></tc>" + tc("2")))
                                          << u"1 框\t2\n"_s;
    QTest::newRow("a field without an end") << "<p><r><fldChar fldCharType='begin'/></r><r><fldChar fldCharType='begin'/></r></p>"
            + tbl(row(tc("1") + tc("2"))) << u"\n1\t2\n"_s;
}

void TestDocxReader::tables()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(read(body).text, expected);
}

void TestDocxReader::ranges()
{
    const SourceDocument d = read(p("前") + tbl(row(tc("甲", "<vMerge val='restart'/>") + tc("9")) + row(tc("", "<vMerge/>") + tc("10"))));
    QCOMPARE(d.tables.size(), 1);
    QCOMPARE(d.at(d.tables[0].range), u"甲\t9\n\t10"_s);
    QCOMPARE(d.tables[0].cells.size(), 3);
    QCOMPARE(d.tables[0].cells[0].rowSpan, 2);
    QCOMPARE(d.at(d.tables[0].cells[2].text), u"10"_s);
    QCOMPARE(d.tables[0].cells[2].column, 1);
}

void TestDocxReader::footnotes()
{
    const QByteArray notes = "<?xml version='1.0'?><w:footnotes SPACES>"
        + word("<footnote type='separator'>" + p("线")
            + "</footnote><footnote id='1'><p><r><footnoteRef/></r><r><t>含撤回1件</t></r></p></footnote>")
        + "</w:footnotes>";
    const auto document = readDocument(
        test::docx(word("<p><r><t>收到9件</t></r><r><footnoteReference id='1'/></r></p>"), {{"word/footnotes.xml", notes}}), u"a.docx"_s);
    QVERIFY(document.ok());
    QCOMPARE(document->text, u"收到9件\n含撤回1件\n"_s);
}

void TestDocxReader::notes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("note");
    QTest::newRow("picture") << QByteArray("<p><r><t>甲</t><drawing><a:graphic><a:blip/></a:graphic></drawing></r></p>") << u"1 张图片"_s;
    QTest::newRow("picture of old") << QByteArray("<p><r><t>甲</t><pict><v:imagedata/></pict></r></p>") << u"1 张图片"_s;
    QTest::newRow("embedded sheet") << QByteArray("<p><r><t>甲</t><object><v:imagedata/></object></r></p>") << u"1 个嵌入的对象"_s;
    QTest::newRow("changes") << QByteArray("<p><r><t>甲</t></r><ins><r><t>乙</t></r></ins></p>") << u"修订"_s;
    QTest::newRow("hidden") << QByteArray("<p><r><t>甲</t></r><r><rPr><vanish/></rPr><t>隐藏</t></r></p>") << u"隐藏文字（2 字）"_s;
    QTest::newRow("crossed out") << QByteArray("<p><r><rPr><dstrike/></rPr><t>5</t></r></p>") << u"删除线"_s;
    QTest::newRow("nothing") << p("甲") << QString();
}

void TestDocxReader::notes()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, note);
    const QStringList notes = read(body).notes;
    QCOMPARE(notes.size(), note.isEmpty() ? 0 : 1);
    if (!note.isEmpty())
        QVERIFY2(notes[0].contains(note), qPrintable(notes[0]));
}

void TestDocxReader::oddPackages_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code"); // empty: it is read
    QTest::addColumn<QString>("said");
    const QByteArray good = test::docx(word(p("甲")));
    const QByteArray elsewhere = "<w:document xmlns:w='x'>" + word(p("甲")) + "</w:document>";
    const QByteArray relations = "<Relationships><Relationship Type='x/officeDocument' Target='/word/document2.xml'/></Relationships>";
    QTest::newRow("main part elsewhere") << test::docx({}, {{"_rels/.rels", relations}, {"word/document2.xml", elsewhere}}) << QString()
                                         << QString();
    QTest::newRow("no relations") << test::docx(word(p("甲")), {{"_rels/.rels", "<x/>"}}) << QString() << QString();
    QTest::newRow("main part outside") << test::docx(word(p("甲")),
        {{"_rels/.rels",
            "<Relationships><Relationship Type='x/officeDocument' TargetMode='External' Target='http://x/'/></Relationships>"}})
                                       << QString() << QString();
    QTest::newRow("no main part") << test::zip({{"[Content_Types].xml", "<x/>"}, {"word/styles.xml", "<x/>"}}) << u"unreadable"_s
                                  << u"没有正文"_s;
    QTest::newRow("not well-formed") << test::docx({}, {{"word/document.xml", "<w:document xmlns:w='x'><w:p>"}}) << u"unreadable"_s
                                     << u"XML"_s;
    QTest::newRow("no text") << test::docx({}) << u"empty"_s << u"没有文字"_s;
    QTest::newRow("cut off") << good.left(good.size() - 30) << u"unreadable"_s << u"不完整"_s;
    QTest::newRow("a folder named word") << test::zip({{"word/报告.txt", "甲"}}) << u"unsupported"_s << u"压缩文件"_s;
    QTest::newRow("under a password") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
        42) << u"encrypted"_s << u"密码"_s;
}

void TestDocxReader::oddPackages()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(QString, said);
    const auto document = readDocument(bytes, u"a.docx"_s);
    QCOMPARE(document.ok() ? QString() : document.error().code, code);
    if (document)
        QCOMPARE(document->text, u"甲\n"_s);
    else
        QVERIFY2(document.error().message.contains(said) && document.error().message.endsWith(u'。'), qPrintable(document.error().message));
}

void TestDocxReader::hostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("a bomb of 200 MB") << test::docx(QByteArray(200 * 1024 * 1024, ' ')) << u"too-large"_s;
    QTest::newRow("entities") << test::docx({},
        {{"word/document.xml",
            "<!DOCTYPE d [<!ENTITY a '9999999999'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]>"
            "<w:document xmlns:w='x'><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:document>"}})
                              << u"unreadable"_s;
    QTest::newRow("an outside entity") << test::docx({},
        {{"word/document.xml",
            "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='x'><w:t>&a;</w:t></w:document>"}})
                                       << u"unreadable"_s;
    QTest::newRow("10,000 nested tables") << test::docx(word(QByteArray("<tbl><tr><tc>").repeated(10000))) << u"too-large"_s;
    QTest::newRow("100 nested tables") << test::docx(
        word(QByteArray("<tbl><tr><tc><p/>").repeated(100) + QByteArray("</tc></tr></tbl>").repeated(100)))
                                       << u"too-large"_s;
    QTest::newRow("100 nested boxes") << test::docx(
        word(QByteArray("<p><r><pict><txbxContent>").repeated(100) + p("甲") + QByteArray("</txbxContent></pict></r></p>").repeated(100)))
                                      << QString();
    QByteArray attributes;
    for (int i = 0; i < 200000; ++i)
        attributes += " a" + QByteArray::number(i) + "=''";
    QTest::newRow("200,000 attributes") << test::docx("<w:p" + attributes + "/>") << u"too-large"_s;
    QByteArray namespaces;
    for (int i = 0; i < 400; ++i)
        namespaces += " xmlns:n" + QByteArray::number(i) + "='x" + QByteArray::number(i) + "'";
    QTest::newRow("many namespaces") << test::docx("<w:p" + namespaces + "><w:p" + namespaces + "/></w:p>") << u"too-large"_s;
    QTest::newRow("huge spans") << test::docx(word(tbl(row(tc("1", "<gridSpan val='999999999'/>") + tc("2")).repeated(2))))
                                << u"too-large"_s;
    QTest::newRow("silly spans") << test::docx(word(tbl(row(tc("1", "<gridSpan val='-4'/>") + tc("2", "<gridSpan val='x'/>")))))
                                 << QString();
    QTest::newRow("30,000 members") << [] {
        test::ZipParts parts;
        for (int i = 0; i < 30000; ++i)
            parts << std::pair("word/" + QByteArray::number(i), QByteArray());
        return test::docx(word(p("甲")), parts);
    }() << u"too-large"_s;
}

void TestDocxReader::hostile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const std::clock_t begin = std::clock(); // of this process: a busy machine takes longer by the wall clock
    const auto document = readDocument(bytes, u"a.docx"_s);
    QVERIFY2(std::clock() - begin < 10 * CLOCKS_PER_SEC, qPrintable(QString::number(double(std::clock() - begin) / CLOCKS_PER_SEC)));
    QCOMPARE(document.ok() ? QString() : document.error().code, code);
    if (!document)
        QVERIFY(document.error().message.endsWith(u'。'));
}

void TestDocxReader::damagedAnywhere()
{
    const QByteArray good = test::docx(
        word(p("一、总体情况") + tbl(row(tc("甲", "<vMerge val='restart'/>") + tc("9")) + row(tc("", "<vMerge/>") + tc("10")))));
    const auto whole = readDocument(good, u"a.docx"_s);
    QVERIFY(whole.ok());
    for (qsizetype n = 4; n < good.size(); ++n) {
        const auto cut = readDocument(good.left(n), u"a.docx"_s);
        QVERIFY2(!cut.ok() && cut.error().message.endsWith(u'。'), qPrintable(QString::number(n)));
        QByteArray bad = good;
        bad[n] = char(bad[n] ^ 0x55);
        const auto flipped = readDocument(bad, u"a.docx"_s);
        QVERIFY(flipped.ok() || flipped.error().message.endsWith(u'。'));
    }
}

void TestDocxReader::looksAreLeftOut()
{
    const QByteArray xml
        = "<w:p><w:pPr><w:jc w:val=\"a>b\"/><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:rPr><w:b/><w:vanish/></w:rPr>"
          "<w:t>甲</w:t></w:r></w:p><w:tcPr><w:tcBorders><w:top/></w:tcBorders><w:vMerge/></w:tcPr>";
    QCOMPARE(withoutLook(xml),
        QByteArray("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r></w:p>"
                   "<w:tcPr><w:vMerge/></w:tcPr>"));
    for (const QByteArray &odd :
        {QByteArray("<!-- <w:b> --><w:t/>"), QByteArray("<w:tcBorders><w:t/>"), QByteArray("<w:b"), QByteArray("<")})
        QCOMPARE(withoutLook(odd), odd);
}

QTEST_APPLESS_MAIN(TestDocxReader)
#include "tst_docxreader.moc"
