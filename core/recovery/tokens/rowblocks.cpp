// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tokens/rowblocks.h"

#include <algorithm>
#include <span>

namespace gouji {

namespace {

constexpr size_t LeastRules = 8; // fewer part the head from the rows, not the rows
constexpr int LeastRows = 8; // lines are parted like this by chance here and there
constexpr size_t MostLines = 14; // of a cell
constexpr qsizetype LongestPiece = 40; // prose is no wrapped label

struct Line {
    size_t begin = 0; ///< tokens
    size_t end = 0;
    int numbers = 0;
    int places = 0; ///< numbers and empty places
    bool wording = false;
    bool delimited = false;
};

/// Lines between two separators.
struct Block {
    std::span<const Line> lines;

    bool isWrapped() const
    {
        if (lines.size() < 2 || lines.size() > MostLines || isTorn())
            return false;
        return std::all_of(lines.begin(), lines.end(), [this](const Line &l) { return l.delimited == lines.front().delimited; })
            && std::any_of(lines.begin(), lines.end(), [](const Line &l) { return l.wording; })
            && std::any_of(lines.begin(), lines.end(), [](const Line &l) { return l.numbers > 0 && l.places > 1; });
    }
    /// One line of values, wrapped or not.
    bool isRow() const
    {
        return std::count_if(lines.begin(), lines.end(), [](const Line &l) { return l.numbers > 0 && l.places > 1; }) == 1;
    }
    /// Numbers on several lines: the lines are rows of their own.
    bool isTorn() const
    {
        return std::count_if(lines.begin(), lines.end(), [](const Line &l) { return l.numbers > 0; }) > 1;
    }
    /// The fields of all lines, behind each other.
    int fields(const std::vector<Token> &tokens) const
    {
        int out = 0;
        for (const Line &line : lines)
            out += tokens[line.end - 1].field + 1;
        return out;
    }
    bool isDelimited() const
    {
        return !lines.empty() && std::all_of(lines.begin(), lines.end(), [](const Line &l) { return l.delimited; });
    }
};

/// `lines` is the memory they are kept in.
std::vector<Block> blocksOf(const std::vector<Token> &tokens, const std::vector<int> &rules, std::vector<Line> &lines)
{
    lines.clear();
    std::vector<size_t> begins{0};
    const bool ruled = rules.size() >= LeastRules;
    size_t rule = 0;
    for (size_t i = 0; i < tokens.size();) {
        Line line{i, i, 0, 0, false, tokens[i].delimited};
        bool prose = false;
        const int at = tokens[i].line;
        for (; line.end < tokens.size() && tokens[line.end].line == at; ++line.end) {
            const Token &t = tokens[line.end];
            line.numbers += t.kind == Token::Number;
            line.places += t.kind == Token::Number || t.kind == Token::Blank;
            line.wording = line.wording || t.kind == Token::Text;
            prose = prose || (t.kind == Token::Text && t.range.length() > LongestPiece);
        }
        i = line.end;
        bool parted = prose || (!ruled && tokens[line.begin].kind == Token::Gap);
        for (; ruled && rule < rules.size() && rules[rule] < at; ++rule)
            parted = true;
        if (parted && begins.back() < lines.size())
            begins.push_back(lines.size());
        if (tokens[line.begin].kind != Token::Gap && !prose)
            lines.push_back(line);
    }
    std::vector<Block> out;
    out.reserve(begins.size());
    for (size_t b = 0; b < begins.size(); ++b) {
        const size_t end = b + 1 < begins.size() ? begins[b + 1] : lines.size();
        out.push_back({std::span(lines).subspan(begins[b], end - begins[b])});
    }
    return out;
}

/// Rows that go on in the next line where the line is full, between two cells: most rows stand on one line and have as many
/// fields as those lines have together. False where there are none.
bool joinContinued(const std::vector<Block> &blocks, std::vector<Token> &tokens)
{
    constexpr int LeastFields = 8; // as the widest table has
    std::vector<int> widths;
    for (const Block &block : blocks) {
        if (block.lines.size() == 1 && block.isDelimited() && block.isRow())
            widths.push_back(block.fields(tokens));
    }
    if (int(widths.size()) < LeastRows)
        return false;
    std::nth_element(widths.begin(), widths.begin() + std::ptrdiff_t(widths.size() / 2), widths.end());
    const int width = widths[widths.size() / 2];
    if (width < LeastFields || std::count(widths.begin(), widths.end(), width) * 2 <= std::ptrdiff_t(widths.size()))
        return false;
    bool any = false;
    for (const Block &block : blocks) {
        if (block.lines.size() < 2 || !block.isDelimited() || block.fields(tokens) != width)
            continue;
        any = true;
        int field = 0;
        for (const Line &line : block.lines) {
            const int fields = tokens[line.end - 1].field + 1;
            for (size_t i = line.begin; i < line.end; ++i) {
                tokens[i].line = tokens[block.lines.front().begin].line;
                tokens[i].field += field;
                tokens[i].alone = false;
            }
            field += fields;
        }
    }
    return any;
}

void join(const Block &block, std::vector<Token> &tokens, std::vector<bool> &drop)
{
    const size_t begin = block.lines.front().begin;
    const size_t end = block.lines.back().end;
    const int line = tokens[begin].line;
    const bool delimited = tokens[begin].delimited;
    for (size_t i = begin; i < end; ++i) {
        tokens[i].line = line;
        tokens[i].alone = false;
    }
    const auto from = tokens.begin() + std::ptrdiff_t(begin);
    const auto to = tokens.begin() + std::ptrdiff_t(end);
    std::stable_sort(from, to, [delimited](const Token &a, const Token &b) { return delimited ? a.field < b.field : a.left < b.left; });
    for (size_t i = begin; i < end && delimited; ++i) { // a field that holds anything on one line is not empty
        const auto isEmpty = [&](size_t k) { return tokens[k].kind == Token::Blank && tokens[k].range.length() == 0; };
        const bool before = i > begin && tokens[i - 1].field == tokens[i].field;
        const bool behind = i + 1 < end && tokens[i + 1].field == tokens[i].field;
        if (!isEmpty(i) || (!before && !behind))
            continue;
        bool other = false;
        for (size_t k = begin; k < end; ++k)
            other = other || (tokens[k].field == tokens[i].field && (!isEmpty(k) || k < i));
        drop[i] = other;
    }
}

} // namespace

void joinRowBlocks(std::vector<Token> &tokens, const std::vector<int> &rules)
{
    std::vector<Line> lines;
    std::vector<Block> blocks = blocksOf(tokens, rules, lines);
    const auto isContinued = [](const Block &b) { return b.lines.size() > 1 && b.isDelimited(); };
    if (std::any_of(blocks.begin(), blocks.end(), isContinued) && joinContinued(blocks, tokens))
        blocks = blocksOf(tokens, rules, lines);
    const auto rows = std::count_if(blocks.begin(), blocks.end(), [](const Block &b) { return b.isRow(); });
    const auto torn = std::count_if(blocks.begin(), blocks.end(), [](const Block &b) { return b.isTorn(); });
    if (rows < LeastRows || torn * 8 > rows)
        return;
    std::vector<bool> drop(tokens.size(), false);
    for (const Block &block : blocks) {
        if (block.isWrapped())
            join(block, tokens, drop);
    }
    size_t kept = size_t(std::find(drop.begin(), drop.end(), true) - drop.begin());
    for (size_t i = kept; i < tokens.size(); ++i) {
        if (!drop[i])
            tokens[kept++] = tokens[i];
    }
    tokens.resize(kept);
}

} // namespace gouji
