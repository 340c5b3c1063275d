// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/spacedrows.h"

#include "recovery/judging/laidtable.h"
#include "recovery/judging/usualshares.h"
#include "recovery/places/columnstrips.h"
#include "recovery/places/headspans.h"
#include "recovery/places/lanesums.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace gouji {

namespace {

constexpr size_t MostWays = 4000; // of all pages together
constexpr int Pushing = 3; // blanks between two pieces that would run into each other
constexpr int MostFails = 3; // a number printed wrong breaks as many sums
constexpr int HoldingsForAFailure = 4;

class SpacedRows {
public:
    SpacedRows(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens,
        std::vector<PlacedRow> &placed)
        : m_table(table)
        , m_text(text)
        , m_alignment(alignment)
        , m_tokens(tokens)
        , m_placed(placed)
        , m_sums(table, alignment, tokens)
        , m_cells(alignment.tokenOfCell.size(), -1)
    {
    }

    void run()
    {
        if (!collect())
            return;
        size_t ways = 1;
        for (auto &[number, page] : m_pages) {
            listWays(page);
            if (isPaged())
                keepUnderHeads(number, page);
            ways *= page.ways.size();
            if (ways == 0 || ways > MostWays)
                return;
        }
        weigh();
        if (isConvincing())
            apply();
    }

private:
    /// One way to name the strips of a page: by row, by number, its cell.
    struct Way {
        ColumnStrips::Parting cells;
        int fails = 0; ///< sums of rows
        int holds = 0;
    };
    struct Page {
        std::vector<size_t> lanes; ///< that have numbers on it
        std::vector<std::vector<int>> numbers; ///< of each
        std::vector<std::vector<int>> others; ///< zeros that no row took: they stand in some column
        std::vector<Way> ways;
    };

    /// False where the table is not of this kind.
    bool collect()
    {
        m_length = m_alignment.lanes.front().length;
        bool anyOpen = false;
        std::vector<bool> taken(m_tokens.size(), false);
        for (size_t l = 0; l < m_alignment.lanes.size(); ++l) {
            const Lane &lane = m_alignment.lanes[l];
            if (lane.length != m_length || lane.length != int(UsualShares::Columns) || !m_sums.has(l) || m_placed[l].cut)
                return false;
            std::vector<int> numbers = numbersOf(l);
            for (const int t : numbers) {
                if (!isPlain(m_tokens[size_t(t)]) || m_tokens[size_t(t)].line != m_tokens[size_t(numbers.front())].line)
                    return false;
                taken[size_t(t)] = true;
            }
            if (numbers.empty()) {
                if (m_alignment.readings[l].label < Pinned)
                    std::fill_n(m_cells.begin() + lane.first, lane.length, LaneSums::Unknown);
                continue;
            }
            anyOpen = anyOpen || (int(numbers.size()) < m_length && isOpen(m_placed[l]));
            Page &page = m_pages[m_tokens[size_t(numbers.front())].page];
            page.lanes.push_back(l);
            page.numbers.push_back(std::move(numbers));
        }
        for (size_t i = 0; i < m_tokens.size() && anyOpen; ++i) {
            const Token &t = m_tokens[i];
            if (t.kind != Token::Number || taken[i] || t.pageMark || t.loose)
                continue;
            if (!t.value.isZero() || !isPlain(t) || !isOnlyNumber(i))
                return false; // of some row, and nobody knows which
            const auto page = m_pages.find(t.page);
            if (page != m_pages.end())
                page->second.others.push_back({int(i)});
        }
        return anyOpen;
    }

    bool isOnlyNumber(size_t i) const
    {
        const auto onLine
            = [&](size_t n) { return n < m_tokens.size() && m_tokens[n].line == m_tokens[i].line && m_tokens[n].kind == Token::Number; };
        return !onLine(i - 1) && !onLine(i + 1);
    }

    static bool isOpen(const PlacedRow &row) { return !row.exact && !(row.inPlace && row.others.empty()); }

    static bool isPlain(const Token &t) { return !t.delimited && !t.glued && !t.lookalike && !t.several && t.rightUnit > 0; }

    std::vector<int> numbersOf(size_t lane) const
    {
        std::vector<int> out;
        for (const int t : m_placed[lane].chosen.tokens) {
            if (t >= 0 && m_tokens[size_t(t)].kind == Token::Number)
                out.push_back(t);
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    /// The last strip is the column of totals: else no row would add up.
    void listWays(Page &page) const
    {
        std::vector<std::vector<int>> rows = page.numbers;
        rows.insert(rows.end(), page.others.begin(), page.others.end());
        const ColumnStrips strips(m_tokens, std::move(rows));
        for (const ColumnStrips::Parting &parting : strips.partings(m_length)) {
            int count = 0;
            for (const std::vector<int> &row : parting)
                count = std::max(count, row.back() + 1);
            std::vector<bool> chosen(size_t(m_length) - 1, false);
            std::fill_n(chosen.begin(), count - 1, true);
            do {
                std::vector<int> columns; // by strip
                for (int c = 0; c + 1 < m_length; ++c) {
                    if (chosen[size_t(c)])
                        columns.push_back(c);
                }
                columns.push_back(m_length - 1);
                Way way;
                for (size_t r = 0; r < page.lanes.size(); ++r) {
                    std::vector<int> &cells = way.cells.emplace_back();
                    for (const int strip : parting[r])
                        cells.push_back(columns[size_t(strip)]);
                    const RowSum sum = m_sums.of(page.lanes[r], placesOf(page.numbers[r], cells));
                    way.fails += sum == RowSum::Fails || sum == RowSum::Open;
                    way.holds += sum == RowSum::Holds;
                }
                if (way.fails <= MostFails)
                    page.ways.push_back(std::move(way));
            } while (std::prev_permutation(chosen.begin(), chosen.end()));
        }
    }

    /// The text keeps its form feeds: else heads and numbers may stand on pages that were laid out apart.
    bool isPaged() const
    {
        return std::any_of(m_tokens.begin(), m_tokens.end(), [](const Token &t) { return t.page > 0; });
    }

    /// Where the heads stand on the page, too, only the ways by which all numbers stand under theirs, if there are any.
    void keepUnderHeads(int number, Page &page) const
    {
        std::vector<Way> kept;
        for (const bool units : {true, false}) {
            const std::vector<HeadSpan> heads = headSpans(m_table, m_text, m_tokens, number, units);
            if (heads.size() != size_t(m_length))
                continue;
            for (const Way &way : page.ways) {
                if (isUnder(heads, page, way, units) || isBetween(heads, page, way, units))
                    kept.push_back(way);
            }
        }
        if (!kept.empty())
            page.ways = std::move(kept);
    }

    HeadSpan spanOf(int token, bool units) const
    {
        const Token &t = m_tokens[size_t(token)];
        return units ? HeadSpan{t.leftUnit, t.rightUnit} : HeadSpan{t.left, t.right};
    }

    /// No number stands left of its head, nor right of it unless others push it. Those of the first column stand where the wording
    /// lets them.
    bool isUnder(const std::vector<HeadSpan> &heads, const Page &page, const Way &way, bool units) const
    {
        std::vector<int> pushed(size_t(m_length), 0); // by column: to where the numbers left of it reach
        for (size_t r = 0; r < page.lanes.size(); ++r) {
            for (size_t i = 0; i < page.numbers[r].size(); ++i) {
                for (int c = way.cells[r][i] + 1; c < m_length; ++c)
                    pushed[size_t(c)] = std::max(pushed[size_t(c)], spanOf(page.numbers[r][i], units).right + Pushing);
            }
        }
        return everyNumber(page, way, units, [&](HeadSpan number, size_t c) {
            return number.right >= heads[c].left && (number.left < heads[c].right || number.left <= pushed[c]);
        });
    }

    /// All numbers stand between the heads beside theirs.
    bool isBetween(const std::vector<HeadSpan> &heads, const Page &page, const Way &way, bool units) const
    {
        return everyNumber(page, way, units, [&](HeadSpan number, size_t c) {
            return number.left >= heads[c - 1].right && (c + 1 == heads.size() || number.right <= heads[c + 1].left);
        });
    }

    template <typename Test> bool everyNumber(const Page &page, const Way &way, bool units, Test &&test) const
    {
        for (size_t r = 0; r < page.lanes.size(); ++r) {
            for (size_t i = 0; i < page.numbers[r].size(); ++i) {
                const int c = way.cells[r][i];
                if (c > 0 && !test(spanOf(page.numbers[r][i], units), size_t(c)))
                    return false;
            }
        }
        return true;
    }

    std::vector<int> placesOf(const std::vector<int> &numbers, const std::vector<int> &cells) const
    {
        std::vector<int> out(size_t(m_length), -1);
        for (size_t i = 0; i < numbers.size(); ++i)
            out[size_t(cells[i])] = numbers[i];
        return out;
    }

    /// Keeps the combinations of the pages' ways that break the fewest sums.
    void weigh()
    {
        std::vector<const Page *> pages;
        for (const auto &[number, page] : m_pages)
            pages.push_back(&page);
        std::vector<const Way *> chosen(pages.size());
        const auto each = [&](auto &&self, size_t p, int fails, int holds) -> void {
            if (p == pages.size()) {
                const auto [acrossHolds, acrossFails] = m_sums.across(m_cells);
                note(chosen, fails + acrossFails, holds + acrossHolds);
                return;
            }
            for (const Way &way : pages[p]->ways) {
                chosen[p] = &way;
                for (size_t r = 0; r < pages[p]->lanes.size(); ++r) {
                    const std::vector<int> places = placesOf(pages[p]->numbers[r], way.cells[r]);
                    std::copy(places.begin(), places.end(), m_cells.begin() + m_alignment.lanes[pages[p]->lanes[r]].first);
                }
                self(self, p + 1, fails + way.fails, holds + way.holds);
            }
        };
        each(each, 0, 0, 0);
    }

    void note(const std::vector<const Way *> &ways, int fails, int holds)
    {
        if (!m_best.empty() && fails > m_fails)
            return;
        if (m_best.empty() || fails < m_fails) {
            m_best.clear();
            m_holds = holds;
        }
        m_fails = fails;
        m_holds = std::min(m_holds, holds);
        m_best.push_back(ways);
    }

    bool isConvincing() const { return !m_best.empty() && m_fails <= MostFails && m_holds > 0 && m_fails * HoldingsForAFailure <= m_holds; }

    /// Of ways that are equally good the one is shown by which the applications are shared as they usually are.
    void chooseFirst()
    {
        const auto valueOf = [this](int t) { return m_tokens[size_t(t)].value.units() / Decimal(1).units(); };
        std::pair<size_t, size_t> largest; // page, row
        qint64 most = -1;
        size_t p = 0;
        for (const auto &[number, page] : m_pages) {
            for (size_t r = 0; r < page.lanes.size(); ++r) {
                if (valueOf(page.numbers[r].back()) > most) {
                    most = valueOf(page.numbers[r].back());
                    largest = {p, r};
                }
            }
            ++p;
        }
        const Page &page = std::next(m_pages.begin(), qsizetype(largest.first))->second;
        std::vector<double> scores;
        for (const std::vector<const Way *> &ways : m_best) {
            std::vector<qint64> row(size_t(m_length), 0);
            const std::vector<int> &numbers = page.numbers[largest.second];
            for (size_t i = 0; i < numbers.size(); ++i)
                row[size_t(ways[largest.first]->cells[largest.second][i])] = valueOf(numbers[i]);
            scores.push_back(UsualShares::logOf(row) + std::log(UsualShares::ofPersons(row)));
        }
        std::swap(m_best.front(), m_best[size_t(std::max_element(scores.begin(), scores.end()) - scores.begin())]);
    }

    void apply()
    {
        chooseFirst();
        size_t p = 0;
        for (const auto &[number, page] : m_pages) {
            for (size_t r = 0; r < page.lanes.size(); ++r) {
                PlacedRow &row = m_placed[page.lanes[r]];
                if (int(page.numbers[r].size()) < m_length && isOpen(row))
                    settle(page, p, r, row);
            }
            ++p;
        }
    }

    void settle(const Page &page, size_t p, size_t r, PlacedRow &row) const
    {
        std::vector<RowPlacement> possible;
        for (const std::vector<const Way *> &ways : m_best) {
            RowPlacement placement;
            placement.tokens = placesOf(page.numbers[r], ways[p]->cells[r]);
            if (std::any_of(possible.begin(), possible.end(), [&](const RowPlacement &o) { return o.tokens == placement.tokens; }))
                continue;
            placement.sum = m_sums.of(page.lanes[r], placement.tokens);
            possible.push_back(std::move(placement));
        }
        row.possible = std::move(possible);
        row.chosen = row.possible.front();
        row.others.assign(row.possible.begin() + 1, row.possible.end());
        row.inPlace = true;
        if (row.others.empty()) {
            row.sure.clear();
            return;
        }
        row.sure.assign(size_t(m_length), true);
        for (const RowPlacement &o : row.others) {
            for (size_t c = 0; c < o.tokens.size(); ++c)
                row.sure[c] = row.sure[c] && o.tokens[c] == row.chosen.tokens[c];
        }
    }

    const FormTable &m_table;
    QStringView m_text;
    const Alignment &m_alignment;
    const std::vector<Token> &m_tokens;
    std::vector<PlacedRow> &m_placed;
    LaneSums m_sums;
    int m_length = 0;
    std::map<int, Page> m_pages;
    std::vector<int> m_cells; ///< the table as some combination has it
    std::vector<std::vector<const Way *>> m_best; ///< combinations: a way for each page
    int m_fails = 0;
    int m_holds = 0;
};

} // namespace

void settleSpacedRows(
    const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens, std::vector<PlacedRow> &rows)
{
    if (!table.across && alignment.layout.rowPerLine && !alignment.layout.strung && !alignment.byOrder && !alignment.joined)
        SpacedRows(table, text, alignment, tokens, rows).run();
}

} // namespace gouji
