// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checker.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

using Cells = QHash<QString, QString>;

CellId id(const QString &name) { return knowledge().forms->cell(name); }

QList<Finding> only(const QList<Finding> &all, const QString &rule)
{
    QList<Finding> out;
    for (const Finding &f : all) {
        if (f.rule == rule)
            out << f;
    }
    return out;
}

QList<Finding> recheck(const ReadReport &r) { return check(Dossier{r.report, r.document}, *knowledge().rules); }

} // namespace

class TestCellChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decimals_data();
    void decimals();
    void consistentReportIsSilent_data();
    void consistentReportIsSilent();
    void blanksOfARowAreOneFinding();
    void emptyTotalColumnIsSaid();
    void confirmedBlankIsSilent();
    void missingRowAndTable();
    void suspectNeighboursAreOneFinding();
    void rowsDoubtedForOneReasonAreOneFinding();
    void blanksOfWhichOnlyTheNumberIsKnown();
    void confirmedAndCorrectedAreSilent();
    void invalid_data();
    void invalid();
    void ambiguousRowSpeaksForItsCells();
    void openRowsAreToldTogether();
    void inTheOrderOfTheBook();
};

void TestCellChecks::consistentReportIsSilent_data()
{
    QTest::addColumn<QString>("form");
    QTest::newRow("2021") << u"2021"_s;
    QTest::newRow("2019") << u"2019"_s;
}

void TestCellChecks::consistentReportIsSilent()
{
    QFETCH(QString, form);
    QVERIFY(sampleReport({}, {}, form).findings.isEmpty());
}

void TestCellChecks::blanksOfARowAreOneFinding()
{
    const ReadReport r = sampleReport(
        Cells{{u"requests.granted.business"_s, {}}, {u"requests.granted.other"_s, {}}, {u"proactive.regulations.issued"_s, {}}});
    QCOMPARE(r.findings.size(), 2);
    QCOMPARE(r.findings[0].message, u"表二 · “规章”行有空白未填：本年制发件数；没有的应填 0。"_s);
    QCOMPARE(r.findings[1].message, u"表三 · “予以公开”行有空白未填：商业企业、其他；没有的应填 0。"_s);
    QCOMPARE(r.findings[1].cells, (QList<CellId>{id(u"requests.granted.business"_s), id(u"requests.granted.other"_s)}));
    QCOMPARE(r.findings[1].severity, Severity::Warning);
}

void TestCellChecks::emptyTotalColumnIsSaid()
{
    Cells cells{{u"requests.new_received.natural_person"_s, u"3"_s}, {u"requests.total_handled.natural_person"_s, u"3"_s},
        {u"requests.granted.natural_person"_s, u"3"_s}};
    for (const FormRow &row : knowledge().forms->newest().table(u"requests"_s)->rows)
        cells.insert(u"requests."_s + row.id + u".total"_s, {});
    const QList<Finding> findings = sampleReport(cells).findings;
    const QList<Finding> blanks = only(findings, u"cell.blank"_s);
    QCOMPARE(blanks.size(), 1);
    QCOMPARE(blanks[0].cells.size(), 25);
    QVERIFY(blanks[0].message.contains(u"总计列"_s));
    const QList<Finding> sums = only(findings, u"requests.row_total"_s);
    QCOMPARE(sums.size(), 1);
    QCOMPARE(sums[0].severity, Severity::Warning);
    QCOMPARE(sums[0].candidates.size(), 3);
    QCOMPARE(findings.size(), 2);
}

void TestCellChecks::confirmedBlankIsSilent()
{
    ReadReport r = sampleReport(Cells{{u"requests.granted.business"_s, {}}});
    r.report.cell(id(u"requests.granted.business"_s)).confirmed = true;
    QVERIFY(recheck(r).isEmpty());
}

void TestCellChecks::missingRowAndTable()
{
    ReadReport r = sampleReport(Cells{{u"requests.granted.business"_s, u"?"_s}});
    QCOMPARE(r.findings.size(), 1);
    QCOMPARE(r.findings[0].rule, u"cell.missing"_s);
    QCOMPARE(r.findings[0].message, u"表三 · “予以公开”行在原文中没有找到：商业企业。"_s);

    for (const CellId cell : knowledge().forms->newest().table(u"remedies"_s)->cellIds())
        r.report.cell(cell) = Cell();
    r.report.tables[2].found = false;
    const QList<Finding> findings = only(recheck(r), u"cell.missing"_s);
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings[1].cells.size(), 15);
    QVERIFY(findings[1].message.contains(u"整张表"_s));
}

void TestCellChecks::suspectNeighboursAreOneFinding()
{
    ReadReport r = sampleReport();
    for (const QString &column : {u"natural_person"_s, u"business"_s, u"total"_s}) {
        Cell &cell = r.report.cell(id(u"requests.granted."_s + column));
        cell.status = CellStatus::Suspect;
        cell.why = u"数字与字母相混。"_s;
    }
    r.report.cell(id(u"requests.granted.total"_s)).status = CellStatus::Repaired;
    const QList<Finding> findings = recheck(r);
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings[0].message, u"表三 · “予以公开”行的读数需要核对：自然人 0、商业企业 0；数字与字母相混。"_s);
    QCOMPARE(findings[0].cells.size(), 2);
    QCOMPARE(findings[0].blame, Blame::Reading);
    QVERIFY(findings[1].message.contains(u"总计 0（推定）"_s));
}

void TestCellChecks::rowsDoubtedForOneReasonAreOneFinding()
{
    const QStringList rows{u"new_received"_s, u"carried_over"_s, u"granted"_s};
    ReadReport r = sampleReport();
    const auto doubt = [&](const QString &cell, const QString &why) {
        r.report.cell(id(cell)).status = CellStatus::Suspect;
        r.report.cell(id(cell)).why = why;
    };
    for (const QString &row : rows) {
        doubt(u"requests.%1.natural_person"_s.arg(row), u"数字连在一起。"_s);
        doubt(u"requests.%1.business"_s.arg(row), u"数字连在一起。"_s);
    }
    doubt(u"requests.granted.other"_s, u"位置不明。"_s);
    QList<Finding> findings = only(recheck(r), u"cell.suspect"_s);
    QCOMPARE(findings.size(), 2);
    QVERIFY2(findings[0].message.contains(u"3 行，共 6 格；数字连在一起。"_s), qPrintable(findings[0].message));
    QCOMPARE(findings[0].cells.size(), 6);
    QCOMPARE(findings[1].cells, QList<CellId>{id(u"requests.granted.other"_s)});
    // Other readings belong to their own row, and two rows are told one by one.
    r.report.cell(id(u"requests.granted.business"_s)).candidates = {Candidate{Decimal(7), u"另一种断法"_s, {}}};
    findings = only(recheck(r), u"cell.suspect"_s);
    QCOMPARE(findings.size(), 4);
    qsizetype cells = 0;
    for (const Finding &f : findings)
        cells += f.cells.size();
    QCOMPARE(cells, 7);
}

void TestCellChecks::blanksOfWhichOnlyTheNumberIsKnown()
{
    ReadReport r = sampleReport();
    const auto put = [&](const QString &column, CellStatus status, const QString &why) {
        Cell &cell = r.report.cell(id(u"requests.granted."_s + column));
        cell.status = status;
        cell.why = why;
        if (status == CellStatus::Blank)
            cell.value.reset();
    };
    const QString lost = u"文本没有保留空格；这一格是空白或 0，别的数放不到这里。"_s;
    put(u"business"_s, CellStatus::Blank, lost);
    put(u"research"_s, CellStatus::Read, lost);
    put(u"legal_service"_s, CellStatus::Blank, {});
    QList<Finding> findings = only(recheck(r), u"cell.blank"_s);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].message,
        u"表三 · “予以公开”行有空白未填：法律服务机构，商业企业、科研机构中有 1 格；文本没有保留空格，只知道有几格，不知是哪几格；没有的应填 0。"_s);
    QCOMPARE(findings[0].cells.size(), 3);
    // Where every cell that may be empty is, which ones are is known.
    put(u"research"_s, CellStatus::Read, {});
    findings = only(recheck(r), u"cell.blank"_s);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].message, u"表三 · “予以公开”行有空白未填：商业企业、法律服务机构；没有的应填 0。"_s);
}

void TestCellChecks::confirmedAndCorrectedAreSilent()
{
    ReadReport r = sampleReport();
    Cell &one = r.report.cell(id(u"requests.granted.business"_s));
    one.status = CellStatus::Suspect;
    one.confirmed = true;
    r.report.cell(id(u"requests.granted.research"_s)).status = CellStatus::Corrected;
    QVERIFY(recheck(r).isEmpty());
}

void TestCellChecks::invalid_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("fires");
    QTest::newRow("negative count") << u"2021"_s << u"proactive.licensing.decisions"_s << u"-3"_s << true;
    QTest::newRow("fraction of a count") << u"2021"_s << u"proactive.licensing.decisions"_s << u"3.5"_s << true;
    QTest::newRow("money has decimals") << u"2021"_s << u"proactive.fees.amount"_s << u"3.1234"_s << false;
    QTest::newRow("negative money") << u"2021"_s << u"proactive.fees.amount"_s << u"-3"_s << true;
    QTest::newRow("a change may be negative") << u"2019"_s << u"proactive.licensing.change"_s << u"-3"_s << false;
    QTest::newRow("a change is whole") << u"2019"_s << u"proactive.licensing.change"_s << u"-3.5"_s << true;
}

void TestCellChecks::invalid()
{
    QFETCH(QString, form);
    QFETCH(QString, cell);
    QFETCH(QString, value);
    QFETCH(bool, fires);
    const ReadReport r = sampleReport(Cells{{cell, value}}, {}, form);
    const QList<Finding> findings = only(r.findings, u"cell.invalid"_s);
    QCOMPARE(findings.size(), fires ? 1 : 0);
    if (fires) {
        QCOMPARE(findings[0].cells, QList<CellId>{id(cell)});
        QCOMPARE(findings[0].severity, Severity::Error);
        QCOMPARE(r.report.cell(id(cell)).status, CellStatus::Read);
    }
}

void TestCellChecks::ambiguousRowSpeaksForItsCells()
{
    ReadReport r = sampleReport();
    OpenRow row;
    for (const CellId cell : knowledge().forms->newest().table(u"requests"_s)->rows[2].cells) {
        r.report.cell(cell).status = CellStatus::Suspect;
        row.cells << cell;
    }
    r.report.cell(row.cells[3]) = Cell();
    row.reason = u"应有 7 个数，读到 6 个。"_s;
    row.placements = {Placement{}, Placement{}};
    r.report.openRows << row;
    const QList<Finding> findings = recheck(r);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].rule, u"row.ambiguous"_s);
    QCOMPARE(findings[0].cells, row.cells);
    QCOMPARE(findings[0].message, u"“予以公开”行：应有 7 个数，读到 6 个；有 2 种摆法供选择。"_s);
}

/// Three rows that are open for one reason are one thing to look at; what is chosen row by row stays row by row.
void TestCellChecks::openRowsAreToldTogether()
{
    ReadReport r = sampleReport();
    const auto open = [&](int first, int last, int ways) {
        for (int i = first; i <= last; ++i) {
            OpenRow row;
            row.cells = knowledge().forms->newest().table(u"requests"_s)->rows[i].cells;
            for (const CellId cell : std::as_const(row.cells))
                r.report.cell(cell).status = CellStatus::Suspect;
            row.reason = u"这一行的数值与行名对应不确定。"_s;
            row.placements = QList<Placement>(ways);
            r.report.openRows << row;
        }
    };
    const auto told = [&] {
        QStringList out;
        for (const Finding &f : recheck(r)) {
            if (f.rule == "row.ambiguous"_L1)
                out << u"%1 %2"_s.arg(f.cells.size()).arg(f.message);
        }
        return out;
    };
    open(0, 1, 0);
    QCOMPARE(told().size(), 2); // two are read as quickly as their sum
    open(2, 9, 1);
    const QStringList together = told();
    QCOMPARE(together.size(), 1);
    QCOMPARE(together[0],
        u"70 表三“本年新收”行、“上年结转”行、“予以公开”行、“部分公开”行、“属于国家秘密”行、“其他法律行政法规禁止公开”行 等10 行："
        u"各行的数值与行名对应不确定。"_s);
    open(10, 12, 2);
    QCOMPARE(told().size(), 4);
}

void TestCellChecks::inTheOrderOfTheBook()
{
    const ReadReport r = sampleReport(
        Cells{{u"remedies.review.total"_s, u"3"_s}, {u"requests.granted.business"_s, {}}, {u"requests.denied_admin_query.total"_s, u"2"_s}},
        u"本机关未收到政府信息公开申请。因政府信息公开被申请行政复议1件。"_s);
    QStringList rules;
    for (const Finding &f : r.findings)
        rules << f.rule;
    QCOMPARE(rules, (QStringList{u"requests.row_total"_s, u"remedies.total"_s, u"cell.blank"_s, u"narrative.mismatch"_s}));
}

void TestCellChecks::decimals_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<bool>("told");
    const QString asks = u"本年收费金额（单位：万元，保留4位小数）"_s;
    QTest::newRow("fewer than asked for") << asks << u"12.5"_s << true;
    QTest::newRow("none") << asks << u"12"_s << true;
    QTest::newRow("four") << asks << u"12.5000"_s << false;
    QTest::newRow("nothing charged") << asks << u"0"_s << false;
    QTest::newRow("not asked for") << u"本年收费金额（单位：万元）"_s << u"12.5"_s << false;
}

/// The head of table two asks for four decimals in one province only.
void TestCellChecks::decimals()
{
    QFETCH(QString, head);
    QFETCH(QString, amount);
    QFETCH(bool, told);
    ReadReport read = test::sampleReport({{u"proactive.fees.amount"_s, amount}});
    // behind the table's rows, so that no place moves
    read.document.text += head;
    read.report.tables.first().source.end = read.document.text.size();
    const QList<Finding> findings = check(Dossier{read.report, read.document}, *test::knowledge().rules);
    const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding &f) { return f.rule == "proactive.fee_unit"_L1; });
    QCOMPARE(found != findings.end(), told);
    if (!told)
        return;
    QCOMPARE(found->severity, Severity::Hint);
    QVERIFY2(found->message.contains(amount) && found->message.contains(u"4 位小数"_s), qPrintable(found->message));
}

QTEST_GUILESS_MAIN(TestCellChecks)
#include "tst_cellchecks.moc"
