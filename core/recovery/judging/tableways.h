// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/places/placement.h"
#include "recovery/sums/digitcuts.h"
#include "recovery/sums/tablesums.h"

#include <deque>
#include <vector>

namespace gouji {

/// The rows of a table with the ways each may be filled: as placed, where a run of digits may be cut, and with one number
/// printed wrong.
class TableWays {
public:
    static constexpr size_t MostCuts = 4000; // of one run

    /// One way to fill a row.
    struct Way {
        std::vector<qint64> meant; ///< what the sums see, in whole numbers
        std::vector<qint64> printed; ///< what the report says, in units of Decimal
        const DigitCut *cut = nullptr; ///< of a run
        int placement = -1; ///< of a row with several: which
        float score = 0;
    };

    /// A row of the form, or a group of a table printed across: what adds up to one total.
    struct Row {
        size_t lane = 0;
        int first = 0; ///< of its cells in the lane
        int cells = 0;
        bool total = false;
        bool cut = false; ///< part of a run of digits
        bool open = false; ///< several placements
        bool known = true; ///< it has values at all
        bool empty = false; ///< named, and nothing printed
        std::vector<Way> ways;
    };

    /// All outlive this; `effort` is lowered by what was spent.
    TableWays(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens,
        const std::vector<PlacedRow> &placed, const TableSums &sums, qint64 &effort);

    /// The row may be filled in several ways.
    static bool isOpen(const PlacedRow &row);

    void setEmptyCells(bool empty) { m_emptyCells = empty; } ///< zeros may not be printed
    bool emptyCells() const { return m_emptyCells; }
    /// Groups of a run are cut from every place on, not only from where the one before ends.
    void cutAnywhere() { m_anyBegin = true; }
    void collect(); ///< the rows anew

    std::vector<Row> &rows() { return m_rows; } ///< as in the form
    const std::vector<int> &groups() const { return m_groups; } ///< by lane: how many rows

    /// A row with one number printed wrong, or its zeros not printed. What is right is what the row's total and the other
    /// rows ask for.
    std::vector<Way> misprints(size_t r, const TableProblem &problem, bool &overflow);
    /// The ways to cut a row's run that its own sum allows. Groups of one run are bound by where each begins and ends.
    std::vector<Way> cutWays(const Row &row, const CutShape &shape, bool &overflow);
    const Token &runToken(size_t lane) const;
    CutShape shapeOf(const Row &row, bool emptyCells) const;

private:
    QStringView runOf(size_t lane) const;
    /// Too many ways to say anything of the row.
    static void forget(Row &row);
    /// False where there are too many ways to cut the row's run.
    bool fillRow(Row &row);
    void addWays(const Row &row, int begin, int end, const CutShape &shape, std::vector<Way> &out, bool &overflow,
        const std::vector<OpenCell> *open = nullptr, size_t most = MostCuts);
    static Way wayOf(const DigitCut &cut, int begin);
    /// Any way to cut a group of a run that lies between what the groups before it and behind it leave.
    std::vector<Way> misprintedGroup(size_t r, bool &overflow);

    const FormTable &m_table;
    QStringView m_text;
    const Alignment &m_alignment;
    const std::vector<Token> &m_tokens;
    const std::vector<PlacedRow> &m_placed;
    const TableSums &m_sums;
    qint64 &m_effort;
    std::vector<Row> m_rows;
    std::vector<int> m_groups;
    std::deque<std::vector<DigitCut>> m_cuts; ///< what the ways refer to
    bool m_emptyCells = false;
    bool m_anyBegin = false;
};

} // namespace gouji
