// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/stackedrows.h"

#include "base/decimal.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastValues = 3; // cells with a number on each line or on some: a number torn over two lines is one cell

bool isNumber(QStringView text) { return Decimal::fromString(text).has_value(); }

/// Nothing but numbers and empty lines.
bool holdsValues(const QStringList &lines)
{
    return std::all_of(lines.begin(), lines.end(), [](const QString &line) { return line.isEmpty() || isNumber(line); });
}

bool isEmpty(const QStringList &lines)
{
    return std::all_of(lines.begin(), lines.end(), [](const QString &line) { return line.isEmpty(); });
}

/// The lines of a cell; nothing where they are more than text, or stand on a page.
bool linesOf(const BlockCell &cell, QStringList &out)
{
    for (const Block &block : cell.blocks) {
        if (block.table || !block.places.empty())
            return false;
        for (const QStringView line : QStringView(block.text).tokenize(u'\n'))
            out << line.trimmed().toString();
    }
    return true;
}

BlockCell cellOf(const BlockCell &from, const QString &line, int row)
{
    BlockCell out;
    out.place = from.place;
    out.place.row = row;
    out.place.rowSpan = 1;
    out.blocks.emplace_back();
    out.blocks.back().text = line;
    return out;
}

/// The lines of a cell between bars: parted by <br>.
QStringList linesBetweenTags(QStringView cell)
{
    QStringList out{QString()};
    for (qsizetype at = 0; at < cell.size();) {
        const QStringView rest = cell.mid(at);
        qsizetype end = -1;
        if (rest.startsWith("<br"_L1, Qt::CaseInsensitive)) {
            end = 3;
            while (end < rest.size() && (rest[end] == u' ' || rest[end] == u'/'))
                ++end;
        }
        if (end > 0 && end < rest.size() && rest[end] == u'>') {
            out << QString();
            at += end + 1;
        } else {
            out.back() += cell[at++];
        }
    }
    for (QString &line : out)
        line = line.trimmed();
    return out;
}

} // namespace

int stackedRows(const QList<QStringList> &cells)
{
    qsizetype rows = 0;
    int values = 0;
    for (const QStringList &lines : cells) {
        if (isEmpty(lines) || !holdsValues(lines))
            continue;
        if (rows > 0 && lines.size() != rows)
            return 0;
        rows = lines.size();
        ++values;
    }
    if (rows < 2 || values < LeastValues)
        return 0;
    for (qsizetype row = 0; row < rows; ++row) {
        const bool named = std::any_of(cells.begin(), cells.end(),
            [&](const QStringList &lines) { return lines.size() == rows && !holdsValues(lines) && !lines[row].isEmpty(); });
        if (!named)
            return 0;
    }
    return int(rows);
}

void partStackedRows(BlockTable &table)
{
    std::vector<BlockCell> out;
    int added = 0; // rows so far
    std::vector<size_t> reaching; // cells of `out` that may reach further down
    for (size_t begin = 0, end = 0; begin < table.cells.size(); begin = end) {
        const int row = table.cells[begin].place.row;
        QList<QStringList> lines;
        bool plain = true;
        for (; end < table.cells.size() && table.cells[end].place.row == row; ++end) {
            lines.emplace_back();
            plain = plain && linesOf(table.cells[end], lines.back());
        }
        const int rows = plain ? stackedRows(lines) : 0;
        if (rows > 1) {
            // What spans this row spans all it becomes.
            const auto ends = [&](size_t above) { return out[above].place.row + out[above].place.rowSpan <= row + added; };
            reaching.erase(std::remove_if(reaching.begin(), reaching.end(), ends), reaching.end());
            for (const size_t above : reaching)
                out[above].place.rowSpan += rows - 1;
        }
        for (size_t c = begin; c < end; ++c) {
            BlockCell &cell = table.cells[c];
            cell.place.row += added;
            const QStringList &own = lines[qsizetype(c - begin)];
            if (rows < 2 || cell.place.rowSpan > 1 || (own.size() != rows && !isEmpty(own))) {
                cell.place.rowSpan += rows > 1 ? rows - 1 : 0;
                if (cell.place.rowSpan > 1)
                    reaching.push_back(out.size());
                out.push_back(std::move(cell));
                continue;
            }
            for (int r = 0; r < rows; ++r)
                out.push_back(cellOf(cell, own.value(r), row + added + r));
        }
        added += rows > 1 ? rows - 1 : 0;
    }
    if (added == 0) {
        table.cells = std::move(out);
        return;
    }
    std::stable_sort(out.begin(), out.end(), [](const BlockCell &a, const BlockCell &b) {
        return a.place.row != b.place.row ? a.place.row < b.place.row : a.place.column < b.place.column;
    });
    table.cells = std::move(out);
    table.rows += added;
}

QString withoutStackedRows(QStringView text)
{
    QString out;
    bool any = false;
    for (const QStringView line : text.tokenize(u'\n')) {
        QList<QStringList> cells;
        if (line.startsWith(u'|') && line.contains("<br"_L1, Qt::CaseInsensitive)) {
            for (const QStringView cell : line.tokenize(u'|'))
                cells << linesBetweenTags(cell);
        }
        const int rows = stackedRows(cells);
        for (int r = 0; r < rows; ++r) {
            any = true;
            for (qsizetype c = 1; c + 1 < cells.size(); ++c) {
                const bool own = cells[c].size() == rows || isEmpty(cells[c]);
                out += u"| "_s + (own ? cells[c].value(r) : r == 0 ? cells[c].join(u' ') : QString()) + u' ';
            }
            out += u"|\n"_s;
        }
        if (rows == 0)
            out.append(line).append(u'\n');
    }
    return any ? out : QString();
}

} // namespace gouji
