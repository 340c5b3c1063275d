// SPDX-License-Identifier: GPL-3.0-or-later
// Text that lost every separator: which values the digits and the form's sums leave, and what is said of the others.
#include "samplereport.h"

#include "recovery/recovery.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestGluedText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingFollows();
    void wrongCutThatBalances();
    void faultThatIsSettled_data();
    void faultThatIsSettled();
    void severalCuts();
    void noSums();
    void zerosLeftEmpty();
    void totalWrongInRemedies();
    void rowsOnTheirLines();
    void partlyGlued();
    void labelNumbers();
    void longRunsEnd();
};

namespace {

using Values = QHash<QString, QString>; ///< by cell name; "0" where not given, "" for an empty cell

enum Print { Solid, RowLines, OwnLines };

/// A report of the 2021 form without separators; row labels as the form has them.
QString gluedText(const Values &values, Print print = Solid)
{
    const FormCatalogue &catalogue = *test::knowledge().forms;
    const Form &form = *catalogue.form(u"2021"_s);
    QString out = u"云岭市财政局2023年政府信息公开工作年度报告\n一、总体情况\n全年工作平稳。\n"_s;
    for (const FormTable &table : form.tables) {
        for (const FormSection &s : form.sections) {
            if (s.number == table.section)
                out += s.numeral + u'、' + s.title;
        }
        if (print != Solid)
            out += u'\n';
        QString digits;
        for (const FormRow &row : table.rows) {
            QString run;
            for (const CellId id : row.cells)
                run += values.value(catalogue.name(id), u"0"_s);
            digits += run;
            if (!table.across) {
                out += row.label + (print == OwnLines ? u"\n"_s : QString()) + run + (print != Solid ? u"\n"_s : QString());
                continue;
            }
            out += row.label;
            for (const FormColumn &column : table.columns)
                out += column.label;
        }
        if (table.across)
            out += (print == OwnLines ? u"\n"_s : QString()) + digits + (print != Solid ? u"\n"_s : QString());
    }
    return out + u"\n五、存在的主要问题及改进情况\n公开的内容还不够全面。\n六、其他需要报告的事项\n无。\n"_s;
}

ReadReport read(const QString &text)
{
    SourceDocument document;
    document.fileName = u"glued.txt"_s;
    document.text = text;
    return {document, recover(document, test::knowledge().forms), {}};
}

const Cell &cellOf(const ReadReport &reading, const QString &name) { return reading.report.cell(reading.report.catalogue().cell(name)); }

/// "6 4 0? …": a row's values, `?` behind those that are not settled, `.` for no value.
QString rowOf(const ReadReport &reading, const QString &row)
{
    static const QStringList columns{
        u"natural_person"_s, u"business"_s, u"research"_s, u"public_interest"_s, u"legal_service"_s, u"other"_s, u"total"_s};
    QStringList out;
    for (const QString &column : columns) {
        const Cell &cell = cellOf(reading, row + u'.' + column);
        out << (cell.value ? cell.value->toString() : u"."_s)
                + (cell.status == CellStatus::Repaired    ? QString()
                        : cell.status == CellStatus::Read ? u"!"_s
                                                          : u"?"_s);
    }
    return out.join(u' ');
}

Values row(const QString &name, const QString &values)
{
    static const QStringList columns{
        u"natural_person"_s, u"business"_s, u"research"_s, u"public_interest"_s, u"legal_service"_s, u"other"_s, u"total"_s};
    Values out;
    const QStringList parts = values.split(u' ');
    for (qsizetype i = 0; i < parts.size(); ++i)
        out[u"requests."_s + name + u'.' + columns[i]] = parts[i] == u"."_s ? QString() : parts[i];
    return out;
}

Values rows(const QList<std::pair<QString, QString>> &list)
{
    Values out;
    for (const auto &[name, values] : list)
        out.insert(row(name, values));
    return out;
}

QStringList candidates(const Cell &cell)
{
    QStringList out;
    for (const Candidate &c : cell.candidates)
        out << (c.value ? c.value->toString() : u"."_s);
    out << (cell.value ? cell.value->toString() : u"."_s);
    out.sort();
    out.removeDuplicates();
    return out;
}

/// No value of a glued table is `read`.
QStringList certain(const ReadReport &reading)
{
    QStringList out;
    for (const CellId id : reading.report.cellIds()) {
        if (reading.report.cell(id).status == CellStatus::Read)
            out << reading.report.catalogue().name(id);
    }
    return out;
}

} // namespace

void TestGluedText::everythingFollows()
{
    const Values values = rows(
        {{u"new_received"_s, u"6 4 0 0 2 0 12"_s}, {u"granted"_s, u"5 1 0 0 2 0 8"_s}, {u"denied_process_info"_s, u"0 3 0 0 0 0 3"_s},
            {u"total_handled"_s, u"5 4 0 0 2 0 11"_s}, {u"carried_forward"_s, u"1 0 0 0 0 0 1"_s}});
    const ReadReport reading = read(gluedText(values));
    QCOMPARE(rowOf(reading, u"requests.new_received"_s), u"6 4 0 0 2 0 12"_s);
    QCOMPARE(rowOf(reading, u"requests.granted"_s), u"5 1 0 0 2 0 8"_s);
    QCOMPARE(rowOf(reading, u"requests.carried_forward"_s), u"1 0 0 0 0 0 1"_s);
    QCOMPARE(rowOf(reading, u"requests.other_other"_s), u"0 0 0 0 0 0 0"_s);
    QCOMPARE(cellOf(reading, u"remedies.review.total"_s).status, CellStatus::Repaired);
    QCOMPARE(cellOf(reading, u"requests.new_received.total"_s).text, u"12"_s);
    QVERIFY2(certain(reading).isEmpty(), qPrintable(certain(reading).join(u' ')));
}

/// The author printed 23 for a total of 14. The only cut whose sum holds, 0 0 0 0 21 2 23, is not what stands there: the
/// columns say so. What the report says is kept, and its own fault stands.
void TestGluedText::wrongCutThatBalances()
{
    const Values values = rows({{u"new_received"_s, u"3 0 0 0 5 14 22"_s}, {u"granted"_s, u"0 0 0 0 2 12 23"_s},
        {u"denied_third_party"_s, u"3 0 0 0 3 2 8"_s}, {u"total_handled"_s, u"3 0 0 0 5 14 22"_s}});
    const ReadReport reading = read(gluedText(values));
    QCOMPARE(rowOf(reading, u"requests.granted"_s), u"0 0 0 0 2 12 23"_s);
    QCOMPARE(rowOf(reading, u"requests.denied_third_party"_s), u"3 0 0 0 3 2 8"_s);
    QCOMPARE(rowOf(reading, u"requests.total_handled"_s), u"3 0 0 0 5 14 22"_s);
}

void TestGluedText::faultThatIsSettled_data()
{
    QTest::addColumn<QString>("wrongRow");
    QTest::addColumn<QString>("values");
    QTest::newRow("a number in its row") << u"granted"_s << u"9 1 0 0 2 0 8"_s;
    QTest::newRow("a row's total") << u"granted"_s << u"5 1 0 0 2 0 10"_s;
    QTest::newRow("a number and its total") << u"granted"_s << u"7 1 0 0 2 0 10"_s;
    QTest::newRow("carried forward") << u"carried_forward"_s << u"4 0 0 0 0 0 4"_s;
    QTest::newRow("the total of the column") << u"total_handled"_s << u"5 4 0 0 3 0 12"_s;
    QTest::newRow("new applications") << u"new_received"_s << u"6 4 0 0 2 0 13"_s;
}

void TestGluedText::faultThatIsSettled()
{
    QFETCH(QString, wrongRow);
    QFETCH(QString, values);
    Values all = rows(
        {{u"new_received"_s, u"6 4 0 0 2 0 12"_s}, {u"granted"_s, u"5 1 0 0 2 0 8"_s}, {u"denied_process_info"_s, u"0 3 0 0 0 0 3"_s},
            {u"total_handled"_s, u"5 4 0 0 2 0 11"_s}, {u"carried_forward"_s, u"1 0 0 0 0 0 1"_s}});
    all.insert(row(wrongRow, values));
    const ReadReport reading = read(gluedText(all));
    for (const CellId id : reading.report.cellIds()) {
        const QString name = reading.report.catalogue().name(id);
        if (!name.startsWith(u"requests."_s))
            continue;
        const Cell &cell = reading.report.cell(id);
        QCOMPARE(cell.status, CellStatus::Repaired);
        QCOMPARE(cell.value, Decimal::fromString(all.value(name, u"0"_s)));
    }
}

/// The same digits in three rows that balance each other, whichever of three ways they are cut.
void TestGluedText::severalCuts()
{
    const QString values = u"1 1 10 0 0 0 12"_s;
    const ReadReport reading = read(gluedText(rows({{u"new_received"_s, values}, {u"granted"_s, values}, {u"total_handled"_s, values}})));
    for (const QString &name : {u"requests.new_received"_s, u"requests.granted"_s, u"requests.total_handled"_s}) {
        for (const QString &column : {u"natural_person"_s, u"business"_s, u"research"_s})
            QCOMPARE(cellOf(reading, name + u'.' + column).status, CellStatus::Suspect);
        QCOMPARE(cellOf(reading, name + u".total"_s).status, CellStatus::Repaired);
        QCOMPARE(cellOf(reading, name + u".total"_s).value, Decimal(12));
        QCOMPARE(candidates(cellOf(reading, name + u".business"_s)), (QStringList{u"1"_s, u"11"_s}));
        QCOMPARE(candidates(cellOf(reading, name + u".research"_s)), (QStringList{u"0"_s, u"10"_s}));
    }
    QCOMPARE(reading.report.openRows.size(), 3);
    QCOMPARE(reading.report.openRows.first().placements.size(), 3);
}

/// Table two has no sums: only the lengths can force a cut, and only where zeros are printed.
void TestGluedText::noSums()
{
    Values values{{u"proactive.regulations.issued"_s, u"2"_s}, {u"proactive.regulations.repealed"_s, u"1"_s},
        {u"proactive.regulations.in_force"_s, u"3"_s}, {u"proactive.normative_documents.issued"_s, u"3"_s},
        {u"proactive.normative_documents.in_force"_s, u"16"_s}, {u"proactive.licensing.decisions"_s, u"8179"_s},
        {u"proactive.fees.amount"_s, u"6534.5"_s}};
    const ReadReport reading = read(gluedText(values));
    for (const QString &name : {u"proactive.regulations.issued"_s, u"proactive.regulations.repealed"_s, u"proactive.regulations.in_force"_s,
             u"proactive.licensing.decisions"_s, u"proactive.fees.amount"_s}) {
        QCOMPARE(cellOf(reading, name).status, CellStatus::Repaired);
        QCOMPARE(cellOf(reading, name).value, Decimal::fromString(values[name]));
    }
    QCOMPARE(cellOf(reading, u"proactive.normative_documents.issued"_s).status, CellStatus::Suspect);
    QCOMPARE(candidates(cellOf(reading, u"proactive.normative_documents.issued"_s)), (QStringList{u"3"_s, u"30"_s}));
    QCOMPARE(candidates(cellOf(reading, u"proactive.normative_documents.in_force"_s)), (QStringList{u"16"_s, u"6"_s}));
}

void TestGluedText::zerosLeftEmpty()
{
    Values values;
    const FormCatalogue &catalogue = *test::knowledge().forms;
    for (const CellId id : catalogue.form(u"2021"_s)->table(u"requests"_s)->cellIds())
        values[catalogue.name(id)] = QString();
    values.insert(
        rows({{u"new_received"_s, u"6 4 . . 2 . 12"_s}, {u"granted"_s, u"5 . . . 2 . 7"_s}, {u"denied_process_info"_s, u". 4 . . . . 4"_s},
            {u"total_handled"_s, u"5 4 . . 2 . 11"_s}, {u"carried_forward"_s, u"1 . . . . . 1"_s}}));
    values[u"proactive.regulations.issued"_s] = u"2"_s;
    const ReadReport reading = read(gluedText(values));
    // three of six columns have values, and it is open which; the 4 stands in neither the first of them nor the last
    QCOMPARE(cellOf(reading, u"requests.denied_process_info.natural_person"_s).status, CellStatus::Repaired);
    QCOMPARE(cellOf(reading, u"requests.denied_process_info.total"_s).status, CellStatus::Repaired);
    QCOMPARE(candidates(cellOf(reading, u"requests.denied_process_info.business"_s)), (QStringList{u"."_s, u"0"_s, u"4"_s}));
    QCOMPARE(cellOf(reading, u"requests.granted.legal_service"_s).status, CellStatus::Suspect);
    // a cell of table two may be empty, too
    QCOMPARE(cellOf(reading, u"proactive.regulations.issued"_s).status, CellStatus::Suspect);
    QVERIFY2(certain(reading).isEmpty(), qPrintable(certain(reading).join(u' ')));
}

void TestGluedText::totalWrongInRemedies()
{
    const Values values{{u"remedies.review.upheld"_s, u"1"_s}, {u"remedies.review.total"_s, u"3"_s},
        {u"remedies.litigation_direct.other"_s, u"2"_s}, {u"remedies.litigation_direct.total"_s, u"2"_s}};
    const ReadReport reading = read(gluedText(values));
    QCOMPARE(cellOf(reading, u"remedies.review.total"_s).value, Decimal(3));
    QCOMPARE(cellOf(reading, u"remedies.review.total"_s).status, CellStatus::Repaired);
    QCOMPARE(cellOf(reading, u"remedies.litigation_direct.other"_s).value, Decimal(2));
    QCOMPARE(cellOf(reading, u"remedies.litigation_after_review.total"_s).value, Decimal(0));
}

void TestGluedText::rowsOnTheirLines()
{
    const Values values = rows({{u"new_received"_s, u"116 4 0 0 2 0 122"_s}, {u"granted"_s, u"115 4 0 0 2 0 121"_s},
        {u"total_handled"_s, u"115 4 0 0 2 0 121"_s}, {u"carried_forward"_s, u"1 0 0 0 0 0 1"_s}});
    for (const Print print : {RowLines, OwnLines}) {
        const ReadReport reading = read(gluedText(values, print));
        QCOMPARE(rowOf(reading, u"requests.new_received"_s), u"116 4 0 0 2 0 122"_s);
        QCOMPARE(rowOf(reading, u"requests.carried_forward"_s), u"1 0 0 0 0 0 1"_s);
        QVERIFY2(certain(reading).isEmpty(), qPrintable(certain(reading).join(u' ')));
    }
}

void TestGluedText::partlyGlued()
{
    const Values values
        = rows({{u"new_received"_s, u"6 4 0 0 2 0 12"_s}, {u"granted"_s, u"6 4 0 0 2 0 12"_s}, {u"total_handled"_s, u"6 4 0 0 2 0 12"_s}});
    QString text = gluedText(values);
    text.replace(u"予以公开64002012"_s, u"予以公开 6 4 0 0 2 0 12 "_s).replace(u"总计64002012"_s, u"总计64 00 2012 "_s);
    const ReadReport reading = read(text);
    QCOMPARE(rowOf(reading, u"requests.new_received"_s), u"6 4 0 0 2 0 12"_s);
    QCOMPARE(rowOf(reading, u"requests.total_handled"_s), u"6 4 0 0 2 0 12"_s);
    QCOMPARE(cellOf(reading, u"requests.granted.total"_s).value, Decimal(12));
}

/// The number of the next label is no digit of the row before it, however it is printed.
void TestGluedText::labelNumbers()
{
    const Values values = rows({{u"new_received"_s, u"6 4 0 0 2 0 12"_s}, {u"denied_state_secret"_s, u"6 4 0 0 2 0 12"_s},
        {u"total_handled"_s, u"6 4 0 0 2 0 12"_s}});
    const QString plain = gluedText(values);
    for (const auto &[from, to] : QList<std::pair<QString, QString>>{{u"2.其他"_s, u"2.其他"_s}, {u"2.其他"_s, u"2、其他"_s},
             {u"2.其他"_s, u"2. 其他"_s}, {u"2.其他"_s, u"２．其他"_s}, {u"2.其他"_s, u"其他"_s}}) {
        const ReadReport reading = read(QString(plain).replace(from, to));
        QCOMPARE(rowOf(reading, u"requests.denied_state_secret"_s), u"6 4 0 0 2 0 12"_s);
        QCOMPARE(rowOf(reading, u"requests.denied_law_prohibits"_s), u"0 0 0 0 0 0 0"_s);
    }
}

/// Digits that could be cut in countless ways are left open in bounded time.
void TestGluedText::longRunsEnd()
{
    Values values;
    const FormCatalogue &catalogue = *test::knowledge().forms;
    for (const CellId id : catalogue.form(u"2021"_s)->table(u"requests"_s)->cellIds())
        values[catalogue.name(id)] = u"1111"_s;
    const ReadReport reading = read(gluedText(values));
    QVERIFY(certain(reading).isEmpty());
    for (const CellId id : catalogue.form(u"2021"_s)->table(u"requests"_s)->cellIds())
        QVERIFY(reading.report.cell(id).needsPerson());
}

QTEST_GUILESS_MAIN(TestGluedText)
#include "tst_gluedtext.moc"
