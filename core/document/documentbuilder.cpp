// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentbuilder.h"

#include <algorithm>
#include <limits>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

Error tooLarge(const QString &sentence) { return Error{u"too-large"_s, sentence}; }

QChar small(QChar c, bool raised)
{
    static constexpr QStringView Raised = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    static constexpr QStringView Lowered = u"₀₁₂₃₄₅₆₇₈₉";
    const int digit = c.digitValue();
    return digit < 0 ? c : (raised ? Raised : Lowered)[digit];
}

} // namespace

void DocumentBuilder::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
}

bool DocumentBuilder::takes(qsizetype characters)
{
    if (m_size + characters > MaxText)
        fail(tooLarge(u"文件里的文字超过 %1 万字，不读取。"_s.arg(MaxText / 10000)));
    m_size += characters;
    return !m_error;
}

std::vector<Block> &DocumentBuilder::blocks()
{
    for (qsizetype i = qsizetype(m_tables.size()); i-- > 0;) {
        if (m_tables[size_t(i)].inCell)
            return m_tables[size_t(i)].table->cells.back().blocks;
    }
    return m_blocks;
}

Block &DocumentBuilder::paragraph()
{
    if (!m_open) {
        if (m_paragraphs == MaxParagraphs) {
            fail(tooLarge(u"文件里的段落超过 %1 万个，不读取。"_s.arg(MaxParagraphs / 10000)));
            return m_surplus = {};
        }
        ++m_paragraphs;
        blocks().emplace_back();
        m_open = true;
        m_struck = false;
        m_link = 0;
    }
    return blocks().back();
}

void DocumentBuilder::text(QStringView text, TextLook look)
{
    if (text.isEmpty() || !takes(text.size()))
        return;
    Block &p = paragraph();
    if (look.struck != m_struck && !p.text.isEmpty() && !p.text.back().isSpace())
        p.text += u' ';
    m_struck = look.struck;
    m_hasStruck = m_hasStruck || look.struck;
    p.links += look.link && look.link != m_link;
    m_link = look.link;
    if (look.link)
        p.linked += std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
    if (!look.raised && !look.lowered) {
        p.text += text;
        return;
    }
    for (const QChar c : text)
        p.text += small(c, look.raised);
}

void DocumentBuilder::put(QChar c)
{
    if (takes(1))
        paragraph().text += c;
}

void DocumentBuilder::endParagraph()
{
    if (takes(1))
        paragraph();
    m_open = false;
}

void DocumentBuilder::breakParagraph() { m_open = false; }

void DocumentBuilder::append(std::vector<Block> more)
{
    breakParagraph();
    for (Block &block : more)
        blocks().push_back(std::move(block));
}

bool DocumentBuilder::isLineStart() const { return !m_open || blocks().back().text.isEmpty() || blocks().back().text.endsWith(u'\n'); }

QChar DocumentBuilder::lastCharacter() const { return m_open && !blocks().back().text.isEmpty() ? blocks().back().text.back() : QChar(); }

void DocumentBuilder::beginTable()
{
    breakParagraph();
    if (m_tables.size() >= MaxNesting)
        fail(tooLarge(u"表格套表格超过 %1 层，不像正常的报告，不读取。"_s.arg(MaxNesting)));
    if (m_error)
        return;
    if (isInTable() && !isInCell())
        beginCell(1, 1);
    m_tables.emplace_back().table = std::make_shared<BlockTable>();
}

void DocumentBuilder::endTable()
{
    endRow();
    if (m_tables.empty())
        return;
    const std::shared_ptr<BlockTable> table = std::move(m_tables.back().table);
    m_tables.pop_back();
    // A table around one thing within a cell only sets it in its place.
    if (isInCell() && table->cells.size() == 1)
        return append(std::move(table->cells[0].blocks));
    if (!table->cells.empty()) {
        Block block;
        block.table = table;
        blocks().push_back(std::move(block));
    }
}

void DocumentBuilder::beginRow()
{
    endRow();
    if (m_tables.empty() || m_error)
        return;
    OpenTable &t = m_tables.back();
    t.inRow = true;
    t.nextColumn = 0;
    ++t.table->rows;
}

void DocumentBuilder::endRow()
{
    endCell();
    if (!m_tables.empty())
        m_tables.back().inRow = false;
}

void DocumentBuilder::dropRow()
{
    if (m_tables.empty() || !m_tables.back().inRow)
        return;
    const BlockTable &table = *m_tables.back().table;
    if (!table.cells.empty() && table.cells.back().place.row == table.rows - 1)
        return;
    --m_tables.back().table->rows;
    m_tables.back().inRow = false;
}

void DocumentBuilder::endRowGroup()
{
    endRow();
    if (m_tables.empty())
        return;
    OpenTable &t = m_tables.back();
    const int end = t.table->rows;
    for (size_t i = t.table->cells.size(); i-- > 0 && t.table->cells[i].place.row >= t.groupBegin;) {
        GridPlace &place = t.table->cells[i].place;
        place.rowSpan = std::min(place.rowSpan, end - place.row);
    }
    for (int &until : t.reachedUntil)
        until = std::min(until, end);
    t.groupBegin = end;
}

void DocumentBuilder::beginCell(int columnSpan, int rowSpan, std::optional<int> column)
{
    endCell();
    if (m_tables.empty() || m_error)
        return;
    if (!m_tables.back().inRow)
        beginRow();
    OpenTable &t = m_tables.back();
    const int row = t.table->rows - 1;
    int begin = column.value_or(t.nextColumn);
    if (!column) {
        while (begin < int(t.reachedUntil.size()) && t.reachedUntil[size_t(begin)] > row)
            ++begin;
    }
    begin = std::max(begin, t.nextColumn);
    if (begin >= MaxColumns || ++m_cells > MaxCells) {
        fail(tooLarge(m_cells > MaxCells ? u"文件里的表格超过 %1 万个单元格，不读取。"_s.arg(MaxCells / 10000)
                                         : u"文件里的表格超过 %1 列，不像正常的报告，不读取。"_s.arg(MaxColumns)));
        return;
    }
    const int span = std::clamp(columnSpan, 1, MaxColumns - begin);
    rowSpan = std::max(rowSpan, 1);
    if (rowSpan > 1) {
        t.reachedUntil.resize(std::max(t.reachedUntil.size(), size_t(begin + span)), 0);
        const int until = rowSpan > std::numeric_limits<int>::max() - row ? std::numeric_limits<int>::max() : row + rowSpan;
        std::fill_n(t.reachedUntil.begin() + begin, span, until);
    }
    t.nextColumn = begin + span;
    t.inCell = true;
    t.lastAt.resize(std::max(t.lastAt.size(), size_t(begin) + 1), -1);
    t.lastAt[size_t(begin)] = int(t.table->cells.size());
    t.table->cells.push_back({{row, begin, rowSpan, span}, {}});
}

void DocumentBuilder::endCell()
{
    breakParagraph();
    if (!m_tables.empty())
        m_tables.back().inCell = false;
}

void DocumentBuilder::repeatCell(int column)
{
    if (m_tables.empty() || m_tables.back().table->cells.empty() || m_error)
        return;
    const BlockCell last = m_tables.back().table->cells.back();
    beginCell(last.place.columnSpan, last.place.rowSpan, column);
    endCell();
    if (!m_error)
        m_tables.back().table->cells.back().blocks = last.blocks;
}

void DocumentBuilder::repeatRow()
{
    if (m_tables.empty() || m_error)
        return;
    const std::vector<BlockCell> &cells = m_tables.back().table->cells;
    const int row = m_tables.back().table->rows - 1;
    size_t first = cells.size();
    while (first > 0 && cells[first - 1].place.row == row)
        --first;
    const std::vector<BlockCell> copies(cells.begin() + qsizetype(first), cells.end());
    beginRow();
    for (const BlockCell &copy : copies) {
        beginCell(copy.place.columnSpan, 1, copy.place.column);
        endCell();
        if (m_error)
            return;
        m_tables.back().table->cells.back().blocks = copy.blocks;
    }
    endRow();
}

bool DocumentBuilder::extendAbove(int column)
{
    endCell();
    if (m_tables.empty() || !m_tables.back().inRow)
        return false;
    OpenTable &t = m_tables.back();
    if (column < 0 || column >= int(t.lastAt.size()) || t.lastAt[size_t(column)] < 0)
        return false;
    GridPlace &place = t.table->cells[size_t(t.lastAt[size_t(column)])].place;
    if (place.row + place.rowSpan != t.table->rows - 1)
        return false;
    ++place.rowSpan;
    t.nextColumn = std::max(t.nextColumn, column + place.columnSpan);
    return true;
}

std::vector<Block> DocumentBuilder::take()
{
    while (!m_tables.empty())
        endTable();
    breakParagraph();
    return std::move(m_blocks);
}

} // namespace gouji
