// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/sums/tablesums.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <span>
#include <utility>

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
    TableSum out;
    out.constant = a.constant + factor * b.constant;
    out.terms.reserve(a.terms.size() + b.terms.size());
    out.terms = a.terms;
    for (const TableSum::Term &t : b.terms)
        out.terms.push_back({t.row, t.cell, t.factor * factor});
    const auto place = [](const TableSum::Term &t) { return std::pair(t.row, t.cell); };
    std::sort(out.terms.begin(), out.terms.end(), [&](const auto &x, const auto &y) { return place(x) < place(y); });
    size_t kept = 0;
    for (size_t i = 0, next = 0; i < out.terms.size(); i = next) {
        TableSum::Term term = out.terms[i];
        for (next = i + 1; next < out.terms.size() && place(out.terms[next]) == place(term); ++next)
            term.factor += out.terms[next].factor;
        if (term.factor != 0)
            out.terms[kept++] = term;
    }
    out.terms.resize(kept);
    return out;
}

bool same(const TableSum &a, const TableSum &b)
{
    return a.constant == b.constant
        && std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(),
            [](const auto &x, const auto &y) { return x.row == y.row && x.cell == y.cell && x.factor == y.factor; });
}

bool same(const std::vector<TableSum> &a, const std::vector<TableSum> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const TableSum &x, const TableSum &y) { return same(x, y); });
}

} // namespace

TableSums::TableSums(const FormTable &table)
    : m_table(table)
{
    for (const FormRow &row : table.rows) {
        m_cells.push_back(int(row.cells.size()));
        m_hasTotal.push_back(std::any_of(
            table.identities.begin(), table.identities.end(), [&](const Identity &identity) { return isTotal(identity, row); }));
    }
}

bool TableSums::isTotal(const Identity &identity, const FormRow &row)
{
    return identity.right.size() == 1 && identity.right.front() == row.cells.last()
        && std::equal(identity.left.begin(), identity.left.end(), row.cells.begin(), row.cells.end() - 1);
}

const std::vector<TableSum> &TableSums::across() const
{
    if (m_anyAcross)
        return m_across;
    m_anyAcross = true;
    std::vector<Cell> places;
    for (int r = 0; r < int(m_cells.size()); ++r) {
        for (int c = 0; c < m_cells[size_t(r)]; ++c)
            places.push_back({r, c});
    }
    for (const Identity &identity : m_table.identities) {
        TableSum sum;
        sum.terms.reserve(size_t(identity.left.size() + identity.right.size()));
        for (int side = 0; side < 2; ++side) {
            for (const CellId id : side == 0 ? identity.left : identity.right) {
                const Cell &place = places[size_t(m_table.placeOf(id))];
                sum.terms.push_back({place.row, place.cell, side == 0 ? 1 : -1});
            }
        }
        if (!isTotal(identity, m_table.rows[sum.terms.front().row]))
            m_across.push_back(std::move(sum));
    }
    return m_across;
}

std::vector<TableSum> TableSums::without(std::vector<TableSum> sums, const std::vector<Cell> &cells)
{
    for (const Cell &cell : cells) {
        std::vector<TableSum> kept;
        kept.reserve(sums.size());
        const TableSum *first = nullptr;
        for (TableSum &sum : sums) {
            const TableSum::Term *own = termOf(sum, cell);
            if (!own)
                kept.push_back(std::move(sum));
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
    // What is left depends on nothing but the factors that the two cells have in the sums, where these cancel each other out.
    std::vector<int> first(m_cells.size(), 0);
    for (size_t r = 1; r < m_cells.size(); ++r)
        first[r] = first[r - 1] + m_cells[r - 1];
    const size_t cells = size_t(first.back() + m_cells.back());
    std::vector<qint8> factors(cells * sums.size(), 0); // by cell and sum
    for (size_t s = 0; s < sums.size(); ++s) {
        for (const TableSum::Term &t : sums[s].terms) {
            qint8 &factor = factors[size_t(first[size_t(t.row)] + t.cell) * sums.size() + s];
            factor = factor == 0 ? qint8(t.factor) : factor;
        }
    }
    const auto factorsOf = [&](int r, int c) {
        return std::span(factors).subspan(size_t(first[size_t(r)] + c) * sums.size(), sums.size());
    };
    std::vector<std::vector<TableSum>> out;
    std::set<std::vector<qint8>> seen;
    std::vector<qint8> pair;
    for (int r = 0; r < int(m_cells.size()); ++r) {
        const int total = m_cells[size_t(r)] - 1;
        for (int c = 0; c < total && m_hasTotal[size_t(r)]; ++c) {
            const Cell cell{r, c};
            const std::span<const qint8> own = factorsOf(r, c);
            if (std::all_of(own.begin(), own.end(), [](qint8 factor) { return factor == 0; }))
                continue;
            const std::span<const qint8> totals = factorsOf(r, total);
            bool cancel = true;
            for (size_t s = 0; s < sums.size(); ++s)
                cancel = cancel && std::abs(own[s]) <= 1 && std::abs(totals[s]) <= 1 && (own[s] == 0 || totals[s] == 0);
            pair.assign(own.begin(), own.end());
            pair.insert(pair.end(), totals.begin(), totals.end());
            if (cancel && !seen.insert(pair).second)
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
