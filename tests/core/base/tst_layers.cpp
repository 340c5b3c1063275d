// SPDX-License-Identifier: GPL-3.0-or-later
// The architecture as CONTRIBUTING.md draws it: a folder includes only what stands before it.
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void core_data();
    void core();
    void stepsOfRecovery();
};

namespace {

/// Every include of ours in a folder of core, as "FILE: PATH". Folders below the first part of a path are not told apart.
struct Include {
    QString file;
    QString path;
};

QList<Include> includesOf(const QString &folder)
{
    static const QRegularExpression include(u"^#include \"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    QList<Include> out;
    QDirIterator files(
        QStringLiteral(GOUJI_SOURCE_DIR) + u"/core/"_s + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = include.globalMatch(text); it.hasNext();)
            out.append({file.fileName(), it.next().captured(1)});
    }
    return out;
}

} // namespace

void TestLayers::core_data()
{
    QTest::addColumn<QString>("allowed");
    QTest::newRow("base") << u"base"_s;
    QTest::newRow("document") << u"base document"_s;
    QTest::newRow("report") << u"base report"_s;
    QTest::newRow("ocr") << u"base document ocr"_s;
    QTest::newRow("recovery") << u"base document report recovery"_s;
    QTest::newRow("checks") << u"base document report checks"_s;
    QTest::newRow("comparison") << u"base document report checks comparison"_s;
    QTest::newRow("review") << u"base document report checks pipeline.h review"_s;
    QTest::newRow("store") << u"base document report checks pipeline.h comparison review store"_s;
    QTest::newRow("output") << u"base document report checks pipeline.h review output"_s;
}

void TestLayers::core()
{
    QFETCH(QString, allowed);
    const QStringList folders = allowed.split(u' ');
    const QList<Include> includes = includesOf(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!includes.isEmpty());
    for (const Include &include : includes)
        QVERIFY2(folders.contains(include.path.section(u'/', 0, 0)), qPrintable(include.file + u" includes "_s + include.path));
}

void TestLayers::stepsOfRecovery()
{
    const QStringList steps{
        u"text"_s, u"tokens"_s, u"wording"_s, u"zones"_s, u"mending"_s, u"rows"_s, u"places"_s, u"sums"_s, u"judging"_s};
    QStringList folders = QDir(QStringLiteral(GOUJI_SOURCE_DIR) + u"/core/recovery"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QStringList sorted = steps;
    sorted.sort();
    folders.sort();
    QCOMPARE(folders, sorted);
    for (qsizetype step = 0; step < steps.size(); ++step) {
        for (const Include &include : includesOf(u"recovery/"_s + steps[step])) {
            if (!include.path.startsWith(u"recovery/"_s))
                continue;
            const qsizetype other = steps.indexOf(include.path.section(u'/', 1, 1));
            QVERIFY2(other >= 0 && other <= step, qPrintable(include.file + u" includes "_s + include.path));
        }
    }
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
