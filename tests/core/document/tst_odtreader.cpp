// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"

#include "zipmaker.h"

#include <QRegularExpression>
#include <QTest>

#include <ctime>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestOdtReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void tables_data();
    void tables();
    void oddPackages_data();
    void oddPackages();
    void hostile_data();
    void hostile();
};

/// Names without a prefix are text:…, those that begin with "table" or "covered" are table:….
static QByteArray odt(const QByteArray &body)
{
    static const QRegularExpression Tables(u"<(/?)(?=(table|covered)[a-z-]*[ />])"_s);
    static const QRegularExpression Texts(u"<(/?)(?=[a-z-]+[ />])"_s);
    static const QRegularExpression Numbers(u" (?=number-)"_s);
    QString xml = QString::fromUtf8(body);
    xml.replace(Tables, u"<\\1table:"_s).replace(Texts, u"<\\1text:"_s).replace(Numbers, u" table:"_s);
    const QByteArray content
        = "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='tb' xmlns:draw='d' xmlns:style='s' xmlns:fo='f'"
          " xmlns:svg='svg-compatible'><office:automatic-styles><style:style style:name='up'><style:text-properties"
          " style:text-position='super 58%'/></style:style><style:style style:name='out'><style:text-properties"
          " style:text-line-through-style='solid'/></style:style><style:style style:name='no'><style:text-properties"
          " text:display='none'/></style:style></office:automatic-styles><office:body><office:text>"
        + xml.toUtf8() + "</office:text></office:body></office:document-content>";
    return test::zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}});
}

static SourceDocument read(const QByteArray &body)
{
    const auto document = readDocument(odt(body), u"报告.odt"_s);
    if (!document)
        qWarning("%s", qPrintable(document.error().message));
    return document ? *document : SourceDocument();
}

void TestOdtReader::text_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("note");
    QTest::newRow("paragraphs") << QByteArray("<h>一、</h>\n  <p/><p>甲 <span>乙</span>\n  丙</p>") << u"一、\n\n甲 乙 丙\n"_s << QString();
    QTest::newRow("white space") << QByteArray("<p>规章<tab/>0<s text:c='3'/>1<line-break/>2<s/></p>") << u"规章\t0   1\n2\n"_s
                                 << QString();
    QTest::newRow("tracked changes") << QByteArray(
        "<tracked-changes><changed-region><deletion><p>8</p></deletion></changed-region></tracked-changes>"
        "<p>收到<change text:change-id='a'/>9</p>")
                                     << u"收到9\n"_s << u"修订"_s;
    QTest::newRow("notes") << QByteArray(
        "<p>收到9<note><note-citation>1</note-citation><note-body><p>注</p></note-body></note>件</p><p>尾</p>")
                           << u"收到9件\n尾\n注\n"_s << QString();
    QTest::newRow("text box") << QByteArray(
        "<p>甲<draw:frame><svg:title>图</svg:title><draw:text-box><p>框</p></draw:text-box></draw:frame>乙</p>")
                              << u"甲乙\n框\n"_s << QString();
    QTest::newRow("looks") << QByteArray("<p>28<span text:style-name='up'>1</span>件<span text:style-name='out'>5</span>6</p>")
                           << u"28¹件 5 6\n"_s << u"删除线"_s;
    QTest::newRow("hidden") << QByteArray("<p>甲<span text:style-name='no'>乙</span></p>") << u"甲\n"_s << u"隐藏文字（1 字）"_s;
    QTest::newRow("comment, ruby") << QByteArray(
        "<p>甲<office:annotation><p>注</p></office:annotation><ruby><ruby-base>勾</ruby-base><ruby-text>g</ruby-text></ruby></p>")
                                   << u"甲勾\n"_s << QString();
    QTest::newRow("title as a field") << QByteArray("<p><title>年报</title></p>") << u"年报\n"_s << QString();
    QTest::newRow("picture") << QByteArray("<p>甲<draw:frame><draw:image/></draw:frame></p>") << u"甲\n"_s << u"1 张图片"_s;
}

void TestOdtReader::text()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QFETCH(QString, note);
    const SourceDocument d = read(body);
    QCOMPARE(d.text, expected);
    QCOMPARE(d.fileKind, u"odt"_s);
    QCOMPARE(d.notes.size(), note.isEmpty() ? 0 : 1);
    if (!note.isEmpty())
        QVERIFY2(d.notes[0].contains(note), qPrintable(d.notes[0]));
}

void TestOdtReader::tables_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto cell = [](const QByteArray &text, const QByteArray &attributes = {}) {
        return "<table-cell" + attributes + "><p>" + text + "</p></table-cell>";
    };
    const auto row = [](const QByteArray &cells, const QByteArray &attributes = {}) {
        return "<table-row" + attributes + ">" + cells + "</table-row>";
    };
    const QByteArray covered = "<covered-table-cell/>";
    QTest::newRow("plain") << "<table>" + row(cell("规章") + cell("0")) + row(cell("许可") + "<table-cell/>") + "</table>"
                           << u"规章\t0\n许可\t\n"_s;
    QTest::newRow("spans") << "<table><table-header-rows>"
            + row(cell("甲", " number-rows-spanned='2'") + cell("乙", " number-columns-spanned='2'") + covered) + "</table-header-rows>"
            + row(covered + cell("1") + cell("2"))
            + "</table>" << u"甲\t乙\t\n\t1\t2\n"_s;
    QTest::newRow("repeated cells") << "<table>" + row(cell("0", " number-columns-repeated='3'") + cell("1")) + "</table>"
                                    << u"0\t0\t0\t1\n"_s;
    QTest::newRow("repeated rows") << "<table>" + row(cell("甲") + cell("0"), " number-rows-repeated='2'") + row(cell("乙") + cell("1"))
            + "</table>" << u"甲\t0\n甲\t0\n乙\t1\n"_s;
    QTest::newRow("a table in a cell") << "<table>"
            + row("<table-cell><p>外</p><table>" + row(cell("1") + cell("2")) + "</table></table-cell>" + cell("右"))
            + "</table>" << u"外\n1\t2\n右\n"_s;
}

void TestOdtReader::tables()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(read(body).text, expected);
}

void TestOdtReader::oddPackages_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray mime = "application/vnd.oasis.opendocument.text";
    QTest::newRow("no content") << test::zip({{"mimetype", mime}, {"content.xml", {}}}) << u"unreadable"_s;
    QTest::newRow("under a password") << test::zip(
        {{"mimetype", mime}, {"content.xml", "\x01\x02"}, {"META-INF/manifest.xml", "<m><encryption-data/></m>"}})
                                      << u"encrypted"_s;
    QTest::newRow("empty") << odt({}) << u"empty"_s;
    QTest::newRow("presentation") << test::zip({{"mimetype", "application/vnd.oasis.opendocument.presentation"}, {"content.xml", {}}})
                                  << u"unsupported"_s;
}

void TestOdtReader::oddPackages()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto document = readDocument(bytes, u"a.odt"_s);
    QCOMPARE(document.ok() ? QString() : document.error().code, code);
    QVERIFY(document.error().message.endsWith(u'。'));
}

void TestOdtReader::hostile_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("many spaces") << QByteArray("<p>x<s text:c='999999999'/></p>") << QString();
    QTest::newRow("many repeated") << "<table>"
            + QByteArray(
                "<table-row number-rows-repeated='1000'><table-cell number-columns-repeated='1000'><p>1</p></table-cell></table-row>")
                  .repeated(9)
            + "</table>" << u"too-large"_s;
    QTest::newRow("an endless sheet") << QByteArray(
        "<table><table-row number-rows-repeated='1048576'><table-cell number-columns-repeated='16384'/></table-row></table><p>x</p>")
                                      << QString();
    QTest::newRow("nested tables") << QByteArray("<table><table-row><table-cell>").repeated(120)
            + QByteArray("</table-cell></table-row></table>").repeated(120)
                                   << u"too-large"_s;
}

void TestOdtReader::hostile()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const QByteArray bytes = odt(body);
    const std::clock_t begin = std::clock(); // of this process: a busy machine takes longer by the wall clock
    const auto document = readDocument(bytes, u"a.odt"_s);
    QVERIFY2(std::clock() - begin < 10 * CLOCKS_PER_SEC, qPrintable(QString::number(double(std::clock() - begin) / CLOCKS_PER_SEC)));
    QCOMPARE(document.ok() ? QString() : document.error().code, code);
}

QTEST_APPLESS_MAIN(TestOdtReader)
#include "tst_odtreader.moc"
