// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/rows/laneplaces.h"
#include "recovery/rows/rowscores.h"
#include "recovery/wording/wording.h"

#include <vector>

namespace gouji {

/// What each step of an alignment wins or costs for the sake of the token it is made with: a label won, a number left aside, a
/// value on another line than its row. In matched label characters: what a wrong step must outweigh.
class TokenCosts {
public:
    /// All outlive this. `taken`, by token: kept for a cell by its label; may change.
    TokenCosts(const FormTable &table, const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout,
        const LanePlaces &lanes, const std::vector<bool> &taken);

    /// What a token costs wherever it is: the same for the way there and for the way back.
    struct Moves {
        bool takes = false;
        float skipBetween = 0;
        float skipInside = 0;
        float start = 0; ///< taken as the first value of a row
        float goOn = 0; ///< as a further one
    };
    Moves movesOf(size_t token) const;

    /// Between rows, a number is left aside more easily where its wording gives it to a group or to no row of the table.
    float skipBetween(const Moves &m, size_t token) const;
    /// The score with the token left aside before a place; `label` is what that wins, `won` the lane it names.
    float skipped(const Moves &m, size_t token, int place, float score, float &label, qint16 &won) const;
    /// … and with the token in that place.
    float taken(const Moves &m, size_t token, int place, float score) const;
    /// Won by a token that is the first value of a lane further down.
    float wonAhead(size_t token, int lane) const;

    /// The same by lane, as RowScores wants it. Wording names few rows or none: the others are all alike.
    void prepareSkips(const Moves &m, size_t token, RowScores::Moves &out) const; ///< of wording
    void prepareUnnamed(size_t token, RowScores::Moves &out) const; ///< for the sake of the wording before the token
    void addAhead(size_t token, RowScores::Moves &out) const;

private:
    void findIndents();
    void measureSkip(size_t token, Moves &out) const;
    void measureTake(size_t token, Moves &out) const;
    bool canTake(size_t token) const;
    float unnamedCost(size_t token, int place) const;
    float otherwiseNamed(size_t token, float best) const;
    float labelHere(size_t token, int place, int lane, bool boundary, qint16 &won) const;

    const FormTable &m_table;
    const std::vector<Token> &m_tokens;
    const TableWording &m_wording;
    const Layout &m_layout;
    const LanePlaces &m_lanes;
    const std::vector<bool> &m_taken;
    std::vector<int> m_lineBefore; ///< by token: the line of the value before it with no wording between; -1 where none
    std::vector<bool> m_indent; ///< by token: an empty place before the wording of its line
};

} // namespace gouji
