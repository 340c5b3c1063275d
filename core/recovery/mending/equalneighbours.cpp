// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/equalneighbours.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr int LeastCells = 4; // of a row: fewer have no sum worth the name
constexpr int LeastLines = 8; // of values: by chance two neighbours are equal sooner
constexpr int LeastShort = 4;
constexpr int UnfoldingForEach = 4; // short lines with a sum that holds, for each without

/// The values of a delimited line, behind its wording: one token each.
struct ValueLine {
    size_t begin = 0;
    size_t end = 0;

    int count() const { return int(end - begin); }
};

std::vector<ValueLine> valueLines(const std::vector<Token> &tokens)
{
    std::vector<ValueLine> out;
    for (size_t i = 0, next = 0; i < tokens.size(); i = next) {
        ValueLine line{i, i};
        bool wording = false;
        for (; line.end < tokens.size() && tokens[line.end].line == tokens[i].line; ++line.end) {
            if (tokens[line.end].kind != Token::Text)
                continue;
            wording = true;
            line.begin = line.end + 1;
        }
        next = line.end;
        const bool plain = std::all_of(tokens.begin() + std::ptrdiff_t(line.begin), tokens.begin() + std::ptrdiff_t(line.end),
            [](const Token &t) { return t.delimited && !t.glued && !t.several && t.kind != Token::Gap; });
        const bool number = std::any_of(tokens.begin() + std::ptrdiff_t(line.begin), tokens.begin() + std::ptrdiff_t(line.end),
            [](const Token &t) { return t.kind == Token::Number; });
        if (wording && plain && number)
            out.push_back(line);
    }
    return out;
}

Decimal valueOf(const Token &t) { return t.kind == Token::Number ? t.value : Decimal(); }

bool areEqual(const Token &a, const Token &b) { return a.kind == b.kind && valueOf(a) == valueOf(b); }

/// How often each value of a line stands in its row, by the ways to fill all cells; at most two of them.
class Foldings {
public:
    Foldings(const std::vector<Token> &tokens, const ValueLine &line, int cells)
        : m_tokens(tokens)
        , m_line(line)
    {
        place(0, cells, Decimal());
    }
    const std::vector<std::vector<int>> &ways() const { return m_ways; }

private:
    void place(int value, int room, const Decimal &sum)
    {
        const int behind = m_line.count() - value - 1;
        const Decimal v = valueOf(m_tokens[m_line.begin + size_t(value)]);
        if (behind == 0) { // the last cell is the total
            Decimal all = sum;
            for (int i = 0; i + 1 < room; ++i)
                all = all + v;
            m_times.push_back(room);
            if (all == v)
                m_ways.push_back(m_times);
            m_times.pop_back();
            return;
        }
        Decimal all = sum;
        for (int times = 1; times <= room - behind && m_ways.size() < 2; ++times) {
            all = all + v;
            m_times.push_back(times);
            place(value + 1, room - times, all);
            m_times.pop_back();
        }
    }

    const std::vector<Token> &m_tokens;
    const ValueLine m_line;
    std::vector<int> m_times;
    std::vector<std::vector<int>> m_ways;
};

} // namespace

void unfoldEqualNeighbours(const FormTable &table, std::vector<Token> &tokens)
{
    const int cells = table.rows.isEmpty() ? 0 : int(table.rows.first().cells.size());
    if (table.across || cells < LeastCells)
        return;
    const std::vector<ValueLine> lines = valueLines(tokens);
    if (int(lines.size()) < LeastLines)
        return;
    for (const ValueLine &line : lines) {
        for (size_t i = line.begin + 1; i < line.end; ++i) {
            if (areEqual(tokens[i - 1], tokens[i]))
                return;
        }
        if (line.count() > cells)
            return;
    }
    int shorter = 0;
    int unfolding = 0;
    std::vector<std::vector<int>> times(lines.size());
    std::vector<bool> open(lines.size(), false);
    for (size_t l = 0; l < lines.size(); ++l) {
        if (lines[l].count() == cells)
            continue;
        const Foldings foldings(tokens, lines[l], cells);
        ++shorter;
        unfolding += !foldings.ways().empty();
        if (!foldings.ways().empty())
            times[l] = foldings.ways().front();
        open[l] = foldings.ways().size() != 1;
    }
    if (shorter < LeastShort || unfolding < UnfoldingForEach * (shorter - unfolding))
        return;
    std::vector<Token> out;
    out.reserve(tokens.size() + lines.size() * size_t(cells));
    size_t from = 0;
    for (size_t l = 0; l < lines.size(); ++l) {
        const ValueLine &line = lines[l];
        out.insert(out.end(), tokens.begin() + std::ptrdiff_t(from), tokens.begin() + std::ptrdiff_t(line.begin));
        from = line.end;
        int field = tokens[line.begin].field;
        for (int v = 0; v < line.count(); ++v) {
            Token t = tokens[line.begin + size_t(v)];
            if (line.count() < cells)
                t.unfolding = open[l] ? Token::Open : Token::BySum;
            for (int n = times[l].empty() ? 1 : times[l][size_t(v)]; n > 0; --n) {
                t.field = field++;
                out.push_back(t);
            }
        }
    }
    out.insert(out.end(), tokens.begin() + std::ptrdiff_t(from), tokens.end());
    tokens = std::move(out);
}

} // namespace gouji
