// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/summary.h"

#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void head();
    void findings();
    void originalValueIsWhatIsPrinted();
    void noFindings();
    void correctedValueStandsInTheSheet();
    void answeredFinding();
    void correctedReadingIsNoMistakeOfTheReport();
    void marks();
    void changes();
    void coversTheWholeTable_data();
    void coversTheWholeTable();
    void html();
    void escaping();

private:
    Sheet sheet(const QList<Finding> &findings = {}, const QList<Finding> *before = nullptr) const;
    CellId id(const QString &name) const { return test::knowledge().forms->cell(name); }
    void correct(const QString &cell, int value);

    ReadReport m_read;
    Report m_report;
};

static const QString Total = u"requests.new_received.total"_s;

static QString cellText(const SheetTable &table, int row, int column)
{
    for (const SheetCell &cell : table.cells) {
        if (cell.row == row && cell.column == column)
            return cell.text;
    }
    return u"(none)"_s;
}

static QStringList rowTexts(const SheetTable &table, int row)
{
    QStringList out;
    for (const SheetCell &cell : table.cells) {
        if (cell.row == row)
            out << cell.text;
    }
    return out;
}

static Finding finding(CellId cell)
{
    Finding f;
    f.rule = u"requests.row_total"_s;
    f.place = u"表三 · 本年新收行"_s;
    f.message = u"六类申请人合计 9，总计列为 8。"_s;
    f.found = u"8"_s;
    f.expected = u"9"_s;
    f.basis = u"表三勾稽关系"_s;
    f.cells = {cell};
    return f;
}

void TestSummary::initTestCase()
{
    m_read = test::sampleReport({{Total, u"8"_s}, {u"proactive.regulations.issued"_s, u""_s}, {u"remedies.review.upheld"_s, u"?"_s}});
    m_report = m_read.report;
}

void TestSummary::correct(const QString &name, int value)
{
    Cell &cell = m_report.cell(id(name));
    cell.value = Decimal(value);
    cell.status = CellStatus::Corrected;
    cell.confirmed = true;
}

Sheet TestSummary::sheet(const QList<Finding> &findings, const QList<Finding> *before) const
{
    return summarySheet({m_read.document, m_read.report, m_report, findings, u"王某"_s, u"审核中"_s, QDate(2024, 3, 5), before});
}

void TestSummary::head()
{
    m_report = m_read.report;
    QStringList lines;
    for (const auto &[label, value] : sheet().head)
        lines << label + u'=' + value;
    const QString text = lines.join(u'\n');
    QVERIFY(text.contains(u"单位=云岭市水务局"_s));
    QVERIFY(text.contains(u"年度=2023 年"_s));
    QVERIFY(text.contains(u"核查日期=2024年3月5日"_s));
    QVERIFY(text.contains(u"适用格式=2021 年格式（国办公开办函〔2021〕30号）"_s));
    QVERIFY(text.contains(u"文件及来源=sample.txt"_s));
    QVERIFY(text.contains(QString::fromLatin1(m_read.document.sha256.toHex())));
    QVERIFY(text.contains(u"审核中"_s));
    QCOMPARE(sheet().signatures, QStringList({u"核查人（王某）"_s, u"复核人"_s, u"科室负责人"_s, u"分管领导"_s}));
}

void TestSummary::findings()
{
    m_report = m_read.report;
    Finding hint = finding(id(Total));
    hint.severity = Severity::Hint;
    hint.place.clear();
    hint.found.clear();
    hint.expected.clear();
    const SheetTable table = sheet({hint, finding(id(Total))}).tables[0];
    QCOMPARE(rowTexts(table, 0),
        QStringList({u"序号"_s, u"位置"_s, u"规则编号"_s, u"问题描述"_s, u"报告原值"_s, u"应为/对照值"_s, u"依据"_s, u"级别"_s,
            u"处理意见"_s, u"单位反馈"_s}));
    QCOMPARE(rowTexts(table, 1),
        QStringList({u"1"_s, u"表三 · 本年新收行"_s, u"requests.\u200brow_total"_s, u"六类申请人合计 9，总计列为 8。"_s, u"8"_s, u"9"_s,
            u"表三勾稽关系"_s, u"错误"_s, QString(), QString()}));
    QCOMPARE(cellText(table, 2, 1), m_read.report.catalogue().place(id(Total)));
    QCOMPARE(cellText(table, 2, 4), u"8"_s);
    QCOMPARE(cellText(table, 2, 7), u"提示"_s);
    QCOMPARE(table.headRows, 1);
}

void TestSummary::originalValueIsWhatIsPrinted()
{
    m_report = m_read.report;
    const auto printed = [&](const QString &name, CellStatus status, const QString &text) {
        Finding f = finding(id(name));
        f.found.clear();
        Cell &cell = m_read.report.cell(id(name));
        const Cell before = cell;
        cell.status = status;
        cell.text = text;
        const QString out = cellText(sheet({f}).tables[0], 1, 4);
        cell = before;
        return out;
    };
    QCOMPARE(printed(Total, CellStatus::Read, u"8"_s), u"8"_s);
    QCOMPARE(printed(Total, CellStatus::Repaired, u"B"_s), u"B"_s);
    QCOMPARE(printed(Total, CellStatus::Repaired, QString()), u"未读到"_s);
    QCOMPARE(printed(u"proactive.regulations.issued"_s, CellStatus::Blank, QString()), u"空"_s);
    QCOMPARE(printed(u"remedies.review.upheld"_s, CellStatus::Missing, QString()), u"缺"_s);
}

void TestSummary::noFindings()
{
    m_report = m_read.report;
    const SheetTable table = sheet().tables[0];
    QCOMPARE(rowTexts(table, 1), QStringList({u"未发现问题"_s}));
    QCOMPARE(table.cells.last().columnSpan, 10);
}

void TestSummary::correctedValueStandsInTheSheet()
{
    m_report = m_read.report;
    correct(Total, 7);
    const SheetTable table = sheet({finding(id(Total))}).tables[0];
    QCOMPARE(table.rows, 2);
    QCOMPARE(cellText(table, 1, 4), u"8"_s);
    QCOMPARE(cellText(table, 1, 5), u"7"_s);
}

void TestSummary::answeredFinding()
{
    m_report = m_read.report;
    correct(Total, 9);
    const QList<Finding> before = {finding(id(Total))};
    const SheetTable with = sheet({}, &before).tables[0];
    QCOMPARE(with.rows, 2);
    QCOMPARE(cellText(with, 1, 3), before[0].message);
    QCOMPARE(cellText(with, 1, 5), u"9"_s);
    const SheetTable without = sheet().tables[0];
    QCOMPARE(without.rows, 2);
    QCOMPARE(cellText(without, 1, 3), u"报告为 8，核查更正为 9。"_s);
    QCOMPARE(cellText(without, 1, 5), u"9"_s);
}

void TestSummary::correctedReadingIsNoMistakeOfTheReport()
{
    m_report = m_read.report;
    correct(u"remedies.review.upheld"_s, 3);
    const Sheet s = sheet();
    QCOMPARE(rowTexts(s.tables[0], 1), QStringList({u"未发现问题"_s}));
    QCOMPARE(s.tables.last().caption, u"更正记录"_s);
}

void TestSummary::marks()
{
    m_report = m_read.report;
    correct(u"requests.granted.total"_s, 4);
    const Sheet s = sheet({finding(id(Total))});
    QMap<QString, SheetMark> marked;
    for (const SheetTable &table : s.tables) {
        for (const SheetCell &cell : table.cells) {
            if (cell.mark != SheetMark::None)
                marked.insert(cell.text, cell.mark);
        }
    }
    QCOMPARE(marked,
        (QMap<QString, SheetMark>{{u"4＊"_s, SheetMark::Corrected}, {u"8！"_s, SheetMark::Problem}, {u"缺？"_s, SheetMark::Doubtful}}));
    QVERIFY(s.tables[2].note.contains(u"＊ 核查更正的值"_s));
    QVERIFY(s.tables[2].note.contains(u"！ 有错误级问题"_s));
    QVERIFY(s.tables[3].note.contains(u"？"_s));
    QVERIFY(s.tables[1].note.isEmpty());
}

void TestSummary::changes()
{
    m_report = m_read.report;
    QCOMPARE(sheet().tables.size(), 4);
    correct(Total, 9);
    m_report.agency = u"云岭市水利局"_s;
    const SheetTable table = sheet().tables.last();
    QCOMPARE(rowTexts(table, 1), QStringList({u"1"_s, u"单位名称"_s, QString(), u"云岭市水务局"_s, u"云岭市水利局"_s}));
    QCOMPARE(rowTexts(table, 2), QStringList({u"2"_s, m_report.catalogue().place(id(Total)), u"8"_s, u"8"_s, u"9"_s}));
}

void TestSummary::coversTheWholeTable_data()
{
    QTest::addColumn<QString>("form");
    for (const Form &form : test::knowledge().forms->forms())
        QTest::newRow(qPrintable(form.id)) << form.id;
}

/// Every place of every table is covered by exactly one cell, and no cell begins in the heads and ends below them.
void TestSummary::coversTheWholeTable()
{
    QFETCH(QString, form);
    const ReadReport read = test::sampleReport({}, {}, form);
    const Sheet s = summarySheet({read.document, read.report, read.report, {finding(id(Total))}, {}, {}, {}});
    for (const SheetTable &table : s.tables) {
        QCOMPARE(table.widths.size(), table.columns);
        QList<int> covered(table.rows * table.columns, 0);
        for (const SheetCell &cell : table.cells) {
            for (int r = cell.row; r < cell.row + cell.rowSpan; ++r) {
                for (int c = cell.column; c < cell.column + cell.columnSpan; ++c)
                    ++covered[r * table.columns + c];
            }
            QVERIFY(cell.row >= table.headRows || cell.row + cell.rowSpan <= table.headRows);
        }
        QCOMPARE(covered, QList<int>(table.rows * table.columns, 1));
    }
    QCOMPARE(s.tables[2].headRows, 3);
}

void TestSummary::html()
{
    m_report = m_read.report;
    correct(u"requests.granted.total"_s, 4);
    const QString page = sheetHtml(sheet({finding(id(Total))}));
    for (const QString &text : {u"云岭市水务局"_s, u"requests.\u200brow_total"_s, u"六类申请人合计 9，总计列为 8。"_s,
             u"class=\"corrected\">4＊"_s, u"分管领导（签字）"_s, u"（公章）"_s, u"<thead>"_s, u"rowspan=\"22\""_s})
        QVERIFY2(page.contains(text), qPrintable(text));
    QVERIFY(!page.contains(u"<script"_s));
    QVERIFY(!page.contains(u"http"_s));
    QCOMPARE(page.count(u"<table"_s), page.count(u"</table>"_s));
    QCOMPARE(page.count(u"<tr>"_s), page.count(u"</tr>"_s));
    QCOMPARE(page.count(u"<tbody>"_s), page.count(u"</tbody>"_s));
}

void TestSummary::escaping()
{
    m_report = m_read.report;
    m_report.agency = u"<img src=x onerror=alert(1)>&\"'\u202e局"_s;
    Finding f = finding(id(Total));
    f.message = u"</td><script>alert(1)</script>"_s;
    f.place = QString(QChar(0)) + u"\u0007"_s;
    const QString page = sheetHtml(sheet({f}));
    QVERIFY(!page.contains(u"<img"_s));
    QVERIFY(!page.contains(u"<script"_s));
    QVERIFY(page.contains(u"&lt;script&gt;"_s));
    QVERIFY(!page.contains(QChar(0)));
    QVERIFY(!page.contains(QChar(0x202e)));
}

QTEST_APPLESS_MAIN(TestSummary)
#include "tst_summary.moc"
