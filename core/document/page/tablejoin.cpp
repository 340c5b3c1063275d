// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/tablejoin.h"

#include "document/page/paragraphs.h"

#include <algorithm>
#include <cmath>

namespace gouji {

namespace {

constexpr double Near = 3.2; // points by which the same line differs from page to page
constexpr int MostHeads = 8; // rows that are repeated

QString textOf(const PageTable::Cell &cell)
{
    std::vector<qsizetype> begins;
    return textOf(cell, begins);
}

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.digitValue() >= 0 || c == u'.' || c == u','; });
}

/// The page's edge cut this text: its last line is full and stands at the very bottom, the next at the very top. `widest`: line
/// that stands in cells like this one.
bool isCut(const PageTable::Cell &upper, const PageTable::Cell &lower, double widest)
{
    constexpr double Padding = 5.4;
    if (upper.lines.empty() || lower.lines.empty())
        return false;
    const QString below = textOf(lower);
    if (beginsItem(below) || isNumber(below) || isNumber(textOf(upper)))
        return false;
    const PageLine &last = upper.lines.back();
    const PageLine &next = lower.lines.front();
    const double height = last.box.height();
    // No line may begin with a full stop or end with a bracket, so that up to two characters move down together.
    const double free = std::max(upper.box.width() - 2 * Padding, widest) - last.box.width();
    return free < 2 * height && upper.box.bottom() - last.box.bottom() < 1.2 * height && next.box.top() - lower.box.top() < 1.2 * height;
}

void widen(PageTable &table, const std::vector<double> &xs)
{
    const auto lineAt = [&](double x) {
        const auto nearest = std::min_element(xs.begin(), xs.end(), [&](double a, double b) { return std::abs(a - x) < std::abs(b - x); });
        return int(nearest - xs.begin());
    };
    for (PageTable::Cell &cell : table.cells) {
        const int begin = lineAt(table.xs[size_t(cell.place.column)]);
        const int end = lineAt(table.xs[size_t(cell.place.column + cell.place.columnSpan)]);
        cell.place.column = begin;
        cell.place.columnSpan = std::max(1, end - begin);
    }
    table.xs = xs;
}

std::vector<double> commonLines(const std::vector<double> &a, const std::vector<double> &b)
{
    std::vector<double> all = a;
    for (const double x : b) {
        if (std::none_of(a.begin(), a.end(), [&](double other) { return std::abs(other - x) <= Near; }))
            all.push_back(x);
    }
    std::sort(all.begin(), all.end());
    return all;
}

bool sameColumns(const GridPlace &a, const GridPlace &b) { return a.column == b.column && a.columnSpan == b.columnSpan; }

/// How many rows at the top of `below` repeat those at the top of `above`.
int repeatedHeads(const PageTable &above, const PageTable &below)
{
    int repeated = 0;
    int reach = 0; // the rows that must repeat as well, because a cell reaches into them
    bool any = false;
    for (size_t i = 0; i < below.cells.size() && i < above.cells.size(); ++i) {
        const PageTable::Cell &cell = below.cells[i];
        const PageTable::Cell &other = above.cells[i];
        if (cell.place.row >= reach && cell.place.row > repeated)
            repeated = cell.place.row;
        const QString text = textOf(cell);
        const bool same = cell.place.row == other.place.row && cell.place.rowSpan == other.place.rowSpan
            && sameColumns(cell.place, other.place) && text == textOf(other) && !isNumber(text);
        if (!same || cell.place.row >= MostHeads)
            return any ? repeated : 0;
        any = any || !text.isEmpty();
        reach = std::max(reach, cell.place.row + cell.place.rowSpan);
    }
    return 0; // all of it: a table of its own that says the same
}

void dropRows(PageTable &table, int rows)
{
    table.cells.erase(std::remove_if(table.cells.begin(), table.cells.end(), [&](const PageTable::Cell &c) { return c.place.row < rows; }),
        table.cells.end());
    for (PageTable::Cell &cell : table.cells)
        cell.place.row -= rows;
    table.rows -= rows;
}

struct Seam {
    PageTable::Cell *upper;
    PageTable::Cell *lower;
    double widest; ///< line in the cells of either table that have these columns

    bool isCut() const { return gouji::isCut(*upper, *lower, widest); }
};

double widestLine(const PageTable &table, const GridPlace &columns)
{
    double out = 0;
    for (const PageTable::Cell &cell : table.cells) {
        if (!sameColumns(cell.place, columns))
            continue;
        for (const PageLine &line : cell.lines)
            out = std::max(out, line.box.width());
    }
    return out;
}

/// The cells that meet at the page's edge, where they have the same columns.
std::vector<Seam> seamOf(PageTable &above, PageTable &below)
{
    std::vector<Seam> seam;
    for (PageTable::Cell &upper : above.cells) {
        if (upper.place.row + upper.place.rowSpan != above.rows)
            continue;
        for (PageTable::Cell &lower : below.cells) {
            if (lower.place.row == 0 && sameColumns(upper.place, lower.place))
                seam.push_back({&upper, &lower, std::max(widestLine(above, upper.place), widestLine(below, upper.place))});
        }
    }
    return seam;
}

/// What the cells of a row say that reach no further than the row.
struct RowSays {
    int numbers = 0;
    int words = 0;

    void add(const PageTable::Cell &cell)
    {
        const QString text = textOf(cell);
        numbers += isNumber(text);
        words += !text.isEmpty() && !isNumber(text);
    }
};

/// One row lies on both pages: no two of its cells say a thing of their own, and either some text goes on, or all that is
/// worded stands on one page and all numbers on the other.
bool isCutRow(const std::vector<Seam> &seam, size_t cellsBelow)
{
    bool goesOn = false;
    RowSays above;
    RowSays below;
    for (const Seam &s : seam) {
        if (s.upper->place.rowSpan > 1 || s.lower->place.rowSpan > 1)
            continue;
        const bool cut = s.isCut();
        if (!cut && !s.upper->lines.empty() && !s.lower->lines.empty())
            return false;
        goesOn = goesOn || cut;
        above.add(*s.upper);
        below.add(*s.lower);
    }
    const auto apart = [](const RowSays &a, const RowSays &b) { return a.words == 0 && a.numbers > 0 && b.numbers == 0; };
    return (goesOn || apart(above, below) || apart(below, above)) && seam.size() == cellsBelow;
}

void takeOver(PageTable::Cell &upper, PageTable::Cell &lower, int rows)
{
    upper.lines.insert(upper.lines.end(), std::make_move_iterator(lower.lines.begin()), std::make_move_iterator(lower.lines.end()));
    upper.place.rowSpan += rows;
    lower.place.rowSpan = 0;
}

} // namespace

bool goesOn(const PageTable &above, const PageTable &below)
{
    const auto near = [](double a, double b) { return std::abs(a - b) <= 2 * Near; };
    if (!near(above.xs.back(), below.xs.back()))
        return false;
    // Some printers leave out what reaches over from the page before.
    return near(above.xs.front(), below.xs.front()) || std::all_of(below.xs.begin(), below.xs.end(), [&](double x) {
        return std::any_of(above.xs.begin(), above.xs.end(), [&](double other) { return near(x, other); });
    });
}

void joinTables(PageTable &above, PageTable below)
{
    const std::vector<double> xs = commonLines(above.xs, below.xs);
    widen(above, xs);
    widen(below, xs);
    dropRows(below, repeatedHeads(above, below));
    const std::vector<Seam> seam = seamOf(above, below);
    const auto cellsBelow
        = std::count_if(below.cells.begin(), below.cells.end(), [](const PageTable::Cell &c) { return c.place.row == 0; });
    const bool cut = isCutRow(seam, size_t(cellsBelow));
    for (const Seam &s : seam) {
        const bool reaches = s.upper->place.rowSpan > 1 || s.lower->place.rowSpan > 1;
        const bool oneEmpty = s.upper->lines.empty() || s.lower->lines.empty();
        if (cut || (reaches && (oneEmpty || s.isCut())))
            takeOver(*s.upper, *s.lower, s.lower->place.rowSpan - cut);
    }
    const int first = above.rows - cut;
    for (PageTable::Cell &cell : below.cells) {
        if (cell.place.rowSpan == 0)
            continue;
        cell.place.row += first;
        above.cells.push_back(std::move(cell));
    }
    above.rows = first + below.rows;
    above.box = below.box;
}

} // namespace gouji
