// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/pageblocks.h"

#include "document/cjkspacing.h"
#include "document/page/furniture.h"
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
        block.places.push_back({text.begins[i], text.begins[i] + line.words[i].text.size(), line.page, line.words[i].box});
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

bool beginsParagraph(const QString &text)
{
    static constexpr QStringView Numerals = u"一二三四五六七八九十0123456789";
    qsizetype at = text.startsWith(u'（') || text.startsWith(u'(') || text.startsWith(u'第');
    const qsizetype from = at;
    while (at < text.size() && Numerals.contains(text[at]))
        ++at;
    return at > from && at < text.size() && QStringView(u"、.．)）章条节是").contains(text[at]);
}

/// Puts lines that were only wrapped together again.
class Paragraphs {
public:
    Paragraphs(const std::vector<PageContent> &pages, double unit)
        : m_unit(unit)
    {
        for (const PageContent &page : pages) {
            for (const PageLine &line : page.lines) {
                if (hasColumns(line))
                    continue;
                m_left = std::min(m_left, line.box.left());
                m_right = std::max(m_right, line.box.right());
            }
        }
    }

    /// The second of two lines, one under the other, is a part of the first one's paragraph.
    bool runOn(const PageLine &line, const PageLine &next) const
    {
        const double height = std::min(line.box.height(), next.box.height());
        const double em = 2 * m_unit;
        if (hasColumns(line) || hasColumns(next) || line.box.right() < m_right - 2.2 * em || next.box.left() > m_left + em / 2
            || std::abs(line.box.height() - next.box.height()) > 0.2 * height)
            return false;
        if (line.page == next.page && next.box.top() - line.box.bottom() > 0.9 * height)
            return false;
        const QChar last = line.words.back().text.back();
        const QString first = next.words.front().text;
        return !(last.isDigit() && first.front().isDigit()) && !(last.isLetter() && first.front().isLetter() && last.unicode() < 0x80)
            && !beginsParagraph(first);
    }

private:
    double m_unit;
    double m_left = 1e9;
    double m_right = 0;
};

void append(Block &to, const Block &more)
{
    const qsizetype indent = more.places.empty() ? 0 : more.places.front().begin;
    const qsizetype at = to.text.size() - indent;
    to.text += QStringView(more.text).mid(indent);
    for (const BlockPlace &place : more.places)
        to.places.push_back({place.begin + at, place.end + at, place.page, place.box});
}

} // namespace

std::vector<Block> blocksOfPages(std::vector<PageContent> pages)
{
    const std::vector<PageLine> repeated = dropFurniture(pages);
    const double unit = unitOf(pages);
    const Paragraphs paragraphs(pages, unit);
    std::vector<Block> blocks;
    PageTable table; // that may go on
    const PageLine *before = nullptr;
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
                before = nullptr;
                if (table.rows > 0 && nextTable == 0 && goesOn(table, next)) {
                    joinTables(table, std::move(next));
                    continue;
                }
                endTable();
                table = std::move(next);
            }
        };
        for (const PageLine &line : page.lines) {
            tablesAbove(line.box.center().y());
            endTable();
            Block block = blockOf(line, unit);
            if (before && paragraphs.runOn(*before, line))
                append(blocks.back(), block);
            else
                blocks.push_back(std::move(block));
            before = &line;
        }
        tablesAbove(1e9);
    }
    endTable();
    for (const PageLine &line : repeated)
        blocks.push_back(blockOf(line, unit));
    return blocks;
}

} // namespace gouji
