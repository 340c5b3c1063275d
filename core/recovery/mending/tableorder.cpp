// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/tableorder.h"

#include "recovery/mending/rowlines.h"
#include "recovery/mending/rowsinorder.h"
#include "recovery/wording/wording.h"
#include "report/labelindex.h"

#include <algorithm>
#include <map>

namespace gouji {

namespace {

constexpr size_t LeastRun = 10; // values: more than a row of any table but the across one has
constexpr int LeastColumns = 3;

/// The values behind a column's head.
struct Column {
    size_t begin = 0; ///< tokens
    size_t end = 0;
};

std::vector<Column> columnsOf(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
{
    std::vector<Column> out;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != Token::Text)
            continue;
        Column column{i + 1, i + 1};
        while (column.end < tokens.size() && isValue(tokens[column.end]))
            ++column.end;
        const TextRange &range = tokens[i].range;
        if (column.end - column.begin >= LeastRun
            && table.labels->columnOf(LabelIndex::content(text.mid(range.begin, range.length()))) >= 0)
            out.push_back(column);
        i = column.end - 1;
    }
    return out;
}

/// The last lines of the table hold nothing but values, as many of them as it has rows, and each as many as its row has cells.
bool findRowsApart(const FormTable &table, const std::vector<Token> &tokens, std::vector<std::vector<size_t>> &values)
{
    size_t end = tokens.size();
    while (end > 0 && tokens[end - 1].kind == Token::Gap)
        --end;
    for (size_t r = values.size(); r-- > 0;) {
        if (end == 0)
            return false;
        const int line = tokens[end - 1].line;
        size_t begin = end;
        for (; begin > 0 && tokens[begin - 1].line == line; --begin) {
            if (!isValue(tokens[begin - 1]))
                return false;
        }
        if (end - begin != size_t(table.rows[qsizetype(r)].cells.size()))
            return false;
        for (size_t i = begin; i < end; ++i)
            values[r].push_back(i);
        end = begin;
    }
    return std::none_of(tokens.begin(), tokens.begin() + std::ptrdiff_t(end), isValue);
}

/// Labels that are numbered alike stand in one printed column; there the rows have the form's order.
bool inOrder(const std::vector<int> &labels, QStringView text, const std::vector<Token> &tokens)
{
    std::map<int, int> last; // by kind of numbering
    for (const int label : labels) {
        const TextRange &range = tokens[size_t(label)].range;
        int &before = last.try_emplace(numberingKind(text.mid(range.begin, range.length())), -1).first->second;
        if (label <= before)
            return false;
        before = label;
    }
    return true;
}

} // namespace

TableOrder restoreRows(const FormTable &table, QStringView text, const std::vector<Token> &tokens, std::vector<Token> &lines)
{
    if (table.across || tokens.empty() || std::any_of(tokens.begin(), tokens.end(), [](const Token &t) { return t.delimited; }))
        return TableOrder::Rows;
    const size_t rows = size_t(table.rows.size());
    const std::vector<Column> columns = columnsOf(table, text, tokens);
    const bool byColumns = int(columns.size()) >= LeastColumns;
    std::vector<std::vector<size_t>> values(rows); // by row: tokens
    size_t first = tokens.size(); // of them all
    if (byColumns) {
        const bool whole = columns.size() == size_t(table.rows.first().cells.size())
            && std::all_of(columns.begin(), columns.end(), [&](const Column &c) { return c.end - c.begin == rows; });
        if (!whole)
            return TableOrder::Open;
        for (size_t r = 0; r < rows; ++r) {
            for (const Column &column : columns)
                values[r].push_back(column.begin + r);
        }
        first = columns.front().begin;
    } else {
        if (!findRowsApart(table, tokens, values))
            return putBesideWording(table, text, tokens, lines);
        first = values.front().front();
    }
    const std::vector<int> labels = labelsOf(table, text, tokens, first);
    const bool named = std::find(labels.begin(), labels.end(), -1) == labels.end();
    if (!named || (byColumns ? !inOrder(labels, text, tokens) : !std::is_sorted(labels.begin(), labels.end())))
        return byColumns ? TableOrder::Open : TableOrder::Rows;
    std::vector<Token> front;
    for (const Column &column : columns) {
        if (!byColumns)
            break;
        front.push_back(inField(tokens[column.begin - 1], 0, int(front.size())));
        front.back().delimited = false;
    }
    if (!byColumns)
        front.assign(tokens.begin(), tokens.begin() + labels.front());
    lines = rowLines(std::move(front), tokens, labels, values);
    return TableOrder::Restored;
}

} // namespace gouji
