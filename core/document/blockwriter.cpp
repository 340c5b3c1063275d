// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/blockwriter.h"

#include "document/cjkspacing.h"
#include "document/stackedrows.h"
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

/// A sheet that was saved as one table holds several, one below the other, each with columns of its own. They are parted by
/// the rows that reach from side to side; empty where the table is none of these.
std::vector<BlockTable> bandsOf(BlockTable &table)
{
    constexpr int MostColumns = 20; // more than any table of a report has
    constexpr size_t LeastBands = 3;
    int width = 0;
    for (const BlockCell &cell : table.cells)
        width = std::max(width, cell.place.column + cell.place.columnSpan);
    if (width <= MostColumns)
        return {};
    std::vector<int> cells(size_t(table.rows), 0); // of each row, those that reach down into it as well
    for (const BlockCell &cell : table.cells) {
        for (int row = cell.place.row; row < std::min(table.rows, cell.place.row + cell.place.rowSpan); ++row)
            ++cells[size_t(row)];
        if (cell.place.columnSpan < width || cell.place.rowSpan > 1)
            cells[size_t(cell.place.row)] += 2; // no title
    }
    std::vector<int> bandOf(size_t(table.rows), 0);
    std::vector<int> begins{0};
    for (int row = 1; row < table.rows; ++row) {
        if (cells[size_t(row)] == 1 && cells[size_t(row) - 1] != 1)
            begins.push_back(row);
        bandOf[size_t(row)] = int(begins.size()) - 1;
    }
    if (begins.size() < LeastBands)
        return {};
    begins.push_back(table.rows);
    std::vector<BlockTable> bands(begins.size() - 1);
    for (size_t b = 0; b < bands.size(); ++b)
        bands[b].rows = begins[b + 1] - begins[b];
    for (BlockCell &cell : table.cells) {
        const auto band = size_t(bandOf[size_t(cell.place.row)]);
        cell.place.row -= begins[band];
        bands[band].cells.push_back(std::move(cell));
    }
    return bands;
}

/// Follows a block's characters into the document's text, so that their places go with them.
class PlaceWriter {
public:
    PlaceWriter(const Block &block, SourceDocument &document)
        : m_block(block)
        , m_document(document)
    {
    }

    /// The character of the block that now stands at this place of the text.
    void wrote(qsizetype character, qsizetype at)
    {
        const std::vector<BlockPlace> &places = m_block.places;
        while (m_next < places.size() && places[m_next].end <= character)
            ++m_next;
        if (m_next == places.size() || places[m_next].begin > character)
            return;
        if (m_written != m_next + 1) {
            m_document.boxes << SourceBox{{at, at + 1}, places[m_next].page, places[m_next].box};
            m_written = m_next + 1;
        }
        m_document.boxes.back().text.end = at + 1;
    }

private:
    const Block &m_block;
    SourceDocument &m_document;
    size_t m_next = 0;
    size_t m_written = 0; ///< one more than the index of the last place that was written
};

/// Writes what a cell says on one line. A line that was only wrapped goes on where it is Chinese on both sides; everything
/// else stays apart.
void writeOnOneLine(const std::vector<Block> &blocks, SourceDocument &document)
{
    QString &text = document.text;
    const qsizetype begin = text.size();
    bool broken = false;
    for (const Block &block : blocks) {
        if (block.text.isEmpty() && !block.places.empty())
            document.boxes << SourceBox{{begin, begin}, block.places[0].page, block.places[0].box};
        PlaceWriter places(block, document);
        const QStringView seen = trimmed(block.text);
        const qsizetype cut = seen.begin() - QStringView(block.text).begin();
        for (qsizetype i = 0; i < seen.size(); ++i) {
            const QChar c = seen[i];
            if (c == u'\n') {
                broken = true;
                continue;
            }
            if (broken) {
                if (isInvisible(c))
                    continue;
                while (text.size() > begin && isInvisible(text.back()))
                    text.chop(1);
                if (text.size() > begin && !runsTogether(text.back(), c))
                    text += u' ';
                broken = false;
            }
            text += c == u'\t' ? QChar(u' ') : c;
            places.wrote(cut + i, text.size() - 1);
        }
        broken = true;
    }
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
                line(block);
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
    void line(const Block &block)
    {
        QStringView text = block.text;
        while (!text.isEmpty() && isInvisible(text.back()) && !(block.isRow && text.back() == u'\t'))
            text.chop(1);
        if (!block.places.empty()) {
            PlaceWriter places(block, m_document);
            for (qsizetype i = 0; i < text.size(); ++i)
                places.wrote(i, m_text.size() + i);
        }
        m_text += text;
        m_text += u'\n';
    }

    bool table(BlockTable &table)
    {
        partStackedRows(table);
        std::vector<BlockTable> bands = bandsOf(table);
        if (bands.empty())
            return settledTable(table);
        return std::all_of(bands.begin(), bands.end(), [this](BlockTable &band) { return settledTable(band); });
    }

    bool settledTable(BlockTable &table)
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
                writeOnOneLine(cell->blocks, m_document);
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
