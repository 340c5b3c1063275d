// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tokens/layout.h"

#include <algorithm>
#include <map>
#include <set>

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

/// Blanks hold the heads of columns apart on several lines, and all numbers, if there are any, stand on one.
bool isOneRow(const std::vector<Token> &tokens)
{
    constexpr int Apart = 2;
    constexpr size_t LeastLines = 2;
    std::set<int> heads;
    int line = -1;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &t = tokens[i];
        if (t.delimited)
            return false;
        if (t.kind == Token::Number && !t.pageMark) {
            if (t.loose || (line >= 0 && t.line != line))
                return false;
            line = t.line;
        }
        if (i > 0 && t.kind == Token::Text && tokens[i - 1].kind == Token::Text && t.line == tokens[i - 1].line
            && t.leftUnit - tokens[i - 1].rightUnit >= Apart && line < 0)
            heads.insert(t.line);
    }
    return heads.size() >= LeastLines;
}

} // namespace

Layout measureLayout(const std::vector<Token> &tokens, int cellsOfAcross, const Habits &habits)
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
    out.rowPerLine = (together >= alone && (cellsOfAcross == 0 || longestLine(tokens) * 2 > cellsOfAcross))
        || (cellsOfAcross > 0 && !habits.strung && isOneRow(tokens)); // most of its cells are empty
    out.gapsAreCells = !out.rowPerLine && tabbedBlanks < 3 && (habits.gapsPartValues || longGaps > 2)
        && (touching > parted || (longGaps > 2 && longGaps * 8 > gapRuns && longGaps < gapRuns));
    out.emptyCellsSeen = tabbedBlanks > 0 || out.gapsAreCells || (marks >= LeastMarks && touching > parted);
    out.strung = habits.strung;
    return out;
}

namespace {

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

/// In columns, the gap behind a label depends on how long the label is.
bool isStrung(const std::vector<Token> &tokens)
{
    constexpr int LeastLines = 5;
    constexpr size_t LeastEnds = 3;
    std::map<int, int> gaps;
    std::set<int> ends;
    int all = 0;
    for (size_t i = 1; i < tokens.size(); ++i) {
        const Token &label = tokens[i - 1];
        const Token &value = tokens[i];
        if (label.kind != Token::Text || value.kind != Token::Number || label.line != value.line || value.delimited || value.glued)
            continue;
        ++gaps[value.left - label.right];
        ends.insert(label.right);
        ++all;
    }
    const auto most = std::max_element(gaps.begin(), gaps.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    return all >= LeastLines && ends.size() >= LeastEnds && most->second * 5 >= all * 4;
}

} // namespace

Habits habitsOf(const std::vector<Token> &tokens) { return {gapsPartValues(tokens), isStrung(tokens)}; }

} // namespace gouji
