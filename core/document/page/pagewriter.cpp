// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/pagewriter.h"

#include "document/blockwriter.h"
#include "document/page/pageblocks.h"

#include <algorithm>

namespace gouji {

namespace {

/// A page begins with the first of its words; a row that two pages share counts to the first.
void findPages(SourceDocument &document)
{
    qsizetype end = document.text.size();
    std::vector<qsizetype> begins(size_t(document.pages.size()), end);
    for (const SourceBox &box : std::as_const(document.boxes))
        begins[size_t(box.page)] = std::min(begins[size_t(box.page)], box.text.begin);
    for (qsizetype page = document.pages.size(); page-- > 0;) {
        const qsizetype begin = page == 0 ? 0 : std::min(begins[size_t(page)], end);
        document.pages[page].text = {begin, end};
        end = begin;
    }
}

} // namespace

PageContent contentOf(PageText text, std::vector<Ruling> rulings, int page)
{
    PageContent content;
    content.size = text.size;
    for (const PageGrid &grid : gridsOf(std::move(rulings)))
        content.tables.push_back(tableOf(grid, text.words, page));
    content.lines = linesOf(std::move(text.words), page);
    return content;
}

bool writePages(std::vector<PageContent> pages, SourceDocument &document)
{
    for (const PageContent &page : pages)
        document.pages << SourcePage{{}, page.size, page.turns};
    std::vector<Block> blocks = blocksOfPages(std::move(pages));
    if (!writeBlocks(blocks, document))
        return false;
    findPages(document);
    return true;
}

} // namespace gouji
