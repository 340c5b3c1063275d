// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "checks/checker.h"
#include "review/reviewsession.h"
#include "review/verbs.h"

#include <QSignalSpy>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

CellId id(const QString &name) { return knowledge().forms->cell(name); }

QString value(const ReviewSession &session, const QString &name)
{
    const Cell &cell = session.report().cell(id(name));
    return cell.value ? cell.value->toString() : QString();
}

const QString Granted = u"requests.granted.total"_s;
const QString Carried = u"requests.carried_over.total"_s;

} // namespace

class TestReviewSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void performs();
    void keepsFirst();
    void emptyDraftIsNothing();
    void staleDraftIsRefused();
    void backToTheReading();
    void undoRedoTexts();
    void survivesRestart();
    void takesBackOutOfTurn();
    void states();
    void formSwitch();
    void mixedForms();
    void openRowsAndLeftovers();
    void brokenHistory();
    void preview();
    void proseIsReadForTheNameAndYearOfNow();
};

void TestReviewSession::performs()
{
    ReviewSession session(sampleReport(), knowledge());
    session.setReviewer(u"李审"_s);
    const QSignalSpy changed(&session, &ReviewSession::changed);
    const QSignalSpy findings(&session, &ReviewSession::findingsChanged);
    const QSignalSpy history(&session, &ReviewSession::historyChanged);
    const QDateTime start = QDateTime::currentDateTimeUtc();
    QVERIFY(session.perform(verbs::edit(session.report(), id(Granted), u"3"_s)));
    QCOMPARE(value(session, Granted), u"3"_s);
    QCOMPARE(session.report().cell(id(Granted)).status, CellStatus::Corrected);
    QCOMPARE(session.reading().cell(id(Granted)).value, Decimal(0));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<QList<CellId>>(), QList<CellId>{id(Granted)});
    QCOMPARE(findings.size(), 1);
    QCOMPARE(history.size(), 1);
    const Act &act = session.history().last();
    QVERIFY(!act.id.isNull());
    QVERIFY(act.parent.isNull());
    QCOMPARE(act.who, u"李审"_s);
    QCOMPARE(act.when.timeSpec(), Qt::UTC);
    QVERIFY(act.when >= start && act.when <= QDateTime::currentDateTimeUtc());
}

void TestReviewSession::keepsFirst()
{
    ReviewSession session(sampleReport(), knowledge());
    QList<Act> kept;
    bool full = false;
    session.setKeeper([&](const Act &act) -> Status {
        if (full)
            return Error{u"store-unwritable"_s, u"磁盘已满。"_s};
        kept << act;
        return Done();
    });
    QVERIFY(session.perform(verbs::edit(session.report(), id(Granted), u"3"_s)));
    QCOMPARE(kept, session.history());
    full = true;
    const QSignalSpy refused(&session, &ReviewSession::refused);
    const QSignalSpy changed(&session, &ReviewSession::changed);
    QVERIFY(!session.perform(verbs::edit(session.report(), id(Granted), u"4"_s)));
    QVERIFY(!session.undo());
    QCOMPARE(value(session, Granted), u"3"_s);
    QCOMPARE(session.history().size(), 1);
    QVERIFY(session.canUndo());
    QCOMPARE(refused.size(), 2);
    QCOMPARE(refused.first().first().value<Error>().message, u"磁盘已满。"_s);
    QCOMPARE(changed.size(), 0);
}

void TestReviewSession::emptyDraftIsNothing()
{
    ReviewSession session(sampleReport(), knowledge());
    const QSignalSpy changed(&session, &ReviewSession::changed);
    QVERIFY(session.perform(Act()));
    QVERIFY(session.setState(u"new"_s));
    Act same;
    same.cells << CellChange{id(Granted), session.report().cell(id(Granted)), session.report().cell(id(Granted))};
    QVERIFY(session.perform(same));
    QVERIFY(session.history().isEmpty());
    QCOMPARE(changed.size(), 0);
    QCOMPARE(session.state(), u"new"_s);
}

void TestReviewSession::staleDraftIsRefused()
{
    ReviewSession session(sampleReport(), knowledge());
    const Result<Act> draft = verbs::edit(session.report(), id(Granted), u"3"_s);
    QVERIFY(session.perform(verbs::edit(session.report(), id(Granted), u"4"_s)));
    const Status status = session.perform(draft);
    QVERIFY(!status);
    QCOMPARE(status.error().code, u"conflict"_s);
    QCOMPARE(value(session, Granted), u"4"_s);
    QVERIFY(!session.perform(Error{u"refused"_s, u"不行。"_s}));
}

void TestReviewSession::backToTheReading()
{
    ReadReport read = sampleReport({{u"requests.granted.other"_s, u""_s}, {Carried, u"?"_s}});
    Cell &suspect = read.report.cell(id(u"requests.new_received.total"_s));
    suspect.status = CellStatus::Suspect;
    suspect.why = u"字迹不清"_s;
    ReviewSession session(read, knowledge());
    const auto edit
        = [&](const QString &name, const QString &typed) { return session.perform(verbs::edit(session.report(), id(name), typed)).ok(); };

    QVERIFY(edit(Granted, u"3"_s));
    QVERIFY(edit(Granted, u"0"_s));
    Cell expected = read.report.cell(id(Granted));
    expected.confirmed = true;
    QCOMPARE(session.report().cell(id(Granted)), expected);

    QVERIFY(edit(u"requests.new_received.total"_s, u"0"_s));
    expected = suspect;
    expected.confirmed = true;
    QCOMPARE(session.report().cell(id(u"requests.new_received.total"_s)), expected);

    QVERIFY(edit(Carried, u"3"_s));
    QVERIFY(edit(Carried, QString()));
    QCOMPARE(session.report().cell(id(Carried)).status, CellStatus::Blank);
    QVERIFY(session.report().cell(id(Carried)).confirmed);

    // A row shifted there and back is the row that was read.
    const QString first = u"requests.partially_granted.natural_person"_s;
    QVERIFY(edit(u"requests.partially_granted.total"_s, QString()));
    QVERIFY(session.perform(verbs::shiftRight(session.report(), id(first))));
    QCOMPARE(session.report().cell(id(first)).status, CellStatus::Corrected);
    QVERIFY(session.perform(verbs::shiftLeft(session.report(), id(first))));
    for (const CellId cell : verbs::rowOf(session.report(), id(first)).mid(0, 6)) {
        QCOMPARE(session.report().cell(cell).status, CellStatus::Read);
        QCOMPARE(session.report().cell(cell).text, session.reading().cell(cell).text);
        QCOMPARE(session.report().cell(cell).source, session.reading().cell(cell).source);
    }

    QVERIFY(session.perform(verbs::setAgency(session.report(), u"青川县财政局"_s)));
    QCOMPARE(session.report().agencyStatus, FieldStatus::Corrected);
    QVERIFY(session.perform(verbs::setAgency(session.report(), read.report.agency)));
    QCOMPARE(session.report().agencyStatus, FieldStatus::Read);
}

void TestReviewSession::undoRedoTexts()
{
    ReviewSession session(sampleReport(), knowledge());
    QVERIFY(!session.canUndo());
    QVERIFY(!session.undo());
    QVERIFY(!session.redo());
    QVERIFY(session.perform(verbs::edit(session.report(), id(Granted), u"3"_s)));
    const QString text = session.undoText();
    QVERIFY2(text.startsWith(u"更正："_s), qPrintable(text));
    QVERIFY(session.undo());
    QVERIFY(session.report() == session.reading());
    QCOMPARE(session.history().size(), 2);
    const Act undo = session.history().last();
    QCOMPARE(undo.kind, u"undo"_s);
    QCOMPARE(undo.parent, session.history().first().id);
    QCOMPARE(undo.cells.first().before.value, Decimal(3));
    QCOMPARE(undo.cells.first().after.value, Decimal(0));
    QCOMPARE(undo.text, u"撤销："_s + text);
    QCOMPARE(session.undoText(), QString());
    QCOMPARE(session.redoText(), text);
    QVERIFY(session.redo());
    QCOMPARE(value(session, Granted), u"3"_s);
    QCOMPARE(session.history().last().kind, u"redo"_s);
    QVERIFY(session.undo());
    QVERIFY(session.perform(verbs::edit(session.report(), id(Granted), u"5"_s)));
    QVERIFY(!session.canRedo());
}

void TestReviewSession::survivesRestart()
{
    const ReadReport read = sampleReport();
    ReviewSession session(read, knowledge());
    for (const QString &typed : {u"3"_s, u"4"_s, u"5"_s})
        QVERIFY(session.perform(verbs::edit(session.report(), id(Granted), typed)));
    QVERIFY(session.undo());
    QVERIFY(session.undo());
    ReviewSession again(read, knowledge(), session.history());
    QVERIFY(again.replayed());
    QVERIFY(again.report() == session.report());
    QCOMPARE(again.findings(), session.findings());
    QCOMPARE(again.undoText(), session.undoText());
    QCOMPARE(again.redoText(), session.redoText());
    QVERIFY(again.redo());
    QCOMPARE(value(again, Granted), u"4"_s);
    QVERIFY(again.redo());
    QCOMPARE(value(again, Granted), u"5"_s);
    QVERIFY(!again.canRedo());
}

void TestReviewSession::takesBackOutOfTurn()
{
    ReviewSession session(sampleReport(), knowledge());
    const auto edit
        = [&](const QString &name, const QString &typed) { return session.perform(verbs::edit(session.report(), id(name), typed)).ok(); };
    QVERIFY(edit(Granted, u"3"_s));
    QVERIFY(edit(Carried, u"4"_s));
    QVERIFY(edit(Granted, u"5"_s));
    const Status refused = session.takeBack(session.history()[0].id);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"conflict"_s);
    QVERIFY(session.takeBack(session.history()[1].id));
    QCOMPARE(value(session, Carried), u"0"_s);
    QCOMPARE(value(session, Granted), u"5"_s);
    QVERIFY(session.undo());
    QVERIFY(session.takeBack(session.history()[0].id));
    QVERIFY(session.report() == session.reading());
    QVERIFY(!session.canUndo());
    while (session.canRedo())
        QVERIFY(session.redo());
    QCOMPARE(value(session, Granted), u"5"_s);
    QCOMPARE(value(session, Carried), u"4"_s);
    QVERIFY(!session.takeBack(QUuid::createUuid()));
}

void TestReviewSession::states()
{
    ReviewSession session(sampleReport(), knowledge());
    QCOMPARE(session.state(), u"new"_s);
    QVERIFY(session.perform(verbs::edit(session.report(), id(Granted), u"3"_s)));
    QCOMPARE(session.state(), u"open"_s);
    QCOMPARE(session.history().size(), 1);
    QVERIFY(session.setState(u"returned"_s));
    QCOMPARE(session.undoText(), u"状态：审核中 → 待单位整改"_s);
    QVERIFY(session.perform(verbs::edit(session.report(), id(Granted), u"4"_s)));
    QCOMPARE(session.state(), u"returned"_s);
    QVERIFY(session.undo());
    QVERIFY(session.undo());
    QCOMPARE(session.state(), u"open"_s);
    QVERIFY(session.undo());
    QCOMPARE(session.state(), u"new"_s);
    QVERIFY(session.setState(u"done"_s)); // straight from 未审
    QCOMPARE(session.state(), u"done"_s);
}

void TestReviewSession::formSwitch()
{
    ReviewSession session(sampleReport(), knowledge());
    const CellId old = id(u"requests.other_handling.total"_s);
    QVERIFY(!session.report().cellIds().contains(old));
    QVERIFY(session.perform(verbs::setForm(session.report(), u"2019"_s)));
    QVERIFY(session.report().cellIds().contains(old));
    QCOMPARE(session.report().cell(old).status, CellStatus::Missing);
    QCOMPARE(session.report().cellIds().size(), 198);
    QCOMPARE(session.report().form, u"2019"_s);
    QVERIFY(session.perform(verbs::edit(session.report(), old, u"2"_s)));
    QVERIFY(session.undo());
    QVERIFY(session.undo());
    QVERIFY(session.report() == session.reading());
}

void TestReviewSession::mixedForms()
{
    ReadReport read = sampleReport();
    read.report.tables[1].form = u"2019"_s;
    ReviewSession session(read, knowledge());
    QCOMPARE(formsOf(session.report()), u"2021;requests=2019"_s);
    QVERIFY(session.perform(verbs::setForm(session.report(), u"2021"_s)));
    QCOMPARE(session.report().tables[1].form, u"2021"_s);
    QVERIFY(session.undo());
    QVERIFY(session.report() == read.report);
    Report report = read.report;
    for (const QString &bad : {u""_s, u"1998"_s, u"2021;requests"_s, u"2021;requests=1998"_s})
        QVERIFY(!setForms(report, bad));
    QVERIFY(report == read.report);
}

void TestReviewSession::openRowsAndLeftovers()
{
    ReadReport read = sampleReport();
    const QList<CellId> row = verbs::rowOf(read.report, id(Granted));
    const TextRange stray = read.report.cell(row[6]).source;
    Placement placement;
    for (const CellId cell : row)
        placement.cells << Candidate{Decimal(0), {}, read.report.cell(cell).source};
    read.report.cell(row[6]) = Cell();
    read.report.openRows << OpenRow{row, {}, u"多出一个数"_s, {placement}};
    read.report.leftovers << stray;
    ReviewSession session(read, knowledge());
    QCOMPARE(session.report().openRows.size(), 1);
    QVERIFY(session.perform(verbs::place(session.report(), 0, 0)));
    QCOMPARE(session.report().cell(row[6]).text, u"0"_s); // characters from the document
    QVERIFY(session.report().openRows.isEmpty());
    QVERIFY(session.report().leftovers.isEmpty());
    QVERIFY(session.perform(verbs::deleteValue(session.report(), row[0])));
    QCOMPARE(session.report().leftovers, QList<TextRange>{read.report.cell(row[0]).source});
    QVERIFY(session.undo());
    QVERIFY(session.undo());
    QVERIFY(session.report() == read.report);
}

void TestReviewSession::brokenHistory()
{
    const ReadReport read = sampleReport();
    ReviewSession session(read, knowledge());
    QVERIFY(session.perform(verbs::edit(session.report(), id(Carried), u"4"_s)));
    QVERIFY(session.perform(verbs::edit(session.report(), id(Granted), u"3"_s)));
    ReviewSession other(sampleReport({{Granted, u"7"_s}}), knowledge(), session.history());
    QVERIFY(!other.replayed());
    QCOMPARE(other.replayed().error().code, u"broken-history"_s);
    QCOMPARE(value(other, Carried), u"4"_s);
    QCOMPARE(value(other, Granted), u"7"_s);
    QVERIFY(!other.undo());
    QVERIFY(!other.perform(verbs::edit(other.report(), id(Granted), u"8"_s)));
    QCOMPARE(value(other, Granted), u"7"_s);
}

void TestReviewSession::preview()
{
    // new 9 + carried over 0 against handled 8 + carried forward 0
    ReviewSession session(sampleReport({{u"requests.new_received.total"_s, u"9"_s}, {u"requests.new_received.natural_person"_s, u"9"_s},
                              {u"requests.granted.natural_person"_s, u"9"_s}, {u"requests.granted.total"_s, u"9"_s},
                              {u"requests.total_handled.natural_person"_s, u"9"_s}, {u"requests.total_handled.total"_s, u"8"_s}}),
        knowledge());
    if (session.findings().isEmpty())
        QSKIP("the checks find nothing in this build");
    const Report before = session.report();
    const auto mend = session.preview(*verbs::edit(session.report(), id(u"requests.total_handled.total"_s), u"9"_s));
    QCOMPARE(mend.mended.size(), session.findings().size());
    QVERIFY(mend.made.isEmpty());
    const auto spoil = session.preview(*verbs::edit(session.report(), id(u"remedies.review.total"_s), u"5"_s));
    QVERIFY(spoil.mended.isEmpty());
    QVERIFY(!spoil.made.isEmpty());
    QVERIFY(session.report() == before);
    QVERIFY(session.history().isEmpty());
}

/// The prose is read once; a person who mends the name or the year gets what a fresh check would say.
void TestReviewSession::proseIsReadForTheNameAndYearOfNow()
{
    ReviewSession session(sampleReport({}, u"2022年，收到政府信息公开申请8件。市教育局共收到政府信息公开申请9件。"_s), knowledge());
    const auto afresh = [&] { return check(Dossier{session.report(), session.document()}, *knowledge().rules); };
    const auto about8 = [&] {
        return std::any_of(session.findings().begin(), session.findings().end(),
            [](const Finding &f) { return f.rule == "narrative.mismatch"_L1 && f.found == "8"_L1; });
    };
    QCOMPARE(session.findings(), afresh());
    QVERIFY(!about8());
    QVERIFY(session.perform(verbs::setYear(session.report(), u"2022"_s)));
    QVERIFY(about8());
    QCOMPARE(session.findings(), afresh());
    QVERIFY(session.perform(verbs::setAgency(session.report(), u"云岭市教育局"_s)));
    QCOMPARE(session.findings(), afresh());
    QVERIFY(session.undo());
    QVERIFY(session.undo());
    QVERIFY(!about8());
}

QTEST_GUILESS_MAIN(TestReviewSession)
#include "tst_reviewsession.moc"
