// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/rowlines.h"

#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

Token inField(Token token, int line, int field)
{
    token.line = line;
    token.field = field;
    token.alone = false;
    token.delimited = true;
    token.left = token.right = token.leftUnit = token.rightUnit = 0;
    return token;
}

std::vector<int> labelsOf(const FormTable &table, QStringView text, const std::vector<Token> &tokens, size_t end, Pick pick)
{
    std::vector<int> out(size_t(table.rows.size()), -1);
    std::vector<float> best(out.size(), 0);
    LabelScores scratch;
    for (size_t i = 0; i < end; ++i) {
        if (tokens[i].kind != Token::Text)
            continue;
        const LabelScores &scores = table.labels->match(text.mid(tokens[i].range.begin, tokens[i].range.length()), scratch);
        if (scores.bestRow < 0)
            continue;
        float &known = best[size_t(scores.bestRow)];
        if (scores.bestRowScore < known || (scores.bestRowScore == known && pick == Pick::First))
            continue;
        known = scores.bestRowScore;
        out[size_t(scores.bestRow)] = int(i);
    }
    return out;
}

std::vector<Token> rowLines(std::vector<Token> front, const std::vector<Token> &tokens, const std::vector<int> &labels,
    const std::vector<std::vector<size_t>> &values)
{
    std::vector<Token> out = std::move(front);
    int line = 0;
    for (const Token &t : out)
        line = std::max(line, t.line);
    for (size_t r = 0; r < values.size(); ++r) {
        ++line;
        int field = 0;
        if (labels[r] >= 0)
            out.push_back(inField(tokens[size_t(labels[r])], line, field++));
        for (const size_t value : values[r])
            out.push_back(inField(tokens[value], line, field++));
    }
    return out;
}

} // namespace gouji
