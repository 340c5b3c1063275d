// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tokens/sharedlines.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr int MostFields = 30; // the widest row has fifteen values, each perhaps between two empty fields
constexpr size_t MostLabels = 3; // a group's, a smaller group's, a row's; more is of heads, which get lines of their own

/// Not where cells between values are empty: those at the ends of rows would be, too, and either row's.
bool isLong(const std::vector<Token> &tokens, size_t begin, size_t end)
{
    if (!tokens[begin].delimited || tokens[end - 1].field < MostFields)
        return false;
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
    return wordingBehind;
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
        if (!split && added == 0) {
            begin = kept = end;
            continue;
        }
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

namespace {

/// The values between a token and the next piece of wording on its line, and where that piece is.
struct Stretch {
    int numbers = 0;
    size_t lastNumber = 0;
    size_t end = 0;
};

Stretch stretchFrom(const std::vector<Token> &tokens, size_t from, size_t lineEnd)
{
    Stretch out;
    for (out.end = from; out.end < lineEnd && tokens[out.end].kind != Token::Text; ++out.end) {
        if (tokens[out.end].kind == Token::Number) {
            ++out.numbers;
            out.lastNumber = out.end;
        }
    }
    return out;
}

/// Where the wording of another row begins on a line. `whole`: false where the values of a row are fewer than `least`.
std::vector<size_t> rowStarts(const std::vector<Token> &tokens, size_t begin, size_t end, int least, bool &whole)
{
    std::vector<size_t> out;
    size_t wording = begin; // the first piece since the last row's values
    bool any = false; // values of a row
    for (size_t i = begin; i < end;) {
        if (tokens[i].kind == Token::Text) {
            ++i;
            continue;
        }
        const Stretch values = stretchFrom(tokens, i, end);
        whole = whole && (values.numbers == 0 || values.numbers >= least);
        if (values.numbers >= least) {
            if (any && tokens[wording].kind == Token::Text)
                out.push_back(wording);
            any = true;
            wording = values.end;
        }
        i = values.end;
    }
    return out;
}

} // namespace

void partSharedLines(const FormTable &table, std::vector<Token> &tokens)
{
    constexpr size_t ShareOfRows = 3; // so many shared lines for each row of the table are no accident
    const auto isUneven = [&](const FormRow &row) { return row.cells.size() != table.rows.first().cells.size(); };
    if (table.across || tokens.empty() || std::any_of(table.rows.begin(), table.rows.end(), isUneven)
        || !std::any_of(tokens.begin(), tokens.end(), [](const Token &t) { return t.delimited; }))
        return;
    const int least = int(table.rows.first().cells.size()) - 1; // one may be lost
    bool whole = true;
    std::vector<size_t> starts;
    for (size_t begin = 0; begin < tokens.size();) {
        size_t end = begin;
        while (end < tokens.size() && tokens[end].line == tokens[begin].line)
            ++end;
        if (tokens[begin].delimited) {
            for (const size_t start : rowStarts(tokens, begin, end, least, whole))
                starts.push_back(start);
        }
        begin = end;
    }
    if (!whole || starts.size() * ShareOfRows < size_t(table.rows.size()))
        return;
    // the heads stand in fields of their own line, which are no columns here
    size_t body = 0;
    while (body < tokens.size() && stretchFrom(tokens, body, tokens.size()).numbers < least)
        body = stretchFrom(tokens, body, tokens.size()).end + 1;
    int added = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const bool head = i + 1 < body;
        tokens[i].line += head ? int(i) : int(body);
        tokens[i].delimited = tokens[i].delimited && !head;
        tokens[i].alone = tokens[i].alone || head;
    }
    std::vector<Token> out;
    out.reserve(tokens.size());
    int field = 0; // of the first token of the row
    auto next = starts.begin();
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (i > 0 && tokens[i].line != tokens[i - 1].line)
            field = 0;
        if (next != starts.end() && *next == i) {
            // empty places before it may be merged cells of its own: behind a row that lost a number they would fill its place
            while (!out.empty() && out.back().kind == Token::Blank && out.back().range.length() == 0)
                out.pop_back();
            ++added;
            field = tokens[i].field;
            ++next;
        }
        out.push_back(tokens[i]);
        out.back().line += added;
        out.back().field -= field;
    }
    tokens = std::move(out);
}

} // namespace gouji
