// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "review/reviewsession.h"
#include "review/verbs.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

/// Whatever a person does, in whatever order: undoing all gives the reading back, redoing all gives the work back, and a
/// restart in between changes nothing. The seed is the name of the data row.
class TestUndoLaws : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void laws_data();
    void laws();
};

namespace {

ReadReport raggedReport(QRandomGenerator &random)
{
    QHash<QString, QString> values;
    const FormCatalogue &forms = *knowledge().forms;
    for (const CellId id : sampleReport().report.cellIds()) {
        const int kind = int(random.bounded(10));
        values[forms.name(id)] = kind < 6 ? QString::number(random.bounded(30)) : kind < 8 ? QString() : u"?"_s;
    }
    ReadReport read = sampleReport(values, u"全年收到申请12件，办结9件。"_s);
    for (const CellId id : read.report.cellIds()) {
        Cell &cell = read.report.cell(id);
        const int kind = int(random.bounded(8));
        if (cell.value && kind == 0)
            cell.status = CellStatus::Suspect;
        if (cell.value && kind == 1) {
            cell.status = CellStatus::Repaired;
            cell.why = u"按合计推定"_s;
            cell.candidates << Candidate{Decimal(3), u"合计"_s, {}} << Candidate{std::nullopt, u"空"_s, {}};
        }
        if (cell.value && kind == 2) {
            cell.value.reset();
            cell.status = CellStatus::Suspect;
        }
    }
    read.report.yearStatus = FieldStatus::Suspect;
    return read;
}

Result<Act> randomDraft(const ReviewSession &session, QRandomGenerator &random)
{
    const Report &report = session.report();
    const QList<CellId> cells = report.cellIds();
    const auto any = [&] { return cells[random.bounded(int(cells.size()))]; };
    const CellId cell = any();
    const QStringList typed{QString(), u"0"_s, u"7"_s, u"12"_s, u"x"_s};
    const QList<CellId> row = verbs::rowOf(report, cell);
    switch (random.bounded(14)) {
    case 0:
        return verbs::shiftLeft(report, cell);
    case 1:
        return verbs::shiftRight(report, cell);
    case 2:
        return verbs::insertValue(report, cell, typed[random.bounded(5)]);
    case 3:
        return verbs::deleteValue(report, cell);
    case 4:
        return verbs::moveRun(report, row.mid(random.bounded(int(row.size())), 1 + random.bounded(3)), any());
    case 5:
        return verbs::confirm(report, row);
    case 6:
        return verbs::confirm(report, {cell});
    case 7: {
        const qsizetype at = session.document().text.indexOf(random.bounded(2) ? u"12件"_s : u"9件"_s);
        return verbs::takeFromSource(report, session.document(), {at, at + 2}, cell);
    }
    case 8:
        return verbs::takeCandidate(report, cell, random.bounded(2));
    case 9:
        return verbs::setAgency(report, random.bounded(2) ? u"青川县财政局"_s : session.reading().agency);
    case 10:
        return verbs::setYear(report, QString::number(2021 + random.bounded(3)));
    case 11:
        return verbs::setForm(report, random.bounded(2) ? u"2019"_s : u"2021"_s);
    default:
        return verbs::edit(report, cell, typed[random.bounded(5)]);
    }
}

} // namespace

void TestUndoLaws::laws_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestUndoLaws::laws()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const ReadReport read = raggedReport(random);
    ReviewSession session(read, knowledge());
    QList<Report> stages{session.report()};
    QList<Act> kept;
    session.setKeeper([&](const Act &act) -> Status {
        kept << act;
        return Done();
    });

    for (int i = 0; i < 60; ++i) {
        const int dice = int(random.bounded(10));
        if (dice == 0 && session.canUndo()) {
            QVERIFY(session.undo());
            stages.removeLast();
            QVERIFY(session.report() == stages.last());
        } else if (dice == 1 && session.canRedo()) {
            QVERIFY(session.redo());
            stages << session.report();
        } else {
            const Result<Act> draft = randomDraft(session, random);
            const Report before = session.report();
            const qsizetype acts = session.history().size();
            const Status done = session.perform(draft);
            QCOMPARE(done.ok(), draft.ok());
            const bool logged = session.history().size() > acts;
            if (logged)
                stages << session.report();
            else
                QVERIFY(session.report() == before);
            if (logged && session.history().last().fields.isEmpty())
                QVERIFY(!(session.report() == before));
        }
        QVERIFY(session.reading() == read.report);
    }
    QVERIFY2(stages.size() > 5, "the seed did next to nothing");

    const Report work = session.report();
    const QList<Finding> findings = session.findings();
    const QString state = session.state();

    ReviewSession replayed(read, knowledge(), kept);
    QVERIFY(replayed.replayed());
    QVERIFY(replayed.report() == work);
    QCOMPARE(replayed.findings(), findings);
    QCOMPARE(replayed.state(), state);
    QCOMPARE(replayed.undoText(), session.undoText());
    QCOMPARE(replayed.redoText(), session.redoText());

    while (replayed.canUndo()) {
        QVERIFY(replayed.undo());
        stages.removeLast();
        QVERIFY(replayed.report() == stages.last());
    }
    QCOMPARE(stages.size(), 1);
    QVERIFY(replayed.report() == read.report);
    QCOMPARE(replayed.findings(), ReviewSession(read, knowledge()).findings());
    QCOMPARE(replayed.state(), u"new"_s);

    ReviewSession third(read, knowledge(), replayed.history());
    for (qsizetype i = session.history().size(); i < replayed.history().size(); ++i)
        QVERIFY(third.redo());
    QVERIFY(third.report() == work);
    QCOMPARE(third.findings(), findings);
    QCOMPARE(third.state(), state);
}

QTEST_GUILESS_MAIN(TestUndoLaws)
#include "tst_undolaws.moc"
