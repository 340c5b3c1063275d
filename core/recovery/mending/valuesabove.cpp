// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/valuesabove.h"

#include "recovery/wording/wording.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr size_t MostTorn = 2; // lines at the end of a label that say nothing by themselves

struct Line {
    size_t begin = 0; ///< tokens
    size_t end = 0;
    bool wording = false;
    bool values = false; ///< nothing but numbers and marks of empty cells
    bool gap = false; ///< empty: nothing, or an empty cell
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

enum class Says { Nothing, Row, Head };

/// What the wording of a line names: a row, or a column or a group of them.
Says saysOf(const FormTable &table, QStringView text, const std::vector<Token> &tokens, const Line &line, LabelScores &scratch)
{
    Says out = Says::Nothing;
    for (size_t i = line.begin; i < line.end; ++i) {
        if (tokens[i].kind != Token::Text)
            continue;
        const LabelScores &scores = table.labels->match(text.mid(tokens[i].range.begin, tokens[i].range.length()), scratch);
        if (scores.bestRow >= 0 && scores.bestRowScore >= NamesRow && scores.bestRowScore >= scores.best())
            return Says::Row;
        if (scores.best() >= NamesRow && scores.best() > scores.bestRowScore)
            out = Says::Head;
    }
    return out;
}

} // namespace

ValueSides valueSides(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
{
    ValueSides out;
    if (table.across)
        return out;
    const std::vector<Line> lines = linesOf(tokens);
    LabelScores scratch;
    for (size_t begin = 0; begin < lines.size();) {
        size_t end = begin; // of a label, which may be torn over lines
        while (end < lines.size() && lines[end].wording)
            ++end;
        const bool below = end < lines.size() && (lines[end].values || lines[end].gap);
        if (begin > 0 && end > begin && lines[begin - 1].values)
            out.above += saysOf(table, text, tokens, lines[begin], scratch) == Says::Row;
        Says last = Says::Nothing; // but for the rest of a torn label
        for (size_t l = end; below && l-- > begin && l + MostTorn >= end && last == Says::Nothing;)
            last = saysOf(table, text, tokens, lines[l], scratch);
        out.below += last == Says::Row;
        begin = std::max(end, begin + 1);
    }
    return out;
}

void moveBelow(const FormTable &table, std::vector<Token> &tokens)
{
    if (table.across)
        return;
    const std::vector<Line> lines = linesOf(tokens);
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
