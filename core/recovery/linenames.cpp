// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/linenames.h"

#include <algorithm>
#include <map>

namespace gouji {

namespace {

constexpr float ClearMargin = 1; // by which the best row must be ahead

/// The one line a lane's tokens stand on; -1 where they stand on several, or there are none.
int lineOf(const Alignment &alignment, size_t lane, const std::vector<Token> &tokens)
{
    int out = -1;
    const Lane &l = alignment.lanes[lane];
    for (int c = 0; c < l.length; ++c) {
        const int t = alignment.tokenOfCell[size_t(l.first + c)];
        if (t < 0)
            continue;
        if (out >= 0 && out != tokens[size_t(t)].line)
            return -1;
        out = tokens[size_t(t)].line;
    }
    return out;
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

LineNames::LineNames(const TableWording &wording, const std::vector<Token> &tokens)
{
    m_names.resize(tokens.empty() ? 0 : size_t(tokens.back().line) + 1);
    std::map<int, float> scores;
    for (size_t i = 0; i < tokens.size(); ++i) {
        for (const TableWording::Name &name : wording.names(i)) {
            float &score = scores[name.row];
            score = std::max(score, name.full);
        }
        if (i + 1 < tokens.size() && tokens[i + 1].line == tokens[i].line)
            continue;
        Name best;
        float second = 0;
        for (const auto &[row, score] : scores) {
            if (score > best.score) {
                second = best.score;
                best = {row, score};
            } else {
                second = std::max(second, score);
            }
        }
        if (best.score >= NamesRow && best.score >= second + ClearMargin)
            m_names[size_t(tokens[i].line)] = best;
        scores.clear();
    }
}

void moveToNamedRows(Alignment &alignment, const LineNames &names, const std::vector<Token> &tokens)
{
    const size_t count = alignment.lanes.size();
    std::vector<int> target(count, -1); // where the lane's line says it belongs
    std::map<int, int> claims;
    std::vector<bool> printed(count, false);
    for (size_t l = 0; l < count; ++l) {
        const int line = lineOf(alignment, l, tokens);
        if (line < 0)
            continue;
        const LineNames::Name &name = names.of(line);
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
    for (size_t i = 0; i < tokens.size(); ++i) {
        const LineNames::Name &name = names.of(tokens[i].line);
        if (tokens[i].kind != Token::Number || alignment.used[i] || name.row < 0 || claims[name.row] > 0 || !isEmpty(alignment, size_t(name.row)))
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
