// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/rowruns.h"

#include <algorithm>

namespace gouji {

namespace {

/// Numbers with nothing between them.
struct Run {
    size_t begin = 0; ///< tokens
    size_t end = 0;
};

/// Runs of numbers behind wording. Nothing where an empty line stands between two of them, or many share their lines: then
/// other things show where the cells are. Cells that are close to each other are put on one line now and then.
std::vector<Run> runsOf(const std::vector<Token> &tokens, const TableWording &wording)
{
    constexpr int OneInLine = 5; // of so many numbers
    std::vector<Run> out;
    int numbers = 0;
    int beside = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &t = tokens[i];
        if (t.delimited || t.kind == Token::Blank)
            return {};
        if (t.kind != Token::Number || t.pageMark || t.loose)
            continue;
        const bool goesOn = wording.before(i) < 0;
        ++numbers;
        beside += !t.alone;
        if (t.glued || t.several || (goesOn && (out.empty() || out.back().end != i)))
            return {};
        if (goesOn)
            out.back().end = i + 1;
        else
            out.push_back({i, i + 1});
    }
    if (beside * OneInLine > numbers)
        out.clear();
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

} // namespace gouji
