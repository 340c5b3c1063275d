// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/pagegrid.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace gouji {

namespace {

constexpr double Near = 3.2; // points between lines that are one: a thick one, a double one, corners that do not quite meet
constexpr double Apart = 6.5; // points between the borders of neighbours, where each cell has its own
constexpr double ShortestLine = 8; // points; no row and no column is narrower
constexpr double Overhang = 6; // a line that ends so far behind the last one across it bounds an open side
constexpr double MostMissing = 0.4; // of a side of a cell
constexpr size_t MostLines = 3000; // after those that are one have been joined
constexpr size_t MostPlaces = 200'000;

using Lines = std::vector<Ruling>;

/// Joins lines that lie on or beside each other.
Lines joined(Lines lines)
{
    std::sort(lines.begin(), lines.end(), [](const Ruling &a, const Ruling &b) {
        return a.upright != b.upright ? a.upright < b.upright : a.at != b.at ? a.at < b.at : a.from < b.from;
    });
    Lines out;
    for (const Ruling &line : lines) {
        bool taken = false;
        for (auto other = out.rbegin(); other != out.rend() && other->upright == line.upright && line.at - other->at <= Near / 2; ++other) {
            if (line.from <= other->to + Near && other->from <= line.to + Near) {
                other->from = std::min(other->from, line.from);
                other->to = std::max(other->to, line.to);
                taken = true;
                break;
            }
        }
        if (!taken)
            out.push_back(line);
    }
    return out;
}

bool touch(const Ruling &a, const Ruling &b)
{
    if (a.upright == b.upright)
        return std::abs(a.at - b.at) <= Apart && a.from <= b.to + Apart && b.from <= a.to + Apart;
    return a.at >= b.from - Near && a.at <= b.to + Near && b.at >= a.from - Near && b.at <= a.to + Near;
}

/// A short line belongs to a table only where both of its ends meet others, or end where others do that run beside it, at
/// the edge of a page; what stands alone is a stroke or an underline.
void dropLoose(Lines &lines)
{
    constexpr double Short = 40;
    constexpr int Fewest = 2;
    const auto holds = [&](const Ruling &line, double end) {
        int beside = 0;
        for (const Ruling &other : lines) {
            if (other.upright != line.upright) {
                if (std::abs(other.at - end) <= Near && line.at >= other.from - Near && line.at <= other.to + Near)
                    return true;
            } else if (std::abs(other.at - line.at) > Near) {
                beside += std::abs(other.from - end) <= Near || std::abs(other.to - end) <= Near;
            }
        }
        return beside >= Fewest;
    };
    Lines kept;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(kept),
        [&](const Ruling &line) { return line.to - line.from > Short || (holds(line, line.from) && holds(line, line.to)); });
    lines = std::move(kept);
}

/// Sets of places or lines that belong together.
class Groups {
public:
    explicit Groups(size_t size)
        : m_parent(size)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0);
    }
    size_t of(size_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(size_t a, size_t b) { m_parent[std::max(of(a), of(b))] = std::min(of(a), of(b)); }

private:
    std::vector<size_t> m_parent;
};

/// Lines of one direction that bound the same columns or rows.
struct Bound {
    double at = 0;
    Lines lines;

    /// The part of a stretch that is drawn.
    double drawn(double from, double to) const
    {
        double sum = 0;
        double reached = from;
        for (const Ruling &line : lines) {
            const double begin = std::max(line.from, reached);
            const double end = std::min(line.to, to);
            if (end > begin) {
                sum += end - begin;
                reached = end;
            }
        }
        return sum / (to - from);
    }
};

/// Where the lines end that reach beyond the outermost line across them; a single one is none of the table's.
std::optional<double> openSide(const Lines &lines, bool upright, double outermost, int direction)
{
    constexpr size_t Fewest = 2;
    std::vector<double> ends;
    size_t count = 0;
    for (const Ruling &line : lines) {
        if (line.upright != upright)
            continue;
        ++count;
        const double end = direction < 0 ? line.from : line.to;
        if ((end - outermost) * direction > Overhang)
            ends.push_back(end);
    }
    if (ends.size() < Fewest || ends.size() * 3 < count)
        return std::nullopt;
    return direction < 0 ? *std::min_element(ends.begin(), ends.end()) : *std::max_element(ends.begin(), ends.end());
}

std::vector<Bound> boundsOf(const Lines &lines, bool upright)
{
    Lines mine;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(mine), [&](const Ruling &l) { return l.upright == upright; });
    std::sort(mine.begin(), mine.end(), [](const Ruling &a, const Ruling &b) { return a.at < b.at; });
    std::vector<Bound> bounds;
    double last = 0;
    for (const Ruling &line : mine) {
        if (bounds.empty() || line.at - last > Apart)
            bounds.emplace_back();
        bounds.back().lines.push_back(line);
        last = line.at;
    }
    for (Bound &bound : bounds) {
        bound.at = (bound.lines.front().at + bound.lines.back().at) / 2;
        std::sort(bound.lines.begin(), bound.lines.end(), [](const Ruling &a, const Ruling &b) { return a.from < b.from; });
    }
    if (bounds.empty())
        return bounds;
    if (const auto side = openSide(lines, !upright, bounds.front().at, -1))
        bounds.insert(bounds.begin(), Bound{*side, {}});
    if (const auto side = openSide(lines, !upright, bounds.back().at, 1))
        bounds.push_back({*side, {}});
    return bounds;
}

/// The cells between bounds. Places that no line parts are one cell; where they are no rectangle, those of one row are.
std::vector<PageGrid::Cell> cellsBetween(const std::vector<Bound> &columns, const std::vector<Bound> &rows)
{
    const size_t width = columns.size() - 1;
    const size_t height = rows.size() - 1;
    const auto parted = [](const Bound &bound, double from, double to) { return bound.drawn(from, to) > 1 - MostMissing; };
    Groups whole(width * height);
    Groups inRow(width * height);
    for (size_t row = 0; row < height; ++row) {
        for (size_t column = 0; column < width; ++column) {
            const size_t place = row * width + column;
            if (column + 1 < width && !parted(columns[column + 1], rows[row].at, rows[row + 1].at)) {
                whole.join(place, place + 1);
                inRow.join(place, place + 1);
            }
            if (row + 1 < height && !parted(rows[row + 1], columns[column].at, columns[column + 1].at))
                whole.join(place, place + width);
        }
    }
    struct Extent {
        size_t left = SIZE_MAX, top = SIZE_MAX, right = 0, bottom = 0, places = 0;
    };
    std::vector<Extent> extents(width * height);
    const auto add = [&](size_t group, size_t row, size_t column) {
        Extent &e = extents[group];
        e = {std::min(e.left, column), std::min(e.top, row), std::max(e.right, column + 1), std::max(e.bottom, row + 1), e.places + 1};
    };
    for (size_t i = 0; i < width * height; ++i)
        add(whole.of(i), i / width, i % width);
    std::vector<size_t> cellOf(width * height);
    for (size_t i = 0; i < width * height; ++i) {
        const Extent &e = extents[whole.of(i)];
        cellOf[i] = (e.right - e.left) * (e.bottom - e.top) == e.places ? whole.of(i) : inRow.of(i);
    }
    std::fill(extents.begin(), extents.end(), Extent());
    for (size_t i = 0; i < width * height; ++i)
        add(cellOf[i], i / width, i % width);
    std::vector<PageGrid::Cell> cells;
    for (size_t i = 0; i < width * height; ++i) {
        const Extent &e = extents[i];
        if (e.places == 0)
            continue;
        const QRectF box(QPointF(columns[e.left].at, rows[e.top].at), QPointF(columns[e.right].at, rows[e.bottom].at));
        cells.push_back({{int(e.top), int(e.left), int(e.bottom - e.top), int(e.right - e.left)}, box});
    }
    return cells;
}

bool isTable(const PageGrid &grid)
{
    constexpr size_t FewestCells = 2;
    return grid.cells.size() >= FewestCells
        && std::any_of(grid.cells.begin(), grid.cells.end(), [](const PageGrid::Cell &c) { return c.place.column > 0; });
}

} // namespace

std::vector<PageGrid> gridsOf(Lines lines)
{
    lines = joined(std::move(lines));
    lines.erase(std::remove_if(lines.begin(), lines.end(), [](const Ruling &l) { return l.to - l.from < ShortestLine; }), lines.end());
    if (lines.size() > MostLines)
        return {};
    dropLoose(lines);
    Groups groups(lines.size());
    for (size_t a = 0; a < lines.size(); ++a) {
        for (size_t b = a + 1; b < lines.size(); ++b) {
            if (touch(lines[a], lines[b]))
                groups.join(a, b);
        }
    }
    std::vector<Lines> tables(lines.size());
    for (size_t i = 0; i < lines.size(); ++i)
        tables[groups.of(i)].push_back(lines[i]);
    std::vector<PageGrid> grids;
    for (const Lines &table : tables) {
        const std::vector<Bound> columns = boundsOf(table, true);
        const std::vector<Bound> rows = boundsOf(table, false);
        if (columns.size() < 2 || rows.size() < 2 || columns.size() * rows.size() > MostPlaces)
            continue;
        PageGrid grid;
        for (const Bound &bound : columns)
            grid.xs.push_back(bound.at);
        for (const Bound &bound : rows)
            grid.ys.push_back(bound.at);
        grid.cells = cellsBetween(columns, rows);
        if (isTable(grid))
            grids.push_back(std::move(grid));
    }
    std::sort(grids.begin(), grids.end(), [](const PageGrid &a, const PageGrid &b) { return a.ys.front() < b.ys.front(); });
    return grids;
}

} // namespace gouji
