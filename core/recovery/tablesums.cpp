// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tablesums.h"

#include <algorithm>
#include <map>

namespace gouji {

namespace {

const TableSum::Term *termOf(const TableSum &sum, const TableSums::Cell &cell)
{
    for (const TableSum::Term &t : sum.terms) {
        if (t.row == cell.row && t.cell == cell.cell)
            return &t;
    }
    return nullptr;
}

/// a + factor * b
TableSum combined(const TableSum &a, const TableSum &b, int factor)
{
    std::map<std::pair<int, int>, int> factors;
    for (const TableSum::Term &t : a.terms)
        factors[{t.row, t.cell}] += t.factor;
    for (const TableSum::Term &t : b.terms)
        factors[{t.row, t.cell}] += t.factor * factor;
    TableSum out;
    out.constant = a.constant + factor * b.constant;
    for (const auto &[cell, f] : factors) {
        if (f != 0)
            out.terms.push_back({cell.first, cell.second, f});
    }
    return out;
}

bool same(const TableSum &a, const TableSum &b)
{
    return a.constant == b.constant && std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(), [](const auto &x, const auto &y) {
        return x.row == y.row && x.cell == y.cell && x.factor == y.factor;
    });
}

bool same(const std::vector<TableSum> &a, const std::vector<TableSum> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const TableSum &x, const TableSum &y) { return same(x, y); });
}

} // namespace

TableSums::TableSums(const FormTable &table)
{
    std::map<CellId, Cell> places;
    for (int r = 0; r < table.rows.size(); ++r) {
        const QList<CellId> &cells = table.rows[r].cells;
        m_cells.push_back(int(cells.size()));
        for (int c = 0; c < cells.size(); ++c)
            places[cells[c]] = {r, c};
    }
    m_hasTotal.assign(m_cells.size(), false);
    for (const Identity &identity : table.identities) {
        TableSum sum;
        for (int side = 0; side < 2; ++side) {
            for (const CellId id : side == 0 ? identity.left : identity.right)
                sum.terms.push_back({places[id].row, places[id].cell, side == 0 ? 1 : -1});
        }
        const int row = sum.terms.front().row;
        const QList<CellId> &cells = table.rows[row].cells;
        if (identity.right == QList<CellId>{cells.last()} && identity.left == cells.first(cells.size() - 1))
            m_hasTotal[size_t(row)] = true;
        else
            m_across.push_back(std::move(sum));
    }
}

std::vector<TableSum> TableSums::without(std::vector<TableSum> sums, const std::vector<Cell> &cells)
{
    for (const Cell &cell : cells) {
        std::vector<TableSum> kept;
        const TableSum *first = nullptr;
        for (const TableSum &sum : sums) {
            const TableSum::Term *own = termOf(sum, cell);
            if (!own)
                kept.push_back(sum);
            else if (!first)
                first = &sum;
            else
                kept.push_back(combined(*first, sum, termOf(*first, cell)->factor == own->factor ? -1 : 1));
        }
        sums = std::move(kept);
    }
    std::erase_if(sums, [](const TableSum &sum) { return sum.terms.empty(); });
    return sums;
}

std::vector<std::vector<TableSum>> TableSums::withoutPairs(const std::vector<TableSum> &sums) const
{
    std::vector<std::vector<TableSum>> out;
    for (int r = 0; r < int(m_cells.size()); ++r) {
        const int total = m_cells[size_t(r)] - 1;
        for (int c = 0; c < total && m_hasTotal[size_t(r)]; ++c) {
            const Cell cell{r, c};
            if (std::none_of(sums.begin(), sums.end(), [&](const TableSum &sum) { return termOf(sum, cell); }))
                continue;
            std::vector<TableSum> left = without(sums, {cell, {r, total}});
            if (std::none_of(out.begin(), out.end(), [&](const auto &known) { return same(known, left); }))
                out.push_back(std::move(left));
        }
    }
    return out;
}

std::vector<TableSums::Cell> TableSums::cellsOf(int row) const
{
    std::vector<Cell> out;
    for (int c = 0; c < m_cells[size_t(row)]; ++c)
        out.push_back({row, c});
    return out;
}

} // namespace gouji
