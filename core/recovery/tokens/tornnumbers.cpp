// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tokens/tornnumbers.h"

#include "recovery/text/printednumber.h"

#include <algorithm>
#include <map>

namespace gouji {

namespace {

constexpr qsizetype MostDigits = 9;

/// What two numbers read as one; nothing where that is no number.
std::optional<Decimal> joined(QStringView text, const Token &first, const Token &second)
{
    const QString digits
        = text.mid(first.range.begin, first.range.length()).toString() + text.mid(second.range.begin, second.range.length()).toString();
    return digits.size() <= MostDigits + 1 ? readNumber(digits) : std::nullopt;
}

/// ".2674": what stands behind the point of a number.
bool isDecimals(QStringView text)
{
    return text.size() > 1 && text[0] == u'.' && std::all_of(text.begin() + 1, text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

void take(Token &first, const Token &second, Decimal value)
{
    first.range.end = second.range.end;
    first.right = second.right;
    first.value = value;
}

} // namespace

void rejoinNumbering(QStringView text, std::vector<Token> &tokens)
{
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        Token &t = tokens[i];
        Token &behind = tokens[i + 1];
        if (t.kind == Token::Text && t.range.length() == 1 && isEmptyMark(text.mid(t.range.begin, 1)) && behind.kind == Token::Number
            && behind.line == t.line + 1)
            behind.lookalike = true; // its sign may stand on the line above
        if (t.kind == Token::Number && behind.line == t.line + 1 && isDecimals(text.mid(behind.range.begin, behind.range.length())))
            t.lookalike = true; // they may be its own
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
    const auto isHalf = [&](size_t i) { // the second of just two numbers in its field
        const auto inField
            = [&](size_t k) { return k < tokens.size() && tokens[k].line == tokens[i].line && tokens[k].field == tokens[i].field; };
        return i > 0 && tokens[i].delimited && tokens[i].kind == Token::Number && inField(i - 1) && tokens[i - 1].kind == Token::Number
            && !(i > 1 && inField(i - 2)) && !inField(i + 1);
    };
    bool any = false;
    for (size_t i = 0; i < tokens.size() && !any; ++i)
        any = isHalf(i);
    if (!any)
        return;
    std::map<int, int> widths; // fields of a line of values, and how many lines have as many
    std::map<int, int> fieldsOf; // by line
    int lines = 0;
    for (size_t i = 0; i < tokens.size();) {
        size_t end = i;
        int numbers = 0;
        for (; end < tokens.size() && tokens[end].line == tokens[i].line; ++end)
            numbers += tokens[end].kind == Token::Number;
        if (tokens[i].delimited && numbers >= LeastNumbers) {
            const int fields = tokens[end - 1].field + 1;
            ++widths[fields];
            fieldsOf[tokens[i].line] = fields;
            ++lines;
        }
        i = end;
    }
    if (lines < LeastLines)
        return;
    std::vector<bool> drop(tokens.size(), false);
    for (size_t i = 1; i < tokens.size(); ++i) {
        const auto fields = fieldsOf.find(tokens[i].line);
        if (fields == fieldsOf.end() || !isHalf(i))
            continue;
        Token &first = tokens[i - 1];
        first.lookalike = tokens[i].lookalike = true;
        const auto value = joined(text, first, tokens[i]);
        if (widths[fields->second] * 2 < lines || !value)
            continue; // a field may be lost
        take(first, tokens[i], *value);
        drop[i] = true;
    }
    size_t kept = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (!drop[i])
            tokens[kept++] = tokens[i];
    }
    tokens.resize(kept);
}

void joinTornCells(QStringView text, std::vector<Token> &tokens)
{
    constexpr int LeastLed = 12;
    const auto isAlone = [](const Token &t) { return t.kind == Token::Number && t.alone; };
    const auto goesOn = [&](size_t i) {
        return i > 0 && isAlone(tokens[i]) && tokens[i].field == 0 && isAlone(tokens[i - 1]) && tokens[i - 1].field == 1
            && tokens[i].line == tokens[i - 1].line + 1;
    };
    int led = 0;
    int others = 0;
    for (const Token &t : tokens) {
        led += t.alone && t.kind != Token::Blank && t.field == 1;
        others += isAlone(t) && t.field != 1;
    }
    if (led < LeastLed || others == 0 || others * 10 > led)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const auto value = goesOn(i) ? joined(text, tokens[kept - 1], tokens[i]) : std::nullopt;
        if (value) {
            tokens[kept - 1].lookalike = true;
            take(tokens[kept - 1], tokens[i], *value);
        } else {
            tokens[kept++] = tokens[i];
        }
    }
    tokens.resize(kept);
}

namespace {

/// "1, 462": the thousands stand apart.
bool isBehindSeparator(QStringView text, const Token &t)
{
    constexpr qsizetype Group = 3;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const QStringView piece = text.mid(t.range.begin, t.range.length());
    qsizetype at = t.range.begin - 1;
    if (std::find_if_not(piece.begin(), piece.end(), isDigit) - piece.begin() != Group || at < 2)
        return false;
    at -= text[at] == u' ';
    return (text[at] == u',' || text[at] == u'\uff0c') && at > 0 && isDigit(text[at - 1]);
}

} // namespace

void markCutNumbers(QStringView text, std::vector<Token> &tokens)
{
    constexpr qsizetype MostBefore = 3; // digits before a separator
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        Token &t = tokens[i];
        const Token &behind = tokens[i + 1];
        t.lookalike = t.lookalike || (t.kind == Token::Number && !t.delimited && isBehindSeparator(text, t));
        if (t.kind != Token::Number || t.delimited || t.range.length() > MostBefore || behind.line != t.line + 1)
            continue;
        const QStringView between = text.mid(t.range.end, behind.range.end - t.range.end).trimmed();
        const qsizetype digits
            = std::find_if_not(between.begin() + 1, between.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }) - between.begin() - 1;
        t.lookalike = t.lookalike || (between.startsWith(u',') && digits == MostBefore);
    }
}

void unfold(std::vector<Token> &tokens)
{
    constexpr int LeastLines = 4; // that reach the margin
    constexpr int LeastWidth = 20;
    constexpr int LeastGoingOn = 3; // rows whose values go on in the next line
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
    const auto isValue
        = [&](size_t i) { return tokens[i].kind == Token::Number || (tokens[i].kind == Token::Blank && tokens[i].range.length() > 0); };
    const auto isFold = [&](size_t i) { // between a token and the next
        return tokens[i + 1].line == tokens[i].line + 1 && tokens[i].right + 2 >= margin && tokens[i + 1].left <= 1;
    };
    int goingOn = 0;
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        goingOn += isFold(i) && isValue(i + 1);
        if (isFold(i) && tokens[i].kind == Token::Number && (tokens[i + 1].kind == Token::Number || tokens[i + 1].unreadable))
            tokens[i].lookalike = tokens[i + 1].lookalike = true; // perhaps two halves
        if (tokens[i + 1].line > tokens[i].line + 1 && tokens[i].right + 2 >= margin && isValue(i)) {
            // what goes on there looked like a page's number, or a rule
            tokens[i].lookalike = tokens[i].kind == Token::Number;
            tokens[i].unreadable = tokens[i].kind == Token::Blank;
        }
    }
    if (goingOn < LeastGoingOn)
        return;
    int taken = 0; // lines that have become part of the one before
    int field = 0; // of the last token of that one
    int left = 0;
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        const int line = tokens[i].line;
        const bool fold = isFold(i) && isValue(i + 1);
        tokens[i].line -= taken;
        const int behindField = tokens[i].field + field + 1;
        tokens[i].field += field;
        tokens[i].left += left;
        tokens[i].right += left;
        if (fold) {
            ++taken;
            field = behindField;
            left += margin + 1;
            tokens[i].alone = tokens[i + 1].alone = false;
        } else if (tokens[i + 1].line != line) {
            field = 0;
            left = 0;
        }
    }
    tokens.back().line -= taken;
    tokens.back().field += field;
    tokens.back().left += left;
    tokens.back().right += left;
}

} // namespace gouji
