// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawstore.h"
#include "samplereport.h"

#include "report/agencyname.h"
#include "review/reviewsession.h"
#include "review/verbs.h"
#include "store/importlog.h"
#include "store/queuefilter.h"
#include "store/store.h"
#include "store/wordindex.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

/// As SQL hands a row over.
QString packed(int number, const QString &agency, int year, const QString &state, int errors, const QString &rules,
    const QString &file = u"/a/报告.docx"_s)
{
    return QStringList{QUuid::createUuidV5(QUuid(), QByteArray::number(number)).toString(QUuid::WithoutBraces), QString::number(number),
        agency, agencyRegion(agency), QString::number(year), state, number % 2 ? u"docx"_s : u"pdf"_s, QString::number(errors), u"0"_s,
        number == 1 ? u"4"_s : u"0"_s, number == 3 ? u"李审"_s : QString(), QString(), u"2026-01-0%1T08:00:00.000Z"_s.arg(number), rules,
        u"0"_s, file}
        .join(QChar(0x1f));
}

QueueTable table()
{
    QueueTable out;
    out.append(packed(4, u"云岭市水务局"_s, 2023, u"done"_s, 0, {}));
    out.append(packed(3, u"青川县财政局"_s, 2023, u"open"_s, 2, u"requests.balance cell.blank"_s));
    out.append(packed(2, u"云岭市水务局"_s, 2022, u"new"_s, 1, u"requests.balance"_s, u"/云岭/old 2022.pdf"_s));
    out.append(packed(1, QString(), 0, u"new"_s, 0, {}));
    return out;
}

int count(const QueueChoice &choice, Facet facet, const QString &value)
{
    for (const FacetValue &v : choice.facets[size_t(facet)]) {
        if (v.value == value)
            return v.count;
    }
    return 0;
}

QList<int> numbers(const QueueTable &t, const QList<int> &rows)
{
    QList<int> out;
    for (const int row : rows)
        out << t.rows[row].number;
    return out;
}

} // namespace

class TestQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void regionsOfNames_data();
    void regionsOfNames();
    void rowsArePacked();
    void damagedRowsAreRefused();
    void manyRowsInOrder();
    void oneRowIsPut();
    void facetsCountWhatTheyWouldShow();
    void wordsNarrow_data();
    void wordsNarrow();
    void filtersAreKept();
    void orders_data();
    void orders();
    void wordsOfTexts_data();
    void wordsOfTexts();
    void theStoreListsWhatIsOpen();
    void textsAreFound();
    void regionsOfTheList();
    void rowsOfTheirTime();
    void batches();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

void TestQueue::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = Store::open(m_folder->filePath(u"store.sqlite"_s), knowledge());
    QVERIFY(store.ok());
    m_store = std::move(*store);
}

void TestQueue::regionsOfNames_data()
{
    QTest::addColumn<QString>("region");
    QTest::newRow("云岭市水务局") << u"云岭市"_s;
    QTest::newRow("云岭市市场监督管理局") << u"云岭市"_s;
    QTest::newRow("云岭市民政局") << u"云岭市"_s;
    QTest::newRow("青溪区市场监督管理局") << u"青溪区"_s;
    QTest::newRow("云岭市城市管理局") << u"云岭市"_s;
    QTest::newRow("云岭市青溪区人民政府") << u"云岭市青溪区"_s;
    QTest::newRow("云岭市青溪区社区服务中心") << u"云岭市青溪区"_s;
    QTest::newRow("云岭经济技术开发区管理委员会") << u"云岭经济技术开发区"_s;
    QTest::newRow("中共云岭市委办公室") << u"中共云岭市"_s;
    QTest::newRow("水务局") << QString();
    QTest::newRow("市场监督管理局") << QString();
    QTest::newRow("") << QString();
}

void TestQueue::regionsOfNames()
{
    QFETCH(QString, region);
    QCOMPARE(agencyRegion(QString::fromUtf8(QTest::currentDataTag())), region);
}

void TestQueue::rowsArePacked()
{
    const QueueTable t = table();
    QCOMPARE(t.rows.size(), 4);
    const QueueRow &r = t.rows[2];
    QCOMPARE(t.agencies[r.agency], u"云岭市水务局"_s);
    QCOMPARE(r.agency, t.rows[0].agency);
    QCOMPARE(t.regions[r.region], u"云岭市"_s);
    QCOMPARE(r.year, 2022);
    QCOMPARE(r.errors, 1);
    QCOMPARE(t.fileName(r), u"old 2022.pdf");
    QCOMPARE(QueueTable::time(r.keptAt), u"2026-01-02 16:00"_s); // eight hours east
    QCOMPARE(QueueTable::time(0), QString());
    QCOMPARE(t.ruleSets[t.rows[1].ruleSet].size(), 2);
    QCOMPARE(t.indexOf(r.id), 2);
    QCOMPARE(t.indexOf(QUuid::createUuid()), -1);
    QCOMPARE(t.indexOf({}), -1);
}

void TestQueue::damagedRowsAreRefused()
{
    QueueTable t;
    QVERIFY(!t.append(u""));
    QVERIFY(!t.append(u"no id\x1f\x1f"));
    QVERIFY(!t.append(packed(1, {}, 0, {}, 0, {}).replace(0, 8, u"zzzzzzzz"_s)));
    QVERIFY(!t.append(packed(1, {}, 0, {}, 0, {}).section(QChar(0x1f), 0, 11)));
    QCOMPARE(t.put(u""), -1);
    QVERIFY(t.rows.isEmpty());
}

/// Rows come in groups of some hundred.
void TestQueue::manyRowsInOrder()
{
    {
        QVERIFY(m_store->keep(sampleReport(), {}).ok());
        RawStore raw(m_store->file());
        raw.run(u"INSERT INTO report (id, sha256, file_name, agency, report_year, form, state, errors, warnings, kept_at, number) "
                "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
                "SELECT '00000000-0000-4000-8000-00000000' || format('%04d', i), i, 'a' || i, '', 0, '', 'new', i, 0, '', i FROM n"_s);
    }
    const QueueTable t = *m_store->queue();
    QCOMPARE(t.rows.size(), 1000);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(t.rows[i].number, 1000 - i);
    QCOMPARE(t.fileName(t.rows[0]), u"a1000");
    QCOMPARE(t.indexOf(t.rows[999].id), 999);
}

void TestQueue::oneRowIsPut()
{
    QueueTable t = table();
    QCOMPARE(t.put(packed(2, u"云岭市教育局"_s, 2022, u"done"_s, 0, {})), 2);
    QCOMPARE(t.rows.size(), 4);
    QCOMPARE(t.agencies[t.rows[2].agency], u"云岭市教育局"_s);
    QCOMPARE(t.fileName(t.rows[2]), u"报告.docx");
    QCOMPARE(t.put(packed(5, u"云岭市教育局"_s, 2021, u"new"_s, 0, {})), 0);
    QCOMPARE(t.rows.size(), 5);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(t.indexOf(t.rows[i].id), i);
}

void TestQueue::facetsCountWhatTheyWouldShow()
{
    const QueueTable t = table();
    QueueFilter filter;
    QueueChoice all = choose(t, filter);
    QCOMPARE(all.rows.size(), 4);
    QCOMPARE(count(all, Facet::Year, u"2023"_s), 2);
    QCOMPARE(count(all, Facet::Year, u"0"_s), 1);
    QCOMPARE(count(all, Facet::Region, u"云岭市"_s), 2);
    QCOMPARE(count(all, Facet::Rule, u"requests.balance"_s), 2);
    QCOMPARE(count(all, Facet::Rule, u"cell.blank"_s), 1);
    QCOMPARE(count(all, Facet::Problem, u"error"_s), 2);
    QCOMPARE(count(all, Facet::Problem, u"waiting"_s), 1);
    QCOMPARE(count(all, Facet::Problem, u"none"_s), 1);
    QCOMPARE(count(all, Facet::Kind, u"pdf"_s), 2);
    QCOMPARE(count(all, Facet::Reviewer, u"李审"_s), 1);

    filter.of(Facet::Year) = {u"2023"_s};
    filter.of(Facet::State) = {u"open"_s};
    const QueueChoice some = choose(t, filter);
    QCOMPARE(numbers(t, some.rows), QList<int>{3});
    // What another click on the same facet would show; what the others show as they are.
    QCOMPARE(count(some, Facet::State, u"done"_s), 1);
    QCOMPARE(count(some, Facet::State, u"new"_s), 0);
    QCOMPARE(count(some, Facet::Year, u"2023"_s), 1);
    QCOMPARE(count(some, Facet::Region, u"云岭市"_s), 0);

    filter.of(Facet::State) = {u"new"_s, u"done"_s};
    QCOMPARE(numbers(t, choose(t, filter).rows), QList<int>{4});
    filter.of(Facet::State) = {u"returned"_s}; // nothing has it, and it can be taken back all the same
    const QueueChoice none = choose(t, filter);
    QVERIFY(none.rows.isEmpty());
    QVERIFY(none.facets[size_t(Facet::State)].contains(FacetValue{u"returned"_s, 0, true}));
    filter = {};
    filter.of(Facet::Rule) = {u"cell.blank"_s};
    QCOMPARE(numbers(t, choose(t, filter).rows), QList<int>{3});
    filter = {};
    filter.of(Facet::Problem) = {u"waiting"_s, u"error"_s};
    QCOMPARE(numbers(t, choose(t, filter).rows), (QList<int>{3, 2, 1}));
}

void TestQueue::wordsNarrow_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("nothing") << u"  "_s << QList<int>{4, 3, 2, 1};
    QTest::newRow("part of a name") << u"水务"_s << QList<int>{4, 2};
    QTest::newRow("two words") << u"水务 2022"_s << QList<int>{2};
    QTest::newRow("full width") << u"水务　２０２２"_s << QList<int>{2};
    QTest::newRow("reviewer") << u"李审"_s << QList<int>{3};
    QTest::newRow("file") << u"OLD"_s << QList<int>{2};
    QTest::newRow("the folder does not count") << u"/a/"_s << QList<int>();
    QTest::newRow("in a text") << u"滞留"_s << QList<int>{1};
    QTest::newRow("in a text and in a name") << u"滞留 水务"_s << QList<int>();
}

void TestQueue::wordsNarrow()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, numbers);
    const QueueTable t = table();
    QueueFilter filter;
    filter.text = text;
    QList<QBitArray> texts;
    for (const QString &word : searchWords(text)) {
        texts << QBitArray(5);
        texts.last().setBit(1, word == u"滞留"_s);
    }
    QCOMPARE(::numbers(t, choose(t, filter, texts).rows), numbers);
}

void TestQueue::filtersAreKept()
{
    QueueFilter filter;
    QVERIFY(filter.isEmpty());
    filter.of(Facet::Year) = {u"2023"_s, u"2022"_s};
    filter.of(Facet::Rule) = {u"requests.balance"_s};
    filter.text = u"水务 “12”"_s;
    QVERIFY(!filter.isEmpty());
    QCOMPARE(QueueFilter::fromString(filter.toString()), filter);
    QCOMPARE(QueueFilter::fromString(u"no JSON"_s), QueueFilter());
}

void TestQueue::orders_data()
{
    QTest::addColumn<QueueOrder>("order");
    QTest::addColumn<Qt::SortOrder>("direction");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("kept") << QueueOrder::Kept << Qt::AscendingOrder << QList<int>{1, 2, 3, 4};
    QTest::newRow("agency: qing before yun, nameless last") << QueueOrder::Agency << Qt::AscendingOrder << QList<int>{3, 4, 2, 1};
    QTest::newRow("year") << QueueOrder::Year << Qt::DescendingOrder << QList<int>{4, 3, 2, 1};
    QTest::newRow("errors") << QueueOrder::Errors << Qt::DescendingOrder << QList<int>{3, 2, 4, 1};
    QTest::newRow("state, in the order of the work") << QueueOrder::State << Qt::AscendingOrder << QList<int>{2, 1, 3, 4};
    QTest::newRow("waiting") << QueueOrder::Waiting << Qt::DescendingOrder << QList<int>{1, 4, 3, 2};
    QTest::newRow("file") << QueueOrder::File << Qt::AscendingOrder << QList<int>{2, 4, 3, 1};
}

void TestQueue::orders()
{
    QFETCH(QueueOrder, order);
    QFETCH(Qt::SortOrder, direction);
    QFETCH(QList<int>, numbers);
    const QueueTable t = table();
    QList<int> rows{0, 1, 2, 3};
    sortRows(t, rows, order, direction);
    QCOMPARE(::numbers(t, rows), numbers);
}

void TestQueue::wordsOfTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("Chinese") << u"受理8件。"_s << u"受 理 8 件"_s;
    QTest::newRow("numbers") << u"1,203 与 １２"_s << u"1203 与 12"_s;
    QTest::newRow("a list is no number") << u"1，2,x"_s << u"1 2 x"_s;
    QTest::newRow("glued") << u"A4纸2023年"_s << u"A 4 纸 2023 年"_s;
    QTest::newRow("beyond the plane") << u"𠮷县"_s << u"𠮷 县"_s;
    QTest::newRow("signs") << u"\"(-*\""_s << QString();
}

void TestQueue::wordsOfTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QCOMPARE(WordIndex::words(text), words);
}

void TestQueue::theStoreListsWhatIsOpen()
{
    const QUuid id = *m_store->keep(sampleReport({{u"remedies.review.total"_s, u"3"_s}, {u"remedies.review.upheld"_s, u"2"_s}}), {});
    QueueTable t = *m_store->queue();
    QCOMPARE(t.rows.size(), 1);
    QCOMPARE(t.rows[0].id, id);
    QCOMPARE(t.rows[0].number, 1);
    QVERIFY(!t.rows[0].stale);
    QVERIFY(t.rows[0].errors > 0);
    const int errors = t.rows[0].errors;
    QCOMPARE(t.rules[t.ruleSets[t.rows[0].ruleSet].first()], u"remedies.total"_s);

    const auto kept = m_store->load(id);
    ReviewSession session(kept->read, knowledge(), kept->history);
    session.setReviewer(u"李审"_s);
    session.setKeeper([&](const Act &act) { return m_store->append(id, act); });
    qsizetype at = 0;
    while (session.findings()[at].severity != Severity::Error)
        ++at;
    QVERIFY(session.judge(at, Judgement::Dismissed, u"附注说明"_s));
    QCOMPARE(t.put(*m_store->queueRow(id)), 0);
    QVERIFY(t.rows[0].stale);
    QVERIFY(m_store->setSummary(id, session.report(), openFindings(session.findings(), session.verdicts()), session.state()));
    QCOMPARE(t.put(*m_store->queueRow(id)), 0);
    QVERIFY(!t.rows[0].stale);
    QCOMPARE(t.rows[0].errors, errors - 1);
    QCOMPARE(t.reviewers[t.rows[0].reviewer], u"李审"_s);
    QVERIFY(m_store->queueRow(QUuid::createUuid())->isEmpty());
}

void TestQueue::textsAreFound()
{
    (void)*m_store->keep(sampleReport({}, u"全年收到申请1,203件，滞留 0 件。"_s), {});
    const QUuid second = *m_store->keep(sampleReport({}, u"另一份。"_s), {});
    const auto found = [&](const QString &word) {
        const QBitArray bits = *m_store->reportsWith(word);
        QList<int> out;
        for (int i = 0; i < int(bits.size()); ++i) {
            if (bits.testBit(i))
                out << i;
        }
        return out;
    };
    QCOMPARE(found(u"滞留"_s), QList<int>{1});
    QCOMPARE(found(u"留滞"_s), QList<int>());
    QCOMPARE(found(u"1203"_s), QList<int>{1});
    QCOMPARE(found(u"203"_s), QList<int>()); // a number is found whole
    QCOMPARE(found(u"水务局"_s), (QList<int>{1, 2}));
    QCOMPARE(found(u"\" OR words:*"_s), QList<int>());
    QCOMPARE(found(QString()), QList<int>());
    Report typed = m_store->current(second)->report;
    Cell &cell = typed.cell(knowledge().forms->cell(u"requests.granted.total"_s));
    cell.value = Decimal(7788);
    cell.status = CellStatus::Corrected;
    QCOMPARE(found(u"7788"_s), QList<int>());
    QVERIFY(m_store->setSummary(second, typed, {}, u"open"_s));
    QCOMPARE(found(u"7788"_s), QList<int>{2});
    QCOMPARE(found(u"788"_s), QList<int>());
}

void TestQueue::regionsOfTheList()
{
    const auto region = [&] {
        const QueueTable t = *m_store->queue();
        return t.regions[t.rows[0].region];
    };
    const QUuid id = *m_store->keep(sampleReport(), {});
    QCOMPARE(region(), u"云岭市"_s);
    QVERIFY(m_store->setRegions({{u"云岭市水务局"_s, u"青溪省云岭市人民政府"_s}}));
    QCOMPARE(region(), u"青溪省云岭市"_s);
    QVERIFY(m_store->setSummary(id, sampleReport().report, {}, u"new"_s));
    QCOMPARE(region(), u"青溪省云岭市"_s);
}

/// Reports that a program was stopped in the middle of, or an older one kept, are brought up to date once.
void TestQueue::rowsOfTheirTime()
{
    const QUuid id = *m_store->keep(sampleReport(), {});
    const QUuid other = *m_store->keep(sampleReport({}, u"另一份。"_s), {});
    QVERIFY(m_store->unprepared(9)->isEmpty());
    const auto kept = m_store->load(id);
    ReviewSession session(kept->read, knowledge());
    session.setReviewer(u"李审"_s);
    session.setKeeper([&](const Act &act) { return m_store->append(id, act); });
    QVERIFY(session.perform(verbs::setYear(session.report(), u"2019"_s)));
    QCOMPARE(*m_store->unprepared(9), QList<QUuid>{id});
    RawStore(m_store->file()).run(u"UPDATE report SET prepared = 0"_s);
    QCOMPARE(*m_store->unprepared(9), (QList<QUuid>{other, id}));
    QCOMPARE(m_store->unprepared(1)->size(), 1);
    QVERIFY(m_store->prepare(id));
    QCOMPARE(*m_store->unprepared(9), QList<QUuid>{other});
    const QueueTable t = *m_store->queue();
    QCOMPARE(t.rows[t.indexOf(id)].year, 2019);
    QVERIFY(!m_store->prepare(QUuid::createUuid()));
}

void TestQueue::batches()
{
    const ImportLog log(*m_store);
    QVERIFY(log.last()->id.isNull());
    const QUuid first = *log.begin({u"/a"_s, u"/b 引号\""_s});
    QCOMPARE(log.last()->id, first);
    QCOMPARE(log.last()->sources, (QStringList{u"/a"_s, u"/b 引号\""_s}));
    QVERIFY(!log.last()->ended);
    QVERIFY(log.end(first));
    QVERIFY(log.last()->id.isNull()); // nothing is left to do
    QVERIFY(log.addFailure(first, {u"/a/1.docx"_s, {u"empty"_s, u"文件是空的。"_s}}));
    QVERIFY(log.addFailure(first, {u"/a/1.docx"_s, {u"empty"_s, u"文件还是空的。"_s}}));
    QVERIFY(log.last()->ended);
    QCOMPARE(log.last()->failures.size(), 1);
    QCOMPARE(log.last()->failures[0].error.message, u"文件还是空的。"_s);
    const QUuid second = *log.begin({u"/c"_s});
    QVERIFY(log.addFailure(second, {u"/c"_s, {u"empty"_s, u"空"_s}}));
    QVERIFY(log.removeFailure(second, u"/c"_s));
    QVERIFY(log.last()->failures.isEmpty());
    QVERIFY(log.forget(second));
    QCOMPARE(log.last()->id, first);
    QVERIFY(log.forget(first));
    QVERIFY(log.last()->id.isNull());
    QCOMPARE(log.addFailure(first, {u"/c"_s, {}}).error().code, u"store-constraint"_s);
}

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
