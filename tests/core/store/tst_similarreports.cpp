// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "store/similarreports.h"

#include "review/repairfinder.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList Columns{
    u"natural_person"_s, u"business"_s, u"research"_s, u"public_interest"_s, u"legal_service"_s, u"other"_s, u"total"_s};

CellId id(const QString &row, int column = 0) { return knowledge().forms->cell(u"requests."_s + row + u'.' + Columns[column]); }

/// A report in order but for its row 「予以公开」, which is printed as `granted`; in order it would be `whole`.
ReadReport reportOf(const QString &agency, const QString &whole, const QString &granted, const QString &kind = u"txt"_s)
{
    QHash<QString, QString> values;
    for (const QString &row : {u"new_received"_s, u"granted"_s, u"total_handled"_s}) {
        const QStringList words = (row == "granted"_L1 ? granted : whole).split(u' ');
        for (int i = 0; i < Columns.size(); ++i)
            values[u"requests."_s + row + u'.' + Columns[i]] = words[i] == "."_L1 ? QString() : words[i];
    }
    ReadReport read = sampleReport(values);
    read.report.agency = agency;
    read.document.fileName = agency + u".txt"_s;
    read.document.fileKind = kind;
    read.document.sha256 = agency.toUtf8().leftJustified(32, 'x', true);
    return read;
}

} // namespace

/// A repair that helped one report, done to the others that are broken in the same way.
class TestSimilarReports : public QObject, StoreFixture {
    Q_OBJECT
    QString words(const QUuid &report) const
    {
        const auto kept = m_store->current(report);
        QStringList out;
        for (int i = 0; i < Columns.size(); ++i) {
            const auto value = kept->report.cell(id(u"granted"_s, i)).value;
            out << (value ? value->toString() : u"."_s);
        }
        return out.join(u' ');
    }

private Q_SLOTS:
    void init() { newStore(); }

    void theSameRepairIsFoundAndDoneAndTakenBack()
    {
        const ReadReport here = reportOf(u"甲市水务局"_s, u"9 3 0 1 0 0 13"_s, u"93 0 1 0 0 13 ."_s);
        const QUuid own = keep(here);
        const QUuid same = keep(reportOf(u"乙市水务局"_s, u"120 3 0 1 0 0 124"_s, u"1203 0 1 0 0 124 ."_s));
        const QUuid inOrder = keep(reportOf(u"丙市水务局"_s, u"9 3 0 1 0 0 13"_s, u"9 3 0 1 0 0 13"_s));
        const QUuid otherwise = keep(reportOf(u"丁市水务局"_s, u"9 3 0 1 0 0 13"_s, u"9 3 0 1 0 0 12"_s));
        keep(reportOf(u"戊市水务局"_s, u"9 3 0 1 0 0 13"_s, u"93 0 1 0 0 13 ."_s, u"docx"_s));

        ReviewSession session(here, knowledge());
        const RowRepairs repairs = RepairFinder(session).forRow(id(u"granted"_s));
        QVERIFY(repairs.certain);
        const FoundRepair &found = repairs.found.first();

        const SimilarReports similar(*m_store, knowledge(), u"审核人甲"_s);
        const auto candidates = similar.candidates(own);
        QVERIFY(candidates.ok());
        QList<SimilarReport> list;
        for (const StoredReport &entry : *candidates) {
            QVERIFY(entry.id != own && entry.fileKind == "txt"_L1);
            if (const auto one = similar.look(entry, found.repair, found.effect.holding))
                list << *one;
        }
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0].entry.id, same);
        QCOMPARE(list[0].row, u"1203 0 1 0 0 124 □"_s);
        QCOMPARE(list[0].mended, u"120 3 0 1 0 0 124"_s);
        QVERIFY(list[0].findingsMended > 0);
        QCOMPARE(list[0].findingsMade, 0);

        const BatchOutcome done = similar.apply(list, found.effect.holding);
        QCOMPARE(done.done, QList<QUuid>{same});
        QCOMPARE(done.failed, QStringList());
        QCOMPARE(words(same), u"120 3 0 1 0 0 124"_s);
        QCOMPARE(words(inOrder), u"9 3 0 1 0 0 13"_s);
        QCOMPARE(words(otherwise), u"9 3 0 1 0 0 12"_s);
        const auto kept = m_store->load(same);
        QVERIFY(kept.ok() && kept->notes.isEmpty());
        QCOMPARE(kept->history.last().group, done.group);
        QCOMPARE(kept->history.last().who, u"审核人甲"_s);
        const auto entries = m_store->list();
        QVERIFY(std::any_of(entries->begin(), entries->end(), [&](const StoredReport &r) { return r.id == same && !r.stale; }));

        const BatchOutcome back = similar.takeBack(done.group, done.done);
        QCOMPARE(back.done, QList<QUuid>{same});
        QCOMPARE(words(same), u"1203 0 1 0 0 124 ."_s);
        const BatchOutcome again = similar.takeBack(done.group, done.done);
        QVERIFY(again.done.isEmpty());
        QCOMPARE(again.failed.size(), 1);
    }

    void aReportThatChangedMeanwhileIsLeftAlone()
    {
        const ReadReport here = reportOf(u"甲市水务局"_s, u"9 3 0 1 0 0 13"_s, u"93 0 1 0 0 13 ."_s);
        const QUuid own = keep(here);
        const QUuid same = keep(reportOf(u"乙市水务局"_s, u"9 3 0 1 0 0 13"_s, u"93 0 1 0 0 13 ."_s));
        ReviewSession session(here, knowledge());
        const FoundRepair found = RepairFinder(session).forRow(id(u"granted"_s)).found.first();
        const SimilarReports similar(*m_store, knowledge(), u"审核人甲"_s);
        const auto one = similar.look(similar.candidates(own)->first(), found.repair, found.effect.holding);
        QVERIFY(one);
        QCOMPARE(similar.apply({*one}, found.effect.holding).done.size(), 1);
        const BatchOutcome second = similar.apply({*one}, found.effect.holding);
        QVERIFY(second.done.isEmpty());
        QCOMPARE(second.failed, QStringList{u"乙市水务局：这一行已经变了，没有动。"_s});
        QCOMPARE(m_store->load(same)->history.size(), 1);
    }

    void nothingIsSimilarWithoutANeed()
    {
        ReviewSession session(reportOf(u"甲市水务局"_s, u"9 3 0 1 0 0 13"_s, u"93 0 1 0 0 13 ."_s), knowledge());
        const FoundRepair found = RepairFinder(session).forRow(id(u"granted"_s)).found.first();
        const ReadReport fine = reportOf(u"乙市水务局"_s, u"93 0 1 0 0 0 94"_s, u"93 0 1 0 0 0 94"_s);
        QVERIFY(!similarDraft(found.repair, found.effect.holding, fine.report, fine.document));
    }
};

QTEST_GUILESS_MAIN(TestSimilarReports)
#include "tst_similarreports.moc"
