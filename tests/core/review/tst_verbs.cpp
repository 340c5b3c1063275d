// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include "review/verbs.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList Columns{
    u"natural_person"_s, u"business"_s, u"research"_s, u"public_interest"_s, u"legal_service"_s, u"other"_s, u"total"_s};

CellId id(const QString &name) { return knowledge().forms->cell(name); }

/// A row of table three as words: "9 . 0 ? …"; '.' is blank, '?' missing, "x…" characters that were not read.
QHash<QString, QString> rowValues(const QString &row, const QString &words)
{
    QHash<QString, QString> out;
    const QStringList parts = words.split(u' ');
    for (qsizetype i = 0; i < parts.size(); ++i)
        out[u"requests."_s + row + u'.' + Columns[i]] = parts[i] == "."_L1 ? QString() : parts[i];
    return out;
}

Report rowReport(const QString &row, const QString &words)
{
    Report report = sampleReport(rowValues(row, words)).report;
    for (const QString &column : Columns) {
        Cell &cell = report.cell(id(u"requests."_s + row + u'.' + column));
        if (cell.text.startsWith(u'x'))
            cell.status = CellStatus::Suspect;
    }
    return report;
}

QString wordsOf(const Report &report, const QString &row)
{
    QStringList out;
    for (const QString &column : Columns) {
        const Cell &cell = report.cell(id(u"requests."_s + row + u'.' + column));
        if (cell.value)
            out << cell.value->toString();
        else if (cell.status == CellStatus::Missing)
            out << u"?"_s;
        else
            out << (cell.status == CellStatus::Suspect ? cell.text : u"."_s);
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

class TestVerbs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void moves_data();
    void moves();
    void moveRun_data();
    void moveRun();
    void movedTextGoesAlong();
    void edit_data();
    void edit();
    void confirm();
    void confirmKeepsUnreadWaiting();
    void takeFromSource();
    void place();
    void takeCandidate();
    void fields_data();
    void fields();
    void cellsOfOtherForms();
    void rows();
};

void TestVerbs::moves_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after"); // or the refusal
    const auto row = [](const char *name, const char *verb, int at, const QString &before, const QString &after) {
        QTest::newRow(name) << QString::fromLatin1(verb) << at << before << after;
    };
    row("right from the first", "right", 0, u"9 1 2 3 4 5 ."_s, u". 9 1 2 3 4 5"_s);
    row("right from the middle", "right", 3, u"9 1 2 3 4 5 ?"_s, u"9 1 2 . 3 4 5"_s);
    row("right into missing ones", "right", 4, u"9 0 0 0 9 ? ?"_s, u"9 0 0 0 . 9 ?"_s);
    row("right would lose a number", "right", 0, u"9 1 2 3 4 5 6"_s, u"新收政府信息公开申请行的最后一格还有 6，右移会把它挤掉。"_s);
    row("right would lose a zero", "right", 0, u"9 . . . . . 0"_s, u"新收政府信息公开申请行的最后一格还有 0，右移会把它挤掉。"_s);
    row("right would lose characters", "right", 0, u"9 1 2 3 4 5 xl"_s, u"新收政府信息公开申请行的最后一格还有 “xl”，右移会把它挤掉。"_s);
    row("right from the last", "right", 6, u"9 1 2 3 4 5 ."_s, u"这是新收政府信息公开申请行的最后一格，右边没有位置。"_s);
    row("right keeps unread unread", "right", 0, u"xl 1 2 3 4 5 ."_s, u". xl 1 2 3 4 5"_s);
    row("left into a blank", "left", 0, u". 9 1 2 3 4 5"_s, u"9 1 2 3 4 5 ."_s);
    row("left into a missing one", "left", 2, u"9 1 ? 2 3 4 5"_s, u"9 1 2 3 4 5 ."_s);
    row("left from a number beside a blank", "left", 1, u". 9 1 2 3 4 5"_s, u"9 1 2 3 4 5 ."_s);
    row("left would overwrite", "left", 1, u"8 9 1 2 3 4 5"_s, u"左边一格还有 8，左移会把它盖掉。"_s);
    row("left from the first", "left", 0, u"8 9 1 2 3 4 5"_s, u"这是新收政府信息公开申请行的第一格，左边没有位置。"_s);
    row("left of nothing changes nothing", "left", 5, u"8 9 1 2 3 . ."_s, u"8 9 1 2 3 . ."_s);
    row("insert", "insert", 1, u"9 2 3 4 5 6 ."_s, u"9 7 2 3 4 5 6"_s);
    row("insert at the end", "insert", 6, u"9 2 3 4 5 6 ."_s, u"9 2 3 4 5 6 7"_s);
    row("insert would lose a number", "insert", 1, u"9 2 3 4 5 6 8"_s, u"新收政府信息公开申请行的最后一格还有 8，插入会把它挤掉。"_s);
    row("delete", "delete", 1, u"9 1 2 3 4 5 6"_s, u"9 2 3 4 5 6 ."_s);
    row("delete the last", "delete", 6, u"9 1 2 3 4 5 6"_s, u"9 1 2 3 4 5 ."_s);
    row("delete a blank", "delete", 1, u"9 . 2 3 4 5 6"_s, u"9 2 3 4 5 6 ."_s);
}

void TestVerbs::moves()
{
    QFETCH(QString, verb);
    QFETCH(int, at);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const QString row = u"new_received"_s;
    const Report report = rowReport(row, before);
    const CellId cell = id(u"requests."_s + row + u'.' + Columns[at]);
    const auto act = verb == "right"_L1 ? verbs::shiftRight(report, cell)
        : verb == "left"_L1             ? verbs::shiftLeft(report, cell)
        : verb == "insert"_L1           ? verbs::insertValue(report, cell, u"７"_s)
                                        : verbs::deleteValue(report, cell);
    const bool refused = after.endsWith(u"。"_s);
    QVERIFY2(act.ok() != refused, qPrintable(act.ok() ? QString() : act.error().message));
    if (refused) {
        QCOMPARE(act.error().code, u"refused"_s);
        const QString label = knowledge().forms->info(cell).rowLabel;
        QCOMPARE(QString(act.error().message).replace(label, u"新收政府信息公开申请"_s), after);
        return;
    }
    QVERIFY(!act->text.isEmpty());
    QCOMPARE(wordsOf(applied(report, *act), row), after);
    QCOMPARE(act->isEmpty(), before == after);
}

void TestVerbs::moveRun_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("first"); // row "granted" after
    QTest::addColumn<QString>("second"); // row "carried_over" after, or the refusal
    // granted is "1 2 3 . . . 6", carried_over is ". . . . . 5 ?"
    QTest::newRow("to another row") << u"granted"_s << 0 << 3 << u"carried_over"_s << 1 << u". . . . . . 6"_s << u". 1 2 3 . 5 ?"_s;
    QTest::newRow("within the row, overlapping") << u"granted"_s << 0 << 3 << u"granted"_s << 1 << u". 1 2 3 . . 6"_s << u". . . . . 5 ?"_s;
    QTest::newRow("a blank onto a blank") << u"granted"_s << 3 << 1 << u"carried_over"_s << 0 << u"1 2 3 . . . 6"_s << u". . . . . 5 ?"_s;
    QTest::newRow("onto a number") << u"granted"_s << 0 << 3 << u"carried_over"_s << 3 << QString() << u"盖掉"_s;
    QTest::newRow("too short") << u"granted"_s << 0 << 3 << u"carried_over"_s << 5 << QString() << u"放不下"_s;
    QTest::newRow("whole row onto a taken one") << u"granted"_s << 0 << 7 << u"carried_over"_s << 0 << QString() << u"盖掉"_s;
}

void TestVerbs::moveRun()
{
    QFETCH(QString, from);
    QFETCH(int, at);
    QFETCH(int, count);
    QFETCH(QString, to);
    QFETCH(int, place);
    QFETCH(QString, first);
    QFETCH(QString, second);
    QHash<QString, QString> values = rowValues(u"granted"_s, u"1 2 3 . . . 6"_s);
    values.insert(rowValues(u"carried_over"_s, u". . . . . 5 ?"_s));
    const Report report = sampleReport(values).report;
    QList<CellId> run;
    for (int i = 0; i < count; ++i)
        run << id(u"requests."_s + from + u'.' + Columns[at + i]);
    const auto act = verbs::moveRun(report, run, id(u"requests."_s + to + u'.' + Columns[place]));
    if (first.isEmpty()) {
        QVERIFY(!act.ok());
        QVERIFY2(act.error().message.contains(second), qPrintable(act.error().message));
        return;
    }
    QVERIFY(act.ok());
    const Report after = applied(report, *act);
    QCOMPARE(wordsOf(after, u"granted"_s), first);
    QCOMPARE(wordsOf(after, u"carried_over"_s), second);
}

void TestVerbs::movedTextGoesAlong()
{
    const ReadReport read = sampleReport(rowValues(u"granted"_s, u"12 . . . . . ."_s));
    const CellId from = id(u"requests.granted.natural_person"_s);
    const CellId to = id(u"requests.granted.business"_s);
    const Report after = applied(read.report, *verbs::shiftRight(read.report, from));
    QCOMPARE(after.cell(to).text, u"12"_s);
    QCOMPARE(after.cell(to).source, read.report.cell(from).source);
    QCOMPARE(after.cell(to).status, CellStatus::Corrected);
    QVERIFY(!after.cell(from).source.isValid());
    QVERIFY(after.cell(from).text.isEmpty());
}

void TestVerbs::edit_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *cell, const QString &typed, const char *value, const char *status,
                         const QString &error = {}) {
        QTest::newRow(name) << QString::fromLatin1(cell) << typed << QString::fromLatin1(value) << QString::fromLatin1(status) << error;
    };
    row("another value", "requests.granted.total", u"１２件"_s, "12", "corrected");
    row("the same value", "requests.granted.total", u"0"_s, "0", "read");
    row("the same value with a counter", "requests.granted.total", u"0 件"_s, "0", "read");
    row("emptied", "requests.granted.total", QString(), "", "corrected");
    row("blank said again", "requests.granted.other", u" "_s, "", "blank");
    row("blank filled", "requests.granted.other", u"3"_s, "3", "corrected");
    row("missing said blank", "requests.granted.research", QString(), "", "blank");
    row("missing filled", "requests.granted.research", u"3"_s, "3", "corrected");
    row("printed negative count said again", "requests.granted.business", u"-3"_s, "-3", "read");
    row("another negative count", "requests.granted.business", u"-4"_s, "", "", u"“-4”是负数，这一格不能填负数。"_s);
    row("letters", "requests.granted.total", u"12a"_s, "", "", u"“12a”不是数字。"_s);
    row("fraction of a count", "proactive.licensing.decisions", u"1.5"_s, "", "", u"“1.5”有小数，这一格只能填整数。"_s);
    row("fraction of an amount", "proactive.fees.amount", u"1.5"_s, "1.5", "corrected");
}

void TestVerbs::edit()
{
    QFETCH(QString, cell);
    QFETCH(QString, typed);
    QFETCH(QString, value);
    QFETCH(QString, status);
    QFETCH(QString, error);
    const Report report = sampleReport(rowValues(u"granted"_s, u"1 -3 ? 0 0 . 0"_s)).report;
    const auto act = verbs::edit(report, id(cell), typed);
    if (!error.isEmpty()) {
        QVERIFY(!act.ok());
        QCOMPARE(act.error().code, u"refused"_s);
        QCOMPARE(act.error().message, error);
        return;
    }
    QVERIFY(act.ok());
    QCOMPARE(act->cells.size(), 1);
    const Cell &after = act->cells.first().after;
    QCOMPARE(after.value ? after.value->toString() : QString(), value);
    QCOMPARE(statusName(after.status), status);
    QCOMPARE(after.text, report.cell(id(cell)).text);
    QCOMPARE(after.source, report.cell(id(cell)).source);
    QCOMPARE(after.confirmed, after.status != CellStatus::Corrected);
}

void TestVerbs::confirm()
{
    Report report = rowReport(u"granted"_s, u"1 2 3 . ? 0 9"_s);
    const QList<CellId> row = verbs::rowOf(report, id(u"requests.granted.total"_s));
    report.cell(row[0]).status = CellStatus::Suspect;
    report.cell(row[1]).status = CellStatus::Repaired;
    report.cell(row[2]).status = CellStatus::Corrected;
    const auto act = verbs::confirm(report, row);
    QVERIFY(act.ok());
    const Report after = applied(report, *act);
    for (const CellId cell : row)
        QVERIFY(!after.cell(cell).needsPerson());
    QCOMPARE(after.cell(row[0]).status, CellStatus::Suspect);
    QCOMPARE(after.cell(row[1]).status, CellStatus::Repaired);
    QCOMPARE(after.cell(row[2]), report.cell(row[2]));
    QCOMPARE(after.cell(row[4]).status, CellStatus::Blank);
    QVERIFY(verbs::confirm(after, row)->isEmpty());
    QVERIFY(!verbs::confirm(report, {}).ok());
}

void TestVerbs::confirmKeepsUnreadWaiting()
{
    const Report report = rowReport(u"granted"_s, u"xl 2 3 0 0 0 9"_s);
    const QList<CellId> row = verbs::rowOf(report, id(u"requests.granted.total"_s));
    QVERIFY(applied(report, *verbs::confirm(report, row)).cell(row[0]).needsPerson());
    const auto alone = verbs::confirm(report, {row[0]});
    QVERIFY(!alone.ok());
    QVERIFY(alone.error().message.contains(u"没有读出数字"_s));
}

void TestVerbs::takeFromSource()
{
    const ReadReport read = sampleReport({}, u"全年收到申请１２件，答复3件；涨幅为1.5。"_s);
    const CellId cell = id(u"requests.new_received.total"_s);
    const auto rangeOf = [&](const QString &text) {
        const qsizetype at = read.document.text.indexOf(text);
        return TextRange{at, at + text.size()};
    };
    const auto act = verbs::takeFromSource(read.report, read.document, rangeOf(u"申请１２件"_s), cell);
    QVERIFY(act.ok());
    QCOMPARE(act->cells.size(), 1);
    const Cell &after = act->cells.first().after;
    QCOMPARE(after.value, Decimal(12));
    QCOMPARE(after.text, u"１２"_s);
    QCOMPARE(after.source, rangeOf(u"１２"_s));
    QCOMPARE(after.status, CellStatus::Corrected);
    QVERIFY(!verbs::takeFromSource(read.report, read.document, rangeOf(u"１２件，答复3件"_s), cell).ok());
    QVERIFY(!verbs::takeFromSource(read.report, read.document, rangeOf(u"答复"_s), cell).ok());
    QVERIFY(!verbs::takeFromSource(read.report, read.document, {}, cell).ok());
    QVERIFY(!verbs::takeFromSource(read.report, read.document, {0, 1 << 30}, cell).ok());
    // What the cell was read from, taken again, is nothing new.
    QVERIFY(verbs::takeFromSource(read.report, read.document, read.report.cell(cell).source, cell)->isEmpty());
}

void TestVerbs::place()
{
    Report report = rowReport(u"granted"_s, u"1 2 ? ? ? ? ?"_s);
    const QList<CellId> row = verbs::rowOf(report, id(u"requests.granted.total"_s));
    Placement placement;
    for (qsizetype i = 0; i < row.size(); ++i)
        placement.cells << Candidate();
    placement.cells[1] = {Decimal(1), {}, report.cell(row[0]).source};
    placement.cells[6] = {Decimal(2), {}, report.cell(row[1]).source};
    report.openRows << OpenRow{row, {}, {}, {placement}};
    const auto act = verbs::place(report, 0, 0);
    QVERIFY(act.ok());
    const Report after = applied(report, *act);
    QCOMPARE(wordsOf(after, u"granted"_s), u". 1 . . . . 2"_s);
    QCOMPARE(after.cell(row[6]).source, report.cell(row[1]).source);
    QVERIFY(!after.cell(row[0]).source.isValid());
    QVERIFY(!verbs::place(report, 0, 1).ok());
    QVERIFY(!verbs::place(report, 1, 0).ok());
    QVERIFY(!verbs::place(report, -1, 0).ok());
}

void TestVerbs::takeCandidate()
{
    Report report = rowReport(u"granted"_s, u"1 2 3 0 0 0 9"_s);
    const CellId cell = id(u"requests.granted.total"_s);
    report.cell(cell).candidates << Candidate{Decimal(6), u"三项之和"_s, {}};
    const auto act = verbs::takeCandidate(report, cell, 0);
    QVERIFY(act.ok());
    QCOMPARE(act->cells.first().after.value, Decimal(6));
    QCOMPARE(act->cells.first().after.text, u"9"_s);
    QVERIFY(!verbs::takeCandidate(report, cell, 1).ok());
}

void TestVerbs::fields_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("after"); // empty: refused; "=": nothing to do
    QTest::newRow("agency") << u"agency"_s << u" 青川县 财政局 "_s << u"青川县 财政局"_s;
    QTest::newRow("same agency") << u"agency"_s << u"云岭市水务局"_s << u"="_s;
    QTest::newRow("no agency") << u"agency"_s << u"  "_s << QString();
    QTest::newRow("endless agency") << u"agency"_s << QString(101, u'局') << QString();
    QTest::newRow("year") << u"year"_s << u"２０２２年度"_s << u"2022"_s;
    QTest::newRow("same year") << u"year"_s << u"2023"_s << u"="_s;
    QTest::newRow("short year") << u"year"_s << u"22"_s << QString();
    QTest::newRow("no year") << u"year"_s << u"今年"_s << QString();
    QTest::newRow("year before the rules") << u"year"_s << u"1999"_s << QString();
    QTest::newRow("form") << u"form"_s << u"2019"_s << u"2019"_s;
    QTest::newRow("same form") << u"form"_s << u"2021"_s << u"="_s;
    QTest::newRow("no form") << u"form"_s << u"1998"_s << QString();
}

void TestVerbs::fields()
{
    QFETCH(QString, verb);
    QFETCH(QString, typed);
    QFETCH(QString, after);
    Report report = sampleReport().report;
    const auto draft = [&] {
        return verb == "agency"_L1 ? verbs::setAgency(report, typed)
            : verb == "year"_L1    ? verbs::setYear(report, typed)
                                   : verbs::setForm(report, typed);
    };
    const auto act = draft();
    QCOMPARE(act.ok(), !after.isEmpty());
    if (!act.ok())
        QCOMPARE(act.error().code, u"refused"_s);
    else if (after == "="_L1)
        QVERIFY(act->isEmpty());
    else
        QCOMPARE(act->fields.first().after, after);
    if (after == "="_L1) { // the same word settles a doubt
        report.agencyStatus = report.yearStatus = report.formStatus = FieldStatus::Suspect;
        QCOMPARE(draft()->fields.first().afterStatus, FieldStatus::Corrected);
    }
}

void TestVerbs::cellsOfOtherForms()
{
    const Report report = sampleReport().report;
    const CellId old = id(u"requests.other_handling.total"_s);
    QVERIFY(old.isValid());
    QVERIFY(!verbs::edit(report, old, u"1"_s).ok());
    QVERIFY(!verbs::shiftLeft(report, old).ok());
    QVERIFY(!verbs::edit(report, {}, u"1"_s).ok());
    QVERIFY(!verbs::confirm(report, {old}).ok());
}

void TestVerbs::rows()
{
    const Report report = sampleReport().report;
    QCOMPARE(verbs::rowOf(report, id(u"requests.granted.research"_s)).size(), 7);
    QCOMPARE(verbs::rowOf(report, id(u"remedies.litigation_direct.other"_s)).size(), 5);
    QCOMPARE(verbs::rowOf(report, id(u"remedies.litigation_direct.other"_s)).first(), id(u"remedies.litigation_direct.upheld"_s));
    QCOMPARE(verbs::rowOf(report, id(u"proactive.fees.amount"_s)).size(), 1);
    QVERIFY(verbs::rowOf(report, {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestVerbs)
#include "tst_verbs.moc"
