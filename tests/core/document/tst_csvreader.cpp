// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestCsvReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void fields_data();
    void fields();
    void ranges();
    void tooWide();
};

/// Rows enough to make a table, none of them remarkable.
static QString rows(const QString &delimiter)
{
    QString out;
    for (int i = 0; i < 6; ++i)
        out += QStringList{u"规章"_s, QString::number(i), u"2"_s, u""_s, u"3"_s}.join(delimiter) + u"\n"_s;
    return out;
}

/// The same, as it is read.
static QString table() { return rows(u"\t"_s); }

static SourceDocument read(const QString &text)
{
    const auto document = readDocument(text.toUtf8(), u"表.csv"_s);
    if (!document)
        qWarning("%s", qPrintable(document.error().message));
    return document ? *document : SourceDocument();
}

void TestCsvReader::kinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::newRow("commas") << rows(u","_s) << u"csv"_s;
    QTest::newRow("semicolons") << rows(u";"_s) << u"csv"_s;
    QTest::newRow("tabulators") << rows(u"\t"_s) << u"txt"_s;
    QTest::newRow("tabulators and quotes") << rows(u"\t"_s) + u"\"行政\n许可\"\t1"_s << u"csv"_s;
    QTest::newRow("prose in quotes") << rows(u","_s) + u"\"公开,及时。\"\n"_s << u"csv"_s;
    QTest::newRow("prose in pieces") << rows(u","_s) + u"公开,及时。\n"_s << u"txt"_s;
    QTest::newRow("a quotation mark in the midst of a field") << rows(u","_s) + u"3.危及\"三安全一稳定\",1,2,3\n"_s << u"csv"_s;
    QTest::newRow("a quotation that never ends") << rows(u","_s) + u"\"行政许可,1,2,3\n"_s << u"txt"_s;
    QTest::newRow("a quotation that ends in the midst of a field") << rows(u","_s) + u"\"三安全\"一稳定,1,2,3\n"_s << u"txt"_s;
    QTest::newRow("too few rows") << u"规章,1,2,3\n规章,1,2,3\n"_s << u"txt"_s;
    QTest::newRow("numbers with separators") << u"规章 1,234 2,345 3,456 4,567\n"_s.repeated(8) << u"txt"_s;
}

void TestCsvReader::kinds()
{
    QFETCH(QString, text);
    QFETCH(QString, kind);
    QCOMPARE(read(text).fileKind, kind);
}

void TestCsvReader::fields_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("expected");
    QTest::newRow("quotes") << u"\"甲,乙\",\"\",\"1\",2,\n"_s << u"甲,乙\t\t1\t2\t\n"_s;
    QTest::newRow("numbers as text") << u"甲,=\"526\",=\"\",1,2\n"_s << u"甲\t526\t\t1\t2\n"_s;
    QTest::newRow("doubled quotes") << u"\"危及\"\"三安全\"\"\",1,,,4\n"_s << u"危及\"三安全\"\t1\t\t\t4\n"_s;
    QTest::newRow("a label on two lines") << u"\"行政\n许可\",1,,,4\n"_s << u"行政许可\t1\t\t\t4\n"_s;
    QTest::newRow("a row without values") << u"重复申请,,,,\n规章,1,2,3,4\n"_s << u"重复申请\t\t\t\t\n规章\t1\t2\t3\t4\n"_s;
    QTest::newRow("rows without values one after the other")
        << u",不掌握,,,\n,需要制作,,,\n规章,1,2,3,4\n"_s << u"\t不掌握\t\t\t\n\t需要制作\t\t\t\n规章\t1\t2\t3\t4\n"_s;
    QTest::newRow("a heading") << u"三、申请情况,,,,\n"_s << u"三、申请情况\n"_s;
    QTest::newRow("an empty line") << u"\n甲\n"_s << u"甲\n"_s;
    QTest::newRow("no line end") << u"行政许可,1,2,3,\"4\""_s << u"行政许可\t1\t2\t3\t4\n"_s;
}

void TestCsvReader::fields()
{
    QFETCH(QString, more);
    QFETCH(QString, expected);
    const SourceDocument d = read(rows(u","_s) + more);
    QCOMPARE(d.fileKind, u"csv"_s);
    QCOMPARE(d.text, table() + expected);
}

void TestCsvReader::ranges()
{
    const SourceDocument d = read(rows(u","_s));
    QCOMPARE(d.tables.size(), 1);
    QCOMPARE(d.tables[0].cells.size(), 30);
    QCOMPARE(d.at(d.tables[0].cells[6].text), u"1"_s);
    QCOMPARE(d.encoding, u"UTF-8"_s);
}

void TestCsvReader::tooWide()
{
    const auto document = readDocument((rows(u","_s) + QString(5000, u',') + u"1\n"_s).toUtf8(), u"表.csv"_s);
    QVERIFY(!document);
    QCOMPARE(document.error().code, u"too-large"_s);
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
