// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/blockwriter.h"

#include "document/cjkspacing.h"
#include "document/tablegrid.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t FewParagraphs = 3; // a label may be wrapped by hand this often
constexpr qsizetype LongText = 200; // no label is longer

bool isInvisible(QChar c) { return c.isSpace() || c == u'\u200b' || c == QChar::ByteOrderMark; }

QStringView trimmed(QStringView text)
{
    while (!text.isEmpty() && isInvisible(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isInvisible(text.back()))
        text.chop(1);
    return text;
}

/// What a cell says, on one line. A line that was only wrapped goes on where it is Chinese on both sides; everything
/// else stays apart.
QString oneLine(const std::vector<Block> &blocks)
{
    QString line;
    bool broken = false;
    for (const Block &block : blocks) {
        for (const QChar c : trimmed(block.text)) {
            if (c == u'\n') {
                broken = true;
            } else if (!broken) {
                line += c == u'\t' ? QChar(u' ') : c;
            } else if (!isInvisible(c)) {
                while (!line.isEmpty() && isInvisible(line.back()))
                    line.chop(1);
                if (!line.isEmpty() && !runsTogether(line.back(), c))
                    line += u' ';
                line += c;
                broken = false;
            }
        }
        broken = true;
    }
    return line;
}

/// Holds what a page is laid out with rather than a value or a label.
bool isLayout(const BlockCell &cell)
{
    size_t paragraphs = 0;
    qsizetype length = 0;
    for (const Block &block : cell.blocks) {
        if (block.table)
            return true;
        paragraphs += !trimmed(block.text).isEmpty();
        length += block.text.size();
    }
    return paragraphs > FewParagraphs && length > LongText;
}

class BlockWriter {
public:
    explicit BlockWriter(SourceDocument &document)
        : m_document(document)
        , m_text(document.text)
    {
    }

    bool write(std::vector<Block> &blocks)
    {
        bool afterTable = false;
        for (Block &block : blocks) {
            if (!block.table) {
                line(block.text);
            } else {
                if (afterTable)
                    m_text += u'\n';
                if (!table(*block.table))
                    return false;
            }
            afterTable = bool(block.table);
        }
        return true;
    }

private:
    void line(QStringView text)
    {
        while (!text.isEmpty() && isInvisible(text.back()))
            text.chop(1);
        m_text += text;
        m_text += u'\n';
    }

    bool table(BlockTable &table)
    {
        const std::optional<int> settled = settleGrid(table);
        const int width = settled.value_or(0);
        m_places += qsizetype(width) * table.rows;
        if (!settled || m_places > MaxPlaces)
            return false;
        const qsizetype index = m_document.tables.size();
        m_document.tables.emplace_back();
        const qsizetype begin = m_text.size();
        QList<SourceTableCell> cells;
        cells.reserve(qsizetype(table.cells.size()));
        auto cell = table.cells.begin();
        for (int row = 0; row < table.rows; ++row) {
            const auto end = std::find_if(cell, table.cells.end(), [&](const BlockCell &c) { return c.place.row != row; });
            if (width == 1 || std::any_of(cell, end, isLayout)) {
                for (; cell != end; ++cell) {
                    const qsizetype from = m_text.size();
                    if (!write(cell->blocks))
                        return false;
                    add(cells, *cell, {from, std::max(from, m_text.size() - 1)});
                }
                continue;
            }
            for (int column = 0; column < width; ++column) {
                if (column > 0)
                    m_text += u'\t';
                if (cell == end || cell->place.column != column)
                    continue;
                const qsizetype from = m_text.size();
                m_text += oneLine(cell->blocks);
                add(cells, *cell++, {from, m_text.size()});
            }
            m_text += u'\n';
        }
        m_document.tables[index] = {{begin, std::max(begin, m_text.size() - 1)}, cells};
        return true;
    }

    static void add(QList<SourceTableCell> &cells, const BlockCell &cell, TextRange range)
    {
        cells << SourceTableCell{cell.place.row, cell.place.column, cell.place.rowSpan, cell.place.columnSpan, range};
    }

    SourceDocument &m_document;
    QString &m_text;
    qsizetype m_places = 0;
};

} // namespace

bool writeBlocks(std::vector<Block> &blocks, SourceDocument &document) { return BlockWriter(document).write(blocks); }

} // namespace gouji
