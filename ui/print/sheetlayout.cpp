// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/sheetlayout.h"

#include <QTextLayout>

#include <numeric>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr double TitleSize = 18;
constexpr double CaptionSize = 11;
constexpr double BodySize = 9;
constexpr double CompactSize = 8;
constexpr double NoteSize = 7.5;
constexpr double SmallestSize = 5;
constexpr double Padding = 3; ///< between a cell's border and its text, in points
constexpr double Gap = 12; ///< between tables

} // namespace

struct SheetLayout::Grid {
    const SheetTable *table;
    double size; ///< of the letters
    std::vector<double> lefts; ///< of the columns, and the right edge of the last
    std::vector<double> heights; ///< of the rows

    double height(int first, int last) const { return std::accumulate(heights.begin() + first, heights.begin() + last, 0.0); }
};

SheetLayout::SheetLayout(const Sheet &sheet, QSizeF page, QPaintDevice *device)
    : m_pageSize(page)
    , m_device(device)
{
    placeHead(sheet);
    for (const SheetTable &table : sheet.tables)
        placeTable(table);
    placeSignatures(sheet.signatures);
}

QFont SheetLayout::font(double points, bool bold, QPaintDevice *device, bool title)
{
    QFont font;
    if (title)
        font.setFamilies({u"Noto Serif CJK SC"_s, u"Source Han Serif SC"_s, u"SimSun"_s, u"Noto Sans CJK SC"_s});
    else
        font.setFamilies({u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"Microsoft YaHei"_s, u"PingFang SC"_s, u"WenQuanYi Zen Hei"_s});
    font.setStyleHint(title ? QFont::Serif : QFont::SansSerif);
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Pixels, so that the device's idea of a point (a preview has its own) cannot change the line breaks.
    font.setPixelSize(qMax(1, qRound(points * device->logicalDpiY() / 72.0)));
    return font;
}

double SheetLayout::textHeight(const QString &text, double width, double size, bool bold) const
{
    const double scale = m_device->logicalDpiY() / 72.0;
    QTextLayout layout(QString(text).replace(u'\n', QChar::LineSeparator), font(size, bold, m_device), m_device);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width * scale);
        height += line.height();
    }
    layout.endLayout();
    return height / scale;
}

void SheetLayout::newPage()
{
    ++m_page;
    m_y = 0;
}

void SheetLayout::addText(const QString &text, double height, double size, bool bold, SheetCell::Align align, bool title)
{
    PlacedItem item;
    item.page = m_page;
    item.rect = {0, m_y, m_pageSize.width(), height};
    item.text = text;
    item.align = align;
    item.size = size;
    item.bold = bold;
    item.title = title;
    m_items.push_back(item);
    m_y += height;
}

void SheetLayout::placeHead(const Sheet &sheet)
{
    addText(sheet.title, 30, TitleSize, true, SheetCell::Align::Centre, true);
    m_y += 4;
    SheetTable head;
    head.columns = 4;
    head.widths = {9, 61, 8, 42};
    for (qsizetype i = 0; i < sheet.head.size(); ++i) {
        SheetCell label;
        label.row = int(i / 2);
        label.column = int(i % 2) * 2;
        label.text = sheet.head[i].first;
        label.head = true;
        SheetCell value = label;
        ++value.column;
        value.text = sheet.head[i].second;
        value.head = false;
        value.align = SheetCell::Align::Left;
        if (i + 1 == sheet.head.size() && i % 2 == 0)
            value.columnSpan = 3;
        head.cells << label << value;
        head.rows = label.row + 1;
    }
    const Grid grid = measure(head, BodySize);
    placeRows(grid, 0, head.rows);
    m_y += Gap;
}

SheetLayout::Grid SheetLayout::measure(const SheetTable &table, double size) const
{
    Grid grid{&table, size, {0}, std::vector<double>(size_t(table.rows), size + 2 * Padding)};
    const double whole = std::accumulate(table.widths.begin(), table.widths.end(), 0.0);
    for (const double width : table.widths)
        grid.lefts.push_back(grid.lefts.back() + width / whole * m_pageSize.width());
    // Cells of one row first; what a taller spanning cell still lacks goes to its last row.
    for (const bool spanning : {false, true}) {
        for (const SheetCell &cell : table.cells) {
            if ((cell.rowSpan > 1) != spanning)
                continue;
            const double width = grid.lefts[size_t(cell.column + cell.columnSpan)] - grid.lefts[size_t(cell.column)] - 2 * Padding;
            const double needed = textHeight(cell.text, width, size, cell.mark == SheetMark::Corrected) + 2 * Padding;
            const double there = grid.height(cell.row, cell.row + cell.rowSpan);
            if (needed > there)
                grid.heights[size_t(cell.row + cell.rowSpan - 1)] += needed - there;
        }
    }
    return grid;
}

/// Rows [first, last) at the present place. A cell that began above `first` or ends below `last` is drawn as far as it
/// reaches; its text stands in each part, so that no page leaves a reader without it.
void SheetLayout::placeRows(const Grid &grid, int first, int last)
{
    for (const SheetCell &cell : grid.table->cells) {
        const int from = qMax(first, cell.row);
        const int to = qMin(last, cell.row + cell.rowSpan);
        if (from >= to)
            continue;
        PlacedItem item;
        item.kind = PlacedItem::Kind::Cell;
        item.page = m_page;
        const double left = grid.lefts[size_t(cell.column)];
        item.rect = {left, m_y + grid.height(first, from), grid.lefts[size_t(cell.column + cell.columnSpan)] - left, grid.height(from, to)};
        item.text = cell.text;
        item.align = cell.align;
        item.size = grid.size;
        item.bold = cell.mark == SheetMark::Corrected;
        item.frame = true;
        item.head = cell.head;
        item.mark = cell.mark;
        m_items.push_back(item);
    }
    m_y += grid.height(first, last);
}

void SheetLayout::placeTable(const SheetTable &table)
{
    constexpr double CaptionHeight = CaptionSize + 8;
    const double noteHeight = table.note.isEmpty() ? 0 : NoteSize + 8;
    Grid grid = measure(table, table.compact ? CompactSize : BodySize);
    const double full = bottom();
    const double headHeight = grid.height(0, table.headRows);
    // A row that no page could hold, or a table that nearly fits its page, is set smaller rather than cut.
    const auto tallest = [&] { return *std::max_element(grid.heights.begin(), grid.heights.end()); };
    while (grid.size > SmallestSize && table.rows > 0
        && (CaptionHeight + headHeight + tallest() > full
            || (table.together && grid.size > 6.5 && CaptionHeight + grid.height(0, table.rows) + noteHeight > full
                && CaptionHeight + grid.height(0, table.rows) + noteHeight < full * 1.25)))
        grid = measure(table, grid.size - 0.5);
    const double whole = CaptionHeight + grid.height(0, table.rows) + noteHeight;
    const double beginning = CaptionHeight + grid.height(0, qMin(table.rows, table.headRows + 1));
    if (m_y > 0 && (beginning > room() || (table.together && whole > room() && whole <= full)))
        newPage();
    addText(table.caption, CaptionHeight, CaptionSize, true, SheetCell::Align::Left);
    for (int row = 0; row < table.rows;) {
        int end = row;
        double height = 0;
        while (end < table.rows && height + grid.heights[size_t(end)] <= room())
            height += grid.heights[size_t(end++)];
        if (end == row && m_y > headHeight) {
            newPage();
            placeRows(grid, 0, table.headRows);
            continue;
        }
        end = qMax(end, row + 1);
        placeRows(grid, row, end);
        row = end;
        if (row < table.rows) {
            newPage();
            placeRows(grid, 0, table.headRows);
        }
    }
    if (noteHeight > 0) {
        m_y += 2;
        addText(table.note, noteHeight - 2, NoteSize, false, SheetCell::Align::Left);
    }
    m_y += Gap;
}

void SheetLayout::placeSignatures(const QStringList &names)
{
    constexpr double Height = 78;
    if (names.isEmpty())
        return;
    if (Height > room())
        newPage();
    const double width = m_pageSize.width() / double(names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        PlacedItem box;
        box.kind = PlacedItem::Kind::Cell;
        box.page = m_page;
        box.rect = {double(i) * width, m_y, width, Height};
        box.text = names[i] + u"（签字）："_s;
        box.size = BodySize + 0.5;
        box.frame = true;
        box.top = true;
        m_items.push_back(box);
        const auto addLine = [&](double fromBottom, const QString &text) {
            PlacedItem line = box;
            line.kind = PlacedItem::Kind::Text;
            line.frame = false;
            line.top = false;
            line.rect = {box.rect.left() + Padding, m_y + Height - fromBottom, width - 2 * Padding, 16};
            line.text = text;
            m_items.push_back(line);
        };
        if (i + 1 == names.size())
            addLine(42, u"　　　　　　　　　　　（公章）"_s);
        addLine(20, u"日期：　　　　年　　月　　日"_s);
    }
    m_y += Height;
}

} // namespace gouji
