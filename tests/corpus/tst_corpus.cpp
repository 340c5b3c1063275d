// SPDX-License-Identifier: GPL-3.0-or-later
// A file is a case: every document in resources/samples and in this folder is read and compared with NAME.expected.json
// in this folder. Where there is none, a draft is written and the test fails, so that nobody commits it unread.
// With GOUJI_CORPUS_ACCEPT=1 the doubts and findings of every expectation are rewritten (never the true values), and the
// test fails as well: the review of that change is its diff.
#include "expectation.h"
#include "samplereport.h"

#include <QDir>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestCorpus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void certainty_data() { eachDocument(); }
    void certainty();
    void document_data() { eachDocument(); }
    void document();
    void everyExpectationHasItsDocument();
    void everyRuleHasItsDocument();

private:
    static QString source() { return QStringLiteral(GOUJI_SOURCE_DIR); }
    static QFileInfoList documents();
    static void eachDocument();
    static QString expectationFor(const QFileInfo &file)
    {
        return source() + u"/tests/corpus/"_s + file.completeBaseName() + u".expected.json"_s;
    }
};

QFileInfoList TestCorpus::documents()
{
    const QStringList suffixes{u"*.txt"_s, u"*.md"_s, u"*.tsv"_s, u"*.csv"_s, u"*.html"_s, u"*.json"_s, u"*.docx"_s, u"*.odt"_s,
        u"*.xlsx"_s, u"*.pdf"_s, u"*.ofd"_s, u"*.doc"_s, u"*.xls"_s};
    QFileInfoList files;
    for (const QString &folder : {u"/resources/samples"_s, u"/tests/corpus"_s})
        files += QDir(source() + folder).entryInfoList(suffixes, QDir::Files, QDir::Name);
    files.removeIf(
        [](const QFileInfo &file) { return file.fileName() == u"CMakeLists.txt"_s || file.fileName().endsWith(".expected.json"_L1); });
    return files;
}

void TestCorpus::eachDocument()
{
    QTest::addColumn<QFileInfo>("file");
    const QFileInfoList files = documents();
    QVERIFY2(files.size() >= 5, "the bundled samples are gone");
    for (const QFileInfo &file : files)
        QTest::newRow(qPrintable(file.fileName())) << file;
}

/// Never wrong in silence comes first; how much was found comes after it.
void TestCorpus::certainty()
{
    QFETCH(QFileInfo, file);
    const Result<test::Expectation> expected = test::Expectation::fromFile(expectationFor(file));
    if (!expected)
        QSKIP("no expectation yet: the next test writes a draft");
    const Result<ReadReport> reading = readReport(file.filePath(), test::knowledge());
    if (!reading && reading.error().code == u"converter-missing"_s)
        QSKIP(qPrintable(reading.error().message));
    QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.error().message));
    const QStringList silent = test::silentErrors(*reading, expected->cells);
    QVERIFY2(silent.isEmpty(), qPrintable(u"certain and wrong:\n"_s + silent.join(u'\n')));
    const QStringList inferred = test::wrongInferences(*reading, expected->cells);
    QVERIFY2(inferred.isEmpty(), qPrintable(inferred.join(u'\n')));
    const QStringList broken = test::brokenSources(*reading);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void TestCorpus::document()
{
    QFETCH(QFileInfo, file);
    const Result<ReadReport> reading = readReport(file.filePath(), test::knowledge());
    if (!reading && reading.error().code == u"converter-missing"_s)
        QSKIP(qPrintable(reading.error().message));
    QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.error().message));

    const QString path = expectationFor(file);
    if (!QFileInfo::exists(path)) {
        const Status written = test::Expectation::fromReading(*reading).write(path);
        QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(written.error().message));
        QFAIL(
            qPrintable(u"There was no expectation. A draft is now in %1: make its cells true to the document, then keep it."_s.arg(path)));
    }
    const Result<test::Expectation> expected = test::Expectation::fromFile(path);
    QVERIFY2(expected.ok(), expected.ok() ? "" : qPrintable(expected.error().message));
    const QString changes = test::difference(expected->lines(), test::Expectation::fromReading(*reading).lines());
    if (!changes.isEmpty() && qEnvironmentVariableIntValue("GOUJI_CORPUS_ACCEPT")) {
        test::Expectation accepted = test::Expectation::fromReading(*reading);
        accepted.cells = expected->cells;
        const Status written = accepted.write(path);
        QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(written.error().message));
    }
    // Qt Test cuts long failure messages; the whole picture goes into the log.
    if (!changes.isEmpty())
        qInfo().noquote() << u"expected (-), found (+):"_s + changes;
    QVERIFY2(changes.isEmpty(), "the reading is not the expected one");
}

void TestCorpus::everyExpectationHasItsDocument()
{
    QStringList names;
    for (const QFileInfo &file : documents())
        names += file.completeBaseName() + u".expected.json"_s;
    for (const QFileInfo &file : QDir(source() + u"/tests/corpus"_s).entryInfoList({u"*.expected.json"_s}, QDir::Files))
        QVERIFY2(names.contains(file.fileName()), qPrintable(file.fileName() + u" belongs to no document"_s));
}

void TestCorpus::everyRuleHasItsDocument()
{
    QStringList findings;
    for (const QFileInfo &file : documents()) {
        const Result<test::Expectation> expected = test::Expectation::fromFile(expectationFor(file));
        if (expected)
            findings += expected->findings;
    }
    QStringList without;
    for (const Rule &rule : test::knowledge().rules->rules()) {
        // form.length is silent until a region sets a length; tst_form shows it.
        if (!rule.needsOthers && rule.id != "form.length"_L1 && findings.filter(u' ' + rule.id + u':').isEmpty())
            without += rule.id;
    }
    QVERIFY2(without.isEmpty(), qPrintable(u"no document of the corpus shows: "_s + without.join(u' ')));
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
