// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/pageblocks.h"

#include "document/cjkspacing.h"
#include "document/page/furniture.h"
#include "document/page/looserows.h"
#include "document/page/paragraphs.h"
#include "document/page/tablejoin.h"

#include <algorithm>
#include <map>

namespace gouji {

namespace {

Block blockOf(const PageLine &line, double unit)
{
    Block block;
    const LineText text = textOf(line, 0, unit);
    block.text = text.text;
    for (size_t i = 0; i < line.words.size(); ++i)
        block.places.push_back(
            {text.begins[i], text.begins[i] + line.words[i].text.size(), line.page, line.words[i].box.translated(0, -line.shift)});
    return block;
}

void append(Block &to, const Block &more)
{
    const qsizetype indent = more.places.empty() ? 0 : more.places.front().begin;
    const qsizetype at = to.text.size() - indent;
    to.text += QStringView(more.text).mid(indent);
    for (const BlockPlace &place : more.places)
        to.places.push_back({place.begin + at, place.end + at, place.page, place.box});
}

/// One line, its fields parted by tabulators.
Block blockOf(const LooseRow &row)
{
    Block block;
    block.isRow = true;
    for (size_t i = 0; i < row.fields.size(); ++i) {
        if (i > 0)
            block.text += u'\t';
        for (const PageLine &line : row.fields[i]) {
            const Block part = blockOf(line, 0);
            if (&line != &row.fields[i].front() && !runsTogether(block.text.back(), part.text.front()))
                block.text += u' ';
            append(block, part);
        }
    }
    return block;
}

Block blockOf(const PageTable::Cell &cell)
{
    Block block;
    std::vector<qsizetype> begins;
    block.text = textOf(cell, begins);
    if (cell.lines.empty())
        block.places.push_back({0, 0, cell.page, cell.box});
    size_t next = 0;
    for (const PageLine &line : cell.lines) {
        for (const PageWord &word : line.words) {
            const qsizetype begin = begins[next++];
            block.places.push_back({begin, begin + word.text.size(), line.page, word.box});
        }
    }
    return block;
}

Block blockOf(const PageTable &table)
{
    Block block;
    block.table = std::make_shared<BlockTable>();
    block.table->rows = table.rows;
    for (const PageTable::Cell &cell : table.cells)
        block.table->cells.push_back({cell.place, {blockOf(cell)}});
    return block;
}

/// Half the width of the narrower of the Chinese characters: with it, no word takes more columns than its place has.
double unitOf(const std::vector<PageContent> &pages)
{
    std::map<int, qsizetype> widths; // in tenths of a point
    qsizetype count = 0;
    for (const PageContent &page : pages) {
        for (const PageLine &line : page.lines) {
            for (const PageWord &word : line.words) {
                for (qsizetype i = 0; i < word.text.size(); ++i) {
                    if (!isChineseWide(word.text[i]))
                        continue;
                    ++widths[int(10 * (word.units[size_t(i)].right - word.units[size_t(i)].left))];
                    ++count;
                }
            }
        }
    }
    qsizetype narrower = 0;
    for (const auto &[width, times] : widths) {
        narrower += times;
        if (narrower * 20 > count && width > 20)
            return width / 20.0;
    }
    return 5;
}

/// Lines that follow each other, over the pages too where no ruled table stands between them.
class Flow {
public:
    Flow(const std::vector<PageContent> &pages, std::vector<Block> &out)
        : m_unit(unitOf(pages))
        , m_paragraphs(pages, m_unit)
        , m_out(out)
    {
    }

    void add(PageLine line)
    {
        constexpr double Gap = 0.2; // of the height
        if (m_lines.empty())
            m_shift = 0;
        else if (m_lines.back().page != line.page)
            m_shift = m_lines.back().box.bottom() + Gap * line.box.height() - line.box.top();
        line.shift = m_shift;
        line.box.translate(0, m_shift);
        for (PageWord &word : line.words)
            word.box.translate(0, m_shift);
        m_lines.push_back(std::move(line));
    }

    void write()
    {
        const std::vector<LooseTable> tables = looseTablesOf(m_lines);
        auto in = tables.begin();
        const PageLine *before = nullptr;
        for (size_t i = 0; i < m_lines.size();) {
            while (in != tables.end() && in->end <= i)
                ++in;
            size_t end = i; // of rows that begin here
            while (in != tables.end() && end >= in->begin && end < in->end && !isHead(*in, m_lines[end]))
                ++end;
            if (end > i) {
                for (const LooseRow &row : rowsOf(*in, m_lines, i, end))
                    m_out.push_back(blockOf(row));
                before = nullptr;
                i = end;
                continue;
            }
            const PageLine &line = m_lines[i++];
            Block block = blockOf(line, m_unit);
            if (before && m_paragraphs.runOn(*before, line))
                append(m_out.back(), block);
            else
                m_out.push_back(std::move(block));
            before = &line;
        }
        m_lines.clear();
    }

private:
    double m_unit;
    Paragraphs m_paragraphs;
    std::vector<Block> &m_out;
    std::vector<PageLine> m_lines;
    double m_shift = 0; ///< of the page that is being added
};

} // namespace

std::vector<Block> blocksOfPages(std::vector<PageContent> pages)
{
    const std::vector<PageLine> repeated = dropFurniture(pages);
    std::vector<Block> blocks;
    Flow flow(pages, blocks);
    PageTable table; // that may go on
    const auto endTable = [&] {
        if (table.rows > 0)
            blocks.push_back(blockOf(table));
        table = {};
    };
    for (PageContent &page : pages) {
        size_t nextTable = 0;
        const auto tablesAbove = [&](double y) {
            for (; nextTable < page.tables.size() && page.tables[nextTable].box.center().y() < y; ++nextTable) {
                PageTable &next = page.tables[nextTable];
                if (table.rows > 0 && nextTable == 0 && goesOn(table, next)) {
                    joinTables(table, std::move(next));
                    continue;
                }
                flow.write();
                endTable();
                table = std::move(next);
            }
        };
        for (PageLine &line : page.lines) {
            tablesAbove(line.box.center().y());
            endTable();
            flow.add(std::move(line));
        }
        tablesAbove(1e9);
    }
    flow.write();
    endTable();
    for (const PageLine &line : repeated)
        flow.add(line);
    flow.write();
    return blocks;
}

} // namespace gouji
