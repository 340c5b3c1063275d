// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/tableorder.h"

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

bool isValue(const Token &t) { return t.kind == Token::Number || (t.kind == Token::Blank && t.range.length() > 0 && !t.noise); }

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

/// By row of the table: the piece of wording that names it best; -1 where none does.
std::vector<int> labelsOf(const FormTable &table, QStringView text, const std::vector<Token> &tokens, size_t end)
{
    std::vector<int> out(size_t(table.rows.size()), -1);
    std::vector<float> best(out.size(), 0);
    LabelScores scratch;
    for (size_t i = 0; i < end; ++i) {
        if (tokens[i].kind != Token::Text)
            continue;
        const LabelScores &scores = table.labels->match(text.mid(tokens[i].range.begin, tokens[i].range.length()), scratch);
        if (scores.bestRow < 0 || scores.bestRowScore <= best[size_t(scores.bestRow)])
            continue;
        best[size_t(scores.bestRow)] = scores.bestRowScore;
        out[size_t(scores.bestRow)] = int(i);
    }
    return out;
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

TableOrder restoreRows(const FormTable &table, QStringView text, std::vector<Token> &tokens)
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
            return TableOrder::Rows;
        first = values.front().front();
    }
    const std::vector<int> labels = labelsOf(table, text, tokens, first);
    const bool named = std::find(labels.begin(), labels.end(), -1) == labels.end();
    if (!named || (byColumns ? !inOrder(labels, text, tokens) : !std::is_sorted(labels.begin(), labels.end())))
        return byColumns ? TableOrder::Open : TableOrder::Rows;
    std::vector<Token> out;
    int line = 0;
    int field = 0;
    const auto put = [&](Token t, bool delimited) {
        t.line = line;
        t.field = field++;
        t.alone = false;
        t.left = t.right = t.leftUnit = t.rightUnit = 0;
        t.delimited = delimited; // the places are known
        out.push_back(t);
    };
    if (byColumns) {
        for (const Column &column : columns)
            put(tokens[column.begin - 1], false);
    } else {
        for (size_t i = 0; i < size_t(labels.front()); ++i) {
            out.push_back(tokens[i]);
            line = std::max(line, tokens[i].line);
        }
    }
    for (size_t r = 0; r < rows; ++r) {
        ++line;
        field = 0;
        put(tokens[size_t(labels[r])], true);
        for (const size_t value : values[r])
            put(tokens[value], true);
    }
    tokens = std::move(out);
    return TableOrder::Restored;
}

} // namespace gouji
