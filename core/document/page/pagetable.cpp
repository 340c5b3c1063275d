// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/pagetable.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr double SmallestGap = 0.03; // of the height: characters of one word leave none

/// The index of the stretch between two bounds that a point lies in; outside, the nearest.
size_t stretchOf(const std::vector<double> &bounds, double at)
{
    const auto next = std::upper_bound(bounds.begin() + 1, bounds.end() - 1, at);
    return size_t(next - bounds.begin()) - 1;
}

PageWord part(const PageWord &word, qsizetype begin, qsizetype end)
{
    if (begin == 0 && end == word.text.size())
        return word;
    PageWord out;
    out.text = word.text.mid(begin, end - begin);
    out.units.assign(word.units.begin() + begin, word.units.begin() + end);
    out.box = word.box;
    out.box.setLeft(out.units.front().left);
    out.box.setRight(out.units.back().right);
    out.spaceAfter = word.spaceAfter && end == word.text.size();
    return out;
}

/// Nothing but digits and what stands between them.
bool isPartOfNumber(const PageLine &line)
{
    return line.words.size() == 1 && std::all_of(line.words[0].text.begin(), line.words[0].text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.' || c == u',';
    });
}

/// One more digit would not have fitted into the cell.
bool isFull(const PageLine &line, const QRectF &cell)
{
    constexpr double WidestPadding = 5.4; // points on either side, as Word has it
    const PageWord &word = line.words.back();
    const double digit = word.box.width() / double(word.text.size());
    return cell.width() - line.box.width() < digit + 2 * WidestPadding;
}

} // namespace

PageTable tableOf(const PageGrid &grid, std::vector<PageWord> &words, int page)
{
    PageTable table;
    table.xs = grid.xs;
    table.rows = int(grid.ys.size()) - 1;
    table.box = grid.box();
    const size_t width = grid.xs.size() - 1;
    std::vector<size_t> cellAt(width * size_t(table.rows));
    for (size_t i = 0; i < grid.cells.size(); ++i) {
        const GridPlace &p = grid.cells[i].place;
        for (int row = p.row; row < p.row + p.rowSpan; ++row)
            std::fill_n(cellAt.begin() + ptrdiff_t(size_t(row) * width) + p.column, p.columnSpan, i);
        table.cells.push_back({p, grid.cells[i].box, {}, page});
    }
    std::vector<std::vector<PageWord>> contents(grid.cells.size());
    std::vector<PageWord> rest;
    for (PageWord &word : words) {
        if (!table.box.contains(word.box.center())) {
            rest.push_back(std::move(word));
            continue;
        }
        const size_t row = stretchOf(grid.ys, word.box.center().y());
        const auto cellOf = [&](double x) { return cellAt[row * width + stretchOf(grid.xs, x)]; };
        const auto middle = [&](qsizetype unit) { return (word.units[size_t(unit)].left + word.units[size_t(unit)].right) / 2; };
        qsizetype begin = 0;
        for (qsizetype i = 1; i <= word.text.size(); ++i) {
            if (i < word.text.size()) {
                const double gap = word.units[size_t(i)].left - word.units[size_t(i) - 1].right;
                if (gap < SmallestGap * word.box.height() || cellOf(middle(i - 1)) == cellOf(middle(i)))
                    continue;
            }
            PageWord piece = part(word, begin, i);
            contents[cellOf(piece.box.center().x())].push_back(std::move(piece));
            begin = i;
        }
    }
    words = std::move(rest);
    for (size_t i = 0; i < contents.size(); ++i)
        table.cells[i].lines = linesOf(std::move(contents[i]), page);
    return table;
}

QString textOf(const PageTable::Cell &cell, std::vector<qsizetype> &begins)
{
    QString text;
    for (size_t i = 0; i < cell.lines.size(); ++i) {
        const PageLine &line = cell.lines[i];
        const bool goesOn = i > 0 && isPartOfNumber(cell.lines[i - 1]) && isPartOfNumber(line) && isFull(cell.lines[i - 1], cell.box);
        if (i > 0 && !goesOn)
            text += u'\n';
        const LineText written = textOf(line);
        for (const qsizetype begin : written.begins)
            begins.push_back(text.size() + begin);
        text += written.text;
    }
    return text;
}

} // namespace gouji
