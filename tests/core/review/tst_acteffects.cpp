// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "review/acteffects.h"
#include "review/changetext.h"
#include "review/verbs.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

CellId id(const QString &name) { return knowledge().forms->cell(name); }

const QString Granted = u"requests.granted.total"_s;
const QString Upheld = u"remedies.review.upheld"_s;

Status edit(ReviewSession &session, const QString &cell, const QString &typed)
{
    return session.perform(verbs::edit(session.report(), id(cell), typed));
}

} // namespace

/// What a history says of its acts: what changed, what it did to the findings, why, and whether it can be taken back.
class TestActEffects : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void effectsAreThoseOfTheTime();
    void actsMadeMeanwhileAreTakenUp();
    void changesInWords();
    void whyItCannotBeTakenBack();
    void reasonsAreNotes();
};

void TestActEffects::effectsAreThoseOfTheTime()
{
    ReviewSession session(sampleReport(), knowledge());
    QVERIFY(edit(session, Upheld, u"2"_s)); // breaks the sum of its group
    QVERIFY(edit(session, u"remedies.review.total"_s, u"2"_s)); // mends it
    ActEffects effects(session);
    QCOMPARE(effects.of(0), nullptr);
    while (effects.advance()) { }
    QCOMPARE(effects.done(), 2);
    QCOMPARE(effects.of(0)->made.size(), 1);
    QCOMPARE(effects.of(0)->made.first().rule, u"remedies.total"_s);
    QCOMPARE(effects.of(0)->mended.size(), 0);
    QCOMPARE(effects.of(1)->mended.size(), 1);
    QCOMPARE(effects.of(1)->made.size(), 0);
    QCOMPARE(effects.of(2), nullptr);
}

void TestActEffects::actsMadeMeanwhileAreTakenUp()
{
    ReviewSession session(sampleReport(), knowledge());
    ActEffects effects(session);
    QVERIFY(!effects.advance());
    QVERIFY(edit(session, Upheld, u"2"_s));
    QVERIFY(effects.advance());
    QVERIFY(session.undo());
    QVERIFY(effects.advance());
    QVERIFY(!effects.advance());
    QCOMPARE(effects.of(1)->mended.size(), 1);
}

void TestActEffects::changesInWords()
{
    ReviewSession session(sampleReport({{Upheld, u""_s}, {Granted, u"?"_s}}), knowledge());
    const FormCatalogue &forms = *knowledge().forms;
    QVERIFY(edit(session, Upheld, u"2"_s));
    const QList<ChangeText> first = changeTexts(session.history().last(), forms);
    QCOMPARE(first.size(), 2);
    QCOMPARE(first[0].cell, id(Upheld));
    QCOMPARE(first[0].before, u"空白"_s);
    QCOMPARE(first[0].after, u"2"_s);
    QCOMPARE(first[1], (ChangeText{{}, u"状态"_s, u"未审"_s, u"审核中"_s}));
    QVERIFY(edit(session, Granted, u"7"_s));
    QCOMPARE(changeTexts(session.history().last(), forms).first().before, u"未读到"_s);
    QVERIFY(session.perform(verbs::confirm(session.report(), {id(u"remedies.review.total"_s)})));
    QCOMPARE(changeTexts(session.history().last(), forms).first().after, u"0（已确认）"_s);
    Act strange;
    strange.cells << CellChange{{}, {}, {}};
    QVERIFY(!changeTexts(strange, forms).first().place.isEmpty());
}

void TestActEffects::whyItCannotBeTakenBack()
{
    ReviewSession session(sampleReport(), knowledge());
    QVERIFY(edit(session, Upheld, u"2"_s));
    QVERIFY(edit(session, Upheld, u"3"_s));
    QVERIFY(edit(session, Granted, u"4"_s));
    const QUuid first = session.history()[0].id;
    const QUuid second = session.history()[1].id;
    const Status no = session.canTakeBack(first);
    QVERIFY(!no);
    QCOMPARE(no.error().code, u"conflict"_s);
    QCOMPARE(session.blockerOf(first), second);
    QVERIFY(session.previewTakeBack(first).cells.isEmpty());
    QVERIFY(session.canTakeBack(second));
    QVERIFY(session.blockerOf(second).isNull());
    const Effect effect = session.previewTakeBack(second);
    QCOMPARE(effect.cells.size(), 1);
    QCOMPARE(effect.cells.first().after.value, Decimal(2));
    QCOMPARE(session.history().size(), 3); // looking is no act
    QVERIFY(session.takeBack(second));
    QVERIFY(!session.isInForce(second));
    QVERIFY(session.canTakeBack(first));
    QVERIFY(!session.canTakeBack(second));
}

void TestActEffects::reasonsAreNotes()
{
    const ReadReport read = sampleReport();
    ReviewSession session(read, knowledge());
    QVERIFY(edit(session, Upheld, u"2"_s));
    QVERIFY(session.undo());
    QVERIFY(session.redo());
    QVERIFY(session.undo());
    const QUuid act = session.history().first().id;
    QVERIFY(session.explain(act, u" 单位来电更正 "_s));
    QCOMPARE(session.reasonOf(act), u"单位来电更正"_s);
    QCOMPARE(session.history().last().kind, u"note"_s);
    const qsizetype before = session.history().size();
    QVERIFY(session.explain(act, u"单位来电更正"_s));
    QCOMPARE(session.history().size(), before); // nothing is logged that changed nothing
    QVERIFY(!session.explain(QUuid::createUuid(), u"谁"_s));
    QVERIFY(!session.canUndo()); // a note is nothing to take back
    QVERIFY(session.canRedo()); // and is no step that would make redoing impossible
    QVERIFY(session.explain(act, u"以书面为准"_s));
    const ReviewSession again(read, knowledge(), session.history());
    QVERIFY(again.replayed());
    QCOMPARE(again.reasonOf(act), u"以书面为准"_s);
    QVERIFY(again.report() == session.report());
}

QTEST_GUILESS_MAIN(TestActEffects)
#include "tst_acteffects.moc"
