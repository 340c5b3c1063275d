// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/valuesabove.h"

#include "recovery/wording.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

struct Line {
    size_t begin = 0; ///< tokens
    size_t end = 0;
    bool wording = false;
    bool values = false; ///< nothing but numbers and marks of empty cells
    bool gap = false; ///< empty: nothing, or an empty cell
    bool namesRow = false; ///< set for lines beside values
};

std::vector<Line> linesOf(const std::vector<Token> &tokens)
{
    std::vector<Line> out;
    for (size_t i = 0; i < tokens.size();) {
        Line line{i, i};
        bool number = false;
        const int at = tokens[i].line;
        for (; line.end < tokens.size() && tokens[line.end].line == at; ++line.end) {
            const Token &t = tokens[line.end];
            const bool mark = t.kind == Token::Blank && !t.noise && t.range.length() > 0;
            line.gap = t.kind == Token::Gap;
            number = number || mark || (t.kind == Token::Number && !t.glued);
            line.wording = line.wording || t.kind == Token::Text || t.delimited;
        }
        line.values = number && !line.wording;
        line.wording = line.wording && !number;
        i = line.end;
        out.push_back(line);
    }
    return out;
}

bool namesRow(const FormTable &table, QStringView text, const Token &t, LabelScores &scratch)
{
    if (t.kind != Token::Text)
        return false;
    const LabelScores &scores = table.labels->match(text.mid(t.range.begin, t.range.length()), scratch);
    return scores.bestRow >= 0 && scores.bestRowScore >= NamesRow && scores.bestRowScore >= scores.best();
}

std::vector<Line> namedLines(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
{
    std::vector<Line> out = linesOf(tokens);
    LabelScores scratch;
    for (size_t l = 0; l < out.size(); ++l) {
        const bool beside = (l > 0 && out[l - 1].values) || (l + 1 < out.size() && out[l + 1].values);
        for (size_t i = out[l].begin; i < out[l].end && out[l].wording && beside; ++i)
            out[l].namesRow = out[l].namesRow || namesRow(table, text, tokens[i], scratch);
    }
    return out;
}

} // namespace

ValueSides valueSides(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
{
    ValueSides out;
    if (table.across)
        return out;
    const std::vector<Line> lines = namedLines(table, text, tokens);
    for (size_t l = 0; l < lines.size(); ++l) {
        out.above += lines[l].namesRow && l > 0 && lines[l - 1].values;
        out.below += lines[l].namesRow && l + 1 < lines.size() && (lines[l + 1].values || lines[l + 1].gap);
    }
    return out;
}

void moveBelow(const FormTable &table, QStringView text, std::vector<Token> &tokens)
{
    if (table.across)
        return;
    const std::vector<Line> lines = namedLines(table, text, tokens);
    std::vector<Token> out;
    out.reserve(tokens.size());
    size_t copied = 0;
    const auto copy = [&](size_t to) {
        for (; copied < to; ++copied)
            out.push_back(tokens[copied]);
    };
    for (size_t l = 0; l < lines.size(); ++l) {
        size_t label = l;
        while (label < lines.size() && lines[label].values)
            ++label;
        if (label == l || label == lines.size() || !lines[label].wording)
            continue; // a row of the agency's own has wording as well
        copy(lines[l].begin);
        const int first = tokens[lines[l].begin].line;
        const int moved = tokens[lines[label].begin].line;
        for (size_t i = lines[label].begin; i < lines[label].end; ++i) {
            out.push_back(tokens[i]);
            out.back().line = first;
        }
        for (size_t i = lines[l].begin; i < lines[label].begin; ++i) {
            out.push_back(tokens[i]);
            out.back().line = tokens[i].line + (moved > tokens[lines[label].begin - 1].line ? 1 : 0);
        }
        copied = lines[label].end;
        l = label;
    }
    copy(tokens.size());
    tokens = std::move(out);
}

} // namespace gouji
