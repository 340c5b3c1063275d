// SPDX-License-Identifier: GPL-3.0-or-later
// A web page whose table has next to no numbers: where they stand is known to the file, if not to its text.
#include "document/documentreader.h"
#include "recovery/judging/drawnrows.h"
#include "recovery/recovery.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

QString row(const QStringList &cells)
{
    QString out = u"<tr>"_s;
    for (const QString &cell : cells)
        out += cell.startsWith(u'<') ? cell : u"<td>%1</td>"_s.arg(cell);
    return out + u"</tr>"_s;
}

const QStringList Outcomes = {u"结果维持"_s, u"结果纠正"_s, u"其他结果"_s, u"尚未审结"_s, u"总计"_s};

/// A report with its fourth table only, the values side by side.
QString remedies(const QStringList &values, QStringList heads = Outcomes, const QString &more = {})
{
    QString page = u"<html><body><h1>青禾县教育局2023年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p><table>"_s;
    page += row({u"<td colspan=5>行政复议</td>"_s, u"<td colspan=10>行政诉讼</td>"_s});
    QStringList upper;
    for (const QString &head : heads)
        upper << u"<td rowspan=2>%1</td>"_s.arg(head);
    page += row(upper + QStringList{u"<td colspan=5>未经复议直接起诉</td>"_s, u"<td colspan=5>复议后起诉</td>"_s});
    page += row(Outcomes + Outcomes) + row(values) + more + u"</table><p>五、存在的主要问题及改进情况</p><p>一是…</p></body></html>"_s;
    return page;
}

QStringList only(int place, const QString &value)
{
    QStringList out(15);
    out[place] = value;
    return out;
}

} // namespace

class TestDrawnRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void page_data();
    void page();
    void drawing();
    void shifted_data();
    void shifted();
};

void TestDrawnRows::page_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<int>("place"); // of the value that is settled; -1: nothing may be certain
    QTest::newRow("total of the reviews") << remedies(only(4, u"2"_s)) << 4;
    QTest::newRow("last place") << remedies(only(14, u"4"_s)) << 14;
    QTest::newRow("first place") << remedies(only(0, u"1"_s)) << 0;
    QStringList turned = Outcomes;
    std::swap(turned[0], turned[1]);
    QTest::newRow("heads in another order") << remedies(only(4, u"2"_s), turned) << -1;
    QTest::newRow("a place too few") << remedies(only(4, u"2"_s).mid(0, 14)) << -1;
    QTest::newRow("two such rows") << remedies(only(4, u"2"_s), Outcomes, row(only(3, u"2"_s))) << -1;
    QTest::newRow("no number") << remedies(only(4, u"2件多"_s)) << -1;
}

void TestDrawnRows::page()
{
    QFETCH(QString, html);
    QFETCH(int, place);
    const auto document = readDocument(html.toUtf8(), u"页面.html"_s);
    QVERIFY(document);
    const Report report = recover(*document, knowledge().forms);
    const QList<CellId> cells = report.formTable(2).cellIds();
    QCOMPARE(cells.size(), 15);
    for (int i = 0; i < cells.size(); ++i) {
        const Cell &cell = report.cell(cells[i]);
        if (place < 0) {
            QVERIFY2(cell.status != CellStatus::Read, qPrintable(cell.text));
            continue;
        }
        QCOMPARE(cell.status, i == place ? CellStatus::Read : CellStatus::Blank);
        QCOMPARE(document->at(cell.source), QStringView(cell.text));
    }
    QVERIFY(place < 0 || report.openRows.isEmpty());
}

/// The drawing on a page is made out from its lines, and may itself be made out wrongly.
void TestDrawnRows::drawing()
{
    auto document = readDocument(remedies(only(4, u"2"_s)).toUtf8(), u"页面.html"_s);
    QVERIFY(document);
    document->pages << SourcePage{{0, document->text.size()}, {595, 842}};
    QVERIFY(!recover(*document, knowledge().forms).openRows.isEmpty());
}

void TestDrawnRows::shifted_data()
{
    QTest::addColumn<QStringList>("odd"); // the row of its own make
    QTest::addColumn<bool>("open");
    QTest::newRow("in line") << QStringList{u"1.属于国家秘密"_s, {}, u"0"_s, {}, {}, {}, {}, {}} << false;
    QTest::newRow("number in a cell of its own") << QStringList{u"1."_s, u"属于国家秘密"_s, {}, u"0"_s, {}, {}, {}, {}, {}} << true;
}

/// A row that is not in line with the heads shows other columns than it was typed for; zeros and empty cells have no sum to tell.
void TestDrawnRows::shifted()
{
    QFETCH(QStringList, odd);
    QFETCH(bool, open);
    const FormTable &form = *knowledge().forms->newest().table(u"requests"_s);
    QString page = u"<h1>青禾县教育局2023年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p><table>"_s;
    QStringList heads{u"事项"_s};
    for (const FormColumn &column : form.columns)
        heads << column.label;
    page += row(heads);
    for (const FormRow &r : form.rows)
        page += r.label.contains(u"国家秘密"_s) ? row(odd) : row(QStringList{r.label} + u"0 0 0 0 0 0 0"_s.split(u' '));
    const auto document = readDocument((page + u"</table><p>四、其他</p>"_s).toUtf8(), u"页面.html"_s);
    QVERIFY(document);
    const Report report = recover(*document, knowledge().forms);
    for (const FormRow &r : form.rows) {
        for (const CellId id : r.cells) {
            const CellStatus status = report.cell(id).status;
            const bool certain = status == CellStatus::Read || status == CellStatus::Blank;
            QVERIFY2(certain != (open && r.label.contains(u"国家秘密"_s)), qPrintable(r.label));
        }
    }
}

QTEST_GUILESS_MAIN(TestDrawnRows)
#include "tst_drawnrows.moc"
