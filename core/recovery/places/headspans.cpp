// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/places/headspans.h"

#include "recovery/text/characters.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

struct Stack { ///< pieces of one head above each other
    HeadSpan span;
    int line = 0; ///< of the last of them
    QString wording;
};

/// A column's wording has the piece in it.
bool isPieceOfHead(const FormTable &table, const QString &content)
{
    return content.size() > 1 && std::any_of(table.columns.begin(), table.columns.end(), [&](const FormColumn &column) {
        return LabelIndex::content(column.label).contains(content)
            || std::any_of(column.variants.begin(), column.variants.end(),
                [&](const QString &variant) { return LabelIndex::content(variant).contains(content); });
    });
}

/// The last piece of a head may stand on a line of its own, where it was not measured.
bool begins(const FormColumn &column, const QString &wording)
{
    const auto has = [&](const QString &label) { return LabelIndex::content(label).startsWith(wording); };
    return has(column.label) || std::any_of(column.variants.begin(), column.variants.end(), has);
}

void add(std::vector<Stack> &stacks, HeadSpan span, int line, const QString &content)
{
    const auto above = std::find_if(stacks.begin(), stacks.end(),
        [&](const Stack &s) { return s.line != line && span.left < s.span.right && s.span.left < span.right; });
    if (above == stacks.end()) {
        stacks.push_back({span, line, content});
        return;
    }
    above->span = {std::min(above->span.left, span.left), std::max(above->span.right, span.right)};
    above->line = line;
    above->wording += content;
}

} // namespace

std::vector<HeadSpan> headSpans(const FormTable &table, QStringView text, const std::vector<Token> &tokens, int page, bool units)
{
    std::vector<Stack> stacks;
    for (const Token &t : tokens) {
        if (t.page != page)
            continue;
        if (t.kind == Token::Number)
            break;
        if (t.kind != Token::Text || t.delimited || t.rightUnit == 0)
            continue;
        int at = units ? t.leftUnit : t.left;
        for (qsizetype i = t.range.begin; i < t.range.end;) {
            const auto width = [&](qsizetype c) { return !units && isWide(text[c]) ? 2 : 1; };
            const int left = at;
            const qsizetype begin = i;
            while (i < t.range.end && text[i] != u' ')
                at += width(i++);
            if (const QString content = LabelIndex::content(text.mid(begin, i - begin)); isPieceOfHead(table, content))
                add(stacks, {left, at}, t.line, content);
            while (i < t.range.end && text[i] == u' ')
                at += width(i++);
        }
    }
    std::sort(stacks.begin(), stacks.end(), [](const Stack &a, const Stack &b) { return a.span.left < b.span.left; });
    std::vector<HeadSpan> out;
    for (const Stack &stack : stacks) {
        if (out.size() == size_t(table.columns.size()) || !begins(table.columns[qsizetype(out.size())], stack.wording))
            return {};
        out.push_back(stack.span);
    }
    return out.size() == size_t(table.columns.size()) ? out : std::vector<HeadSpan>();
}

} // namespace gouji
