// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rows/rownames.h"

#include <algorithm>
#include <map>

namespace gouji {

namespace {

constexpr float ClearMargin = 1; // by which the best row must be ahead
constexpr float LeastCover = 0.5f; // a scrap of a long label may be in many

/// The first token of a lane's values; -1 where there are none.
int firstOf(const Alignment &alignment, size_t lane)
{
    const auto begin = alignment.tokenOfCell.begin() + alignment.lanes[lane].first;
    int out = -1;
    std::for_each(begin, begin + alignment.lanes[lane].length, [&](int t) { out = t < 0 ? out : out < 0 ? t : std::min(out, t); });
    return out;
}

/// Values that stand on several lines, though rows share lines, name nothing.
bool isOnOneLine(const Alignment &alignment, size_t lane, const std::vector<Token> &tokens)
{
    const int line = tokens[size_t(firstOf(alignment, lane))].line;
    const auto begin = alignment.tokenOfCell.begin() + alignment.lanes[lane].first;
    return std::all_of(begin, begin + alignment.lanes[lane].length, [&](int t) { return t < 0 || tokens[size_t(t)].line == line; });
}

bool isEmpty(const Alignment &alignment, size_t lane)
{
    const auto begin = alignment.tokenOfCell.begin() + alignment.lanes[lane].first;
    return std::all_of(begin, begin + alignment.lanes[lane].length, [](int t) { return t < 0; });
}

/// The places of a line in order, from its wording on; empty where some are in use or they are not as many as asked for.
std::vector<int> freePlaces(const Alignment &alignment, int line, int length, const std::vector<Token> &tokens)
{
    std::vector<int> out;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].line != line)
            continue;
        if (tokens[i].kind == Token::Text) {
            out.clear();
        } else if (tokens[i].kind == Token::Number || tokens[i].kind == Token::Blank) {
            if (alignment.used[i])
                return {};
            out.push_back(int(i));
        }
    }
    if (int(out.size()) != length)
        out.clear();
    return out;
}

} // namespace

RowNames::Name RowNames::clear(const std::vector<TableWording::Name> &names)
{
    Name best;
    float second = 0;
    float cover = 0;
    for (const TableWording::Name &name : names) {
        if (name.full > best.score) {
            second = best.row == name.row ? second : best.score;
            best = {name.row, name.full};
            cover = name.cover;
        } else if (name.row != best.row) {
            second = std::max(second, name.full);
        }
    }
    return best.score >= NamesRow && best.score >= second + ClearMargin && cover >= LeastCover ? best : Name();
}

RowNames::RowNames(const Layout &layout, const TableWording &wording, const std::vector<Token> &tokens)
    : m_byLine(layout.rowPerLine)
    , m_wording(wording)
    , m_tokens(tokens)
{
    if (!m_byLine) {
        m_names.resize(tokens.size());
        for (size_t i = 0; i < tokens.size(); ++i)
            m_names[i] = clear(wording.names(i));
        return;
    }
    int lines = 0; // rows that were put elsewhere need not end with the last one
    for (const Token &t : tokens)
        lines = std::max(lines, t.line + 1);
    m_names.resize(size_t(lines));
    std::vector<TableWording::Name> names;
    for (size_t i = 0; i < tokens.size(); ++i) {
        for (const TableWording::Name &name : wording.names(i)) { // the pieces of a torn label count together
            const auto known = std::find_if(names.begin(), names.end(), [&](const TableWording::Name &n) { return n.row == name.row; });
            if (known == names.end()) {
                names.push_back(name);
                continue;
            }
            known->full += name.full;
            known->cover += name.cover;
        }
        if (i + 1 < tokens.size() && tokens[i + 1].line == tokens[i].line)
            continue;
        m_names[size_t(tokens[i].line)] = clear(names);
        names.clear();
    }
}

const RowNames::Name &RowNames::of(size_t token) const
{
    static const Name none;
    if (m_byLine)
        return m_names[size_t(m_tokens[token].line)];
    const int last = m_wording.before(token);
    const Name *out = &none;
    for (int piece = m_wording.runBefore(token); piece >= 0 && piece <= last; ++piece) {
        const Name &name = m_names[size_t(piece)];
        if (name.row < 0)
            continue;
        if (out->row >= 0 && out->row != name.row)
            return none; // the wording of several rows stands before their values
        out = &name;
    }
    return *out;
}

void moveToNamedRows(Alignment &alignment, const RowNames &names, const std::vector<Token> &tokens)
{
    const size_t count = alignment.lanes.size();
    std::vector<int> target(count, -1); // where the lane's line says it belongs
    std::map<int, int> claims;
    std::vector<bool> printed(count, false);
    for (size_t l = 0; l < count; ++l) {
        const int first = firstOf(alignment, l);
        if (first < 0 || (alignment.layout.rowPerLine && !isOnOneLine(alignment, l, tokens)))
            continue;
        const RowNames::Name &name = names.of(size_t(first));
        if (name.row < 0)
            continue;
        ++claims[name.row];
        if (name.row != int(l) && alignment.lanes[size_t(name.row)].length == alignment.lanes[l].length)
            target[l] = name.row;
    }
    // a chain of moves is possible where it ends in an empty row, or closes
    for (bool again = true; again;) {
        again = false;
        for (size_t l = 0; l < count; ++l) {
            if (target[l] < 0)
                continue;
            const size_t to = size_t(target[l]);
            if (claims[target[l]] == 1 && (target[to] >= 0 || isEmpty(alignment, to)))
                continue;
            target[l] = -1;
            again = true;
        }
    }
    const std::vector<int> before = alignment.tokenOfCell;
    const std::vector<LaneReading> readings = alignment.readings;
    for (size_t l = 0; l < count; ++l) {
        if (target[l] < 0)
            continue;
        const Lane &from = alignment.lanes[l];
        if (std::find(target.begin(), target.end(), int(l)) == target.end()) {
            std::fill_n(alignment.tokenOfCell.begin() + from.first, from.length, -1);
            alignment.readings[l] = {};
        }
    }
    for (size_t l = 0; l < count; ++l) {
        if (target[l] < 0)
            continue;
        const Lane &from = alignment.lanes[l];
        const Lane &to = alignment.lanes[size_t(target[l])];
        std::copy_n(before.begin() + from.first, from.length, alignment.tokenOfCell.begin() + to.first);
        alignment.readings[size_t(target[l])].glued = readings[l].glued;
    }
    for (size_t i = 0; i < tokens.size() && alignment.layout.rowPerLine; ++i) {
        const RowNames::Name &name = names.of(i);
        if (tokens[i].kind != Token::Number || alignment.used[i] || name.row < 0 || claims[name.row] > 0
            || !isEmpty(alignment, size_t(name.row)))
            continue;
        const Lane &to = alignment.lanes[size_t(name.row)];
        const std::vector<int> places = freePlaces(alignment, tokens[i].line, to.length, tokens);
        for (size_t c = 0; c < places.size(); ++c) {
            alignment.tokenOfCell[size_t(to.first) + c] = places[c];
            alignment.used[size_t(places[c])] = true;
        }
    }
}

} // namespace gouji
