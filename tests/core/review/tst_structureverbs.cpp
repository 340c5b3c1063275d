// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "review/reviewsession.h"
#include "review/verbs.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList Columns{
    u"natural_person"_s, u"business"_s, u"research"_s, u"public_interest"_s, u"legal_service"_s, u"other"_s, u"total"_s};
const QStringList Rows{u"new_received"_s, u"carried_over"_s, u"granted"_s, u"partially_granted"_s};

CellId id(const QString &row, int column = 0) { return knowledge().forms->cell(u"requests."_s + row + u'.' + Columns[column]); }

/// Rows of table three from the first on as words: "9 . 0 ?"; '.' is blank, '?' missing. The others are blank throughout.
ReadReport reportOf(const QStringList &rows)
{
    QHash<QString, QString> values;
    const Report empty = sampleReport().report;
    for (const FormRow &row : empty.formTable(1).rows) {
        const qsizetype at = Rows.indexOf(row.id);
        const QStringList words = at >= 0 && at < rows.size() ? rows[at].split(u' ') : QStringList();
        for (int i = 0; i < Columns.size(); ++i) {
            const QString word = words.value(i, u"."_s);
            values[empty.catalogue().name(row.cells[i])] = word == "."_L1 ? QString() : word;
        }
    }
    return sampleReport(values);
}

QString wordsOf(const Report &report, const QString &row)
{
    QStringList out;
    for (int i = 0; i < Columns.size(); ++i) {
        const Cell &cell = report.cell(id(row, i));
        out << (cell.value ? cell.value->toString() : cell.status == CellStatus::Missing ? u"?"_s : u"."_s);
    }
    return out.join(u' ');
}

Report applied(Report report, const Act &act)
{
    for (const CellChange &c : act.cells) {
        Q_ASSERT(report.cell(c.cell) == c.before);
        report.cell(c.cell) = c.after;
    }
    return report;
}

} // namespace

/// The verbs that change the structure of a row or a table, judged by the values that stand there afterwards.
class TestStructureVerbs : public QObject {
    Q_OBJECT
    /// Applies what was drafted, or compares the refusal with `expected` where that is a sentence.
    static void compareRow(const Report &report, const Result<Act> &act, const QString &row, const QString &expected)
    {
        const bool refused = expected.endsWith(u'。');
        QVERIFY2(act.ok() != refused, qPrintable(act.ok() ? wordsOf(applied(report, *act), row) : act.error().message));
        if (refused) {
            QCOMPARE(act.error().code, u"refused"_s);
            QCOMPARE(act.error().message, expected);
            return;
        }
        QVERIFY(!act->text.isEmpty() && !act->kind.isEmpty());
        QCOMPARE(wordsOf(applied(report, *act), row), expected);
    }

private Q_SLOTS:
    void split_data();
    void split();
    void cuts_data();
    void cuts();
    void halvesKeepTheirCharacters();
    void join_data();
    void join();
    void joinedCharactersSpanBoth();
    void theLastIsJoinedWithWhatNoCellUses();
    void rows();
    void pushAndPullAreEachOthersReverse();
    void rejoinFromTheNextRow();
    void rejoinFromTheText();
    void paste_data();
    void paste();
    void pasteARowOfGroups();
    void everyVerbIsOneUndoStep();
};

void TestStructureVerbs::split_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("front");
    QTest::addColumn<QString>("after");
    QTest::newRow("120 and 3") << u"1203 0 0 0 0 123 ."_s << 0 << 3 << u"120 3 0 0 0 0 123"_s;
    QTest::newRow("into the next place") << u"9 0 0 0 0 99 ."_s << 5 << 1 << u"9 0 0 0 0 9 9"_s;
    QTest::newRow("as far as the next gap") << u"52 0 . 1 0 0 8"_s << 0 << 1 << u"5 2 0 1 0 0 8"_s;
    QTest::newRow("a zero of its own") << u"9 0 0 0 0 09 ."_s << 5 << 1 << u"9 0 0 0 0 0 9"_s;
    QTest::newRow("no superfluous zero") << u"1203 0 0 0 0 123 ."_s << 0 << 2 << u"1203 不能这样拆成两个数。"_s;
    QTest::newRow("no room") << u"52 0 1 0 0 8 0"_s << 0 << 1 << u"本年新收行这一格右边没有空格，拆开会把最后一格挤掉。"_s;
    QTest::newRow("the last") << u"5 0 1 0 0 8 52"_s << 6 << 1 << u"本年新收行这一格右边没有空格，拆开会把最后一格挤掉。"_s;
    QTest::newRow("nothing there") << u". 0 1 0 0 8 5"_s << 0 << 1 << u"空 不能这样拆成两个数。"_s;
}

void TestStructureVerbs::split()
{
    QFETCH(QString, before);
    QFETCH(int, at);
    QFETCH(int, front);
    QFETCH(QString, after);
    const Report report = reportOf({before}).report;
    compareRow(report, verbs::splitValue(report, id(u"new_received"_s, at), front), u"new_received"_s, after);
}

void TestStructureVerbs::cuts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("cuts");
    QTest::newRow("zeros never lead") << u"1203"_s << QList<int>{1, 3};
    QTest::newRow("two digits") << u"52"_s << QList<int>{1};
    QTest::newRow("a zero in front") << u"08"_s << QList<int>{1};
    QTest::newRow("full width") << u"１２３"_s << QList<int>{1, 2};
    QTest::newRow("one digit") << u"5"_s << QList<int>();
    QTest::newRow("separators") << u"1,203"_s << QList<int>();
}

void TestStructureVerbs::cuts()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, cuts);
    Cell cell;
    cell.text = text;
    cell.status = CellStatus::Suspect;
    QCOMPARE(verbs::cutsOf(cell), cuts);
}

void TestStructureVerbs::halvesKeepTheirCharacters()
{
    const Report report = reportOf({u"1203 0 0 0 0 123 ."_s}).report;
    const TextRange source = report.cell(id(u"new_received"_s)).source;
    const Report after = applied(report, *verbs::splitValue(report, id(u"new_received"_s), 3));
    const Cell &first = after.cell(id(u"new_received"_s));
    const Cell &second = after.cell(id(u"new_received"_s, 1));
    QCOMPARE(first.text, u"120"_s);
    QCOMPARE(first.source, (TextRange{source.begin, source.begin + 3}));
    QCOMPARE(second.text, u"3"_s);
    QCOMPARE(second.source, (TextRange{source.begin + 3, source.end}));
    QCOMPARE(first.status, CellStatus::Corrected);
    QCOMPARE(second.status, CellStatus::Corrected);
    QCOMPARE(after.cell(id(u"new_received"_s, 6)).source, report.cell(id(u"new_received"_s, 5)).source);
}

void TestStructureVerbs::join_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("after");
    QTest::newRow("two digits") << u"9 3 0 1 0 1 3"_s << 5 << u"9 3 0 1 0 13 ."_s;
    QTest::newRow("the rest follows") << u"1 2 0 0 0 0 12"_s << 0 << u"12 0 0 0 0 12 ."_s;
    QTest::newRow("a zero in front") << u"0 2 0 0 0 0 2"_s << 0 << u"0 和 2 合不成一个数。"_s;
    QTest::newRow("a gap") << u"1 . 0 0 0 0 1"_s << 0 << u"1 和 空 合不成一个数。"_s;
    QTest::newRow("the last") << u"1 2 0 0 0 0 3"_s << 6 << u"这是本年新收行的最后一格，右边没有数可以合并。"_s;
    QTest::newRow("too long") << u"1234567 1234567 0 0 0 0 3"_s << 0 << u"1234567 和 1234567 合不成一个数。"_s;
}

void TestStructureVerbs::join()
{
    QFETCH(QString, before);
    QFETCH(int, at);
    QFETCH(QString, after);
    const Report report = reportOf({before}).report;
    compareRow(report, verbs::joinValues(report, {}, id(u"new_received"_s, at)), u"new_received"_s, after);
}

void TestStructureVerbs::joinedCharactersSpanBoth()
{
    const Report report = reportOf({u"1 2 0 0 0 0 12"_s}).report;
    const Report after = applied(report, *verbs::joinValues(report, {}, id(u"new_received"_s)));
    const Cell &cell = after.cell(id(u"new_received"_s));
    QCOMPARE(cell.text, u"12"_s);
    QCOMPARE(cell.source, (TextRange{report.cell(id(u"new_received"_s)).source.begin, report.cell(id(u"new_received"_s, 1)).source.end}));
}

void TestStructureVerbs::theLastIsJoinedWithWhatNoCellUses()
{
    ReadReport read = reportOf({u"9 3 0 1 0 0 1"_s});
    const TextRange last = read.report.cell(id(u"new_received"_s, 6)).source;
    read.document.text.insert(last.end, u"\t3"_s);
    read.report.leftovers = {{last.end + 1, last.end + 2}};
    const auto act = verbs::joinValues(read.report, read.document, id(u"new_received"_s, 6));
    compareRow(read.report, act, u"new_received"_s, u"9 3 0 1 0 0 13"_s);
    QCOMPARE(applied(read.report, *act).cell(id(u"new_received"_s, 6)).source, (TextRange{last.begin, last.end + 2}));
    read.document.text.insert(last.end, u" 页"_s); // words between: another number
    read.report.leftovers = {{last.end + 3, last.end + 4}};
    QVERIFY(!verbs::joinValues(read.report, read.document, id(u"new_received"_s, 6)).ok());
}

void TestStructureVerbs::rows()
{
    const QString one = u"9 1 0 0 0 0 10"_s;
    const QString two = u"1 0 0 0 0 0 1"_s;
    const QString none = u". . . . . . ."_s;
    const Report report = reportOf({one, two}).report;
    const CellId first = id(u"new_received"_s, 3);
    const CellId second = id(u"carried_over"_s);
    const CellId third = id(u"granted"_s);

    const Report swapped = applied(report, *verbs::swapRows(report, first, second));
    QCOMPARE(wordsOf(swapped, u"new_received"_s), two);
    QCOMPARE(wordsOf(swapped, u"carried_over"_s), one);
    QCOMPARE(swapped.cell(second).source, report.cell(id(u"new_received"_s)).source);
    compareRow(report, verbs::swapRows(report, first, first), {}, u"请选另外一行，不是本年新收行自己。"_s);
    QVERIFY(!verbs::swapRows(report, first, knowledge().forms->cell(u"remedies.review.total"_s)).ok());

    const Report relabelled = applied(report, *verbs::relabelRow(report, second, third));
    QCOMPARE(wordsOf(relabelled, u"carried_over"_s), none);
    QCOMPARE(wordsOf(relabelled, u"granted"_s), two);
    compareRow(report, verbs::relabelRow(report, first, second), {}, u"上年结转行还有数，改行会把它们盖掉；可以对调两行。"_s);
    compareRow(report, verbs::relabelRow(report, third, first), {}, u"予以公开行没有数，不必改行。"_s);

    const Report dropped = applied(report, *verbs::dropRow(report, first, false));
    QCOMPARE(wordsOf(dropped, u"new_received"_s), none);
    QCOMPARE(wordsOf(dropped, u"carried_over"_s), two);
    const Report pulled = applied(report, *verbs::dropRow(report, first, true));
    QCOMPARE(wordsOf(pulled, u"new_received"_s), two);
    QCOMPARE(wordsOf(pulled, u"carried_over"_s), none);
}

void TestStructureVerbs::pushAndPullAreEachOthersReverse()
{
    const QString one = u"9 1 0 0 0 0 10"_s;
    const QString two = u"1 0 0 0 0 0 1"_s;
    const Report report = reportOf({one, two}).report;
    const Report pushed = applied(report, *verbs::pushRows(report, id(u"new_received"_s)));
    QCOMPARE(wordsOf(pushed, u"new_received"_s), u". . . . . . ."_s);
    QCOMPARE(wordsOf(pushed, u"carried_over"_s), one);
    QCOMPARE(wordsOf(pushed, u"granted"_s), two);
    const Report back = applied(pushed, *verbs::dropRow(pushed, id(u"new_received"_s), true));
    QCOMPARE(wordsOf(back, u"new_received"_s), one);
    QCOMPARE(wordsOf(back, u"carried_over"_s), two);
    QVERIFY(!verbs::pushRows(report, id(u"granted"_s)).ok());
    const Report full = sampleReport().report;
    QVERIFY(!verbs::pushRows(full, id(u"granted"_s)).ok());
}

void TestStructureVerbs::rejoinFromTheNextRow()
{
    const Report report = reportOf({u"9 1 0 0 ? ? ?"_s, u"0 0 10 . . . ."_s, u"1 0 0 0 0 0 1"_s}).report;
    const auto act = verbs::rejoinRow(report, {}, id(u"new_received"_s, 2));
    QVERIFY2(act.ok(), act.ok() ? "" : qPrintable(act.error().message));
    const Report after = applied(report, *act);
    QCOMPARE(wordsOf(after, u"new_received"_s), u"9 1 0 0 0 0 10"_s);
    QCOMPARE(wordsOf(after, u"carried_over"_s), u". . . . . . ."_s);
    QCOMPARE(after.cell(id(u"new_received"_s, 6)).source, report.cell(id(u"carried_over"_s, 2)).source);
    QVERIFY(!verbs::rejoinRow(report, {}, id(u"granted"_s)).ok()); // nothing lacks
}

void TestStructureVerbs::rejoinFromTheText()
{
    ReadReport read = reportOf({u"9 1 0 0 ? ? ?"_s});
    const TextRange last = read.report.cell(id(u"new_received"_s, 3)).source;
    read.document.text.insert(last.end, u"\n— 3 —\n0 0 10"_s); // behind it nothing has a place of its own in this test
    const qsizetype at = last.end + 7;
    read.report.leftovers = {{at, at + 1}, {at + 2, at + 3}, {at + 4, at + 6}};
    const auto act = verbs::rejoinRow(read.report, read.document, id(u"new_received"_s));
    QVERIFY2(act.ok(), act.ok() ? "" : qPrintable(act.error().message));
    const Report after = applied(read.report, *act);
    QCOMPARE(wordsOf(after, u"new_received"_s), u"9 1 0 0 0 0 10"_s);
    QCOMPARE(after.cell(id(u"new_received"_s, 6)).text, u"10"_s);
    read.report.leftovers.removeLast();
    const auto fewer = verbs::rejoinRow(read.report, read.document, id(u"new_received"_s));
    QVERIFY(!fewer.ok());
    QCOMPARE(fewer.error().message, u"本年新收行缺 3 个数，原文其后有 2 个未用，对不上。"_s);
}

void TestStructureVerbs::paste_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("below");
    const QString zeros = u"0 0 0 0 0 0 0"_s;
    QTest::newRow("a row of a sheet") << u"9\t1\t0\t0\t0\t0\t10\r\n"_s << 0 << u"9 1 0 0 0 0 10"_s << zeros;
    QTest::newRow("with its name") << u"一、本年新收政府信息公开申请数量\t\t9\t1\t0\t0\t0\t0\t10"_s << 0 << u"9 1 0 0 0 0 10"_s << zeros;
    QTest::newRow("a blank in front") << u"\t1\t0\t0\t0\t0\t1"_s << 0 << u". 1 0 0 0 0 1"_s << zeros;
    QTest::newRow("quoted thousands") << u"\"1,203\"\t1"_s << 0 << u"1203 1 0 0 0 0 0"_s << zeros;
    QTest::newRow("bars") << u"| 新收 | | 9 | 1 | 0 | / | 0 | 0 | 10 |"_s << 0 << u"9 1 0 . 0 0 10"_s << zeros;
    QTest::newRow("spaces of the source") << u"一、本年新收　9 1 0 0 0 0 １０"_s << 0 << u"9 1 0 0 0 0 10"_s << zeros;
    QTest::newRow("from the middle") << u"7\t8"_s << 2 << u"0 0 7 8 0 0 0"_s << zeros;
    QTest::newRow("two rows") << u"9\t1\n8\t2\n"_s << 0 << u"9 1 0 0 0 0 0"_s << u"8 2 0 0 0 0 0"_s;
    QTest::newRow("heads passed over") << u"自然人\t商业企业\n9\t1"_s << 0 << u"9 1 0 0 0 0 0"_s << zeros;
    QTest::newRow("empty columns behind") << u"9\t1\t0\t0\t0\t0\t10\t\t"_s << 0 << u"9 1 0 0 0 0 10"_s << zeros;
    QTest::newRow("too many") << u"9\t1\t0\t0\t0\t0\t10\t3"_s << 0 << u"粘贴的第 1 行有 8 个值，本年新收行从这一格起只有 7 格。"_s
                              << QString();
    QTest::newRow("a whole row elsewhere") << u"9\t1\t0\t0\t0\t0\t10"_s << 1
                                           << u"粘贴的第 1 行有 7 个值，从这一格起只有 6 格；要贴整行，请先选本年新收行的第一格。"_s
                                           << QString();
    QTest::newRow("no number") << u"9\t1x"_s << 0 << u"“1x”不是数字。"_s << QString();
    QTest::newRow("nothing") << u" \n"_s << 0 << u"剪贴板里没有数字。"_s << QString();
    QTest::newRow("words") << u"予以公开"_s << 0 << u"剪贴板里没有数字。"_s << QString();
    QTest::newRow("too many rows") << u"1\n"_s.repeated(26) << 0 << u"粘贴的内容有 26 行，从本年新收行起只有 25 行。"_s << QString();
    QTest::newRow("a whole file") << u"1 "_s.repeated(20'000) << 0 << u"剪贴板里的文字太长，不像是一张表里的几行。"_s << QString();
}

void TestStructureVerbs::paste()
{
    QFETCH(QString, text);
    QFETCH(int, at);
    QFETCH(QString, after);
    QFETCH(QString, below);
    const Report report = sampleReport().report;
    const auto act = verbs::pasteBlock(report, id(u"new_received"_s, at), text);
    compareRow(report, act, u"new_received"_s, after);
    if (act.ok())
        compareRow(report, act, u"carried_over"_s, below);
}

void TestStructureVerbs::pasteARowOfGroups()
{
    const Report report = sampleReport().report;
    const CellId first = knowledge().forms->cell(u"remedies.review.upheld"_s);
    const auto act = verbs::pasteBlock(report, first, u"1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t2\t0\t2"_s);
    QVERIFY2(act.ok(), act.ok() ? "" : qPrintable(act.error().message));
    const Report after = applied(report, *act);
    QCOMPARE(after.cell(knowledge().forms->cell(u"remedies.litigation_after_review.total"_s)).value, Decimal(2));
}

void TestStructureVerbs::everyVerbIsOneUndoStep()
{
    ReviewSession session(reportOf({u"52 0 1 0 0 8 ."_s, u"1 0 0 0 0 0 1"_s}), knowledge());
    const CellId first = id(u"new_received"_s);
    const auto draft = [&](int i) -> Result<Act> {
        const Report &r = session.report();
        switch (i) {
        case 0:
            return verbs::splitValue(r, first, 1);
        case 1:
            return verbs::joinValues(r, session.document(), first);
        case 2:
            return verbs::swapRows(r, first, id(u"carried_over"_s));
        case 3:
            return verbs::relabelRow(r, first, id(u"granted"_s));
        case 4:
            return verbs::dropRow(r, id(u"carried_over"_s), true);
        case 5:
            return verbs::pushRows(r, id(u"carried_over"_s));
        default:
            return verbs::pasteBlock(r, first, u"1\t2\t3"_s);
        }
    };
    for (int i = 0; i < 7; ++i) {
        const Report before = session.report();
        const auto drafted = draft(i);
        QVERIFY2(drafted.ok(), drafted.ok() ? "" : qPrintable(drafted.error().message));
        const Effect told = session.preview(*draft(i));
        QVERIFY(session.perform(draft(i)).ok());
        QVERIFY(!(session.report() == before));
        for (const CellChange &c : told.cells)
            QCOMPARE(session.report().cell(c.cell), c.after);
        QVERIFY(session.undo().ok());
        QCOMPARE(session.report(), before);
        QVERIFY(session.redo().ok());
    }
    while (session.canUndo())
        QVERIFY(session.undo().ok());
    QCOMPARE(session.report(), session.reading());
}

QTEST_GUILESS_MAIN(TestStructureVerbs)
#include "tst_structureverbs.moc"
