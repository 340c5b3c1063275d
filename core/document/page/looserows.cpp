// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/looserows.h"

#include "document/page/paragraphs.h"

#include <algorithm>

namespace gouji {

namespace {

using Column = LooseTable::Column;

/// Words of a label that follow each other on a line.
struct Piece {
    PageLine line;
    size_t from = 0; ///< the line it stands on
    bool onRow = false;
    size_t column = 0;
    bool isLast = false; ///< reaches into the last column of labels, beside the values

    double middle() const { return line.box.center().y(); }
};

std::vector<Piece> piecesOf(const LooseTable &table, const std::vector<PageLine> &lines, size_t begin, size_t end)
{
    std::vector<Piece> pieces;
    for (size_t i = begin; i < end; ++i) {
        const PageWord *before = nullptr;
        for (const PageWord &word : lines[i].words) {
            if (columnOf(table, word) >= 0)
                break;
            // "（三） 3.危及…": labels of two columns may stand close to each other.
            const bool follows = before && word.box.left() - before->box.right() < 0.6 * word.box.height() && !beginsItem(word.text);
            if (!follows) {
                Piece piece;
                piece.line.page = lines[i].page;
                piece.line.shift = lines[i].shift;
                piece.line.box = word.box;
                piece.from = i;
                piece.onRow = table.isRow[i - table.begin];
                pieces.push_back(std::move(piece));
            }
            pieces.back().line.words.push_back(word);
            pieces.back().line.box |= word.box;
            before = &word;
        }
    }
    std::vector<QRectF> boxes;
    for (const Piece &piece : pieces)
        boxes.push_back(piece.line.box);
    std::stable_sort(boxes.begin(), boxes.end(), [](const QRectF &a, const QRectF &b) { return a.width() < b.width(); });
    const std::vector<Column> columns = columnsAround(boxes);
    for (Piece &piece : pieces) {
        bool first = true;
        for (size_t c = 0; c < columns.size(); ++c) {
            if (!meets(columns[c], piece.line.box))
                continue;
            if (first)
                piece.column = c;
            first = false;
            piece.isLast = c + 1 == columns.size();
        }
    }
    return pieces;
}

} // namespace

std::vector<LooseRow> rowsOf(const LooseTable &table, const std::vector<PageLine> &lines, size_t begin, size_t end)
{
    std::vector<Piece> pieces = piecesOf(table, lines, begin, end);
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) { return a.middle() < b.middle(); });
    size_t labels = 0;
    for (const Piece &piece : pieces)
        labels = std::max(labels, piece.column + 1);

    std::vector<double> rightmost(labels, 0);
    for (const Piece &piece : pieces)
        rightmost[piece.column] = std::max(rightmost[piece.column], piece.line.box.right());
    // Pieces one under the other, closer than rows are, are one label. On the next page, a label goes on where its line is full.
    const auto follows = [&](const Piece &above, const Piece &below) {
        if (above.line.page == below.line.page)
            return below.middle() - above.middle() < table.pitch - 1.5;
        const double em = below.line.box.height();
        return above.line.box.right() > rightmost[below.column] - 2 * em && !beginsItem(below.line.words.front().text);
    };
    struct Label {
        std::vector<size_t> pieces;
        size_t row = SIZE_MAX; ///< the line that has its values
    };
    std::vector<Label> all;
    std::vector<ptrdiff_t> open(labels, -1); // the label each column has had last
    for (size_t i = 0; i < pieces.size(); ++i) {
        const Piece &piece = pieces[i];
        ptrdiff_t &last = open[piece.column];
        const bool sameRow = last >= 0 && piece.isLast && piece.onRow && all[size_t(last)].row != SIZE_MAX;
        const bool goesOn = last >= 0 && !sameRow && follows(pieces[all[size_t(last)].pieces.back()], piece);
        if (!goesOn) {
            last = ptrdiff_t(all.size());
            all.emplace_back();
        }
        Label &label = all[size_t(last)];
        label.pieces.push_back(i);
        if (piece.onRow && label.row == SIZE_MAX)
            label.row = piece.from;
    }

    struct Row {
        LooseRow row;
        double middle = 0;
    };
    std::vector<Row> rows;
    const auto fresh = [&](double middle) {
        Row row;
        row.middle = middle;
        row.row.fields.resize(labels + table.columns.size());
        return row;
    };
    std::vector<size_t> rowOfLine(end - begin, SIZE_MAX);
    for (size_t i = begin; i < end; ++i) {
        if (!table.isRow[i - table.begin])
            continue;
        rowOfLine[i - begin] = rows.size();
        rows.push_back(fresh(lines[i].words.back().box.center().y()));
        for (const PageWord &word : lines[i].words) {
            const int column = columnOf(table, word);
            if (column < 0)
                continue;
            std::vector<PageLine> &field = rows.back().row.fields[labels + size_t(column)];
            if (field.empty())
                field.push_back({word.box, {}, lines[i].page, lines[i].shift});
            field.back().words.push_back(word);
        }
    }
    const size_t valued = rows.size();
    std::vector<bool> named(valued, false);
    for (const Label &label : all) {
        if (label.row != SIZE_MAX && pieces[label.pieces.front()].isLast)
            named[rowOfLine[label.row - begin]] = true;
    }
    // Values in the middle of their cell stand between the lines of a label that is wrapped over an even number of them.
    const auto rowBetween = [&](double top, double bottom) {
        size_t found = SIZE_MAX;
        for (size_t i = 0; i < valued; ++i) {
            if (named[i] || rows[i].middle <= top || rows[i].middle >= bottom)
                continue;
            if (found != SIZE_MAX)
                return SIZE_MAX;
            found = i;
        }
        return found;
    };
    for (const Label &label : all) {
        const Piece &first = pieces[label.pieces.front()];
        size_t row = label.row == SIZE_MAX ? SIZE_MAX : rowOfLine[label.row - begin];
        // Beside several rows there are labels of theirs; where there are none, this is a row itself.
        const auto beside = [&](const Piece &other) {
            return other.isLast && std::any_of(label.pieces.begin(), label.pieces.end(), [&](size_t piece) {
                return std::abs(pieces[piece].middle() - other.middle()) < 0.75 * table.pitch;
            });
        };
        if (row == SIZE_MAX && first.isLast)
            row = rowBetween(first.middle(), pieces[label.pieces.back()].middle());
        if (row == SIZE_MAX && (first.isLast || std::none_of(pieces.begin(), pieces.end(), beside))) {
            row = rows.size(); // a row that has no values
            rows.push_back(fresh((first.middle() + pieces[label.pieces.back()].middle()) / 2));
        }
        for (size_t i = 0; row == SIZE_MAX && i < valued; ++i) {
            if (rows[i].middle > first.middle())
                row = i;
        }
        if (row == SIZE_MAX && valued > 0)
            row = valued - 1;
        if (row == SIZE_MAX) {
            row = rows.size();
            rows.push_back(fresh(first.middle()));
        }
        for (const size_t piece : label.pieces)
            rows[row].row.fields[pieces[piece].column].push_back(pieces[piece].line);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.middle < b.middle; });
    std::vector<LooseRow> out;
    for (Row &row : rows)
        out.push_back(std::move(row.row));
    return out;
}

} // namespace gouji
