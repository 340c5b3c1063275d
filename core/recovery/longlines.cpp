// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/longlines.h"

namespace gouji {

namespace {

constexpr int MostFields = 30; // the widest row has fifteen values, each perhaps between two empty fields
constexpr size_t MostLabels = 3; // a group's, a smaller group's, a row's; more is of heads, which get lines of their own

/// Not where cells between values are empty: those at the ends of rows would be, too, and either row's.
bool isLong(const std::vector<Token> &tokens, size_t begin, size_t end)
{
    bool values = false;
    bool wordingBehind = false;
    for (size_t i = begin; i < end; ++i) {
        wordingBehind = wordingBehind || (values && tokens[i].kind == Token::Text);
        values = values || tokens[i].kind == Token::Number;
        size_t behind = i + 1;
        while (behind < end && tokens[behind].kind == Token::Blank && tokens[behind].range.length() == 0)
            ++behind;
        if (tokens[i].kind == Token::Number && behind > i + 1 && behind < end && tokens[behind].kind == Token::Number)
            return false;
    }
    return tokens[begin].delimited && tokens[end - 1].field >= MostFields && wordingBehind;
}

} // namespace

void breakLongLines(std::vector<Token> &tokens)
{
    size_t kept = 0;
    int added = 0; // lines so far
    for (size_t begin = 0; begin < tokens.size();) {
        size_t end = begin;
        while (end < tokens.size() && tokens[end].line == tokens[begin].line)
            ++end;
        const bool split = isLong(tokens, begin, end);
        const size_t firstKept = kept;
        int line = tokens[begin].line + added;
        int first = 0; // field of the row
        size_t run = begin; // where the wording at hand ends
        bool heads = false;
        for (size_t i = begin; i < end; ++i) {
            Token t = tokens[i];
            if (split && t.kind == Token::Text) {
                const bool begins = i >= run;
                size_t behind = i;
                while (begins && behind < end && tokens[behind].kind == Token::Text)
                    ++behind;
                heads = begins ? behind - i > MostLabels : heads;
                run = begins ? behind : run;
                if ((begins || heads) && i > begin) {
                    // empty fields before it may be its own: behind a row that lost a value they would take its place
                    while (kept > firstKept && tokens[kept - 1].kind == Token::Blank && tokens[kept - 1].range.length() == 0)
                        --kept;
                    ++line;
                    ++added;
                    first = t.field;
                }
            }
            t.line = line;
            t.field -= first;
            t.alone = t.alone && !split;
            tokens[kept++] = t;
        }
        begin = end;
    }
    tokens.resize(kept);
}

} // namespace gouji
