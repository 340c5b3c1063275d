// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/scan/scanreader.h"

#include "document/documentreader.h"
#include "document/page/pageimage.h"
#include "document/scan/scanpages.h"
#include "pdfmaker.h"
#include "recovery/recovery.h"
#include "samplereport.h"
#include "zipmaker.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestScanReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void packed();
    void pictureTurnedBack();
    void damagedAnswers();
    void answers_data();
    void answers();
    void hanging();
    void stopped();
    void missing();
    void doubts();
    void onlySumsAreCertain();
    void doubtAmongSums_data();
    void doubtAmongSums();
    void damagedPicture_data();
    void damagedPicture();
    void realTable();
    void pictureInADocument();
    void picturesThatAreNoTables();

private:
    QString fake(const QByteArray &script); ///< a program in the place of gouji-cli, called with: recognise FILE ANSWER
    Result<SourceDocument> readWith(const QByteArray &script) { return readScanWith(fake(script), ReaderInput{m_bytes, {}}); }
    QTemporaryDir m_folder;
    QByteArray m_bytes = "\x89PNG\r\n\x1a\n";
};

static ScanPage::Word word(double x, double y, const QString &text, bool doubtful = false)
{
    ScanPage::Word out;
    out.doubtful = doubtful;
    out.word.text = text;
    out.word.box = QRectF(x, y, 10.0 * double(text.size()), 10);
    for (qsizetype i = 0; i < text.size(); ++i)
        out.word.units.push_back({float(x + 10.0 * double(i)), float(x + 10.0 * double(i + 1))});
    return out;
}

static std::vector<ScanPage> samplePages()
{
    ScanPage page;
    page.size = QSizeF(595, 842);
    page.angle = 0.5;
    page.turns = 3;
    page.rulings = {{true, 50, 100, 200}, {false, 100, 50, 300}};
    page.words = {word(60, 110, u"规章"_s), word(200, 110, u"7"_s, true), word(60, 140, u"行政许可"_s), word(200, 140, u"12"_s)};
    return {page};
}

/// A folder for temporary files of its own: what other programs leave in the usual one is not counted.
void TestScanReader::initTestCase()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"temporary"_s));
    qputenv("TMPDIR", QFile::encodeName(m_folder.filePath(u"temporary"_s)));
}

QString TestScanReader::fake(const QByteArray &script)
{
    QFile file(m_folder.filePath(u"gouji-cli"_s));
    file.open(QIODevice::WriteOnly | QIODevice::Truncate);
    file.write("#!/bin/sh\n" + script);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

void TestScanReader::packed()
{
    const auto pages = unpackScan(packScan(samplePages()));
    QVERIFY(pages.ok());
    QCOMPARE(pages->size(), size_t(1));
    QCOMPARE(pages->front().rulings.size(), size_t(2));
    QCOMPARE(pages->front().words[1].word.text, u"7"_s);
    QVERIFY(pages->front().words[1].doubtful);
    QCOMPARE(pages->front().angle, 0.5);
    QCOMPARE(pages->front().turns, 3);
    const auto error = unpackScan(packScan(Error{u"converter-missing"_s, u"没有"_s}));
    QVERIFY(!error);
    QCOMPARE(error.error().code, u"converter-missing"_s);
}

void TestScanReader::pictureTurnedBack()
{
    const PageImage upright{3, 2, 1, 1, "abcdef"};
    const PageImage onItsRight{2, 3, 1, 1, "daebfc"}; // turned once, clockwise
    QCOMPARE(turnedBack(onItsRight, 1).pixels, upright.pixels);
    QCOMPARE(turnedBack(onItsRight, 1).width, 3);
    QCOMPARE(turnedBack(PageImage{3, 2, 1, 1, "fedcba"}, 2).pixels, upright.pixels);
    QCOMPARE(turnedBack(PageImage{2, 3, 1, 1, "cfbead"}, 3).pixels, upright.pixels);
    QCOMPARE(turnedBack(PageImage{1, 2, 1, 3, "rgbRGB"}, 1).pixels, QByteArray("rgbRGB")); // three bytes stay together
    QCOMPARE(turnedBack(PageImage{1, 2, 1, 3, "rgbRGB"}, 2).pixels, QByteArray("RGBrgb"));
}

/// Whatever the other process says, there is an answer.
void TestScanReader::damagedAnswers()
{
    const QByteArray whole = packScan(samplePages());
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QVERIFY(!unpackScan(whole.left(i)));
        QByteArray bytes = whole;
        bytes[i] = char(bytes[i] ^ 0xff);
        const auto pages = unpackScan(bytes);
        QVERIFY(pages.ok() || !pages.error().message.isEmpty());
    }
}

void TestScanReader::answers_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray("exit 0") << u"unreadable"_s;
    QTest::newRow("nonsense") << QByteArray("echo nonsense > \"$3\"") << u"unreadable"_s;
    QTest::newRow("crash") << QByteArray("kill -SEGV $$") << u"unreadable"_s;
}

void TestScanReader::answers()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, code);
    const QStringList before = QDir::temp().entryList({u"gouji-scan-*"_s}, QDir::Dirs);
    const auto read = readWith(script);
    QVERIFY(!read);
    QCOMPARE(read.error().code, code);
    QCOMPARE(QDir::temp().entryList({u"gouji-scan-*"_s}, QDir::Dirs), before);
}

void TestScanReader::hanging()
{
    ScanLimits limits;
    limits.milliseconds = 300;
    const auto read = readScanWith(fake("sleep 600"), ReaderInput{m_bytes, {}}, limits);
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"timeout"_s);
}

void TestScanReader::stopped()
{
    ScanLimits limits;
    const QString begun = m_folder.filePath(u"begun"_s);
    Result<SourceDocument> read = SourceDocument();
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        read = readScanWith(fake("touch '" + QFile::encodeName(begun) + "'; sleep 600"), ReaderInput{m_bytes, {}}, limits);
    }));
    thread->start();
    QTRY_VERIFY(QFileInfo::exists(begun));
    limits.stop.stop();
    QVERIFY(thread->wait(60'000));
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"stopped"_s);
}

void TestScanReader::missing()
{
    const auto read = readScanWith(u"/nowhere/gouji-cli"_s, ReaderInput{m_bytes, {}});
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"converter-missing"_s);
}

void TestScanReader::doubts()
{
    QFile ready(m_folder.filePath(u"ready"_s));
    QVERIFY(ready.open(QIODevice::WriteOnly));
    ready.write(packScan(samplePages()));
    ready.close();
    const auto read = readWith("cp '" + QFile::encodeName(ready.fileName()) + "' \"$3\"");
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QVERIFY(read->recognised);
    QCOMPARE(read->doubts.size(), 1);
    QCOMPARE(read->at(read->doubts[0]), u"7"_s);
    QCOMPARE(read->pages.size(), 1);
    QCOMPARE(read->pages[0].turns, 3); // whoever shows the page turns it back
    QVERIFY(!read->notes.isEmpty());
    // A word stands where it stood before the page was turned.
    QVERIFY(std::abs(read->boxes[0].box.center().y() - 115) > 0.5);
}

/// 1 for 7 and 3 for 8: what no sum bears out is not certain, and neither is what was recognised in two ways.
void TestScanReader::onlySumsAreCertain()
{
    SourceDocument document = test::sampleReport(
        {{u"requests.new_received.natural_person"_s, u"3"_s}, {u"requests.new_received.total"_s, u"3"_s},
            {u"requests.carried_forward.natural_person"_s, u"3"_s}, {u"requests.carried_forward.total"_s, u"3"_s},
            {u"proactive.licensing.decisions"_s,
                u"17"_s}}).document;
    const auto statusOf = [&](const QString &id) {
        const Report report = recover(document, test::knowledge().forms);
        return report.cell(test::knowledge().forms->cell(id)).status;
    };
    QCOMPARE(statusOf(u"proactive.licensing.decisions"_s), CellStatus::Read);
    document.recognised = true;
    QCOMPARE(statusOf(u"proactive.licensing.decisions"_s), CellStatus::Suspect);
    QCOMPARE(statusOf(u"requests.new_received.total"_s), CellStatus::Read);
    const Report report = recover(document, test::knowledge().forms);
    document.doubts << report.cell(test::knowledge().forms->cell(u"requests.new_received.total"_s)).source;
    QCOMPARE(statusOf(u"requests.new_received.total"_s), CellStatus::Suspect);
}

void TestScanReader::doubtAmongSums_data()
{
    QTest::addColumn<QString>("rest"); // of what came in, carried forward
    QTest::addColumn<CellStatus>("beside");
    QTest::newRow("row and column hold") << u"3"_s << CellStatus::Read;
    QTest::newRow("only the row holds") << u"2"_s << CellStatus::Suspect;
}

/// Beside a number that two ways of recognition do not agree on, only what its row and its column bear out is certain.
void TestScanReader::doubtAmongSums()
{
    QFETCH(QString, rest);
    SourceDocument document = test::sampleReport(
        {{u"requests.new_received.natural_person"_s, u"3"_s}, {u"requests.new_received.total"_s, u"3"_s},
            {u"requests.carried_forward.natural_person"_s, rest},
            {u"requests.carried_forward.total"_s,
                rest}}).document;
    document.recognised = true;
    const CellId doubtful = test::knowledge().forms->cell(u"requests.new_received.natural_person"_s);
    const CellId beside = test::knowledge().forms->cell(u"requests.new_received.total"_s);
    const Report sure = recover(document, test::knowledge().forms);
    QCOMPARE(sure.cell(beside).status, CellStatus::Read);
    document.doubts << sure.cell(doubtful).source;
    const Report report = recover(document, test::knowledge().forms);
    QCOMPARE(report.cell(doubtful).status, CellStatus::Suspect);
    QTEST(report.cell(beside).status, "beside");
}

void TestScanReader::damagedPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png, cut off") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x10\0", 22);
    QTest::newRow("png of 4 gigapixels") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\x08\0\0\0\0\0\0\0\0", 33);
    QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0");
    QTest::newRow("tiff") << QByteArray("II*\0\x08\0\0\0\xff\xff", 10);
    QTest::newRow("webp") << QByteArray("RIFF\xff\xff\xff\xffWEBPVP8 ", 16);
}

void TestScanReader::damagedPicture()
{
    QFETCH(QByteArray, bytes);
    const auto read = readDocument(bytes, u"扫描件"_s);
    QVERIFY(!read);
    if (read.error().code == u"converter-missing"_s)
        QSKIP(qPrintable(read.error().message));
    QVERIFY2(read.error().code == u"unreadable"_s || read.error().code == u"too-large"_s, qPrintable(read.error().message));
}

/// A picture of a ruled table: a PDF that another program makes a picture of.
static QByteArray pictureOfTable()
{
    test::PdfMaker maker;
    const QStringList texts{u"信息内容"_s, u"本年制发件数"_s, u"规章"_s, u"25"_s, u"行政许可"_s, u"1486"_s, u"行政强制"_s, QString()};
    for (int i = 0; i < texts.size(); ++i)
        maker.text(80 + 150 * (i % 2), 106 + 20 * (i / 2), texts[i], 10);
    for (int row = 0; row <= 4; ++row)
        maker.line({70, 100.0 + 20 * row}, {370, 100.0 + 20 * row});
    for (int column = 0; column <= 2; ++column)
        maker.line({70 + 150.0 * column, 100}, {70 + 150.0 * column, 180});
    return maker.take();
}

void TestScanReader::realTable()
{
    const QByteArray bytes = pictureOfTable();
    const auto read = readScan(ReaderInput{bytes, {}});
    if (!read && read.error().code == u"converter-missing"_s)
        QSKIP(qPrintable(read.error().message));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QCOMPARE(read->tables.size(), 1);
    QStringList numbers;
    for (const SourceTableCell &cell : read->tables[0].cells) {
        if (cell.column == 1)
            numbers << read->at(cell.text).toString();
    }
    QCOMPARE(numbers.mid(1), (QStringList{u"25"_s, u"1486"_s, QString()}));
}

static QByteArray documentWith(const QByteArray &picture, int points)
{
    const QByteArray emu = QByteArray::number(points * 12700);
    return test::docx("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:drawing><w:extent cx=\"" + emu + "\" cy=\"" + emu
            + "\"/><a:blip w:embed=\"p1\"/></w:drawing></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>",
        {{"word/_rels/document.xml.rels",
             "<Relationships><Relationship Id=\"p1\" Type=\"x/image\" Target=\"media/p1.png\"/></Relationships>"},
            {"word/media/p1.png", picture}});
}

/// It stands where the picture stands, is said to be recognised, and has no place on any page.
void TestScanReader::pictureInADocument()
{
    const QByteArray bytes = documentWith(pictureOfTable() + QByteArray(2000, ' '), 400);
    const auto left = readDocument(bytes, u"甲.docx"_s);
    QVERIFY(left.ok());
    QCOMPARE(left->text, u"甲\n乙\n"_s);
    QCOMPARE(left->unreadPictures, 1);
    QVERIFY(left->notes.join(u' ').contains(u"1 张图片"_s));
    const auto read = readDocument(bytes, u"甲.docx"_s, Pictures::Recognise);
    QVERIFY(read.ok());
    if (read->tables.isEmpty() && read->notes.join(u' ').contains(u"没有识别"_s))
        QSKIP(qPrintable(read->notes.last()));
    QCOMPARE(read->tables.size(), 1);
    QVERIFY(read->recognised && read->boxes.isEmpty() && read->pages.isEmpty());
    QCOMPARE(read->unreadPictures, 0);
    QVERIFY(read->text.startsWith(u"甲\n"_s) && read->text.endsWith(u"乙\n"_s) && read->text.contains(u"1486"_s));
}

void TestScanReader::picturesThatAreNoTables()
{
    for (const QByteArray &bytes : {documentWith(pictureOfTable() + QByteArray(2000, ' '), 100), documentWith("a seal", 400),
             documentWith(QByteArray(3000, 'x'), 400)}) {
        const auto read = readDocument(bytes, u"甲.docx"_s, Pictures::Recognise);
        QVERIFY(read.ok());
        QCOMPARE(read->text, u"甲\n乙\n"_s);
        QVERIFY(!read->recognised);
        QVERIFY2(read->notes.first().contains(u"1 张图片"_s), "never passed over in silence");
    }
}

QTEST_GUILESS_MAIN(TestScanReader)
#include "tst_scanreader.moc"
