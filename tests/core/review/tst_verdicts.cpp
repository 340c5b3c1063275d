// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/reportjson.h"
#include "output/summary.h"
#include "review/reviewsession.h"
#include "review/verbs.h"
#include "samplereport.h"
#include "store/store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

/// What a person says of a finding: it holds for its values, is undone like any act, and lapses where all can see it.
class TestVerdicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void heldAndUndone();
    void dismissingWantsAReason();
    void lapsesWithItsValues();
    void lapsesWhereItsFindingIsGone();
    void ofProse();
    void survivesTheStore();
    void standsInTheSummaryAndInJson();
    void takenBackOutOfTurn();

private:
    static CellId id(const QString &name) { return knowledge().forms->cell(name); }
    qsizetype row(const QString &rule) const
    {
        for (qsizetype i = 0; i < m_session->findings().size(); ++i) {
            if (m_session->findings()[i].rule == rule)
                return i;
        }
        return -1;
    }
    QString said(const QString &rule) const { return row(rule) < 0 ? u"no finding"_s : verdictText(m_session->verdicts()[row(rule)]); }
    void type(const QString &cell, const QString &value)
    {
        QVERIFY(m_session->perform(verbs::edit(m_session->report(), id(cell), value)).ok());
    }

    ReadReport m_read;
    std::unique_ptr<ReviewSession> m_session;
};

void TestVerdicts::init()
{
    m_read = sampleReport({{u"remedies.review.total"_s, u"3"_s}, {u"remedies.review.upheld"_s, u"2"_s}, {u"proactive.fees.amount"_s, {}}},
        u"2023年共收到政府信息公开申请7件。"_s);
    m_session = std::make_unique<ReviewSession>(m_read, knowledge());
    m_session->setReviewer(u"王某"_s);
}

void TestVerdicts::heldAndUndone()
{
    QSignalSpy changed(m_session.get(), &ReviewSession::findingsChanged);
    QVERIFY(m_session->judge(row(u"remedies.total"_s), Judgement::Confirmed).ok());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(said(u"remedies.total"_s), u"属实"_s);
    QCOMPARE(said(u"cell.blank"_s), QString());
    QCOMPARE(m_session->undoText(), u"判断为属实："_s + m_session->findings()[row(u"remedies.total"_s)].title);
    QVERIFY(m_session->judge(row(u"remedies.total"_s), Judgement::Returned, u"请三日内更正"_s).ok());
    QCOMPARE(said(u"remedies.total"_s), u"退回单位：请三日内更正"_s);
    QVERIFY(m_session->undo().ok());
    QCOMPARE(said(u"remedies.total"_s), u"属实"_s);
    QVERIFY(m_session->undo().ok());
    QCOMPARE(said(u"remedies.total"_s), QString());
    QVERIFY(m_session->redo().ok());
    QCOMPARE(said(u"remedies.total"_s), u"属实"_s);
    QVERIFY(m_session->judge(row(u"remedies.total"_s), Judgement::None).ok());
    QCOMPARE(said(u"remedies.total"_s), QString());
    const qsizetype acts = m_session->history().size();
    QVERIFY(m_session->judge(row(u"remedies.total"_s), Judgement::None).ok());
    QCOMPARE(m_session->history().size(), acts); // nothing was there to withdraw
}

void TestVerdicts::dismissingWantsAReason()
{
    QSignalSpy refused(m_session.get(), &ReviewSession::refused);
    QVERIFY(!m_session->judge(row(u"cell.blank"_s), Judgement::Dismissed, u"  "_s).ok());
    QVERIFY(!m_session->judge(99, Judgement::Confirmed).ok());
    QCOMPARE(refused.size(), 2);
    QVERIFY(m_session->history().isEmpty());
    QVERIFY(m_session->judge(row(u"cell.blank"_s), Judgement::Dismissed, u"本年未收费"_s).ok());
    QCOMPARE(said(u"cell.blank"_s), u"不是问题：本年未收费"_s);
}

void TestVerdicts::lapsesWithItsValues()
{
    QVERIFY(m_session->judge(row(u"remedies.total"_s), Judgement::Confirmed).ok());
    type(u"requests.granted.total"_s, u"5"_s); // another place
    QCOMPARE(said(u"remedies.total"_s), u"属实"_s);
    type(u"remedies.review.total"_s, u"4"_s);
    QCOMPARE(said(u"remedies.total"_s), u"原判断（属实）已失效：数值有变化"_s);
    QVERIFY(m_session->judge(row(u"remedies.total"_s), Judgement::Confirmed).ok()); // said anew, of the new values
    QCOMPARE(said(u"remedies.total"_s), u"属实"_s);
    QVERIFY(m_session->undo().ok());
    QVERIFY(m_session->undo().ok());
    QCOMPARE(said(u"remedies.total"_s), u"属实"_s); // the values it was said of are back
}

void TestVerdicts::lapsesWhereItsFindingIsGone()
{
    Finding before = m_session->findings()[row(u"remedies.total"_s)];
    Finding after = before;
    after.cells.removeLast();
    const Verdict verdict = [&] {
        Verdict v = unjudged(before, m_read.report, m_read.document);
        v.judgement = Judgement::Confirmed;
        return v;
    }();
    QVERIFY(verdictsOn({after}, {verdict}, m_read.report, m_read.document)[0].lapsed);
    const auto both = verdictsOn({after, before}, {verdict}, m_read.report, m_read.document);
    QCOMPARE(both[0], FindingVerdict()); // the finding it belongs to is there
    QCOMPARE(both[1].judgement, Judgement::Confirmed);
    QVERIFY(!both[1].lapsed);
}

void TestVerdicts::ofProse()
{
    QVERIFY(row(u"narrative.mismatch"_s) >= 0);
    QVERIFY(m_session->judge(row(u"narrative.mismatch"_s), Judgement::Returned).ok());
    QCOMPARE(said(u"narrative.mismatch"_s), u"退回单位"_s);
    type(u"requests.new_received.total"_s, u"5"_s);
    QCOMPARE(said(u"narrative.mismatch"_s), u"原判断（退回单位）已失效：数值有变化"_s);
}

void TestVerdicts::survivesTheStore()
{
    QTemporaryDir folder;
    QUuid report;
    {
        const auto store = Store::open(folder.filePath(u"s.sqlite"_s), knowledge());
        report = *(*store)->keep(m_read, "original");
        m_session->setKeeper([&](const Act &act) { return (*store)->append(report, act); });
        QVERIFY(m_session->judge(row(u"cell.blank"_s), Judgement::Dismissed, u"本年未收费"_s).ok());
        QVERIFY(m_session->judge(row(u"remedies.total"_s), Judgement::Confirmed).ok());
        QVERIFY(m_session->undo().ok());
    }
    const auto store = Store::open(folder.filePath(u"s.sqlite"_s), knowledge());
    QCOMPARE(*(*store)->keep(m_read, "original"), report); // opened again, or imported
    const auto kept = (*store)->load(report);
    QVERIFY(kept->notes.isEmpty());
    const ReviewSession again(kept->read, knowledge(), kept->history);
    QVERIFY(again.replayed().ok());
    QCOMPARE(again.verdicts(), m_session->verdicts());
    QCOMPARE((*store)->current(report)->verdicts.size(), 1);
}

void TestVerdicts::standsInTheSummaryAndInJson()
{
    QVERIFY(m_session->judge(row(u"cell.blank"_s), Judgement::Dismissed, u"本年未收费"_s).ok());
    SummaryInput input{m_session->document(), m_session->reading(), m_session->report(), m_session->findings(), u"王某"_s, {}, {}};
    QVERIFY(!summaryHtml(input).contains(u"本年未收费"_s));
    input.verdicts = &m_session->verdicts();
    QVERIFY(summaryHtml(input).contains(u"不是问题：本年未收费"_s));
    const QByteArray json = reportJson(u"a.txt"_s, m_session->report(), m_session->findings(), nullptr, nullptr, &m_session->verdicts());
    QCOMPARE(json.count("\"verdict\""), 1);
    QVERIFY(json.contains("\"verdict\": {\"judgement\": \"dismissed\", \"reason\": \"本年未收费\", \"lapsed\": false}"));
}

void TestVerdicts::takenBackOutOfTurn()
{
    QVERIFY(m_session->judge(row(u"remedies.total"_s), Judgement::Confirmed).ok());
    const QUuid first = m_session->history().last().id;
    type(u"requests.granted.total"_s, u"5"_s);
    QVERIFY(m_session->judge(row(u"remedies.total"_s), Judgement::Returned).ok());
    QVERIFY(!m_session->takeBack(first).ok()); // said anew since
    QVERIFY(m_session->undo().ok());
    QVERIFY(m_session->takeBack(first).ok());
    QCOMPARE(said(u"remedies.total"_s), QString());
}

QTEST_GUILESS_MAIN(TestVerdicts)
#include "tst_verdicts.moc"
