// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tokens/tokencolumns.h"

#include "base/normalizedtext.h"
#include "recovery/text/characters.h"

#include <algorithm>

namespace gouji {

namespace {

void countPages(const NormalizedText &normalized, QStringView original, std::vector<Token> &tokens)
{
    if (tokens.empty())
        return;
    const qsizetype end = normalized.original(tokens.back().range).begin;
    qsizetype feed = original.first(end).indexOf(u'\f', normalized.original(tokens.front().range).begin);
    int page = 0;
    for (size_t i = 0; i < tokens.size() && feed >= 0; ++i) {
        while (feed >= 0 && feed < normalized.original(tokens[i].range).begin) {
            ++page;
            feed = original.first(end).indexOf(u'\f', feed + 1);
        }
        tokens[i].page = page;
        if (feed < 0)
            std::for_each(tokens.begin() + qsizetype(i), tokens.end(), [page](Token &t) { t.page = page; });
    }
}

/// A number by itself still stands in a column where blanks lead up to it.
bool isIndented(const NormalizedText &normalized, const Token &t)
{
    return t.range.begin > 0 && normalized.text()[t.range.begin - 1] == u' ';
}

} // namespace

void measureColumns(const NormalizedText &normalized, QStringView original, std::vector<Token> &tokens)
{
    countPages(normalized, original, tokens);
    int line = -1;
    int column = 0;
    qsizetype lineBegin = 0;
    qsizetype at = 0;
    const auto columnAt = [&](qsizetype position) {
        for (; at < position; ++at)
            column += isWide(original[at]) ? 2 : 1;
        return column;
    };
    const Token *last = nullptr;
    for (size_t i = 0; i < tokens.size(); ++i) {
        Token &t = tokens[i];
        const bool ruled = t.delimited && t.rightUnit > 0;
        const bool only = (i == 0 || tokens[i - 1].line != t.line) && (i + 1 == tokens.size() || tokens[i + 1].line != t.line)
            && !(t.kind == Token::Number && isIndented(normalized, t));
        if ((t.delimited && !ruled) || only || t.kind == Token::Gap)
            continue;
        if (ruled && last && last->line == t.line && last->field == t.field) {
            t.left = last->left;
            t.right = last->right;
            t.leftUnit = last->leftUnit;
            t.rightUnit = last->rightUnit;
            continue;
        }
        last = &t;
        const TextRange range = normalized.original(ruled ? TextRange{t.leftUnit, t.rightUnit} : t.range);
        if (t.line != line) {
            line = t.line;
            column = 0;
            lineBegin = range.begin;
            while (lineBegin > 0 && original[lineBegin - 1] != u'\n' && original[lineBegin - 1] != u'\f')
                --lineBegin;
            at = lineBegin;
        }
        t.left = columnAt(range.begin);
        t.right = columnAt(range.end);
        t.leftUnit = int(range.begin - lineBegin);
        t.rightUnit = int(range.end - lineBegin);
    }
}

} // namespace gouji
