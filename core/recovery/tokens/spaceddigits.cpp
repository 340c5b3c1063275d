// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tokens/spaceddigits.h"

#include "recovery/text/characters.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr int LeastLines = 3;
constexpr int LeastNumbers = 3; // on a line: fewer stand in prose, too

/// What a line shows of its digits.
struct Digits {
    int pieces = 0;
    bool whole = false; ///< a piece of several digits
    bool narrow = false; ///< one space between two digits
    bool wide = false; ///< more than one
    bool zeroFirst = false; ///< digits that would become a number with a leading zero
};

Digits digitsOf(QStringView line)
{
    Digits out;
    qsizetype last = -1; // behind the digit before
    bool joined = false; // that one is a part of a run already
    bool zero = false; // it is a 0
    for (qsizetype i = 0; i < line.size();) {
        if (!isDigit(line[i]) || (i > 0 && !isSpace(line[i - 1]))) {
            last = isSpace(line[i]) ? last : -1;
            ++i;
            continue;
        }
        const qsizetype from = i;
        while (i < line.size() && isDigit(line[i]))
            ++i;
        if (i < line.size() && !isSpace(line[i]))
            continue;
        ++out.pieces;
        out.whole = out.whole || i - from > 1;
        const bool narrow = last >= 0 && from - last == 1;
        out.narrow = out.narrow || narrow;
        out.wide = out.wide || (last >= 0 && from - last > 1);
        out.zeroFirst = out.zeroFirst || (narrow && !joined && zero);
        joined = narrow;
        zero = line[from] == u'0';
        last = i;
    }
    return out;
}

} // namespace

bool spacesDigits(QStringView text)
{
    int narrow = 0; // most texts have hardly any, and need no reading by lines
    for (qsizetype i = 1; i + 1 < text.size() && narrow < LeastLines; ++i)
        narrow += isDigit(text[i + 1]) && isSpace(text[i]) && isDigit(text[i - 1]);
    if (narrow < LeastLines)
        return false;
    int lines = 0;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        const Digits digits = digitsOf(text.mid(begin, end - begin));
        if (digits.pieces >= LeastNumbers) {
            if (digits.whole || digits.zeroFirst)
                return false;
            lines += digits.narrow && digits.wide;
        }
        begin = end + 1;
    }
    return lines >= LeastLines;
}

void joinSpacedDigits(std::vector<Token> &tokens)
{
    size_t kept = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &t = tokens[i];
        const bool joins = kept > 0 && t.kind == Token::Number && !t.delimited && t.range.length() == 1
            && tokens[kept - 1].kind == Token::Number && tokens[kept - 1].line == t.line && tokens[kept - 1].range.end + 1 == t.range.begin;
        if (!joins) {
            tokens[kept++] = t;
            continue;
        }
        Token &whole = tokens[kept - 1];
        whole.range.end = t.range.end;
        whole.right = t.right;
        whole.rightUnit = t.rightUnit;
        whole.lookalike = true;
        whole.value = Decimal::fromString(QString(whole.value.toString() + t.value.toString())).value_or(Decimal());
    }
    tokens.resize(kept);
}

} // namespace gouji
