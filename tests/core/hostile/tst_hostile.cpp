// SPDX-License-Identifier: GPL-3.0-or-later
// Text that nobody wrote in good faith: it is read to its end, what comes of it stays small, and nothing is wrong in
// silence. Time is not measured here; a step that takes the square of the text's length shows as a test that hangs.
//   GOUJI_HOSTILE_DIR=FOLDER GOUJI_HOSTILE_BYTES=10000000 tst_hostile write
// writes the texts as files, to measure the programs with.
#include "hostiletext.h"
#include "output/reportjson.h"
#include "readingfaults.h"
#include "samplereport.h"

#include <QDir>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

class TestHostile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_data();
    void text();
    void write();
};

namespace {

constexpr qsizetype Bytes = 64 * 1024; // more tokens than are kept
constexpr qsizetype ManyBytes = 1024 * 1024; // the square of this takes minutes
constexpr qsizetype MostFindings = 500; // one for each of the form's rows, and those of the prose
constexpr qsizetype MostJson = 1024 * 1024;
constexpr qsizetype MostLeftOver = 40000; // three tables' tokens

QString valueOf(const Report &report, CellId id)
{
    const Cell &cell = report.cell(id);
    return cell.value ? cell.value->toString() : cell.status == CellStatus::Blank ? u"(blank)"_s : QString();
}

} // namespace

void TestHostile::text_data()
{
    QTest::addColumn<const HostileFiller *>("filler");
    QTest::addColumn<int>("where");
    for (const HostileFiller &filler : hostileFillers()) {
        for (int w = 0; w < int(Where::Count); ++w) {
            if (filler.text || Where(w) == Where::Alone)
                QTest::addRow("%s, %s", filler.name, nameOf(Where(w))) << &filler << w;
        }
    }
}

void TestHostile::text()
{
    QFETCH(const HostileFiller *, filler);
    QFETCH(int, where);
    const bool goesThroughAll = Where(where) == Where::Prose || Where(where) == Where::Table;
    const QByteArray bytes = hostileDocument(*filler, Where(where), goesThroughAll ? ManyBytes : Bytes);
    const auto read = readReport(bytes, u"hostile.txt"_s, knowledge());
    if (!read) {
        const QStringList codes = {u"empty"_s, u"unsupported"_s, u"no-tables"_s, u"too-large"_s, u"unreadable"_s};
        QVERIFY2(codes.contains(read.error().code), qPrintable(read.error().code));
        QVERIFY2(read.error().message.endsWith(u'。'), qPrintable(read.error().message));
        return;
    }
    QCOMPARE(faultOf(*read), QString());
    QVERIFY(read->findings.size() <= MostFindings);
    QVERIFY(read->report.leftovers.size() <= MostLeftOver);
    QVERIFY(reportJson(u"hostile.txt"_s, read->report, read->findings).size() <= MostJson);
    if (Where(where) == Where::Alone)
        return;
    QStringList silent;
    int right = 0;
    for (const CellId id : read->report.cellIds()) {
        const QString name = read->report.catalogue().name(id);
        const QString truth = hostileTruth().value(name, u"0"_s);
        const CellStatus status = read->report.cell(id).status;
        const bool certain = status == CellStatus::Read || status == CellStatus::Blank;
        const QString value = valueOf(read->report, id);
        if (certain && value != truth)
            silent << name + u" is "_s + value;
        right += value == truth;
    }
    QCOMPARE(silent.join(u", "_s), QString());
    if (Where(where) != Where::Row && Where(where) != Where::Table && !filler->misleads) {
        if (QByteArray(filler->name).contains("heading") && right < read->report.cellIds().size())
            QEXPECT_FAIL("", "headings repeated without end leave rows of their tables in doubt", Continue);
        QCOMPARE(right, read->report.cellIds().size());
    }
}

void TestHostile::write()
{
    const QString folder = qEnvironmentVariable("GOUJI_HOSTILE_DIR");
    if (folder.isEmpty())
        QSKIP("GOUJI_HOSTILE_DIR names no folder");
    const qsizetype bytes = qEnvironmentVariableIntValue("GOUJI_HOSTILE_BYTES");
    const QStringList places = qEnvironmentVariable("GOUJI_HOSTILE_PLACES", u"0,1,2,3,4,5"_s).split(u',');
    QVERIFY(QDir().mkpath(folder));
    for (const HostileFiller &filler : hostileFillers()) {
        for (int w = 0; w < int(Where::Count); ++w) {
            if ((!filler.text && w > 0) || !places.contains(QString::number(w)))
                continue;
            const QString name = u"%1 %2.txt"_s.arg(QLatin1StringView(nameOf(Where(w))), QLatin1StringView(filler.name));
            QFile file(folder + u'/' + QString(name).replace(u' ', u'_').remove(u','));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(hostileDocument(filler, Where(w), bytes));
        }
    }
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
