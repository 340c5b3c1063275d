// SPDX-License-Identifier: GPL-3.0-or-later
#include "cliprogram.h"

#include "output/reportjson.h"
#include "pdfmaker.h"
#include "samplereport.h"
#include "zipmaker.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace gouji;
using gouji::test::cli;
using gouji::test::CliResult;
using namespace Qt::StringLiterals;

class TestRecoverVerb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void help();
    void version();
    void wrongUsage_data();
    void wrongUsage();
    void jsonIsThatOfTheLibrary();
    void statusTellsFindings();
    void forAPerson();
    void explain();
    void refused_data();
    void refused();
    void noPermission();
    void withoutItsModules();
    void theOthersAreStillDone();
    void folderInPathOrder();
    void archiveIsAFolder();
    void orderGiven();
    void emptyFolder();
    void jobsChangeNothing();
    void notesOnStderr();
    void closedOutput();

private:
    QString write(const QString &name, const QByteArray &bytes);
    QTemporaryDir m_folder;
    QByteArray m_good; ///< a report without error findings
    QByteArray m_faulty;
};

QString TestRecoverVerb::write(const QString &name, const QByteArray &bytes)
{
    const QString path = m_folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void TestRecoverVerb::initTestCase()
{
    QHash<QString, QString> values;
    for (const QString &row : {u"new_received"_s, u"granted"_s, u"total_handled"_s}) {
        values.insert(u"requests.%1.natural_person"_s.arg(row), u"9"_s);
        values.insert(u"requests.%1.total"_s.arg(row), u"9"_s);
    }
    m_good = test::sampleReport(values).document.text.toUtf8();
    values.insert(u"requests.total_handled.natural_person"_s, u"77"_s);
    m_faulty = test::sampleReport(values).document.text.toUtf8();
}

void TestRecoverVerb::help()
{
    for (const QStringList &arguments : {QStringList{u"--help"_s}, {u"-h"_s}, {u"recover"_s, u"--help"_s},
             {u"recover"_s, u"--json"_s, u"--help"_s}, {u"summary"_s, u"--help"_s}}) {
        const CliResult result = cli(arguments);
        QCOMPARE(result.status, 0);
        QVERIFY(result.out.contains("用法"));
        QVERIFY(result.messages.isEmpty());
    }
    QVERIFY(cli({u"--help"_s}).out.contains("recover"));
    QVERIFY(cli({u"recover"_s, u"--help"_s}).out.contains("--jobs"));
}

void TestRecoverVerb::version()
{
    for (const QStringList &arguments : {QStringList{u"--version"_s}, {u"recover"_s, u"--version"_s}}) {
        const CliResult result = cli(arguments);
        QCOMPARE(result.status, 0);
        QCOMPARE(result.out, QByteArray("gouji-cli " GOUJI_VERSION "\n"));
    }
}

void TestRecoverVerb::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown verb") << QStringList{u"repair"_s, u"a.txt"_s};
    QTest::newRow("no file") << QStringList{u"recover"_s, u"--json"_s};
    QTest::newRow("unknown option") << QStringList{u"recover"_s, u"--fast"_s, u"a.txt"_s};
    QTest::newRow("no jobs") << QStringList{u"recover"_s, u"a.txt"_s, u"--jobs"_s};
    QTest::newRow("zero jobs") << QStringList{u"recover"_s, u"--jobs"_s, u"0"_s, u"a.txt"_s};
    QTest::newRow("jobs no number") << QStringList{u"recover"_s, u"--jobs=many"_s, u"a.txt"_s};
    QTest::newRow("flag with a value") << QStringList{u"recover"_s, u"--json=yes"_s, u"a.txt"_s};
    QTest::newRow("no such cell") << QStringList{u"recover"_s, u"--explain"_s, u"requests.total"_s, u"a.txt"_s};
    QTest::newRow("summary without output") << QStringList{u"summary"_s, u"a.txt"_s};
    QTest::newRow("summary to an unknown kind") << QStringList{u"summary"_s, u"a.txt"_s, u"-o"_s, u"a.docx"_s};
    QTest::newRow("summary of two") << QStringList{u"summary"_s, u"a.txt"_s, u"b.txt"_s, u"-o"_s, u"a.pdf"_s};
    QTest::newRow("summary on no day") << QStringList{u"summary"_s, u"a.txt"_s, u"-o"_s, u"a.pdf"_s, u"--date"_s, u"2024-02-30"_s};
}

void TestRecoverVerb::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const CliResult result = cli(arguments);
    QCOMPARE(result.status, 2);
    QVERIFY(result.out.isEmpty());
    QVERIFY2(result.messages.contains(u"--help"_s), qPrintable(result.messages));
}

void TestRecoverVerb::jsonIsThatOfTheLibrary()
{
    const QString path = write(u"good.txt"_s, m_good);
    const CliResult result = cli({u"recover"_s, u"--json"_s, path});
    const auto read = readReport(path, test::knowledge());
    QVERIFY(read.ok());
    QCOMPARE(result.out, reportJson(path, read->report, read->findings) + '\n');
    QCOMPARE(result.lines()[0]["cells"_L1].toObject().size(), 200);
    QCOMPARE(cli({u"recover"_s, path, u"--json"_s}).out, result.out);
    QCOMPARE(cli({u"recover"_s, u"--json"_s, u"--"_s, path}).out, result.out);
}

void TestRecoverVerb::statusTellsFindings()
{
    QCOMPARE(cli({u"recover"_s, u"--json"_s, write(u"good.txt"_s, m_good)}).status, 0);
    const CliResult faulty = cli({u"recover"_s, u"--json"_s, write(u"faulty.txt"_s, m_faulty)});
    QCOMPARE(faulty.status, 1);
    QVERIFY(faulty.out.contains("\"severity\": \"error\""));
}

void TestRecoverVerb::forAPerson()
{
    const CliResult result = cli({u"recover"_s, write(u"faulty.txt"_s, m_faulty)});
    QCOMPARE(result.status, 1);
    for (const char *text : {"收到和处理政府信息公开申请情况", "本年新收", "科研机构", "行政复议", "[错误]", "77"})
        QVERIFY2(result.out.contains(text), text);
    QVERIFY(!result.out.contains('{'));
}

void TestRecoverVerb::explain()
{
    const QString path = write(u"faulty.txt"_s, m_faulty);
    const CliResult result = cli({u"recover"_s, u"--explain"_s, u"requests.total_handled.natural_person"_s, path});
    for (const char *text : {"77", "requests.balance", "不成立", "（七）总计", "[错误]"})
        QVERIFY2(result.out.contains(text), result.out.constData());
    const CliResult json = cli({u"recover"_s, u"--json"_s, u"--explain=requests.total_handled.natural_person"_s, path});
    QCOMPARE(json.lines().size(), 1);
    QVERIFY(json.messages.contains(u"不成立"_s));
}

void TestRecoverVerb::refused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << m_folder.filePath(u"没有.txt"_s) << u"unreadable"_s;
    QTest::newRow("empty") << write(u"empty.txt"_s, {}) << u"empty"_s;
    QTest::newRow("binary") << write(u"binary.txt"_s, QByteArray(5000, '\1')) << u"unsupported"_s;
    QTest::newRow("pdf") << write(u"a.pdf"_s, "%PDF-1.7\n%") << u"unreadable"_s;
    QTest::newRow("html") << write(u"a.html"_s, "<!DOCTYPE html><html></html>") << u"empty"_s;
    QTest::newRow("no report") << write(u"letter.txt"_s, "关于召开会议的通知\n各科室：定于明日上午 9 时召开会议。\n") << u"no-tables"_s;
    QTest::newRow("device without end") << u"/dev/zero"_s << u"unreadable"_s;
    const QString pipe = m_folder.filePath(u"pipe"_s);
    ::mkfifo(pipe.toUtf8().constData(), 0600);
    QTest::newRow("pipe") << pipe << u"unreadable"_s;
    const QString large = m_folder.filePath(u"large.txt"_s);
    QFile file(large);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(200 * 1024 * 1024)); // sparse
    QTest::newRow("200 MB") << large << u"too-large"_s;
}

void TestRecoverVerb::refused()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    const CliResult result = cli({u"recover"_s, u"--json"_s, path});
    QCOMPARE(result.status, 2);
    QCOMPARE(result.lines().size(), 1);
    const QJsonObject line = result.lines()[0];
    QCOMPARE(line["file"_L1].toString(), path);
    QCOMPARE(line["error"_L1].toObject()["code"_L1].toString(), code);
    const QString sentence = line["error"_L1].toObject()["message"_L1].toString();
    QVERIFY(sentence.endsWith(u'。'));
    QCOMPARE(result.messages, u"gouji-cli: %1：%2\n"_s.arg(path, sentence));
    const CliResult plain = cli({u"recover"_s, path});
    QCOMPARE(plain.status, 2);
    QVERIFY(plain.out.isEmpty());
    QCOMPARE(plain.messages, result.messages);
}

void TestRecoverVerb::noPermission()
{
    const QString path = write(u"locked.txt"_s, m_good);
    QVERIFY(QFile::setPermissions(path, {}));
    QVERIFY(QFile::setPermissions(
        m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    const CliResult result = cli({u"recover"_s, u"--json"_s, path}, true);
    QVERIFY(QFile::remove(path));
    if (result.status == -2)
        QSKIP("cannot become an unprivileged user here: setpriv is not installed");
    if (result.status > 2)
        QSKIP("the program cannot be run by an unprivileged user where it was built");
    QCOMPARE(result.status, 2);
    QCOMPARE(result.lines()[0]["error"_L1].toObject()["code"_L1].toString(), u"unreadable"_s);
    QVERIFY(result.messages.contains(u"权限"_s));
}

/// A program that was copied alone still reads what needs none of them.
void TestRecoverVerb::withoutItsModules()
{
    const QTemporaryDir alone;
    const QString program = alone.filePath(u"gouji-cli"_s);
    QVERIFY(QFile::copy(QStringLiteral(GOUJI_BIN_DIR "/gouji-cli"), program));
    gouji::test::PdfMaker pdf;
    pdf.text(90, 60, u"一、总体情况"_s);
    QProcess process;
    process.start(program, {u"recover"_s, u"--json"_s, write(u"good.txt"_s, m_good), write(u"a.pdf"_s, pdf.take())});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    const CliResult result{process.exitCode(), process.readAllStandardOutput(), {}};
    QCOMPARE(result.lines().size(), 2);
    QVERIFY(!result.lines()[0].contains(u"error"_s));
    const QJsonObject error = result.lines()[1][u"error"_s].toObject();
    QCOMPARE(error[u"code"_s].toString(), u"unsupported"_s);
    QCOMPARE(error[u"message"_s].toString(), u"没有安装读取 PDF 的部分（libgouji-pdfreader.so），请重新安装本程序。"_s);
}

void TestRecoverVerb::theOthersAreStillDone()
{
    const QString missing = m_folder.filePath(u"没有.txt"_s);
    const CliResult result = cli({u"recover"_s, u"--json"_s, missing, write(u"good.txt"_s, m_good), write(u"faulty.txt"_s, m_faulty)});
    QCOMPARE(result.status, 2);
    const auto lines = result.lines();
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].contains("error"_L1));
    QVERIFY(lines[1].contains("cells"_L1));
    QVERIFY(lines[2].contains("cells"_L1));
}

static QStringList filesOf(const CliResult &result)
{
    QStringList out;
    for (const QJsonObject &line : result.lines())
        out << line["file"_L1].toString();
    return out;
}

void TestRecoverVerb::folderInPathOrder()
{
    QStringList wanted;
    for (const QString &name : {u"tree/a/2.txt"_s, u"tree/a/10.txt"_s, u"tree/b.txt"_s, u"tree/a.txt"_s, u"tree/c/d/e/1.txt"_s})
        wanted << write(name, m_good);
    write(u"tree/.hidden/1.txt"_s, m_good);
    write(u"tree/.hidden.txt"_s, m_good);
    QVERIFY(QFile::link(m_folder.filePath(u"tree"_s), m_folder.filePath(u"tree/c/loop"_s)));
    wanted.sort();
    const CliResult result = cli({u"recover"_s, u"--json"_s, m_folder.filePath(u"tree"_s)});
    QCOMPARE(result.status, 0);
    QCOMPARE(filesOf(result), wanted);
    QVERIFY(result.messages.isEmpty()); // no progress where stderr is no terminal
    const CliResult shown = cli({u"recover"_s, u"--json"_s, u"--progress"_s, m_folder.filePath(u"tree"_s)});
    QCOMPARE(shown.out, result.out);
    QVERIFY(shown.messages.contains(u"5/5"_s));
}

void TestRecoverVerb::archiveIsAFolder()
{
    const QString path = write(u"reports.zip"_s, test::zip({{"乙.txt", m_faulty}, {"甲/1.txt", m_good}, {"甲/2.docx", "no report"}}));
    const CliResult result = cli({u"recover"_s, u"--json"_s, path});
    QCOMPARE(result.status, 2);
    QStringList files;
    for (const QJsonObject &line : result.lines())
        files << line.value("file"_L1).toString();
    QCOMPARE(files, (QStringList{path + u"!乙.txt"_s, path + u"!甲/1.txt"_s, path + u"!甲/2.docx"_s}));
    QVERIFY(result.lines()[2].contains("error"_L1));
    const QJsonObject alone = cli({u"recover"_s, u"--json"_s, write(u"alone.txt"_s, m_good)}).lines().value(0);
    QCOMPARE(result.lines()[1].value("cells"_L1), alone.value("cells"_L1));
}

void TestRecoverVerb::orderGiven()
{
    const QString b = write(u"order/b.txt"_s, m_good);
    const QString a = write(u"order/a.txt"_s, m_faulty);
    QCOMPARE(filesOf(cli({u"recover"_s, u"--json"_s, b, a, b})), QStringList({b, a, b}));
}

void TestRecoverVerb::emptyFolder()
{
    QTemporaryDir empty;
    const CliResult result = cli({u"recover"_s, u"--json"_s, empty.path()});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.isEmpty());
}

void TestRecoverVerb::jobsChangeNothing()
{
    QStringList arguments = {u"recover"_s, u"--json"_s};
    for (int i = 0; i < 12; ++i)
        arguments << write(u"jobs/%1.txt"_s.arg(i), i % 3 == 0 ? m_faulty : i % 3 == 1 ? m_good : QByteArray());
    const CliResult one = cli(arguments);
    const CliResult four = cli(arguments + QStringList{u"--jobs"_s, u"4"_s});
    QCOMPARE(four.status, one.status);
    QCOMPARE(four.out, one.out);
    QCOMPARE(four.messages, one.messages);
}

void TestRecoverVerb::notesOnStderr()
{
    QByteArray damaged = m_good;
    damaged.append("\xff\n");
    const CliResult result = cli({u"recover"_s, u"--json"_s, write(u"damaged.txt"_s, damaged)});
    QVERIFY(result.messages.contains(u"1 处"_s));
    QCOMPARE(result.lines().size(), 1);
}

void TestRecoverVerb::closedOutput()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("no /dev/full here");
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(GOUJI_BIN_DIR "/gouji-cli"), {u"recover"_s, u"--json"_s, write(u"good.txt"_s, m_good)});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(QString::fromUtf8(process.readAllStandardError()).contains(u"无法写出"_s));
}

QTEST_GUILESS_MAIN(TestRecoverVerb)
#include "tst_recoververb.moc"
