// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/headorder.h"

#include <algorithm>

namespace gouji {

namespace {

bool inOrder(const std::vector<int> &known, const std::vector<int> &expected)
{
    auto at = expected.begin();
    return std::all_of(known.begin(), known.end(), [&](int column) {
        at = std::find(at, expected.end(), column);
        return at != expected.end();
    });
}

} // namespace

bool hasOwn(const std::vector<int> &heads) { return std::find(heads.begin(), heads.end(), HeadBlock::Own) != heads.end(); }

bool isKnown(const HeadBlock &block, const std::vector<int> &expected, int values)
{
    const std::vector<int> &heads = block.columns;
    if (heads.size() < 2 || (values >= 0 ? int(heads.size()) != values : heads.size() != expected.size()))
        return false;
    std::vector<int> seen;
    for (const int column : heads) {
        if (column == HeadBlock::Own)
            continue;
        if (std::find(expected.begin(), expected.end(), column) == expected.end()
            || std::find(seen.begin(), seen.end(), column) != seen.end())
            return false;
        seen.push_back(column);
    }
    return true;
}

bool fits(const std::vector<int> &heads, const std::vector<int> &expected)
{
    return std::equal(heads.begin(), heads.end(), expected.begin(), expected.end(),
        [](int head, int column) { return head == column || head == HeadBlock::Own; });
}

bool isOutOfOrder(const HeadBlock &block, const std::vector<int> &expected)
{
    if (block.columns.size() < 2)
        return false;
    std::vector<int> known;
    for (const int column : block.columns) {
        if (std::find(expected.begin(), expected.end(), column) != expected.end())
            known.push_back(column);
    }
    const QList<int> distinct(known.begin(), known.end());
    const bool once = std::all_of(known.begin(), known.end(), [&](int column) { return distinct.count(column) == 1; });
    return once && known.size() > 1 && !inOrder(known, expected);
}

} // namespace gouji
