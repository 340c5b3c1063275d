// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"
#include "document/office/officeprogram.h"
#include "document/office/storedresults.h"

#include "zipmaker.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestOfficeReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void kinds_data();
    void kinds();
    void converted();
    void failures_data();
    void failures();
    void missing();
    void leavesNoFiles();
    void hanging();
    void storedResults();
    void realOne();
    void xmlSheet();

private:
    /// A program in the place of LibreOffice's, which is called with: … --convert-to odt:… --outdir OUT FILE.
    QString fake(const QByteArray &script);
    QTemporaryDir m_folder;
};

constexpr OfficeConversion Doc = {"doc", "odt:writer8", "libreoffice-writer", u"旧版 Word 文档"};

static QByteArray utf16(const QString &text) { return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2); }

/// A compound file with one stream of this name in its directory, and what the stream begins with.
static QByteArray compound(const QString &stream, const QByteArray &begin = {})
{
    QByteArray header = QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(22, '\0') + QByteArray::fromHex("0900");
    header = header.leftJustified(48, '\0') + QByteArray::fromHex("01000000");
    return header.leftJustified(512, '\0') + begin.leftJustified(512, '\0') + utf16(stream).leftJustified(512, '\0');
}

void TestOfficeReader::initTestCase() { QVERIFY(m_folder.isValid()); }

void TestOfficeReader::cleanup() { qunsetenv(OfficeVariable); }

QString TestOfficeReader::fake(const QByteArray &script)
{
    QFile file(m_folder.filePath(u"soffice"_s));
    file.open(QIODevice::WriteOnly | QIODevice::Truncate);
    file.write("#!/bin/sh\nwhile [ $# -gt 1 ]; do [ \"$1\" = --outdir ] && out=$2; shift; done\n" + script);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    file.close();
    qputenv(OfficeVariable, QFile::encodeName(file.fileName()));
    return file.fileName();
}

void TestOfficeReader::kinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("part");
    QTest::newRow("text") << compound(u"WordDocument"_s) << u"converter-missing"_s << u"旧版 Word 文档"_s;
    QTest::newRow("sheet") << compound(u"Workbook"_s) << u"converter-missing"_s << u"libreoffice-calc"_s;
    QTest::newRow("old sheet") << compound(u"Book"_s) << u"converter-missing"_s << u"libreoffice-calc"_s;
    QTest::newRow("rtf") << QByteArray("{\\rtf1\\ansi }") << u"converter-missing"_s << u"libreoffice-writer"_s;
    const auto xml = [](const char *root) { return QByteArray("<?xml version=\"1.0\"?>\n") + root; };
    QTest::newRow("Excel 2003 XML") << xml("<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>") << u"converter-missing"_s
                                    << u"libreoffice-calc"_s;
    QTest::newRow("Word 2003 XML") << xml("<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>")
                                   << u"converter-missing"_s << u"libreoffice-writer"_s;
    QTest::newRow("flat OpenDocument") << xml("<office:document office:mimetype=\"application/vnd.oasis.opendocument.text\"/>")
                                       << u"converter-missing"_s << u"libreoffice-writer"_s;
    QTest::newRow("UOF") << xml("<uof:UOF xmlns:uof=\"http://schemas.uof.org/cn/2003/uof\"><uof:文字处理/></uof:UOF>")
                         << u"converter-missing"_s << u"libreoffice-writer"_s;
    QTest::newRow("presentation") << compound(u"PowerPoint Document"_s) << u"unsupported"_s << u"既不是文档也不是表格"_s;
    QTest::newRow("cut off") << compound(u"WordDocument"_s).left(1024) << u"unreadable"_s << u"不完整"_s;
    QTest::newRow("text under a password") << compound(u"WordDocument"_s, QByteArray::fromHex("eca5c1000000000000000001")) << u"encrypted"_s
                                           << u"密码"_s;
    QTest::newRow("sheet under a password") << compound(u"Workbook"_s, QByteArray::fromHex("0908080000060500000000002f000400"))
                                            << u"encrypted"_s << u"密码"_s;
}

void TestOfficeReader::kinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(QString, part);
    qputenv(OfficeVariable, "/nowhere/soffice");
    const auto read = readDocument(bytes, u"报告"_s);
    QVERIFY(!read);
    if (code == u"converter-missing"_s)
        QVERIFY2(read.error().message.contains(u"/nowhere/soffice"_s), qPrintable(read.error().message));
    else
        QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
    QCOMPARE(read.error().code, code);
}

void TestOfficeReader::converted()
{
    const QString odt = m_folder.filePath(u"ready.odt"_s);
    QFile file(odt);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(test::zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml", "<office:document-content xmlns:office='o' xmlns:text='t'><text:p>规章 0</text:p></office:document-content>"}}));
    file.close();
    const QString program = fake("cmp -s \"$1\" \"$1\" && cp '" + QFile::encodeName(odt) + "' \"$out/report.odt\"");
    const auto read = readDocument(compound(u"WordDocument"_s), u"报告.wps"_s);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QCOMPARE(read->text, u"规章 0\n"_s);
    QCOMPARE(read->fileKind, u"doc"_s);
    QCOMPARE(read->notes, QStringList(u"旧版 Word 文档由 LibreOffice（%1）转换后读取。"_s.arg(program)));
}

void TestOfficeReader::failures_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("code");
    QTest::newRow("says nothing") << QByteArray("exit 0") << u"unreadable"_s;
    QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << u"unreadable"_s;
    QTest::newRow("writes without end") << QByteArray("cat /dev/zero > \"$out/report.odt\"") << u"too-large"_s;
    QTest::newRow("writes nonsense") << QByteArray("echo nonsense > \"$out/report.odt\"") << u"unreadable"_s;
}

void TestOfficeReader::failures()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, code);
    OfficeLimits limits;
    limits.output = 100'000;
    const auto converted = convertWithOffice(fake(script), compound(u"WordDocument"_s), Doc, limits);
    if (converted) // what is no document is found out by who reads it
        QCOMPARE(readDocument(compound(u"WordDocument"_s), u"报告.doc"_s).error().code, code);
    else
        QCOMPARE(converted.error().code, code);
}

void TestOfficeReader::missing()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const auto found = findOffice(Doc);
    qputenv("PATH", path);
    if (found)
        QSKIP("LibreOffice is in one of its usual places");
    QCOMPARE(found.error().code, u"converter-missing"_s);
    QVERIFY(found.error().message.contains(u"libreoffice-writer"_s));
}

void TestOfficeReader::leavesNoFiles()
{
    const QStringList before = QDir::temp().entryList({u"gouji-office-*"_s}, QDir::Dirs);
    const QByteArray seen = QFile::encodeName(m_folder.filePath(u"seen"_s));
    const auto converted = convertWithOffice(fake("stat -c %a \"$out/..\" > '" + seen + "'; exit 1"), compound(u"WordDocument"_s), Doc);
    QVERIFY(!converted);
    QFile file(QFile::decodeName(seen));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "700\n"); // nobody else may look into it
    QCOMPARE(QDir::temp().entryList({u"gouji-office-*"_s}, QDir::Dirs), before);
}

void TestOfficeReader::hanging()
{
    OfficeLimits limits;
    limits.milliseconds = 500;
    const auto converted = convertWithOffice(fake("sleep 600"), compound(u"WordDocument"_s), Doc, limits);
    QVERIFY(!converted);
    QCOMPARE(converted.error().code, u"timeout"_s);
}

/// Numbers stand in the place of the formulas, and everything else stands where it stood.
void TestOfficeReader::storedResults()
{
    QFile file(QStringLiteral(GOUJI_SOURCE_DIR "/tests/corpus/old-sheet.xls"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QByteArray kept = bytes;
    QVERIFY(keepStoredResults(kept));
    QVERIFY(kept != bytes);
    QCOMPARE(kept.size(), bytes.size());
    QByteArray again = kept;
    QVERIFY(keepStoredResults(again));
    QCOMPARE(again, kept);
    QByteArray cut = bytes.left(4000);
    QVERIFY(!keepStoredResults(cut));
    QCOMPARE(cut, bytes.left(4000));
}

/// What a file names is not fetched, and its text is there.
void TestOfficeReader::realOne()
{
    if (const auto office = findOffice(Doc); !office)
        QSKIP(qPrintable(office.error().message));
    QFile secret(m_folder.filePath(u"secret.txt"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write("4711");
    secret.close();
    const auto read = readDocument("{\\rtf1\\ansi\\uc0 \\u35268\\u31456  0 {\\field{\\*\\fldinst{INCLUDETEXT \""
            + QFile::encodeName(secret.fileName()) + "\"}}{\\fldrslt 8}}\\par}",
        u"报告.rtf"_s);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QVERIFY2(read->text.startsWith(u"规章 0"_s), qPrintable(read->text));
    QVERIFY(!read->text.contains(u"4711"_s));
    QCOMPARE(read->fileKind, u"rtf"_s);
}

void TestOfficeReader::xmlSheet()
{
    if (const auto office = findOffice(Doc); !office)
        QSKIP(qPrintable(office.error().message));
    const auto read = readDocument("<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Excel.Sheet\"?>"
                                   "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
                                   "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"1\"><Table><Row>"
                                   "<Cell><Data ss:Type=\"String\">规章</Data></Cell><Cell><Data ss:Type=\"Number\">12</Data></Cell>"
                                   "</Row></Table></Worksheet></Workbook>",
        u"报告.xls"_s);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QCOMPARE(read->fileKind, u"xml-sheet"_s);
    QCOMPARE(read->text.trimmed(), u"规章\t12"_s);
}

QTEST_GUILESS_MAIN(TestOfficeReader)
#include "tst_officereader.moc"
