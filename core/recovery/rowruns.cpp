// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rowruns.h"

#include <algorithm>

namespace gouji {

namespace {

/// Numbers with nothing between them.
struct Run {
    size_t begin = 0; ///< tokens
    size_t end = 0;
};

/// Runs of numbers behind wording. Nothing where an empty line stands between two of them, or one shares its line: then
/// other things show where the cells are.
std::vector<Run> runsOf(const std::vector<Token> &tokens, const TableWording &wording)
{
    std::vector<Run> out;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &t = tokens[i];
        if (t.delimited || t.kind == Token::Blank)
            return {};
        if (t.kind != Token::Number || t.pageMark || t.loose)
            continue;
        const bool goesOn = wording.before(i) < 0;
        if (!t.alone || t.glued || t.several || (goesOn && (out.empty() || out.back().end != i)))
            return {};
        if (goesOn)
            out.back().end = i + 1;
        else
            out.push_back({i, i + 1});
    }
    return out;
}

/// The row that the wording before a run names, of those behind `last`; -1 where none.
int rowOf(const Run &run, const TableWording &wording, int last)
{
    int row = -1;
    float best = NamesRow;
    for (int piece = wording.before(run.begin); piece >= 0 && piece >= wording.runBefore(run.begin); --piece) {
        for (const TableWording::Name &name : wording.names(size_t(piece))) {
            if (name.row > last && name.full > best) {
                best = name.full;
                row = name.row;
            }
        }
    }
    return row;
}

} // namespace

bool joinRowRuns(const FormTable &table, const TableWording &wording, std::vector<Token> &tokens)
{
    constexpr qsizetype MostEmpty = 10; // one row in so many may have no number at all
    constexpr qsizetype LeastRows = 5;
    const std::vector<Run> runs = runsOf(tokens, wording);
    const qsizetype rows = table.rows.size();
    if (table.across || rows < LeastRows || qsizetype(runs.size()) > rows || (rows - qsizetype(runs.size())) * MostEmpty > rows)
        return false;
    int last = -1;
    qsizetype unnamed = 0;
    bool lost = false;
    for (const Run &run : runs) {
        int row = rowOf(run, wording, last);
        // a label torn in many pieces may name no row, but the next one is the next
        if (row < 0 || row > last + 1 + int(rows - qsizetype(runs.size())))
            row = ++unnamed * MostEmpty > rows ? int(rows) : last + 1;
        if (row >= rows || qsizetype(run.end - run.begin) > table.rows[row].cells.size())
            return false;
        lost = lost || qsizetype(run.end - run.begin) < table.rows[row].cells.size();
        last = row;
    }
    if (!lost)
        return false;
    for (const Run &run : runs) {
        const Token *before = &tokens[size_t(wording.before(run.begin))];
        for (size_t i = run.begin; i < run.end; ++i) {
            Token &t = tokens[i];
            const int width = t.right - t.left;
            t.line = before->line;
            t.field = before->field + 1;
            t.left = before->right + 1;
            t.right = t.left + width;
            t.leftUnit = before->rightUnit + 1;
            t.rightUnit = t.leftUnit + width;
            t.alone = false;
            before = &t;
        }
    }
    return true;
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
