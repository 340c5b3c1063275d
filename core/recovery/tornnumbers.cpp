// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tornnumbers.h"

#include "recovery/printednumber.h"

#include <algorithm>
#include <map>

namespace gouji {

void rejoinNumbering(QStringView text, std::vector<Token> &tokens)
{
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        Token &t = tokens[i];
        Token &behind = tokens[i + 1];
        if (t.kind == Token::Text && t.range.length() == 1 && isEmptyMark(text.mid(t.range.begin, 1)) && behind.kind == Token::Number
            && behind.line == t.line + 1)
            behind.lookalike = true; // its sign may stand on the line above
        if (t.kind != Token::Number || t.glued || t.range.length() != 1)
            continue;
        size_t next = i + 1;
        while (next < tokens.size() && tokens[next].kind == Token::Gap)
            ++next;
        if (next >= tokens.size() || tokens[next].kind != Token::Text)
            continue;
        const QChar c = text[tokens[next].range.begin];
        if (c == u'.' || c == u'、' || c == u')')
            t.kind = Token::Text;
    }
}

void joinTornFields(QStringView text, std::vector<Token> &tokens)
{
    constexpr int LeastLines = 4;
    constexpr int LeastNumbers = 3;
    constexpr qsizetype MostDigits = 9;
    const auto isHalf = [&](size_t i) { // the second of just two numbers in its field
        const auto inField
            = [&](size_t k) { return k < tokens.size() && tokens[k].line == tokens[i].line && tokens[k].field == tokens[i].field; };
        return i > 0 && tokens[i].delimited && tokens[i].kind == Token::Number && inField(i - 1) && tokens[i - 1].kind == Token::Number
            && !(i > 1 && inField(i - 2)) && !inField(i + 1);
    };
    std::map<int, int> widths; // fields of a line of values, and how many lines have as many
    std::map<int, int> fieldsOf; // by line
    int lines = 0;
    bool any = false;
    for (size_t i = 0; i < tokens.size();) {
        size_t end = i;
        int numbers = 0;
        for (; end < tokens.size() && tokens[end].line == tokens[i].line; ++end) {
            numbers += tokens[end].kind == Token::Number;
            any = any || isHalf(end);
        }
        if (tokens[i].delimited && numbers >= LeastNumbers) {
            const int fields = tokens[end - 1].field + 1;
            ++widths[fields];
            fieldsOf[tokens[i].line] = fields;
            ++lines;
        }
        i = end;
    }
    if (!any || lines < LeastLines)
        return;
    std::vector<bool> drop(tokens.size(), false);
    for (size_t i = 1; i < tokens.size(); ++i) {
        const auto fields = fieldsOf.find(tokens[i].line);
        if (fields == fieldsOf.end() || !isHalf(i))
            continue;
        Token &first = tokens[i - 1];
        first.lookalike = tokens[i].lookalike = true;
        const QString digits = text.mid(first.range.begin, first.range.length()).toString()
            + text.mid(tokens[i].range.begin, tokens[i].range.length()).toString();
        const auto value = digits.size() <= MostDigits ? readNumber(digits) : std::nullopt;
        if (widths[fields->second] * 2 < lines || !value)
            continue; // a field may be lost
        first.range.end = tokens[i].range.end;
        first.right = tokens[i].right;
        first.value = *value;
        drop[i] = true;
    }
    size_t kept = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (!drop[i])
            tokens[kept++] = tokens[i];
    }
    tokens.resize(kept);
}

void doubtWrappedNumbers(std::vector<Token> &tokens)
{
    constexpr int LeastLines = 4; // that reach the margin
    constexpr int LeastWidth = 20;
    int margin = 0;
    int lines = 0;
    for (const Token &t : tokens) {
        if (t.delimited)
            return;
        if (t.right > margin + 1)
            lines = 0;
        lines += t.right + 1 >= std::max(margin, t.right);
        margin = std::max(margin, t.right);
    }
    if (lines < LeastLines || margin < LeastWidth)
        return;
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        Token &t = tokens[i];
        Token &next = tokens[i + 1];
        if (t.kind == Token::Number && next.kind == Token::Number && next.line == t.line + 1 && t.right + 1 >= margin && next.left <= 1)
            t.lookalike = next.lookalike = true;
    }
}

} // namespace gouji
