// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch.h"
#include "document/documentreader.h"
#include "document/packed/reportarchive.h"
#include "zipmaker.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

/// A member as it is written down, true or not.
struct Raw {
    QByteArray name;
    QByteArray content;
    quint16 flags = 0;
    quint32 said = 0; ///< size unpacked, where it is not that of the content
    bool sharesFirst = false; ///< its bytes are those of the first member
};

template <typename T> QByteArray le(T value)
{
    QByteArray out(sizeof(T), '\0');
    qToLittleEndian(value, out.data());
    return out;
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = ~0U;
    for (const char c : bytes) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (0xedb88320U & (0U - (crc & 1)));
    }
    return ~crc;
}

QByteArray stored(const QList<Raw> &members, const QByteArray &before = {})
{
    QByteArray out;
    QByteArray list;
    for (const Raw &m : members) {
        const quint32 size = m.said ? m.said : quint32(m.content.size());
        const QByteArray common = le<quint16>(m.flags) + le<quint16>(0) + le<quint32>(0) + le(crc32(m.content))
            + le(quint32(m.content.size())) + le(size) + le(quint16(m.name.size())) + le<quint16>(0);
        const quint32 offset = m.sharesFirst ? 0 : quint32(out.size());
        if (!m.sharesFirst)
            out += "PK\x03\x04" + le<quint16>(20) + common + m.name + m.content;
        list += "PK\x01\x02" + le<quint16>(20) + le<quint16>(20) + common + QByteArray(10, '\0') + le(offset) + m.name;
    }
    const quint16 count = quint16(members.size());
    return before + out + list + "PK\x05\x06" + QByteArray(4, '\0') + le(count) + le(count) + le(quint32(list.size()))
        + le(quint32(out.size())) + QByteArray(2, '\0');
}

} // namespace

class TestReportArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void leftovers();
    void isAFolder();
    void packedMembers();
    void documentsAreNoArchives_data();
    void documentsAreNoArchives();
    void refused_data();
    void refused();
    void archiveInArchive();
    void exclamationMarksInNames();
    void shortenedAnywhere();

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

void TestReportArchive::names_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("flags");
    QTest::addColumn<QString>("name");
    const QString chinese = u"平川市/年度报告2023.txt"_s;
    QTest::newRow("UTF-8, said") << chinese.toUtf8() << 0x800 << chinese;
    QTest::newRow("UTF-8, not said") << chinese.toUtf8() << 0 << chinese;
    QTest::newRow("GBK") << QByteArray("\xc6\xbd\xb4\xa8\xca\xd0/\xc4\xea\xb6\xc8\xb1\xa8\xb8\xe6"
                                       "2023.txt")
                         << 0 << chinese;
    QTest::newRow("GBK that is valid UTF-8") << QByteArray("\xc1\xaa\xcd\xa8.txt") << 0 << u"联通.txt"_s;
    QTest::newRow("ASCII") << QByteArray("a/b.txt") << 0 << u"a/b.txt"_s;
    QTest::newRow("the other slash") << QByteArray("a\\b.txt") << 0 << u"a/b.txt"_s;
    QTest::newRow("from the root") << QByteArray("/a.txt") << 0 << u"a.txt"_s;
    QTest::newRow("upwards") << QByteArray("a/../../b.txt") << 0 << QString(); // passed over as hidden; nothing is ever written
}

void TestReportArchive::names()
{
    QFETCH(QByteArray, raw);
    QFETCH(int, flags);
    QFETCH(QString, name);
    const QString path = write(u"names.zip"_s, stored({{raw, "甲", quint16(flags)}}));
    if (name.isEmpty()) {
        QCOMPARE(expandFolders({path}), QStringList{path});
        return;
    }
    QCOMPARE(expandFolders({path}), QStringList{path + u'!' + name});
    const auto bytes = readBytes(path + u'!' + name);
    QVERIFY2(bytes.ok(), qPrintable(bytes ? QString() : bytes.error().message));
    QCOMPARE(*bytes, QByteArray("甲"));
}

void TestReportArchive::leftovers()
{
    const QString path = write(u"leftovers.zip"_s,
        stored({{"b.txt", "2"}, {"x/", ""}, {"x/a.txt", "1"}, {"__MACOSX/._b.txt", "?"}, {".DS_Store", "?"}, {"x/Thumbs.db", "?"},
            {"~$c.docx", "?"}, {"desktop.ini", "?"}}));
    QCOMPARE(expandFolders({path}), (QStringList{path + u"!b.txt"_s, path + u"!x/a.txt"_s}));
}

void TestReportArchive::isAFolder()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"mixed"_s));
    const QString zip = write(u"mixed/b.dat"_s, stored({{"2.txt", "2"}, {"1.txt", "1"}}, "#!/bin/sh\n").mid(10)); // whatever its suffix
    const QString first = write(u"mixed/a.txt"_s, "甲");
    const QString last = write(u"mixed/c.txt"_s, "乙");
    QCOMPARE(expandFolders({m_folder.filePath(u"mixed"_s)}), (QStringList{first, zip + u"!1.txt"_s, zip + u"!2.txt"_s, last}));
}

void TestReportArchive::packedMembers()
{
    const QByteArray text = QByteArray("平川市人民政府办公室").repeated(2000);
    const QString path = write(u"packed.zip"_s, test::zip({{"a.txt", text}, {"b.txt", "乙"}}));
    const auto read = readDocument(path + u"!a.txt"_s);
    QVERIFY(read.ok());
    QCOMPARE(read->text, QString::fromUtf8(text));
    QCOMPARE(read->fileName, path + u"!a.txt"_s);
    QCOMPARE(*readBytes(path + u"!b.txt"_s), QByteArray("乙"));
    QCOMPARE(readBytes(path + u"!c.txt"_s).error().message, u"压缩文件里没有“c.txt”。"_s);
}

void TestReportArchive::documentsAreNoArchives_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("docx") << test::docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>");
    QTest::newRow("xlsx") << test::zip({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<workbook/>"}});
    QTest::newRow("odt") << test::zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}});
    QTest::newRow("ofd") << test::zip({{"OFD.xml", "<x/>"}, {"Doc_0/Document.xml", "<x/>"}});
}

void TestReportArchive::documentsAreNoArchives()
{
    QFETCH(QByteArray, bytes);
    const QString path = write(u"document.zip"_s, bytes);
    QVERIFY(!ReportArchive::open(path));
    QCOMPARE(expandFolders({path}), QStringList{path});
}

void TestReportArchive::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const Raw report{"a.txt", "甲"};
    QTest::newRow("a password") << stored({{"a.txt", "甲", 1}}) << u"encrypted"_s << u"密码"_s;
    QTest::newRow("of one name") << stored({report, report}) << u"unreadable"_s << u"都叫“a.txt”"_s;
    QTest::newRow("larger than is read") << stored({{"a.txt", "甲", 0, 65U << 20}}) << u"too-large"_s << u"65 MB"_s;
    QTest::newRow("packed too well") << stored({{"a.txt", "甲", 0, 2U << 20}}) << u"too-large"_s << u"不合常理"_s;
    QTest::newRow("another size than said") << stored({{"a.txt", "甲", 0, 2}}) << u"unreadable"_s << u"损坏"_s;
    QTest::newRow("shared bytes") << stored(
        {{"a.txt", QByteArray(400, 'x')}, {"b.txt", QByteArray(400, 'x'), 0, 0, true}, {"c.txt", QByteArray(400, 'x'), 0, 0, true}})
                                  << u"unreadable"_s << u"损坏"_s;
    QList<Raw> huge;
    for (int i = 0; i < 5; ++i)
        huge << Raw{"a" + QByteArray::number(i) + ".txt", "甲", 0, 0xf0000000U};
    QTest::newRow("too much together") << stored(huge) << u"too-large"_s << u"超过 16384 MB"_s;
    QByteArray beyond = stored({report});
    beyond.replace(beyond.size() - 6, 4, QByteArray(4, '\xff'));
    QTest::newRow("beyond the format") << beyond << u"too-large"_s << u"4 GB"_s;
    QByteArray changed = stored({report});
    changed[36] = 'x';
    QTest::newRow("a changed byte") << changed << u"unreadable"_s << u"损坏"_s;
}

void TestReportArchive::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(QString, says);
    const QString path = write(u"refused.zip"_s, bytes);
    const auto read = readBytes(path + u"!a.txt"_s);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, code);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    for (const QString &name : expandFolders({path}))
        QVERIFY(!readDocument(name).ok() || name.endsWith(u"!b.txt"_s)); // each ends in a sentence, none is lost
}

void TestReportArchive::archiveInArchive()
{
    const QString path = write(u"nested.zip"_s, stored({{"inner.zip", stored({{"a.txt", "甲"}})}}));
    QCOMPARE(expandFolders({path}), QStringList{path + u"!inner.zip"_s});
    const auto read = readDocument(path + u"!inner.zip"_s);
    QCOMPARE(read.error().code, u"unsupported"_s);
    QVERIFY(read.error().message.contains(u"请先解压"_s));
    QCOMPARE(readDocument(write(u"empty.zip"_s, stored({}))).error().code, u"empty"_s);
}

void TestReportArchive::exclamationMarksInNames()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"a!b"_s));
    const QString path = write(u"a!b/c!d.zip"_s, stored({{"e!f.txt", "甲"}}));
    QCOMPARE(expandFolders({path}), QStringList{path + u"!e!f.txt"_s});
    QCOMPARE(*readBytes(path + u"!e!f.txt"_s), QByteArray("甲"));
    const QString plain = write(u"c.txt!d.txt"_s, "乙"); // a file before anything else
    write(u"c.txt"_s, "丙");
    QCOMPARE(*readBytes(plain), QByteArray("乙"));
    QCOMPARE(readBytes(m_folder.filePath(u"c.txt!e.txt"_s)).error().code, u"unreadable"_s);
}

void TestReportArchive::shortenedAnywhere()
{
    const QByteArray whole = test::zip({{"a.txt", QByteArray("平川市").repeated(50)}, {"b.txt", "乙"}});
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const QString path = write(u"short.zip"_s, whole.left(size));
        for (const QString &name : expandFolders({path}))
            QVERIFY2(!readDocument(name).ok() || size < 4, qPrintable(QString::number(size)));
    }
}

QTEST_GUILESS_MAIN(TestReportArchive)
#include "tst_reportarchive.moc"
