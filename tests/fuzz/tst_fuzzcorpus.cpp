// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzz target (fuzz_reading.cpp) found once, or started from, stays right.
#include "packaged.h"
#include "readingfaults.h"
#include "samplereport.h"

#include <QDirIterator>
#include <QTest>

using namespace gouji::test;
using namespace Qt::StringLiterals;

class TestFuzzCorpus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void file_data();
    void file();
};

void TestFuzzCorpus::file_data()
{
    QTest::addColumn<QString>("path");
    const QString source = QStringLiteral(GOUJI_SOURCE_DIR);
    for (const QString &folder : {source + u"/tests/fuzz/corpus"_s, source + u"/tests/corpus"_s, source + u"/resources/samples"_s}) {
        for (QDirIterator it(folder, QDir::Files); it.hasNext();) {
            const QString path = it.next();
            QTest::addRow("%s", qPrintable(path.mid(source.size() + 1))) << path;
        }
    }
}

void TestFuzzCorpus::file()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString fault = faultIn(packaged(file.readAll()), knowledge());
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
