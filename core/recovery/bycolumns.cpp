// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/bycolumns.h"

#include "recovery/wording.h"
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

ByColumns orderByRows(const FormTable &table, QStringView text, std::vector<Token> &tokens)
{
    if (table.across || tokens.empty() || std::any_of(tokens.begin(), tokens.end(), [](const Token &t) { return t.delimited; }))
        return ByColumns::No;
    const std::vector<Column> columns = columnsOf(table, text, tokens);
    if (int(columns.size()) < LeastColumns)
        return ByColumns::No;
    const size_t rows = size_t(table.rows.size());
    const bool whole = columns.size() == size_t(table.rows.first().cells.size())
        && std::all_of(columns.begin(), columns.end(), [&](const Column &c) { return c.end - c.begin == rows; });
    const std::vector<int> labels = labelsOf(table, text, tokens, columns.front().begin);
    if (!whole || std::find(labels.begin(), labels.end(), -1) != labels.end() || !inOrder(labels, text, tokens))
        return ByColumns::Open;
    std::vector<Token> out;
    int line = 0;
    for (const Column &column : columns) {
        out.push_back(tokens[column.begin - 1]);
        out.back().line = line;
        out.back().field = int(out.size()) - 1;
        out.back().alone = false;
    }
    for (size_t r = 0; r < rows; ++r) {
        ++line;
        int field = 0;
        const auto put = [&](Token t) {
            t.line = line;
            t.field = field++;
            t.alone = false;
            t.left = t.right = t.leftUnit = t.rightUnit = 0;
            t.delimited = true; // the places are known
            out.push_back(t);
        };
        put(tokens[size_t(labels[r])]);
        for (const Column &column : columns)
            put(tokens[column.begin + r]);
    }
    tokens = std::move(out);
    return ByColumns::Whole;
}

} // namespace gouji
