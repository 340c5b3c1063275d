// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"
#include "document/sourceplace.h"

#include "pdfmaker.h"

#include <QTest>

#include <ctime>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

class TestPdfReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesAndBoxes();
    void tables_data();
    void tables();
    void stripes();
    void rotated_data();
    void rotated();
    void refused_data();
    void refused();
    void damaged();
    void scans();
    void manyPages();
    void formsWithinForms_data();
    void formsWithinForms();
};

static const SourceBox *boxOf(const SourceDocument &document, const QString &text)
{
    const qsizetype at = document.text.indexOf(text);
    for (const SourceBox &box : document.boxes) {
        if (at >= 0 && box.text.contains(at))
            return &box;
    }
    return nullptr;
}

void TestPdfReader::pagesAndBoxes()
{
    PdfMaker pdf;
    pdf.text(90, 60, u"一、总体情况"_s);
    pdf.text(90, 90, u"⼀年来⻅到政府信息12件"_s);
    pdf.newPage();
    pdf.text(90, 60, u"二、主动公开政府信息情况"_s);
    pdf.text(300, 100, u"75"_s);
    const auto document = readDocument(pdf.take(), u"a.pdf"_s);
    QVERIFY2(document.ok(), qPrintable(document.ok() ? QString() : document.error().message));
    QCOMPARE(document->fileKind, u"pdf"_s);
    QVERIFY2(document->notes.isEmpty(), qPrintable(document->notes.join(u'\n')));
    QCOMPARE(document->pages.size(), 2);
    QCOMPARE(document->pages[1].size, QSizeF(595, 842));
    QVERIFY(document->at(document->pages[0].text).contains(u"总体情况"_s));
    QVERIFY(document->at(document->pages[1].text).contains(u"75"_s));
    QVERIFY(!document->at(document->pages[1].text).contains(u"总体情况"_s));
    const SourceBox *box = boxOf(*document, u"75"_s);
    QVERIFY(box);
    QCOMPARE(document->at(box->text), u"75"_s);
    QCOMPARE(box->page, 1);
    QVERIFY(QRectF(298, 95, 14, 20).contains(box->box));
    QVERIFY(std::is_sorted(document->boxes.begin(), document->boxes.end(),
        [](const SourceBox &a, const SourceBox &b) { return a.text.begin < b.text.begin; }));
}

/// Rules around three by three cells of 100 by 20 points; the first column's first cell spans two rows.
static void drawTable(PdfMaker &pdf)
{
    for (int row = 0; row <= 3; ++row)
        pdf.line({row == 1 ? 190.0 : 90.0, 100.0 + row * 20}, {390, 100.0 + row * 20});
    for (int column = 0; column <= 3; ++column)
        pdf.line({90.0 + column * 100, 100}, {90.0 + column * 100, 160});
}

/// The same as a picture.
static void drawPicture(PdfMaker &pdf)
{
    QByteArray pixels;
    for (int y = 0; y <= 60; ++y) {
        for (int x = 0; x <= 300; ++x) {
            const bool ink = x % 100 == 0 || (y % 20 == 0 && (y != 20 || x > 100));
            pixels += ink ? "00" : "ff";
        }
    }
    pdf.raw("q 301 0 0 61 90 681 cm BI /W 301 /H 61 /CS /G /BPC 8 /F /AHx ID " + pixels + "> EI Q");
}

void TestPdfReader::tables_data()
{
    QTest::addColumn<QString>("ruled");
    QTest::addColumn<QString>("text");
    const QString ruled = u"标题\n甲乙丙\t子\t丑\n\t1\t\n丁\t\t2\n"_s;
    QTest::newRow("lines") << u"lines"_s << ruled;
    QTest::newRow("a picture of lines") << u"picture"_s << ruled;
    QTest::newRow("none") << QString() << u"标题 甲 子 丑 乙丙 1 丁 2"_s;
}

void TestPdfReader::tables()
{
    QFETCH(QString, ruled);
    QFETCH(QString, text);
    PdfMaker pdf;
    pdf.text(90, 60, u"标题"_s, 22);
    if (ruled == "lines"_L1)
        drawTable(pdf);
    else if (!ruled.isEmpty())
        drawPicture(pdf);
    pdf.text(92, 105, u"甲"_s);
    pdf.text(92, 123, u"乙丙"_s);
    pdf.text(192, 103, u"子"_s);
    pdf.text(292, 103, u"丑"_s);
    pdf.text(230, 123, u"1"_s);
    pdf.text(92, 143, u"丁"_s);
    pdf.text(350, 143, u"2"_s);
    const auto document = readDocument(pdf.take(), u"a.pdf"_s);
    QVERIFY(document.ok());
    if (ruled.isEmpty()) {
        QCOMPARE(document->text.simplified(), text);
        return;
    }
    QStringList lines = document->text.split(u'\n');
    lines[0] = lines[0].trimmed();
    QCOMPARE(lines.join(u'\n'), text);
    QCOMPARE(document->tables.size(), 1);
    // The word, its box, and back; an empty cell has the place of the cell.
    const qsizetype value = document->text.indexOf(u'1');
    const auto place = placeOf(*document, {value, value + 1});
    QVERIFY(place);
    QVERIFY(QRectF(228, 118, 10, 20).contains(place->box));
    QCOMPARE(textAt(*document, 0, place->box.center()), (TextRange{value, value + 1}));
    const TextRange empty = textAt(*document, 0, {340, 130});
    QCOMPARE(empty, (TextRange{value + 2, value + 2}));
    const auto emptyPlace = placeOf(*document, empty);
    QVERIFY(emptyPlace && std::abs(emptyPlace->box.width() - 100) < 3);
}

/// Every other row is shaded, cell by cell: the shades are no grid of the table.
void TestPdfReader::stripes()
{
    PdfMaker pdf;
    for (int row = 0; row < 6; ++row) {
        const double top = 100 + row * 20;
        for (int column = 0; column < 3 && row % 2 == 0; ++column)
            pdf.fill({90.0 + column * 100, top, 98, 20}, 0.85);
        pdf.text(92, top + 4, row == 0 ? u"信息内容"_s : u"第%1行"_s.arg(u"零甲乙丙丁戊"_s[row]));
        for (int column = 1; column < 3; ++column)
            pdf.text(130 + column * 100, top + 4, row == 0 ? u"第%1栏"_s.arg(u"甲乙"_s[column - 1]) : QString::number(10 * row + column));
    }
    const auto document = readDocument(pdf.take(), u"a.pdf"_s);
    QVERIFY(document.ok());
    const QStringList lines = document->text.split(u'\n');
    for (int row = 1; row < 6; ++row)
        QVERIFY2(lines.contains(u"第%1行\t%2\t%3"_s.arg(u"零甲乙丙丁戊"_s[row]).arg(10 * row + 1).arg(10 * row + 2)),
            qPrintable(document->text));
}

void TestPdfReader::rotated_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<bool>("sideways");
    QTest::newRow("upright") << 0 << false;
    QTest::newRow("page turned by 90") << 90 << true;
    QTest::newRow("page upside down") << 180 << false;
    QTest::newRow("text on its side") << 0 << true;
}

void TestPdfReader::rotated()
{
    QFETCH(int, rotation);
    QFETCH(bool, sideways);
    PdfMaker pdf({595, 842}, rotation);
    for (int i = 0; i < 3; ++i) {
        const QString label = u"第%1行甲"_s.arg(i + 1);
        const QString value = QString::number(i + 11);
        if (sideways) {
            pdf.sidewaysText(100 + i * 30, 700, label);
            pdf.sidewaysText(100 + i * 30, 500, value);
        } else {
            pdf.text(100, 100 + i * 30, label);
            pdf.text(300, 100 + i * 30, value);
        }
    }
    const auto document = readDocument(pdf.take(), u"a.pdf"_s);
    QVERIFY(document.ok());
    QCOMPARE(document->text.simplified(), u"第1行甲 11 第2行甲 12 第3行甲 13"_s);
    const QSizeF size = sideways ? QSizeF(842, 595) : QSizeF(595, 842);
    QCOMPARE(document->pages[0].size, size);
    const SourceBox *label = boxOf(*document, u"第1行甲"_s);
    const SourceBox *value = boxOf(*document, u"11"_s);
    QVERIFY(label && value);
    QVERIFY(value->box.left() - label->box.left() > 190 && value->box.left() - label->box.left() < 210);
    QVERIFY(QRectF(QPointF(), size).contains(value->box));
}

void TestPdfReader::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("only the first line") << QByteArray("%PDF-1.7\n1 0 obj") << u"unreadable"_s << u"损坏"_s;
    QTest::newRow("after a printer's line") << QByteArray("@PJL SET\n%PDF-1.4\n") << u"unreadable"_s << u"损坏"_s;
    PdfMaker scan;
    scan.fill({0, 0, 595, 842}, 0.9);
    scan.newPage();
    QTest::newRow("a scan of nothing") << scan.take() << u"empty"_s << u"没有文字"_s;
    PdfMaker recognised;
    recognised.raw("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q 3 Tr");
    recognised.text(90, 60, u"二、主动公开政府信息情况"_s);
    QTest::newRow("a scan with hidden text") << recognised.take() << u"empty"_s << u"没有文字"_s;
    QByteArray locked = PdfMaker().take();
    locked.replace("/Root 1 0 R>>",
        "/Root 1 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40"
        "/P -4/O<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>"
        "/U<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>>>>>");
    QTest::newRow("a password") << locked << u"encrypted"_s << u"密码"_s;
}

void TestPdfReader::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(QString, says);
    const auto document = readDocument(bytes, u"a.pdf"_s);
    QVERIFY(!document.ok());
    if (document.error().code == u"converter-missing"_s)
        QSKIP(qPrintable(document.error().message));
    QCOMPARE(document.error().code, code);
    QVERIFY2(document.error().message.contains(says), qPrintable(document.error().message));
    QVERIFY(document.error().message.endsWith(u'。'));
}

/// Cut anywhere, a file is refused or what is left of it is read with a note; never read as if it were whole.
void TestPdfReader::damaged()
{
    PdfMaker pdf;
    for (int page = 0; page < 3; ++page) {
        pdf.text(90, 60, u"第%1页"_s.arg(page + 1));
        pdf.text(90, 90, u"数 12345"_s);
        pdf.newPage();
    }
    const QByteArray whole = pdf.take();
    for (qsizetype size = 20; size < whole.size() - 10; size += 41) {
        const auto document = readDocument(whole.left(size), u"a.pdf"_s);
        if (document.ok())
            QVERIFY2(document->notes.join(u' ').contains(u"损坏"_s), qPrintable(u"cut at %1"_s.arg(size)));
        else
            QVERIFY(document.error().message.endsWith(u'。'));
    }
}

/// A page that is a picture is named, an empty one is not.
void TestPdfReader::scans()
{
    PdfMaker pdf;
    pdf.text(90, 60, u"一、总体情况"_s);
    pdf.newPage();
    pdf.raw("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q");
    pdf.newPage();
    const auto document = readDocument(pdf.take(), u"a.pdf"_s);
    QVERIFY(document.ok());
    QCOMPARE(document->notes.size(), 1);
    QVERIFY2(document->notes[0].startsWith(u"第 2 页"_s), qPrintable(document->notes[0]));
}

void TestPdfReader::manyPages()
{
    PdfMaker pdf;
    for (int page = 0; page < 500; ++page) {
        for (int line = 0; line < 40; ++line)
            pdf.text(90, 60 + line * 15, u"第%1行说明文字，政府信息公开工作"_s.arg(line));
        pdf.newPage();
    }
    const std::clock_t begin = std::clock(); // of this process: a busy machine takes longer by the wall clock
    const auto document = readDocument(pdf.take(), u"a.pdf"_s);
    QVERIFY(document.ok());
    QCOMPARE(document->pages.size(), 501);
    QVERIFY2(std::clock() - begin < 20 * CLOCKS_PER_SEC, qPrintable(QString::number(double(std::clock() - begin) / CLOCKS_PER_SEC)));
}

/// A page that paints a form, which paints another so many times, and so on.
static QByteArray nestedForms(int levels, int times)
{
    QByteArrayList objects{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        "<</Length 42>>stream\nBT /F 8 Tf 100 700 Td (word) Tj ET /X Do   \nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    for (int level = 0; level < levels; ++level) {
        const QByteArray operators = level + 1 < levels ? QByteArray("/X Do ").repeated(times) : QByteArray("BT /F 8 Tf (x) Tj ET");
        objects << "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</X "
                + QByteArray::number(7 + level) + " 0 R>>>>/Length " + QByteArray::number(operators.size()) + ">>stream\n" + operators
                + "\nendstream";
    }
    QByteArray out = "%PDF-1.4\n";
    QByteArray table;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    return out + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer<</Root 1 0 R/Size " + count + ">>\nstartxref\n"
        + QByteArray::number(out.size()) + "\n%%EOF\n";
}

void TestPdfReader::formsWithinForms_data()
{
    QTest::addColumn<int>("levels");
    QTest::addColumn<int>("times");
    QTest::addColumn<bool>("read");
    QTest::newRow("a few") << 3 << 2 << true;
    QTest::newRow("a thousand million") << 10 << 10 << false;
    QTest::newRow("two to the thirtieth") << 31 << 2 << false;
}

void TestPdfReader::formsWithinForms()
{
    QFETCH(int, levels);
    QFETCH(int, times);
    QFETCH(bool, read);
    const std::clock_t begin = std::clock();
    const auto document = readDocument(nestedForms(levels, times), u"a.pdf"_s);
    QVERIFY(double(std::clock() - begin) / CLOCKS_PER_SEC < 20);
    QCOMPARE(document.ok(), read);
    if (read)
        QVERIFY2(document->text.contains(u"word"_s), qPrintable(document->text));
    else
        QCOMPARE(document.error().code, u"too-large"_s);
}

QTEST_GUILESS_MAIN(TestPdfReader)
#include "tst_pdfreader.moc"
