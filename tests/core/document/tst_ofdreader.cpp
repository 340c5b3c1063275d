// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"

#include "document/ofd/ofdfile.h"
#include "pdfmaker.h"
#include "zipmaker.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestOfdReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void places();
    void pagesAndTemplates();
    void notes();
    void scan();
    void refused_data();
    void refused();
    void damagedAnywhere();
};

static QByteArray page(const QByteArray &objects, const QByteArray &before = {})
{
    return "<ofd:Page xmlns:ofd='http://www.ofdspec.org/2016'>" + before + "<ofd:Content><ofd:Layer ID='2'>" + objects
        + "</ofd:Layer></ofd:Content></ofd:Page>";
}

/// A run of characters that are 4 mm wide, from x and y in millimetres on.
static QByteArray text(double x, double y, const QByteArray &text, const QByteArray &attributes = {}, const QByteArray &deltas = {})
{
    return "<ofd:TextObject ID='9' Boundary='" + QByteArray::number(x) + ' ' + QByteArray::number(y) + " 100 5' Size='4' " + attributes
        + "><ofd:FillColor Value='0 0 0'/><ofd:TextCode X='0' Y='4' " + deltas + '>' + text + "</ofd:TextCode></ofd:TextObject>";
}

static QByteArray ofd(const QByteArray &content, const test::ZipParts &more = {})
{
    test::ZipParts parts = {{"OFD.xml",
                                "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016' DocType='OFD' Version='1.0'><ofd:DocBody><ofd:DocInfo/>"
                                "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"},
        {"Doc_0/Document.xml",
            "<ofd:Document xmlns:ofd='http://www.ofdspec.org/2016'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
            "</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID='7' BaseLoc='Tpls/Tpl_0/Content.xml'/></ofd:CommonData>"
            "<ofd:Pages><ofd:Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/></ofd:Pages></ofd:Document>"},
        {"Doc_0/Pages/Page_0/Content.xml", content}};
    for (const auto &part : more) {
        parts.removeIf([&](const auto &own) { return own.first == part.first; });
        parts << part;
    }
    return test::zip(parts);
}

static SourceDocument read(const QByteArray &bytes)
{
    const auto document = readDocument(bytes, u"报告.ofd"_s);
    if (!document)
        qWarning("%s", qPrintable(document.error().message));
    return document ? *document : SourceDocument();
}

static QStringList wordsOf(const SourceDocument &d)
{
    QStringList out;
    for (const SourceBox &box : d.boxes)
        out << d.at(box.text).toString();
    return out;
}

void TestOfdReader::lines_data()
{
    QTest::addColumn<QByteArray>("objects");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("side by side") << text(20, 20, "规章") + text(80, 20, "12") << QStringList{u"规章"_s, u"12"_s};
    QTest::newRow("out of order") << text(80, 20, "12") + text(20, 40, "规章") << QStringList{u"12"_s, u"规章"_s};
    QTest::newRow("spaced by deltas") << text(20, 20, "01", {}, "DeltaX='40'") << QStringList{u"0"_s, u"1"_s};
    QTest::newRow("repeated deltas") << text(20, 20, "行政许可12", {}, "DeltaX='g 3 4 20 2'") << QStringList{u"行政许可"_s, u"12"_s};
    QTest::newRow("digits set narrowly") << text(20, 20, "1286", {}, "DeltaX='1.6 1.6 1.6'") << QStringList{u"1286"_s};
    QTest::newRow("downwards") << text(20, 20, "规章", {}, "DeltaX='0' DeltaY='10'") << QStringList{u"规"_s, u"章"_s};
    QTest::newRow("spaces") << text(20, 20, "规章 12") << QStringList{u"规章"_s, u"12"_s};
    QTest::newRow("beyond 16 bits") << text(20, 20, "𠮷1", {}, "DeltaX='4'") << QStringList{u"𠮷1"_s};
    QTest::newRow("hidden") << text(20, 20, "规章") + text(60, 20, "8", "Visible='false'") << QStringList{u"规章"_s};
    QTest::newRow("blocks in blocks") << "<ofd:PageBlock><ofd:PageBlock>" + text(20, 20, "规章") + "</ofd:PageBlock></ofd:PageBlock>"
                                      << QStringList{u"规章"_s};
}

void TestOfdReader::lines()
{
    QFETCH(QByteArray, objects);
    QFETCH(QStringList, words);
    const SourceDocument d = read(ofd(page(objects)));
    QCOMPARE(wordsOf(d), words);
    QCOMPARE(d.fileKind, u"ofd"_s);
}

/// In points, and through the object's own matrix.
void TestOfdReader::places()
{
    const SourceDocument d = read(ofd(page(text(25.4, 50.8, "规章") + text(25.4, 76.2, "12", "CTM='2 0 0 2 10 0'"))));
    QCOMPARE(d.boxes.size(), 2);
    QCOMPARE(d.pages.size(), 1);
    QVERIFY(std::abs(d.pages[0].size.width() - 595.3) < 0.1);
    QVERIFY(std::abs(d.boxes[0].box.left() - 72) < 0.01);
    QVERIFY(std::abs(d.boxes[0].box.width() - 2 * 4 * 72 / 25.4) < 0.01);
    QVERIFY(d.boxes[0].box.top() > 143 && d.boxes[0].box.bottom() < 159);
    QVERIFY(std::abs(d.boxes[1].box.left() - (35.4 * 72 / 25.4)) < 0.01);
    QVERIFY(std::abs(d.boxes[1].box.height() - 8 * 72 / 25.4) < 0.01);
}

void TestOfdReader::pagesAndTemplates()
{
    const QByteArray document
        = "<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>"
          "<TemplatePage ID='7' BaseLoc='/Doc_0/Tpls/T.xml'/></CommonData><Pages>"
          "<Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/><Page ID='2' BaseLoc='./x/../Pages/P.xml'/></Pages></Document>";
    const SourceDocument d = read(ofd(page(text(20, 40, "规章"), "<ofd:Template TemplateID='7'/>"),
        {{"Doc_0/Document.xml", document}, {"Doc_0/Tpls/T.xml", page(text(20, 20, "页眉"))},
            {"Doc_0/Pages/P.xml", page(text(20, 20, "行政许可"), "<ofd:Area><ofd:PhysicalBox>0 0 297 210</ofd:PhysicalBox></ofd:Area>")}}));
    QCOMPARE(wordsOf(d), (QStringList{u"页眉"_s, u"规章"_s, u"行政许可"_s}));
    QCOMPARE(d.pages.size(), 2);
    QCOMPARE(d.boxes[2].page, 1);
    QVERIFY(d.pages[1].size.width() > d.pages[1].size.height());
}

void TestOfdReader::notes()
{
    const SourceDocument d = read(ofd(page(text(20, 20, "规章") + "<ofd:ImageObject ID='3' Boundary='0 0 9 9' ResourceID='4'/>"),
        {{"OFD.xml",
            "<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot><Signatures>Doc_0/Signs/Signatures.xml</Signatures></DocBody></OFD>"}}));
    QCOMPARE(d.notes.size(), 2);
    QVERIFY(d.notes[0].contains(u"电子签章"_s));
    QVERIFY(d.notes[1].contains(u"1 张图片"_s));
}

/// A page that is a picture (here of a ruled table) is recognised where the file has no text, or where that is wished for.
void TestOfdReader::scan()
{
    test::PdfMaker table({400, 300});
    const QStringList texts{u"信息内容"_s, u"本年制发件数"_s, u"规章"_s, u"25"_s, u"行政许可"_s, u"1486"_s};
    for (int i = 0; i < texts.size(); ++i)
        table.text(80 + 150 * (i % 2), 106 + 20 * (i / 2), texts[i], 10);
    for (int row = 0; row <= 3; ++row)
        table.line({70, 100.0 + 20 * row}, {370, 100.0 + 20 * row});
    for (int column = 0; column <= 2; ++column)
        table.line({70 + 150.0 * column, 100}, {70 + 150.0 * column, 160});
    // 400 by 300 points, an inch from the left and two from the top.
    const QByteArray picture = page("<ofd:ImageObject ID='5' ResourceID='8' Boundary='25.4 50.8 141.1 105.8' CTM='141.1 0 0 105.8 0 0'/>",
        "<ofd:Area><ofd:PhysicalBox>0 0 190 180</ofd:PhysicalBox></ofd:Area>");
    const QByteArray document
        = "<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea><DocumentRes>DocumentRes.xml</DocumentRes>"
          "</CommonData><Pages><Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/><Page ID='2' BaseLoc='Pages/P.xml'/></Pages></Document>";
    const test::ZipParts parts{{"Doc_0/Document.xml", document}, {"Doc_0/Pages/P.xml", page(text(20, 20, "规章"))},
        {"Doc_0/DocumentRes.xml",
            "<Res BaseLoc='./Res'><MultiMedias><MultiMedia ID='8' "
            "Type='Image'><MediaFile>i.jpg</MediaFile></MultiMedia></MultiMedias></Res>"},
        {"Doc_0/Res/i.jpg", table.take()}};
    const QByteArray bytes = ofd(picture, parts);

    const auto file = OfdFile::open(bytes);
    QVERIFY(file.ok());
    QCOMPARE(file->pages().size(), 2);
    QCOMPARE(file->pages()[0].pictures.size(), 1);
    QVERIFY(file->pictureOf(file->pages()[0].pictures[0]).startsWith("%PDF"));

    const SourceDocument left = read(bytes);
    QCOMPARE(left.unreadPictures, 1);
    QVERIFY(left.notes.join(u' ').contains(u"1 张图片"_s));
    const auto recognised = readDocument(bytes, u"报告.ofd"_s, Pictures::Recognise);
    QVERIFY2(recognised.ok(), recognised.ok() ? "" : qPrintable(recognised.error().message));
    if (!recognised->recognised)
        QSKIP(qPrintable(recognised->notes.join(u' ')));
    QCOMPARE(recognised->unreadPictures, 0);
    QCOMPARE(recognised->tables.size(), 1);
    const qsizetype at = recognised->text.indexOf(u"1486"_s);
    QVERIFY(at > 0);
    const auto box
        = std::find_if(recognised->boxes.begin(), recognised->boxes.end(), [&](const SourceBox &b) { return b.text.contains(at); });
    QVERIFY(box != recognised->boxes.end());
    QCOMPARE(box->page, 0);
    QVERIFY2(QRectF(72 + 225, 144 + 140, 50, 25).contains(box->box.center()), qPrintable(u"%1 %2"_s.arg(box->box.x()).arg(box->box.y())));
}

void TestOfdReader::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray whole = ofd(page(text(20, 20, "规章")));
    QTest::newRow("cut off") << whole.left(whole.size() - 40) << u"unreadable"_s;
    QTest::newRow("no well-formed page") << ofd("<Page><Content>") << u"unreadable"_s;
    QTest::newRow("no page") << ofd(page({}), {{"Doc_0/Document.xml", "<Document/>"}}) << u"unreadable"_s;
    QTest::newRow("a page that is not there") << ofd(
        page({}), {{"Doc_0/Document.xml", "<Document><Pages><Page BaseLoc='gone.xml'/></Pages></Document>"}})
                                              << u"unreadable"_s;
    QTest::newRow("a place outside") << ofd(
        page({}), {{"Doc_0/Document.xml", "<Document><Pages><Page BaseLoc='../../../../etc/passwd'/></Pages></Document>"}})
                                     << u"unreadable"_s;
    QTest::newRow("encrypted") << ofd(page({}), {{"Encryptions.xml", "<Encryptions/>"}}) << u"encrypted"_s;
    QTest::newRow("pictures only") << ofd(page("<ofd:ImageObject/>")) << u"unsupported"_s;
    QTest::newRow("nothing") << ofd(page({})) << u"empty"_s;
    QTest::newRow("too many pages") << ofd(page({}),
        {{"Doc_0/Document.xml",
            "<Document><Pages>" + QByteArray("<Page BaseLoc='Pages/Page_0/Content.xml'/>").repeated(501) + "</Pages></Document>"}})
                                    << u"too-large"_s;
    QTest::newRow("numbers that are none") << ofd(
        page("<ofd:TextObject Boundary='nan inf 1e999 -' Size='1e308' CTM='1e300 0 0 1e300 0 0'><ofd:TextCode X='inf' "
             "DeltaX='g 999999999999 1e300 g'>规章</ofd:TextCode></ofd:TextObject>"))
                                           << u"empty"_s;
}

void TestOfdReader::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto document = readDocument(bytes, u"报告.ofd"_s);
    QVERIFY(!document);
    QCOMPARE(document.error().code, code);
}

/// Whatever byte is wrong, there is an answer.
void TestOfdReader::damagedAnywhere()
{
    const QByteArray whole = ofd(page(text(20, 20, "规章", {}, "DeltaX='4'")));
    for (qsizetype i = 0; i < whole.size(); i += 3) {
        QByteArray bytes = whole;
        bytes[i] = char(bytes[i] ^ 0x55);
        const auto document = readDocument(bytes, u"报告.ofd"_s);
        QVERIFY(document.ok() || !document.error().message.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestOfdReader)
#include "tst_ofdreader.moc"
