// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html/navigation.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr int FewLinks = 3; // as many links, on one line or on as many lines, are a menu

qsizetype solidCharacters(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

bool isBlank(const Block &block) { return !block.table && solidCharacters(block.text) == 0; }

/// Hardly anything but links; where there are several, some words may lead up to them (「当前位置：首页 > 年报」).
bool isLinks(const Block &block)
{
    return block.links > 0 && block.linked * 5 >= solidCharacters(block.text) * (block.links < FewLinks ? 4 : 3);
}

int linksOf(const Block &block)
{
    if (!block.table)
        return isLinks(block) ? block.links : 0;
    int links = 0;
    for (const BlockCell &cell : block.table->cells) {
        for (const Block &b : cell.blocks) {
            const int own = linksOf(b);
            if (own == 0 && !isBlank(b))
                return 0;
            links += own;
        }
    }
    return links;
}

void drop(std::vector<Block> &blocks)
{
    std::vector<Block> kept;
    for (size_t i = 0; i < blocks.size();) {
        size_t end = i;
        int links = 0;
        while (end < blocks.size()) {
            const int own = linksOf(blocks[end]);
            if (own == 0 && !isBlank(blocks[end]))
                break;
            links += own;
            ++end;
        }
        for (; links < FewLinks && i < end; ++i)
            kept.push_back(std::move(blocks[i]));
        i = end;
        if (i < blocks.size()) {
            if (blocks[i].table) {
                for (BlockCell &cell : blocks[i].table->cells)
                    drop(cell.blocks);
            }
            kept.push_back(std::move(blocks[i++]));
        }
    }
    blocks = std::move(kept);
}

} // namespace

void dropNavigation(std::vector<Block> &blocks)
{
    const bool onlyLinks = std::all_of(blocks.begin(), blocks.end(), [](const Block &b) { return isBlank(b) || linksOf(b) > 0; });
    if (!onlyLinks)
        drop(blocks);
}

} // namespace gouji
