// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"

#include "unprivileged.h"

#include "zipmaker.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestDocumentReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text();
    void tablesInLightMarkup();
    void stackedRows();
    void writtenByPrograms_data();
    void writtenByPrograms();
    void notes();
    void kinds_data();
    void kinds();
    void refused_data();
    void refused();
    void largestSize();
    void tolerated();
    void noPermission_data();
    void noPermission();

private:
    QString write(const QString &name, const QByteArray &bytes);
    QTemporaryDir m_folder;
};

QString TestDocumentReader::write(const QString &name, const QByteArray &bytes)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void TestDocumentReader::text()
{
    const QByteArray bytes = "一、总体情况\r\n规章 0\r\n";
    const QString path = write(u"报告.txt"_s, bytes);
    const auto document = readDocument(path);
    QVERIFY(document.ok());
    QCOMPARE(document->text, u"一、总体情况\n规章 0\n"_s);
    QCOMPARE(document->fileName, path);
    QCOMPARE(document->fileKind, u"txt"_s);
    QCOMPARE(document->encoding, u"UTF-8"_s);
    QVERIFY(!document->encodingGuessed);
    QVERIFY(document->notes.isEmpty());
    QVERIFY(document->sha256.isEmpty());
    QCOMPARE(readDocument(bytes, path)->sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
}

/// Light markup writes merged cells as HTML: the table is one, and the lines around it stay lines.
void TestDocumentReader::tablesInLightMarkup()
{
    const auto document = readDocument(
        QByteArray(
            "# 年度报告\n规章 < 3 & 许可\n\n<table><tr><td rowspan=2>甲</td><td>1</td></tr>\n<tr><td></td></tr></table>\n| 乙 | 2 |\n"),
        u"a.md"_s);
    QVERIFY(document.ok());
    QCOMPARE(document->fileKind, u"txt"_s);
    QCOMPARE(document->tables.size(), 1);
    QVERIFY2(document->text.startsWith(u"# 年度报告\n规章 < 3 & 许可\n"_s), qPrintable(document->text));
    QVERIFY2(document->text.contains(u"甲\t1\n\t\n"_s), qPrintable(document->text));
    QVERIFY2(document->text.trimmed().endsWith(u"| 乙 | 2 |"_s), qPrintable(document->text));
}

/// A converter that saw no rule between rows puts them into one.
void TestDocumentReader::stackedRows()
{
    const auto document = readDocument(
        QByteArray("| 项目 | a | b | c |\n|---|---|---|---|\n| 甲<br>乙 | 1<br> | 2<br/>0 | <br>7 |\n| 丙<br>丁 | 1 | 2 | 3 |\n"),
        u"a.md"_s);
    QVERIFY(document.ok());
    QCOMPARE(
        document->text, u"| 项目 | a | b | c |\n|---|---|---|---|\n| 甲 | 1 | 2 |  |\n| 乙 |  | 0 | 7 |\n| 丙<br>丁 | 1 | 2 | 3 |\n\n"_s);
}

void TestDocumentReader::writtenByPrograms_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const QString rows = u"规章\t0\t1\n行政许可\t12\t3\n"_s.repeated(30);
    const QByteArray plain = rows.toUtf8();
    const auto numbered = [&](const char *before, int base, int width, const char *behind) {
        QByteArray out;
        for (const QChar c : rows) {
            const QByteArray number = QByteArray::number(c.unicode(), base).rightJustified(width, '0');
            out += c.unicode() < 0x80 ? QByteArray(1, char(c.unicode())) : before + number + behind;
        }
        return out;
    };
    const auto lettered = [](QByteArray text) { return text.replace('\n', "\\n").replace('\t', "\\t"); };
    QTest::newRow("characters by number") << lettered(numbered("\\u", 16, 4, "")) << rows;
    QTest::newRow("line ends in letters") << lettered(plain) << rows;
    QTest::newRow("references by number") << numbered("&#", 10, 1, ";") << rows;
    QTest::newRow("references by name") << QByteArray(plain).replace('\t', "&nbsp;&nbsp;")
                                        << QString(rows).replace(u'\t', u"\u00a0\u00a0"_s);
    QTest::newRow("TeX is no escape") << QByteArray("公 \\textbf{开} \\noindent\n").repeated(30)
                                      << u"公 \\textbf{开} \\noindent\n"_s.repeated(30);
    QTest::newRow("speaks of escapes") << QByteArray("写作 \\n 和 &nbsp; 的地方\n") << u"写作 \\n 和 &nbsp; 的地方\n"_s;
    QTest::newRow("records") << "<?xml version='1.0'?><r><p>一、总体情况</p><t>"
            + QByteArray("<row><c>规章</c><c/><c n='1'><v>3</v></c></row>\n").repeated(30)
            + "</t></r>" << u"一、总体情况\n"_s + u"规章\t\t3\n"_s.repeated(30);
    QTest::newRow("records with names") << "<r>" + QByteArray("<行><项目>规章</项目><件数>3</件数></行>").repeated(30) + "</r>"
                                        << u"项目\t件数\n"_s + u"规章\t3\n"_s.repeated(30);
    QTest::newRow("rows copied from such a file")
        << "一、总体情况\n" + QByteArray("<Cell><Data>规章</Data></Cell><Cell><Data></Data></Cell>\n").repeated(30)
        << u"一、总体情况\n"_s + u"规章\t\n"_s.repeated(30);
    QTest::newRow("a mail without a page") << QByteArray("MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                                                         "Content-Transfer-Encoding: quoted-printable\n\n=E8=A7=84=E7=AB=A0 =\n0\n")
                                           << u"规章 0\n"_s;
}

/// A report that a program wrote into a file of its own is the text it was before.
void TestDocumentReader::writtenByPrograms()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const auto document = readDocument(bytes, u"a.txt"_s);
    QVERIFY(document.ok());
    QCOMPARE(document->text.trimmed(), expected.trimmed());
}

void TestDocumentReader::notes()
{
    // 政府信息公开 in GB18030
    const auto guessed = readDocument(QByteArray("\xd5\xfe\xb8\xae\xd0\xc5\xcf\xa2\xb9\xab\xbf\xaa\n"), u"a.txt"_s);
    QVERIFY(guessed.ok());
    QCOMPARE(guessed->text, u"政府信息公开\n"_s);
    QVERIFY(guessed->encodingGuessed);
    QCOMPARE(guessed->notes.size(), 1);
    QVERIFY(guessed->notes[0].contains(u"GB18030"_s));
    const auto damaged = readDocument(QByteArray("政府信息公开工作年度报告\xff二、主动公开政府信息情况"), u"a.txt"_s);
    QVERIFY(damaged.ok());
    QVERIFY(damaged->notes.join(u'\n').contains(u"1 处"_s));
}

void TestDocumentReader::kinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("named");
    QTest::newRow("pptx, cut off") << QByteArray("PK\x03\x04\x14\0\0\0ppt/presentation.xml", 28) << u"演示文稿"_s;
    QTest::newRow("zip") << test::zip({{"report.txt", "甲"}}) << u"压缩文件"_s;
    QTest::newRow("elf") << QByteArray("\x7f"
                                       "ELF\2\1\1")
                         << u"程序文件"_s;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\0", 4) << u"压缩文件"_s;
    QTest::newRow("zeros") << QByteArray(1000, '\0') << u"二进制"_s;
    QTest::newRow("controls") << QByteArray("ab\1\2\3\4cd").repeated(50) << u"二进制"_s;
    QByteArray noise;
    for (uint i = 0, x = 7; i < 4000; ++i, x = x * 1664525u + 1013904223u)
        noise.append(char(x >> 24));
    QTest::newRow("noise") << noise << u"二进制"_s;
}

void TestDocumentReader::kinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, named);
    const auto document = readDocument(bytes, u"报告.txt"_s);
    QVERIFY(!document.ok());
    QCOMPARE(document.error().code, u"unsupported"_s);
    QVERIFY2(document.error().message.contains(named), qPrintable(document.error().message));
}

void TestDocumentReader::refused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << m_folder.filePath(u"没有"_s) << u"unreadable"_s;
    QTest::newRow("folder") << m_folder.path() << u"unreadable"_s;
    QTest::newRow("device without end") << u"/dev/zero"_s << u"unreadable"_s;
    QTest::newRow("empty name") << QString() << u"unreadable"_s;
    const QString pipe = m_folder.filePath(u"pipe"_s);
    ::mkfifo(pipe.toUtf8().constData(), 0600);
    QTest::newRow("pipe") << pipe << u"unreadable"_s;
    const QString link = m_folder.filePath(u"link"_s);
    QFile::link(m_folder.filePath(u"没有"_s), link);
    QTest::newRow("dead link") << link << u"unreadable"_s;
    QTest::newRow("empty") << write(u"empty.txt"_s, {}) << u"empty"_s;
    QTest::newRow("only white space") << write(u"blank.txt"_s, QByteArray(" \r\n\t\xe3\x80\x80\n").repeated(99)) << u"empty"_s;
    QTest::newRow("only a mark") << write(u"mark.txt"_s, QByteArray("\xef\xbb\xbf")) << u"empty"_s;
    const QString large = m_folder.filePath(u"large.txt"_s);
    QFile file(large);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(200 * 1024 * 1024)); // sparse
    QTest::newRow("200 MB") << large << u"too-large"_s;
}

void TestDocumentReader::refused()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    const auto document = readDocument(path);
    QVERIFY(!document.ok());
    QCOMPARE(document.error().code, code);
    QVERIFY(document.error().message.endsWith(u'。'));
    QVERIFY(document.error().message.front().script() == QChar::Script_Han);
}

void TestDocumentReader::largestSize()
{
    QVERIFY(readBytes(write(u"most.txt"_s, QByteArray(MaxFileBytes, 'x'))).ok());
    const auto above = readBytes(write(u"most.txt"_s, QByteArray(MaxFileBytes + 1, 'x')));
    QCOMPARE(above.error().code, u"too-large"_s);
    QFile::remove(m_folder.filePath(u"most.txt"_s));
}

void TestDocumentReader::tolerated()
{
    const QString odd = u"政府信息公开工作年度报告，共收到申请９件，予以公开\u200e9\u200f件，其中自然人\u202e12\u202c件。𠮷\n"_s;
    QByteArray bytes = odd.toUtf8();
    bytes.append('\0');
    const auto document = readDocument(bytes, u"a"_s);
    QVERIFY(document.ok());
    QCOMPARE(document->text, odd + QChar(QChar::ReplacementCharacter));
}

void TestDocumentReader::noPermission_data()
{
    QTest::addColumn<bool>("folderLocked");
    QTest::newRow("file") << false;
    QTest::newRow("folder") << true;
}

void TestDocumentReader::noPermission()
{
    QFETCH(bool, folderLocked);
    const QString path = write(u"locked.txt"_s, "规章 0\n");
    const auto open = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const auto all = open | QFile::ReadOther | QFile::ExeOther;
    // The file first: an ordinary user cannot reach it through a locked folder.
    QVERIFY(QFile::setPermissions(path, folderLocked ? QFile::Permissions(all) : QFile::Permissions()));
    QVERIFY(QFile::setPermissions(m_folder.path(), folderLocked ? QFile::Permissions() : QFile::Permissions(all)));
    std::optional<Error> error;
    const bool ran = test::unprivileged([&] {
        const auto document = readDocument(path);
        if (!document)
            error = document.error();
    });
    QVERIFY(QFile::setPermissions(m_folder.path(), open));
    QVERIFY(QFile::setPermissions(path, open));
    if (!ran)
        QSKIP("cannot become an unprivileged user here");
    QVERIFY(error);
    QCOMPARE(error->code, u"unreadable"_s);
    QVERIFY2(error->message.contains(u"权限"_s), qPrintable(error->message));
}

QTEST_APPLESS_MAIN(TestDocumentReader)
#include "tst_documentreader.moc"
