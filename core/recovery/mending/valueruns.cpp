// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/valueruns.h"

#include <algorithm>
#include <map>

namespace gouji {

namespace {

constexpr size_t UsualValues = 8; // of a row

int rowNamed(const TableWording &wording, size_t token)
{
    const TableWording::Name *best = nullptr;
    for (const TableWording::Name &name : wording.names(token)) {
        if (!best || name.score > best->score)
            best = &name;
    }
    return best && best->score >= NamesRow ? best->row : -1;
}

/// The number before the wording of a row, with nothing but groups' titles and empty places between; -1 where none.
int numberBefore(const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout, size_t label)
{
    for (size_t i = label; i-- > 0;) {
        const Token &t = tokens[i];
        if (layout.rowPerLine && t.line != tokens[label].line)
            return -1;
        if (t.kind == Token::Number)
            return int(i);
        if (t.kind == Token::Text && rowNamed(wording, i) >= 0)
            return -1;
    }
    return -1;
}

} // namespace

std::vector<size_t> runningNumbers(const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout)
{
    constexpr size_t Least = 4;
    std::vector<size_t> numbers;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != Token::Text || rowNamed(wording, i) < 0)
            continue;
        const int number = numberBefore(tokens, wording, layout, i);
        if (number < 0 || tokens[size_t(number)].value != Decimal(qint64(numbers.size()) + 1))
            return {};
        numbers.push_back(size_t(number));
    }
    return numbers.size() < Least ? std::vector<size_t>() : numbers;
}

std::vector<ValueRun> valueRuns(
    const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout, const std::vector<bool> &foreign)
{
    std::vector<ValueRun> out;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const int row = tokens[i].kind == Token::Text ? rowNamed(wording, i) : -1;
        if (row < 0)
            continue;
        ValueRun run{row, i, {}, true};
        int line = tokens[i].line;
        for (size_t k = i + 1; k < tokens.size() && tokens[k].kind != Token::Text; ++k) {
            const Token &t = tokens[k];
            if (run.numbers.empty() && t.line == tokens[i].line + 1)
                line = t.line; // the values stand below their wording
            if (layout.rowPerLine && t.line != line)
                break;
            if (t.kind == Token::Number && (t.glued || t.pageMark || t.loose))
                run.full = false;
            else if (t.kind == Token::Number && (foreign.empty() || !foreign[k])) {
                if (run.numbers.empty())
                    run.numbers.reserve(UsualValues);
                run.numbers.push_back(k);
            } else if (t.kind == Token::Blank || (t.kind == Token::Gap && layout.gapsAreCells))
                run.full = false;
        }
        if (!run.numbers.empty())
            out.push_back(std::move(run));
    }
    return out;
}

bool standUnder(const std::vector<int> &fields, const std::vector<Token> &tokens, const std::vector<const ValueRun *> &runs)
{
    int inside = 0;
    for (const ValueRun *run : runs) {
        inside += std::all_of(run->numbers.begin(), run->numbers.end(),
            [&](size_t n) { return tokens[n].delimited && std::binary_search(fields.begin(), fields.end(), tokens[n].field); });
    }
    const bool together = !fields.empty() && fields.back() - fields.front() + 1 == int(fields.size());
    return together && double(inside) >= Nearly * double(runs.size());
}

bool totalIsLast(const std::vector<Token> &tokens, const std::vector<const ValueRun *> &runs)
{
    int last = 0;
    int all = 0;
    for (const ValueRun *run : runs) {
        Decimal sum;
        for (const size_t n : run->numbers)
            sum += tokens[n].value;
        const Decimal back = tokens[run->numbers.back()].value;
        all += run->numbers.size() > 2 && !sum.isZero();
        last += run->numbers.size() > 2 && !sum.isZero() && sum == back + back;
    }
    return last >= Nearly * all || (last > 1 && last + 1 == all); // one row may be printed wrong
}

bool isDelimited(const std::vector<Token> &tokens, const std::vector<const ValueRun *> &runs)
{
    return std::all_of(runs.begin(), runs.end(), [&](const ValueRun *run) { return tokens[run->numbers.front()].delimited; });
}

int usualValues(const std::vector<const ValueRun *> &runs, size_t cells)
{
    std::map<size_t, int> counts;
    int all = 0;
    for (const ValueRun *run : runs) {
        if (!run->full || run->numbers.size() + 2 < cells)
            continue;
        ++counts[run->numbers.size()];
        ++all;
    }
    for (const auto &[values, count] : counts) {
        if (count >= std::min<int>(2, int(runs.size())) && double(count) >= Nearly * double(all))
            return int(values);
    }
    return -1;
}

} // namespace gouji
