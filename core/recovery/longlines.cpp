// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/longlines.h"

namespace gouji {

namespace {

constexpr int MostFields = 30; // the widest row has fifteen values, each perhaps between two empty fields
constexpr size_t MostLabels
    = 3; // a group's, a smaller group's, a row's: more wording is of heads, which stand on lines of their own, and last the row's

bool isLong(const std::vector<Token> &tokens, size_t begin, size_t end)
{
    bool values = false;
    bool wordingBehind = false;
    for (size_t i = begin; i < end; ++i) {
        wordingBehind = wordingBehind || (values && tokens[i].kind == Token::Text);
        values = values || tokens[i].kind == Token::Number;
    }
    return tokens[begin].delimited && tokens[end - 1].field >= MostFields && wordingBehind;
}

} // namespace

void breakLongLines(std::vector<Token> &tokens)
{
    int added = 0; // lines so far
    for (size_t begin = 0; begin < tokens.size();) {
        size_t end = begin;
        while (end < tokens.size() && tokens[end].line == tokens[begin].line)
            ++end;
        const bool split = isLong(tokens, begin, end);
        int line = tokens[begin].line + added;
        int first = 0; // field of the row
        size_t run = begin; // where the wording at hand ends
        bool heads = false;
        for (size_t i = begin; i < end; ++i) {
            Token &t = tokens[i];
            if (split && t.kind == Token::Text) {
                const bool begins = i >= run;
                size_t behind = i;
                while (begins && behind < end && tokens[behind].kind == Token::Text)
                    ++behind;
                heads = begins ? behind - i > MostLabels : heads;
                run = begins ? behind : run;
                if ((begins || heads) && i > begin) {
                    ++line;
                    ++added;
                    first = t.field;
                }
            }
            t.line = line;
            t.field -= first;
            t.alone = t.alone && !split;
        }
        begin = end;
    }
}

} // namespace gouji
