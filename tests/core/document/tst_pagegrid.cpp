// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/pagegrid.h"
#include "document/page/tablejoin.h"

#include <QRegularExpression>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestPageGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulings_data();
    void rulings();
    void strokes();
    void grids_data();
    void grids();
    void words();
    void joined_data();
    void joined();
};

/// A white page one can draw on; its pixels are points.
class Paper {
public:
    Paper(int width, int height)
        : m_image{width, height, 1, 1, QByteArray(qsizetype(width) * height, char(255))}
    {
    }
    Paper &rect(int left, int top, int width, int height, int grey = 0)
    {
        for (int y = top; y < top + height; ++y) {
            for (int x = left; x < left + width; ++x)
                m_image.pixels[y * m_image.width + x] = char(grey);
        }
        return *this;
    }
    Paper &dotted(int left, int top, int width)
    {
        for (int x = left; x < left + width; x += 3)
            rect(x, top, 2, 1);
        return *this;
    }
    const PageImage &image() const { return m_image; }

private:
    PageImage m_image;
};

static QString shown(const std::vector<Ruling> &lines)
{
    QStringList out;
    for (const Ruling &line : lines)
        out << u"%1%2:%3-%4"_s.arg(QChar(line.upright ? u'|' : u'-')).arg(int(line.at)).arg(int(line.from)).arg(int(line.to));
    return out.join(u' ');
}

static PageWord word(double left, double top, const QString &text, double size = 10)
{
    PageWord out;
    out.text = text;
    for (const QChar c : text) {
        const double width = c.unicode() < 0x80 ? size / 2 : size;
        out.units.push_back({float(left), float(left + width)});
        left += width;
    }
    out.box = {QPointF(out.units.front().left, top), QPointF(left, top + size)};
    return out;
}

void TestPageGrid::rulings_data()
{
    QTest::addColumn<PageImage>("image");
    QTest::addColumn<QString>("lines");
    QTest::newRow("nothing") << Paper(100, 50).image() << u""_s;
    QTest::newRow("a level line") << Paper(100, 50).rect(10, 20, 60, 1).image() << u"-20:10-70"_s;
    QTest::newRow("an upright line at the edge") << Paper(100, 50).rect(99, 0, 1, 50).image() << u"|99:0-50"_s;
    QTest::newRow("a thick one is each of its rows") << Paper(100, 50).rect(10, 20, 60, 2).image() << u"-20:10-70 -21:10-70"_s;
    QTest::newRow("a pale one") << Paper(100, 50).rect(10, 20, 60, 1, 220).image() << u"-20:10-70"_s;
    QTest::newRow("a dotted one") << Paper(100, 50).dotted(10, 20, 60).image() << u"-20:10-69"_s;
    QTest::newRow("too short") << Paper(100, 50).rect(10, 20, 7, 1).image() << u""_s;
    QTest::newRow("on grey paper") << Paper(100, 50).rect(0, 0, 100, 50, 200).rect(20, 20, 60, 1, 90).image() << u"-20:20-80"_s;
}

void TestPageGrid::rulings()
{
    QFETCH(PageImage, image);
    QFETCH(QString, lines);
    QString found = shown(rulingsOf(image, {}));
    if (image.at(50, 5) == 200) // the edges of the paper are lines as well
        found = found.split(u' ').filter(u"-20:"_s).join(u' ');
    QCOMPARE(found, lines);
}

void TestPageGrid::strokes()
{
    Paper paper(200, 100);
    paper.rect(20, 40, 22, 2).rect(30, 30, 2, 22); // 十 in a large font
    paper.rect(10, 60, 150, 1).rect(10, 20, 1, 60); // lines under and beside it
    const std::vector<Ruling> lines = rulingsOf(paper.image(), {word(19, 29, u"十"_s, 24)});
    QCOMPARE(shown(lines), u"-60:11-160 |10:20-80"_s);
}

static std::vector<Ruling> linesFrom(const QString &drawn)
{
    std::vector<Ruling> lines;
    for (const QString &line : drawn.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList parts = line.mid(1).split(QRegularExpression(u"[:-]"_s));
        lines.push_back({line[0] == u'|', parts[0].toDouble(), parts[1].toDouble(), parts[2].toDouble()});
    }
    return lines;
}

static QString shown(const PageGrid &grid)
{
    QStringList cells;
    for (const PageGrid::Cell &cell : grid.cells) {
        const GridPlace &p = cell.place;
        cells << u"%1,%2"_s.arg(p.row).arg(p.column)
                + (p.rowSpan * p.columnSpan > 1 ? u"+%1x%2"_s.arg(p.rowSpan).arg(p.columnSpan) : QString());
    }
    return cells.join(u' ');
}

void TestPageGrid::grids_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("cells");
    const QString levels = u"-10:10-110 -30:10-110 -50:10-110 "_s;
    QTest::newRow("two by two") << levels + u"|10:10-50 |60:10-50 |110:10-50"_s << u"0,0 0,1 1,0 1,1"_s;
    QTest::newRow("a column merged") << levels + u"|10:10-50 |60:30-50 |110:10-50"_s << u"0,0+1x2 1,0 1,1"_s;
    QTest::newRow("a row merged") << u"-10:10-110 -30:60-110 -50:10-110 |10:10-50 |60:10-50 |110:10-50"_s << u"0,0+2x1 0,1 1,1"_s;
    QTest::newRow("open sides") << levels + u"|60:10-50"_s << u"0,0 0,1 1,0 1,1"_s;
    QTest::newRow("cut by the page's end") << u"-10:10-110 -30:10-110 |10:10-50 |60:10-50 |110:10-50"_s << u"0,0 0,1 1,0 1,1"_s;
    QTest::newRow("one line too long") << u"-10:10-110 -30:10-110 |10:10-30 |60:10-70 |110:10-30"_s << u"0,0 0,1"_s;
    QTest::newRow("double lines, corners that do not meet")
        << u"-10:12-59 -10:62-109 -30:12-59 -28:12-59 -30:62-109 -28:62-109 -50:12-59 -50:62-109 |10:12-27 |10:32-49 |59:12-27 |61:12-27 |59:32-49 |61:32-49 |110:12-27 |110:32-49"_s
        << u"0,0 0,1 1,0 1,1"_s;
    QTest::newRow("each cell has borders of its own")
        << u"-10:10-57 -28:10-57 -10:63-110 -28:63-110 -34:10-57 -52:10-57 -34:63-110 -52:63-110 |10:10-28 |57:10-28 |63:10-28 |110:10-28 |10:34-52 |57:34-52 |63:34-52 |110:34-52"_s
        << u"0,0 0,1 1,0 1,1"_s;
    QTest::newRow("a broken line is a line") << levels + u"|10:10-50 |60:10-28 |60:31-50 |110:10-50"_s << u"0,0 0,1 1,0 1,1"_s;
    QTest::newRow("a corner left open: each row by itself")
        << u"-10:10-110 -30:60-110 -50:10-110 |10:10-50 |60:30-50 |110:10-50"_s << u"0,0+1x2 1,0 1,1"_s;
    QTest::newRow("a frame") << u"-10:10-110 -50:10-110 |10:10-50 |110:10-50"_s << u""_s;
    QTest::newRow("a stroke beside a line") << levels + u"|10:10-50 |60:10-50 |110:10-50 -20:61-75"_s << u"0,0 0,1 1,0 1,1"_s;
    QTest::newRow("underlines") << u"-10:10-110 -30:10-110"_s << u""_s;
}

void TestPageGrid::grids()
{
    QFETCH(QString, lines);
    QFETCH(QString, cells);
    const std::vector<PageGrid> grids = gridsOf(linesFrom(lines));
    QCOMPARE(grids.size(), size_t(cells.isEmpty() ? 0 : 1));
    if (!grids.empty())
        QCOMPARE(shown(grids[0]), cells);
}

static QString shown(const PageTable &table)
{
    QStringList rows;
    for (int row = 0; row < table.rows; ++row) {
        QStringList cells;
        for (const PageTable::Cell &cell : table.cells) {
            std::vector<qsizetype> begins;
            const QString span = cell.place.rowSpan > 1 ? u"*%1"_s.arg(cell.place.rowSpan) : QString();
            if (cell.place.row == row)
                cells << textOf(cell, begins).replace(u'\n', u'/') + span;
        }
        rows << cells.join(u'|');
    }
    return rows.join(u' ');
}

void TestPageGrid::words()
{
    const auto grids = gridsOf(linesFrom(u"-10:10-110 -40:10-110 -60:10-110 |10:10-60 |60:10-60 |85:10-60 |110:10-60"_s));
    QCOMPARE(grids.size(), size_t(1));
    PageWord touching = word(15, 45, u"甲乙12"_s); // from 15 to 45, and then, after a gap, from 62
    for (PageWord::Span &unit : touching.units) {
        if (unit.left >= 35)
            unit = {unit.left + 27, unit.right + 27};
    }
    touching.box.setRight(72);
    std::vector<PageWord> words{word(12, 12, u"不予"_s), word(12, 25, u"公开"_s), word(61, 12, u"1234"_s), word(61, 25, u"56"_s), touching,
        word(82, 45, u"100000"_s), word(200, 12, u"外"_s)};
    const PageTable table = tableOf(grids[0], words, 0);
    QCOMPARE(shown(table), u"不予/公开|123456| 甲乙|12|100000"_s);
    QCOMPARE(words.size(), size_t(1));
}

void TestPageGrid::joined_data()
{
    QTest::addColumn<QString>("above"); // rows by ' ', cells by '|', lines by '/', "*2" spans two rows
    QTest::addColumn<QString>("below");
    QTest::addColumn<QString>("together");
    QTest::newRow("rows") << u"甲|1 乙|2"_s << u"丙|3"_s << u"甲|1 乙|2 丙|3"_s;
    QTest::newRow("the head repeated") << u"项目|数 甲|1"_s << u"项目|数 乙|2"_s << u"项目|数 甲|1 乙|2"_s;
    QTest::newRow("equal rows are no heads") << u"1|1 甲|1"_s << u"1|1 乙|2"_s << u"1|1 甲|1 1|1 乙|2"_s;
    QTest::newRow("a row cut, values above") << u"甲|1 要求行政机关确认|0"_s << u"或重新出具| 丙|3"_s
                                             << u"甲|1 要求行政机关确认/或重新出具|0 丙|3"_s;
    QTest::newRow("a row cut, values below") << u"甲|1 要求行政机关确认|"_s << u"或重新出具|0 丙|3"_s
                                             << u"甲|1 要求行政机关确认/或重新出具|0 丙|3"_s;
    QTest::newRow("a row cut, the label below") << u"甲|1 |0"_s << u"6.重新出具| 丙|3"_s << u"甲|1 6.重新出具|0 丙|3"_s;
    QTest::newRow("a row cut, the label above") << u"甲|1 6.重新出具|"_s << u"|0 丙|3"_s << u"甲|1 6.重新出具|0 丙|3"_s;
    QTest::newRow("not cut: values above and below")
        << u"甲|1 要求行政机关确认|4"_s << u"或重新出具|0 丙|3"_s << u"甲|1 要求行政机关确认|4 或重新出具|0 丙|3"_s;
    QTest::newRow("not cut: the line is not full") << u"甲|1 要求|0"_s << u"重新出具| 丙|3"_s << u"甲|1 要求|0 重新出具| 丙|3"_s;
    QTest::newRow("cut in a narrow column") << u"甲|1 要求行政机关|0"_s << u"或重新出具| 丙|3"_s
                                            << u"甲|1 要求行政机关/或重新出具|0 丙|3"_s;
    QTest::newRow("not cut: the column has longer lines")
        << u"子丑寅卯辰巳午未申|1 要求行政机关|0"_s << u"或重新出具| 丙|3"_s << u"子丑寅卯辰巳午未申|1 要求行政机关|0 或重新出具| 丙|3"_s;
    QTest::newRow("not cut: a new item") << u"甲|1 要求行政机关确认|0"_s << u"6.重新出具| 丙|3"_s
                                         << u"甲|1 要求行政机关确认|0 6.重新出具| 丙|3"_s;
    QTest::newRow("a cell goes on") << u"三*2|甲 乙"_s << u"*2|丙 丁"_s << u"三*4|甲 乙 丙 丁"_s;
    QTest::newRow("a cell of one row goes on") << u"二|甲 三|乙"_s << u"*2|丙 丁"_s << u"二|甲 三*3|乙 丙 丁"_s;
    QTest::newRow("a row without a label stays one") << u"甲|1 乙|2"_s << u"|3 丁|4"_s << u"甲|1 乙|2 |3 丁|4"_s;
}

/// A table of two columns, the first 80 points wide; rows are as high as their highest cell, 12 points a line.
static PageTable tableFrom(const QString &drawn, int page)
{
    PageTable table;
    table.xs = {10, 90, 120};
    double top = 10;
    int spanned = 0; // rows in which the first column is taken
    for (const QString &row : drawn.split(u' ')) {
        const QStringList cells = row.split(u'|');
        const qsizetype height = row.contains(u"要求行政"_s) || row.contains(u"或重新"_s) || row.contains(u'6') ? 1 : 2;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const int column = spanned > 0 ? 1 : int(i);
            const QStringList parts = cells[i].split(u'*');
            PageTable::Cell cell;
            cell.page = page;
            cell.place = {table.rows, column, parts.value(1, u"1"_s).toInt(), 1};
            cell.box = {table.xs[size_t(column)], top, table.xs[size_t(column) + 1] - table.xs[size_t(column)], height * 12.0};
            if (!parts[0].isEmpty())
                cell.lines = linesOf({word(cell.box.left() + 2, top + 1, parts[0], 9)}, page);
            if (cell.place.rowSpan > 1)
                spanned = cell.place.rowSpan;
            table.cells.push_back(cell);
        }
        spanned = std::max(0, spanned - 1);
        ++table.rows;
        top += height * 12.0;
    }
    return table;
}

void TestPageGrid::joined()
{
    QFETCH(QString, above);
    QFETCH(QString, below);
    QFETCH(QString, together);
    PageTable table = tableFrom(above, 0);
    QVERIFY(goesOn(table, tableFrom(below, 1)));
    joinTables(table, tableFrom(below, 1));
    QCOMPARE(shown(table), together);
}

QTEST_GUILESS_MAIN(TestPageGrid)
#include "tst_pagegrid.moc"
