// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"
#include "document/sheet/numberformat.h"

#include "zipmaker.h"

#include <QTest>

#include <ctime>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestSheetReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void sheets_data();
    void sheets();
    void ranges();
    void severalSheets();
    void notes_data();
    void notes();
    void hostile_data();
    void hostile();
    void damagedAnywhere();
};

/// Styles: 0 plain, 1 framed, 2 framed with the format "0", 3 percent, 4 crossed out.
static QByteArray xlsx(const QByteArray &sheet, const test::ZipParts &more = {})
{
    static const QByteArray Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    test::ZipParts parts = {{"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels",
            "<Relationships><Relationship Id='r1' Type='" + Office + "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns:r='r'><workbookPr/><sheets><sheet name='Sheet1' sheetId='1' r:id='s1'/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='s1' Type='" + Office
                + "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='x' Type='" + Office
                + "/styles' Target='/xl/styles.xml'/><Relationship Id='y' Type='" + Office
                + "/sharedStrings' Target='sharedStrings.xml'/></Relationships>"},
        {"xl/styles.xml",
            "<styleSheet><fonts><font/><font><strike/></font></fonts><borders><border><left/></border><border><left "
            "style='thin'/></border></borders>"
            "<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId='0' borderId='0' fontId='0'/><xf numFmtId='0' borderId='1'/><xf "
            "numFmtId='1' "
            "borderId='1'/><xf numFmtId='9'/><xf fontId='1'/></cellXfs></styleSheet>"},
        {"xl/sharedStrings.xml",
            "<sst><si><t>规章</t></si><si><r><t>28</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r><rPh><t>x</t></rPh></si>"
            "<si><t>总_x000D_\n计</t></si></sst>"},
        {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>"}};
    for (const auto &part : more) {
        parts.removeIf([&](const auto &own) { return own.first == part.first; });
        parts << part;
    }
    return test::zip(parts);
}

static SourceDocument read(const QByteArray &bytes)
{
    const auto document = readDocument(bytes, u"表.xlsx"_s);
    if (!document)
        qWarning("%s", qPrintable(document.error().message));
    return document ? *document : SourceDocument();
}

void TestSheetReader::numbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("shown");
    QTest::newRow("whole") << 9.0 << QString() << u"9"_s;
    QTest::newRow("binary dust") << 45.600000000000001 << QString() << u"45.6"_s;
    QTest::newRow("more dust") << 0.1 + 0.2 << QString() << u"0.3"_s;
    QTest::newRow("large") << 123456789012.0 << QString() << u"123456789012"_s;
    QTest::newRow("General by name") << -3.5 << u"General"_s << u"-3.5"_s;
    QTest::newRow("rounded away from zero") << 8.5 << u"0"_s << u"9"_s;
    QTest::newRow("rounded by its decimal digits") << 1.005 << u"0.00"_s << u"1.01"_s;
    QTest::newRow("decimals") << 12.35 << u"0.0000"_s << u"12.3500"_s;
    QTest::newRow("decimals that may be missing") << 12.5 << u"0.0##"_s << u"12.5"_s;
    QTest::newRow("only decimals") << 0.5 << u"#.00"_s << u".50"_s;
    QTest::newRow("thousands") << 1234567.0 << u"#,##0"_s << u"1,234,567"_s;
    QTest::newRow("in thousands") << 1234567.0 << u"#,##0,"_s << u"1,235"_s;
    QTest::newRow("leading zeros") << 7.0 << u"000"_s << u"007"_s;
    QTest::newRow("percent") << 0.585 << u"0.0%"_s << u"58.5%"_s;
    QTest::newRow("counter") << 9.0 << u"0\"件\""_s << u"9件"_s;
    QTest::newRow("colour and room") << 9.0 << u"[Red]0_ ;[Blue]-0_ "_s << u"9"_s;
    QTest::newRow("negative") << -1234.0 << u"#,##0"_s << u"-1,234"_s;
    QTest::newRow("negative in brackets") << -5.0 << builtInFormat(37) << u"(5)"_s;
    QTest::newRow("no negative zero") << -0.2 << u"0"_s << u"0"_s;
    QTest::newRow("accounts") << 0.0 << builtInFormat(41) << u"-"_s;
    QTest::newRow("accounts with decimals") << 1234.5 << builtInFormat(43) << u"1,234.50"_s;
    QTest::newRow("zeros are not shown") << 0.0 << u"0;-0;;@"_s << QString();
    QTest::newRow("nothing is shown") << 5.0 << u";;;"_s << QString();
    QTest::newRow("condition") << 0.0 << u"[=0]\"无\";General"_s << u"无"_s;
    QTest::newRow("condition not met") << 3.0 << u"[=0]\"无\";General"_s << u"3"_s;
    QTest::newRow("currency") << 20.0 << u"[$¥-804]#,##0.00"_s << u"¥20.00"_s;
    QTest::newRow("text format") << 20.0 << u"@"_s << u"20"_s;
    QTest::newRow("day") << 45292.0 << u"yyyy\"年\"m\"月\"d\"日\""_s << u"2024年1月1日"_s;
    QTest::newRow("day by number") << 45311.0 << builtInFormat(14) << u"2024-1-20"_s;
    QTest::newRow("time") << 45292.75 << u"yyyy-mm-dd hh:mm"_s << u"2024-01-01 18:00"_s;
    QTest::newRow("no day") << -5.0 << u"yyyy-mm-dd"_s << u"-5"_s;
    QTest::newRow("fraction") << 0.5 << u"# ?/?"_s << u"0.5"_s;
    QTest::newRow("unfinished") << 3.0 << u"0\"件"_s << u"3件"_s;
    QTest::newRow("nonsense") << 3.0 << u"[[[;;_"_s << QString();
}

void TestSheetReader::numbers()
{
    QFETCH(double, value);
    QFETCH(QString, format);
    QFETCH(QString, shown);
    QCOMPARE(shownNumber(value, format), shown);
}

void TestSheetReader::sheets_data()
{
    QTest::addColumn<QByteArray>("sheet");
    QTest::addColumn<QString>("expected");
    const auto framed
        = [](const QByteArray &rows, const QByteArray &behind = {}) { return "<sheetData>" + rows + "</sheetData>" + behind; };
    QTest::newRow("a cell that shows 9 and stores 9.0")
        << framed("<row r='1'><c r='A1' s='1' t='s'><v>0</v></c><c r='B1' s='2'><v>9.0</v></c></row>") << u"规章\t9\n"_s;
    QTest::newRow("kinds of cells") << framed(
        "<row><c t='str'><f>A1</f><v>文</v></c><c t='inlineStr'><is><t>字</t></is></c><c t='b'><v>1</v></c><c t='e'>"
        "<v>#REF!</v></c><c s='3'><v>0.5</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c><c t='s'><v>99</v></c></row>")
                                    << u"文\t字\tTRUE\t#REF!\t50%\t28¹\t总计\t#?\n"_s;
    QTest::newRow("empty cells in a frame") << framed(
        "<row r='1'><c r='A1' s='1' t='s'><v>0</v></c><c r='B1' s='1'/><c r='C1' s='1'/></row><row r='2'><c r='A2' "
        "s='1'/><c r='B2' s='1'><v>1</v></c><c r='C2' s='1'/></row>")
                                            << u"规章\t\t\n\t1\t\n"_s;
    QTest::newRow("headings around a table") << framed(
        "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2' s='1'><v>1</v></c><c r='B2' s='1'><v>2</v></c>"
        "</row><row r='3'><c r='B3' t='s'><v>0</v></c></row>")
                                             << u"规章\n1\t2\n规章\n"_s;
    QTest::newRow("no frames") << framed(
        "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2'><v>1</v></c><c r='B2'><v>2</v></c></row>"
        "<row r='3'><c r='A3'><v>3</v></c></row><row r='4'><c r='A4'><v>4</v></c><c r='B4'><v>5</v></c></row>"
        "<row r='6'><c r='A6'><v>6</v></c></row>")
                               << u"规章\n1\t2\n3\t\n4\t5\n6\n"_s;
    QTest::newRow("merged cells") << framed(
        "<row r='1'><c r='A1' s='1'><v>1</v></c><c r='B1' s='1'><v>2</v></c><c r='C1' s='1'/></row><row r='2'><c r='A2' s='1'/>"
        "<c r='B2' s='1'><v>3</v></c><c r='C2' s='1'><v>4</v></c></row>",
        "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/></mergeCells>")
                                  << u"1\t2\t\n\t3\t4\n"_s;
    QTest::newRow("under a merged cell nothing is shown")
        << framed("<row r='1'><c r='A1' s='1'><v>1</v></c><c r='B1' s='1'><v>7</v></c></row><row r='2'><c r='A2' s='1'><v>2</v></c><c "
                  "r='B2' s='1'><v>3</v></c></row>",
               "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>")
        << u"1\n2\t3\n"_s;
    QTest::newRow("columns that hold nothing") << framed("<row r='1'><c r='A1'><v>1</v></c><c r='XFD1'><v>2</v></c></row>") << u"1\t2\n"_s;
    QTest::newRow("rows out of order") << framed(
        "<row r='2'><c r='B2'><v>4</v></c><c r='A2'><v>3</v></c></row><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>")
                                       << u"1\t2\n3\t4\n"_s;
    QTest::newRow("zeros are not shown") << "<sheetViews><sheetView showZeros='0'/></sheetViews>"
            + framed("<row r='1'><c r='A1' s='1'><v>0</v></c><c r='B1' s='1'><v>1</v></c></row>")
                                         << u"\t1\n"_s;
    QTest::newRow("crossed out") << framed("<row r='1'><c r='A1' s='4'><v>5</v></c><c r='B1'><v>6</v></c></row>") << u"5\t6\n"_s;
}

void TestSheetReader::sheets()
{
    QFETCH(QByteArray, sheet);
    QFETCH(QString, expected);
    const SourceDocument d = read(xlsx(sheet));
    QCOMPARE(d.text, expected);
    QCOMPARE(d.fileKind, u"xlsx"_s);
}

void TestSheetReader::ranges()
{
    const SourceDocument d = read(xlsx(
        "<sheetData><row r='1'><c r='A1' s='1' t='s'><v>0</v></c><c r='C1' s='1'/></row><row r='2'><c r='A2' s='1'><v>10</v></c><c r='B2' "
        "s='1'><v>11</v></c><c r='C2' s='1'/></row></sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells>"));
    QCOMPARE(d.tables.size(), 1);
    QCOMPARE(d.tables[0].cells.size(), 5);
    QCOMPARE(d.tables[0].cells[0].columnSpan, 2);
    QCOMPARE(d.at(d.tables[0].cells[3].text), u"11"_s);
}

void TestSheetReader::severalSheets()
{
    const QByteArray book
        = "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets><sheet name='二、主动公开' r:id='s2'/><sheet name='Sheet2' r:id='s1'/>"
          "<sheet name='去年' state='veryHidden' r:id='s1'/><sheet name='空' r:id='s3'/></sheets></workbook>";
    const QByteArray relations = "<Relationships><Relationship Id='s1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
                                 "<Relationship Id='s2' Type='x/worksheet' Target='worksheets/sheet2.xml'/></Relationships>";
    const SourceDocument d = read(xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>",
        {{"xl/workbook.xml", book}, {"xl/_rels/workbook.xml.rels", relations},
            {"xl/worksheets/sheet2.xml", "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>"}}));
    QCOMPARE(d.text, u"二、主动公开\n2\n1\n"_s);
    QCOMPARE(d.notes.size(), 1);
    QVERIFY(d.notes[0].contains(u"去年"_s));
}

void TestSheetReader::notes_data()
{
    QTest::addColumn<QByteArray>("sheet");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("note");
    QTest::newRow("hidden row") << QByteArray(
        "<sheetData><row r='1'><c><v>1</v></c></row><row r='2' hidden='1'><c><v>2</v></c><c/></row></sheetData>")
                                << u"1\n"_s << u"1 个单元格"_s;
    QTest::newRow("hidden column") << QByteArray(
        "<cols><col min='2' max='3' hidden='1'/></cols><sheetData><row r='1'><c><v>1</v></c><c><v>2</v></c></row></sheetData>")
                                   << u"1\n"_s << u"1 个单元格"_s;
    QTest::newRow("formula without a value") << QByteArray("<sheetData><row r='1'><c><f>SUM(B1:C1)</f></c></row></sheetData>")
                                             << u"=SUM(B1:C1)\n"_s << u"1 个公式"_s;
    QTest::newRow("nothing") << QByteArray("<sheetData><row r='1'><c><v>1</v></c></row></sheetData>") << u"1\n"_s << QString();
}

void TestSheetReader::notes()
{
    QFETCH(QByteArray, sheet);
    QFETCH(QString, text);
    QFETCH(QString, note);
    const SourceDocument d = read(xlsx(sheet));
    QCOMPARE(d.text, text);
    QCOMPARE(d.notes.size(), note.isEmpty() ? 0 : 1);
    if (!note.isEmpty())
        QVERIFY2(d.notes[0].contains(note), qPrintable(d.notes[0]));
}

void TestSheetReader::hostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const auto sheet = [](const QByteArray &rows, const QByteArray &merged = {}) {
        return xlsx("<sheetData>" + rows + "</sheetData><mergeCells>" + merged + "</mergeCells>");
    };
    QTest::newRow("everything merged") << sheet("<row r='1'><c><v>1</v></c></row>", "<mergeCell ref='A1:XFD1048576'/>") << QString();
    QTest::newRow("everything merged, often") << sheet(
        QByteArray("<row><c><v>1</v></c></row>").repeated(20000), QByteArray("<mergeCell ref='A1:XFD1048576'/>").repeated(5000))
                                              << u"too-large"_s;
    QTest::newRow("silly references") << sheet(
        "<row r='99999999999999999999'><c r='ZZZZZZZZZZZZZZZ99999999999999'><v>1</v></c></row>", "<mergeCell ref='::'/><mergeCell/>")
                                      << QString();
    QTest::newRow("many cells") << sheet(QByteArray("<row><c><v>1</v></c><c><v>2</v></c></row>").repeated(600000)) << u"too-large"_s;
    QTest::newRow("a staircase") << [&] {
        QByteArray rows;
        for (int i = 0; i < 5000; ++i)
            rows += "<row r='" + QByteArray::number(i + 1) + "'>" + QByteArray("<c><v>1</v></c>").repeated(i % 3 + 1) + "<c r='A"
                + QByteArray::number(i + 1) + "'><v>1</v></c></row>";
        return sheet(rows);
    }() << QString();
    QTest::newRow("a bomb") << sheet(QByteArray(200 * 1024 * 1024, ' ')) << u"too-large"_s;
    QTest::newRow("no workbook") << test::zip({{"[Content_Types].xml", "<x/>"}, {"xl/styles.xml", "<x/>"}}) << u"unreadable"_s;
    QTest::newRow("no sheet") << xlsx({}, {{"xl/_rels/workbook.xml.rels", "<x/>"}}) << u"empty"_s;
}

void TestSheetReader::hostile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const std::clock_t begin = std::clock(); // of this process: a busy machine takes longer by the wall clock
    const auto document = readDocument(bytes, u"a.xlsx"_s);
    QVERIFY2(std::clock() - begin < 10 * CLOCKS_PER_SEC, qPrintable(QString::number(double(std::clock() - begin) / CLOCKS_PER_SEC)));
    QCOMPARE(document.ok() ? QString() : document.error().code, code);
    if (!document)
        QVERIFY(document.error().message.endsWith(u'。'));
}

void TestSheetReader::damagedAnywhere()
{
    const QByteArray good
        = xlsx("<sheetData><row r='1'><c r='A1' s='1' t='s'><v>0</v></c><c r='B1' s='2'><v>9.0</v></c></row></sheetData>");
    QVERIFY(readDocument(good, u"a.xlsx"_s).ok());
    for (qsizetype n = 4; n < good.size(); ++n) {
        QVERIFY(!readDocument(good.left(n), u"a.xlsx"_s).ok());
        QByteArray bad = good;
        bad[n] = char(bad[n] ^ 0x55);
        const auto flipped = readDocument(bad, u"a.xlsx"_s);
        QVERIFY(flipped.ok() || flipped.error().message.endsWith(u'。'));
    }
}

QTEST_APPLESS_MAIN(TestSheetReader)
#include "tst_sheetreader.moc"
