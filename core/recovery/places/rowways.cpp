// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/places/rowways.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr float InnerBlank = 4.f; // an empty place between values that is no cell
constexpr float LostNumber = 5.f;

} // namespace

std::vector<RowPlacement> leavingOut(const std::vector<Token> &tokens, const std::vector<int> &seq, int length)
{
    std::vector<RowPlacement> out;
    RowPlacement p;
    const auto isNumber = [&](size_t i) { return tokens[size_t(seq[i])].kind == Token::Number; };
    size_t firstNumber = seq.size();
    size_t lastNumber = 0;
    for (size_t i = 0; i < seq.size(); ++i) {
        if (isNumber(i)) {
            firstNumber = std::min(firstNumber, i);
            lastNumber = i;
        }
    }
    const auto choose = [&](auto &&self, size_t next) -> void {
        if (out.size() >= MaxPlacements || p.score < -1.5f * LostNumber)
            return;
        if (int(p.tokens.size()) == length) {
            RowPlacement whole = p;
            for (size_t i = next; i < seq.size(); ++i) {
                whole.score -= isNumber(i) ? LostNumber : i < lastNumber ? InnerBlank : 0;
                whole.lost += isNumber(i);
            }
            out.push_back(std::move(whole));
            return;
        }
        if (seq.size() - next < size_t(length) - p.tokens.size())
            return;
        p.tokens.push_back(seq[next]);
        self(self, next + 1);
        p.tokens.pop_back();
        if (next > 0 && !isNumber(next) && !isNumber(next - 1) && !p.tokens.empty() && p.tokens.back() == seq[next - 1])
            return; // of a run of empty places it does not matter which one goes: leave out the first
        const float price = isNumber(next) ? LostNumber : next > firstNumber && next < lastNumber ? InnerBlank : 0;
        p.score -= price;
        p.lost += isNumber(next);
        self(self, next + 1);
        p.score += price;
        p.lost -= isNumber(next);
    };
    choose(choose, 0);
    return out;
}

std::vector<RowPlacement> spreading(const std::vector<Token> &tokens, const std::vector<int> &seq, int length)
{
    std::vector<RowPlacement> out;
    const bool delimited = tokens[size_t(seq.front())].delimited && tokens[size_t(seq.front())].line == tokens[size_t(seq.back())].line
        && std::any_of(seq.begin(), seq.end(), [&](int i) { return tokens[size_t(i)].kind == Token::Blank; });
    std::vector<int> cells(size_t(length), -1);
    const auto emitOne = [&] {
        RowPlacement p;
        p.tokens = cells;
        out.push_back(std::move(p));
    };
    if (delimited) { // places between delimiters keep their distance; only the ends were lost
        for (int offset = 0; offset + int(seq.size()) <= length; ++offset) {
            std::fill(cells.begin(), cells.end(), -1);
            std::copy(seq.begin(), seq.end(), cells.begin() + offset);
            emitOne();
        }
        return out;
    }
    const auto spread = [&](auto &&self, size_t next, int cell) -> void {
        if (out.size() >= MaxPlacements)
            return;
        if (next == seq.size()) {
            emitOne();
            return;
        }
        for (int c = cell; c + int(seq.size() - next) <= length; ++c) {
            cells[size_t(c)] = seq[next];
            self(self, next + 1, c + 1);
            cells[size_t(c)] = -1;
        }
    };
    spread(spread, 0, 0);
    return out;
}

} // namespace gouji
