// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/emptycells.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace gouji {

namespace {

constexpr double EmptyIsCommon = 0.1; // of a table's cells; where fewer are, those may have lost their print
constexpr size_t LeastEnds = 4;

bool isNumber(const LaidTable &laid, int token) { return token >= 0 && laid.tokens[size_t(token)].kind == Token::Number; }

/// Of the rows that hold more than zeros most are known to be those their wording names.
bool knowsRows(const LaidTable &laid, const RowCertainty &certainty)
{
    int known = 0;
    int open = 0;
    for (size_t l = 0; l < laid.placed.size(); ++l) {
        if (!holdsZeros(laid, laid.placed[l]))
            (certainty.of(l) == Certainty::Open ? open : known)++;
    }
    return known >= open;
}

/// The lines of rows end in empty fields, each in another one: fields came and went.
bool isRagged(const LaidTable &laid)
{
    std::set<int> ends;
    for (const LaneReading &reading : laid.alignment.readings) {
        if (reading.begin < 0)
            continue;
        size_t last = size_t(reading.begin);
        while (last + 1 < laid.tokens.size() && laid.tokens[last + 1].line == laid.tokens[last].line)
            ++last;
        if (laid.tokens[last].kind == Token::Blank && laid.tokens[last].delimited)
            ends.insert(laid.tokens[last].field);
    }
    return ends.size() >= LeastEnds;
}

/// A number may have come to a row from elsewhere.
bool hangsTogetherBadly(const LaidTable &laid)
{
    return !laid.table.across && std::any_of(laid.alignment.readings.begin(), laid.alignment.readings.end(), [](const LaneReading &r) {
        return r.label < Pinned || r.leftoverBeside || r.crossesRows;
    });
}

bool isEmptyCommon(const LaidTable &laid)
{
    int empty = 0;
    for (const PlacedRow &row : laid.placed)
        empty += int(std::count_if(row.chosen.tokens.begin(), row.chosen.tokens.end(), [&](int t) { return !isNumber(laid, t); }));
    return double(empty) >= EmptyIsCommon * double(laid.table.cellIds().size());
}

/// Nearly all numbers begin, or end, at as many places as there are columns: they stand in these, though a row that lies off hides
/// which is which.
bool isInColumns(const LaidTable &laid)
{
    constexpr int NumbersForAPlace = 3;
    constexpr double Nearly = 0.75;
    const size_t cells = size_t(laid.alignment.lanes.front().length);
    for (int Token::*edge : {&Token::left, &Token::right, &Token::leftUnit}) {
        int numbers = 0;
        std::map<int, int> places;
        for (const PlacedRow &row : laid.placed) {
            for (const int i : row.chosen.tokens) {
                if (!isNumber(laid, i))
                    continue;
                ++numbers;
                ++places[laid.tokens[size_t(i)].*edge];
            }
        }
        std::vector<int> counts;
        for (const auto &[place, count] : places)
            counts.push_back(count);
        std::sort(counts.rbegin(), counts.rend());
        counts.resize(std::min(counts.size(), cells));
        if (cells > 1 && counts.size() == cells && counts.back() >= NumbersForAPlace
            && std::accumulate(counts.begin(), counts.end(), 0) >= Nearly * numbers)
            return true;
    }
    return false;
}

} // namespace

bool showsEmptyCells(const LaidTable &laid, const RowCertainty &certainty)
{
    const Layout &layout = laid.alignment.layout;
    const bool delimited = std::any_of(laid.tokens.begin(), laid.tokens.end(), [](const Token &t) { return t.delimited; });
    const bool marked = std::any_of(
        laid.tokens.begin(), laid.tokens.end(), [](const Token &t) { return t.kind == Token::Blank && t.range.length() > 0; });
    const bool seen = layout.gapsAreCells || (!layout.rowPerLine && (layout.emptyCellsSeen || laid.table.across));
    if (seen || marked || (delimited && !isRagged(laid)) || hangsTogetherBadly(laid) || !isEmptyCommon(laid))
        return true;
    const bool anyInPlace = std::any_of(laid.placed.begin(), laid.placed.end(), [](const PlacedRow &row) { return row.inPlace; });
    // no sum tells columns from a list
    const bool inColumns = laid.table.across || laid.table.identities.isEmpty() || anyInPlace || isInColumns(laid);
    return (layout.rowPerLine && !layout.strung && !delimited && inColumns) || !knowsRows(laid, certainty);
}

bool holdsZeros(const LaidTable &laid, const PlacedRow &row)
{
    return row.chosen.tokens.size() > 1 && std::all_of(row.chosen.tokens.begin(), row.chosen.tokens.end(), [&](int t) {
        return t < 0 || (!laid.tokens[size_t(t)].unreadable && (!isNumber(laid, t) || laid.tokens[size_t(t)].value.isZero()));
    });
}

bool printsOnlyZeros(const LaidTable &laid)
{
    return std::none_of(laid.tokens.begin(), laid.tokens.end(), [](const Token &t) {
        return t.unreadable || (t.kind == Token::Number && !t.pageMark && (t.lookalike || t.glued || !t.value.isZero()));
    });
}

} // namespace gouji
