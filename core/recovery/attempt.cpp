// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/attempt.h"

#include "recovery/mending/acrossgroups.h"
#include "recovery/mending/columnrows.h"
#include "recovery/mending/equalneighbours.h"
#include "recovery/mending/rowruns.h"
#include "recovery/mending/tableorder.h"
#include "recovery/tokens/sharedlines.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr float LeastLabels = 12; // wording, in matched characters, below which a table is not there at all
constexpr float LeastLabelsOfEmpty = 24; // of a table whose rows share their heads, without any value
constexpr int LeastRowsOfEmpty = 4; // a table without any value
constexpr int LeastRows = 2; // rows found by their wording; headings and prose share words with the table

} // namespace

bool Attempt::isThere() const
{
    if (!table || alignment.labels < LeastLabels)
        return false;
    if (alignment.values == 0)
        return table->across ? alignment.labels >= LeastLabelsOfEmpty : alignment.rowsNamed >= LeastRowsOfEmpty;
    return table->across || alignment.rowsNamed >= LeastRows;
}

namespace {

/// What the tokens score in the order they are printed in.
float scoreOf(const FormTable &table, QStringView text, const std::vector<Token> &tokens, const Habits &habits)
{
    const TableWording wording(table, text, tokens);
    return alignRows(table, text, tokens, wording, measureLayout(tokens, 0, habits)).score;
}

} // namespace

Attempt attemptTable(const Form &form, const FormTable &table, QStringView text, TextRange zone, std::vector<Token> tokens,
    const Habits &habits, bool open, bool sidesOpen)
{
    Attempt out;
    out.form = &form;
    out.table = &table;
    out.zone = zone;
    out.tokens = std::move(tokens);
    out.open = open;
    const int across = table.across ? int(table.cellIds().size()) : 0;
    partSharedLines(table, out.tokens);
    unfoldEqualNeighbours(table, out.tokens);
    std::vector<Token> lines;
    const TableOrder order = table.across ? gatherGroups(table, text, out.tokens) : restoreRows(table, text, out.tokens, lines);
    float printed = 0;
    if (!lines.empty()) {
        printed = scoreOf(table, text, out.tokens, habits);
        out.tokens = std::move(lines);
        out.whole = true;
    }
    if (order == TableOrder::Rows)
        turnColumnsIntoRows(table, text, out.tokens);
    TableWording wording(table, text, out.tokens);
    Habits own = habits;
    const bool joined = joinRowRuns(table, wording, out.tokens);
    if (joined) {
        own.strung = true;
        wording = TableWording(table, text, out.tokens);
    }
    Layout layout = measureLayout(out.tokens, across, own);
    out.columns = readColumns(table, text, out.tokens, wording, layout);
    if (!out.columns.foreign.empty()) {
        out.tokens = without(out.tokens, out.columns.foreign);
        wording = TableWording(table, text, out.tokens);
        layout = measureLayout(out.tokens, across, own);
    }
    out.alignment = alignRows(out.printed(), text, out.tokens, wording, layout);
    out.alignment.score = std::max(out.alignment.score, printed); // rows of lines keep no more wording than names them
    out.alignment.joined = joined;
    out.alignment.setAside = int(out.columns.values.size());
    out.alignment.openRows = out.columns.open;
    if (order == TableOrder::Open || open)
        out.alignment.openRows.assign(size_t(table.rows.size()), true);
    out.alignment.sidesOpen = sidesOpen && !table.across;
    out.alignment.byOrder = sidesOpen || order == TableOrder::Restored || order == TableOrder::Open;
    return out;
}

} // namespace gouji
