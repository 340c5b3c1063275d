// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/layout.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr int LeastMarks = 5; // from here on the document marks its empty cells

int longestLine(const std::vector<Token> &tokens)
{
    int longest = 0;
    int line = -1;
    int values = 0;
    for (const Token &t : tokens) {
        if (t.kind != Token::Number && t.kind != Token::Blank)
            continue;
        values = t.line == line ? values + 1 : 1;
        line = t.line;
        longest = std::max(longest, values);
    }
    return longest;
}

} // namespace

Layout measureLayout(const std::vector<Token> &tokens, int cellsOfAcross, bool gapsPartValues)
{
    int alone = 0;
    int together = 0;
    int touching = 0;
    int parted = 0;
    int tabbedBlanks = 0;
    int marks = 0;
    int longGaps = 0;
    int gapRuns = 0;
    int gaps = 0;
    const Token *solid = nullptr;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &t = tokens[i];
        if (t.kind == Token::Gap) {
            ++gaps;
            gapRuns += gaps == 1;
            longGaps += gaps == 3;
            continue;
        }
        if (t.kind == Token::Blank) {
            tabbedBlanks += t.delimited && t.alone && !t.noise && (i == 0 || tokens[i - 1].line != t.line);
            marks += t.range.length() > 0 && !t.noise && !t.unreadable;
            if (t.range.length() == 0 || !t.alone)
                continue;
        }
        if (t.kind == Token::Number)
            (t.alone ? alone : together)++;
        if (t.kind != Token::Text && solid && solid->line != t.line)
            (gaps == 0 ? touching : parted)++;
        gaps = 0;
        solid = &t;
    }
    Layout out;
    out.rowPerLine = together >= alone && (cellsOfAcross == 0 || longestLine(tokens) * 2 > cellsOfAcross);
    out.gapsAreCells = !out.rowPerLine && tabbedBlanks < 3 && (gapsPartValues || longGaps > 2)
        && (touching > parted || (longGaps > 2 && longGaps * 8 > gapRuns && longGaps < gapRuns));
    out.emptyCellsSeen = tabbedBlanks > 0 || out.gapsAreCells || (marks >= LeastMarks && touching > parted);
    return out;
}

bool gapsPartValues(const std::vector<Token> &tokens)
{
    bool number = false;
    bool gap = false;
    for (const Token &t : tokens) {
        if (t.kind == Token::Gap) {
            gap = true;
            continue;
        }
        if (t.kind == Token::Number && number && gap)
            return true;
        number = t.kind == Token::Number;
        gap = false;
    }
    return false;
}

} // namespace gouji
