// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "review/reviewsession.h"
#include "review/verbs.h"
#include "store/actcodec.h"
#include "store/readingcodec.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

class TestCodecs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readingComesBackEqual_data();
    void readingComesBackEqual();
    void documentComesBackEqual();
    void damagedReadings();
    void damagedLength();
    void actComesBackEqual();
    void hashCoversEverything();
};

namespace {

ReadReport fullReport()
{
    ReadReport read = sampleReport({{u"requests.granted.total"_s, u"12"_s}, {u"requests.granted.other"_s, u""_s},
        {u"proactive.fees.amount"_s, u"258.5432"_s}, {u"remedies.review.total"_s, u"?"_s}});
    Report &report = read.report;
    const CellId id = knowledge().forms->cell(u"requests.granted.total"_s);
    Cell &cell = report.cell(id);
    cell.status = CellStatus::Repaired;
    cell.why = u"“l2”像是 12"_s;
    cell.candidates = {{Decimal(12), u"合计"_s, {3, 5}}, {std::nullopt, {}, {}}, {Decimal::fromString(u"-0.5"_s), u"原文"_s, {-1, 7}}};
    report.openRows << OpenRow{verbs::rowOf(report, id), {10, 20}, u"多出一个数"_s, {{cell.candidates, u"左齐"_s}, {}}};
    report.leftovers << TextRange{30, 32} << TextRange{40, 41};
    report.tables[1].form = u"2019"_s;
    report.agencyStatus = FieldStatus::Suspect;
    report.yearStatus = FieldStatus::Missing;
    report.formStatus = FieldStatus::Corrected;
    report.ocrSigns = true;
    return read;
}

} // namespace

void TestCodecs::readingComesBackEqual_data()
{
    QTest::addColumn<ReadReport>("read");
    QTest::newRow("plain") << sampleReport();
    QTest::newRow("2019") << sampleReport({{u"proactive.licensing.change"_s, u"-8"_s}}, u"正文"_s, u"2019"_s);
    QTest::newRow("everything") << fullReport();
    QTest::newRow("empty") << ReadReport{{}, Report(knowledge().forms, knowledge().forms->newest()), {}};
}

void TestCodecs::readingComesBackEqual()
{
    QFETCH(ReadReport, read);
    const QByteArray packed = packReading(read);
    const auto back = unpackReading(packed, knowledge().forms);
    QVERIFY2(back.ok(), qPrintable(back.ok() ? QString() : back.error().message));
    QVERIFY(back->read.report == read.report);
    QVERIFY(back->unknownCells.isEmpty());
    QCOMPARE(packReading(back->read), packed);
    qInfo("%lld bytes packed, %lld of text", qlonglong(packed.size()), qlonglong(read.document.text.toUtf8().size()));
}

void TestCodecs::documentComesBackEqual()
{
    ReadReport read = sampleReport();
    SourceDocument &d = read.document;
    d.fileName = u"甲/乙.zip!丙.docx"_s;
    d.fileKind = u"docx"_s;
    d.encoding = u"GB18030"_s;
    d.encodingGuessed = true;
    d.notes = QStringList{u"字符集是推测的。"_s};
    d.tables << SourceTable{{3, 9}, {{0, 1, 2, 3, {4, 5}}, {1, 0, 1, 1, {6, 6}}}};
    d.pages << SourcePage{{0, 50}, {595.3, 841.9}};
    d.boxes << SourceBox{{1, 2}, 0, {72.25, 100, 10.5, 12}};
    const auto unpacked = unpackReading(packReading(read), knowledge().forms);
    QVERIFY(unpacked.ok());
    const SourceDocument &back = unpacked->read.document;
    QCOMPARE(back.fileName, d.fileName);
    QCOMPARE(back.fileKind, d.fileKind);
    QCOMPARE(back.sha256, d.sha256);
    QCOMPARE(back.text, d.text);
    QCOMPARE(back.encoding, d.encoding);
    QCOMPARE(back.encodingGuessed, d.encodingGuessed);
    QCOMPARE(back.notes, d.notes);
    QCOMPARE(back.tables.size(), 1);
    QVERIFY(back.tables[0].range == d.tables[0].range);
    QCOMPARE(back.tables[0].cells.size(), 2);
    const SourceTableCell &cell = back.tables[0].cells[0];
    QCOMPARE((QList<int>{cell.row, cell.column, cell.rowSpan, cell.columnSpan}), (QList<int>{0, 1, 2, 3}));
    QVERIFY(cell.text == (TextRange{4, 5}));
    QCOMPARE(back.pages.size(), 1);
    QCOMPARE(back.pages[0].size, d.pages[0].size);
    QCOMPARE(back.boxes.size(), 1);
    QCOMPARE(back.boxes[0].box, d.boxes[0].box);
    QVERIFY(back.boxes[0].text == d.boxes[0].text);
}

/// Whatever happens to the bytes, reading them ends with a value or an error.
void TestCodecs::damagedReadings()
{
    const QByteArray packed = packReading(fullReport());
    QVERIFY(!unpackReading({}, knowledge().forms));
    QVERIFY(!unpackReading("x", knowledge().forms));
    for (qsizetype n = 0; n < packed.size(); n += 397)
        QVERIFY(!unpackReading(packed.left(n), knowledge().forms));
    const QByteArray plain = *decompressed(packed);
    int refused = 0;
    for (quint32 seed = 1; seed <= 300; ++seed) {
        QRandomGenerator random(seed);
        QByteArray bytes = plain;
        for (int i = 0; i < 8; ++i)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        const auto back = unpackReading(compressed(bytes), knowledge().forms);
        if (!back) {
            QVERIFY(!back.error().message.isEmpty());
            ++refused;
        }
    }
    QVERIFY(refused > 0);
}

void TestCodecs::damagedLength()
{
    QByteArray packed = packReading(sampleReport());
    packed.replace(0, 4, "\xff\xff\xff\xff");
    const auto back = unpackReading(packed, knowledge().forms);
    QVERIFY(!back);
    QCOMPARE(back.error().code, u"store-damaged"_s);
}

void TestCodecs::actComesBackEqual()
{
    const ReadReport read = fullReport();
    ReviewSession session(read, knowledge());
    session.setReviewer(u"李“审”\n\\"_s);
    const CellId id = knowledge().forms->cell(u"requests.granted.total"_s);
    QVERIFY(session.perform(verbs::takeCandidate(session.report(), id, 2)));
    QVERIFY(session.perform(verbs::setForm(session.report(), u"2021"_s)));
    QVERIFY(session.perform(verbs::setYear(session.report(), u"2022"_s)));
    QVERIFY(session.undo());
    QVERIFY(session.setState(u"done"_s));
    Act reasoned = *verbs::confirm(session.report(), {knowledge().forms->cell(u"requests.granted.business"_s)});
    reasoned.reason = u"电话核实"_s;
    QVERIFY(session.perform(reasoned));
    QCOMPARE(session.history().size(), 6);
    for (const Act &act : session.history()) {
        const ActRow row = rowOf(act, *knowledge().forms, u"r"_s, 1, u"p"_s);
        QVERIFY(actOf(row, *knowledge().forms) == act);
    }
}

void TestCodecs::hashCoversEverything()
{
    ReviewSession session(sampleReport(), knowledge());
    QVERIFY(session.perform(verbs::setYear(session.report(), u"2022"_s)));
    const ActRow row = rowOf(session.history().first(), *knowledge().forms, u"r"_s, 1, u"p"_s);
    QCOMPARE(row.hash.size(), 64);
    QCOMPARE(row.computedHash(), row.hash);
    for (QString ActRow::*part : {&ActRow::id, &ActRow::report, &ActRow::parent, &ActRow::who, &ActRow::doneAt, &ActRow::kind,
             &ActRow::label, &ActRow::reason, &ActRow::changes, &ActRow::previous}) {
        ActRow other = row;
        other.*part += u'x';
        QVERIFY(other.computedHash() != row.hash);
    }
    ActRow other = row;
    ++other.seq;
    QVERIFY(other.computedHash() != row.hash);
}

QTEST_GUILESS_MAIN(TestCodecs)
#include "tst_codecs.moc"
