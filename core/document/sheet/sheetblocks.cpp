// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sheet/sheetblocks.h"

#include "document/tablegrid.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

bool hasText(const WorksheetCell &cell)
{
    return std::any_of(cell.runs.begin(), cell.runs.end(), [](const TextRun &run) { return !QStringView(run.text).trimmed().isEmpty(); });
}

bool hasDigit(const WorksheetCell &cell)
{
    return std::any_of(cell.runs.begin(), cell.runs.end(),
        [](const TextRun &run) { return std::any_of(run.text.begin(), run.text.end(), [](QChar c) { return c.isDigit(); }); });
}

void writeCell(const WorksheetCell &cell, DocumentBuilder &builder)
{
    for (const TextRun &run : cell.runs) {
        const QList<QStringView> lines = QStringView(run.text).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0)
                builder.lineBreak();
            builder.text(lines[i], run.look);
        }
    }
}

/// One row that holds anything; columns are counted among those that hold anything.
struct Row {
    struct Entry {
        int column = 0;
        int columnSpan = 1;
        int rowSpan = 1;
        const WorksheetCell *cell = nullptr; ///< null where nothing stands in it
        bool fromAbove = false; ///< another cell reaches over this place
    };
    int number = 0;
    std::vector<Entry> entries; ///< by column
    int texts = 0;
    bool paragraph = false;
};

class SheetWriter {
public:
    SheetWriter(Worksheet &sheet, DocumentBuilder &builder)
        : m_sheet(sheet)
        , m_builder(builder)
    {
    }

    void write()
    {
        findRows();
        for (const GridPlace &merged : m_sheet.merged)
            placeMerged(merged);
        findParagraphs();
        for (size_t i = 0; i < m_rows.size() && !m_builder.error();) {
            size_t end = i + 1;
            while (
                !m_rows[i].paragraph && end < m_rows.size() && !m_rows[end].paragraph && m_rows[end].number == m_rows[end - 1].number + 1)
                ++end;
            if (m_rows[i].paragraph) {
                paragraph(m_rows[i]);
                i = end;
                continue;
            }
            while (i < end) {
                size_t next = i + 1;
                while (next < end && (m_framed || !isTitle(next)))
                    ++next;
                table(i, next);
                i = next;
            }
        }
    }

private:
    void findRows()
    {
        std::vector<WorksheetCell> &cells = m_sheet.cells;
        cells.erase(
            std::remove_if(cells.begin(), cells.end(), [](const WorksheetCell &c) { return !c.framed && !hasText(c); }), cells.end());
        std::stable_sort(cells.begin(), cells.end(),
            [](const WorksheetCell &a, const WorksheetCell &b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
        for (const WorksheetCell &cell : cells)
            m_columns.push_back(cell.column);
        for (int column = 0; column < m_sheet.columns; ++column)
            m_columns.push_back(column);
        std::sort(m_columns.begin(), m_columns.end());
        m_columns.erase(std::unique(m_columns.begin(), m_columns.end()), m_columns.end());
        for (const WorksheetCell &cell : cells) {
            if (m_rows.empty() || m_rows.back().number != cell.row)
                m_rows.emplace_back().number = cell.row;
            m_rows.back().entries.push_back({columnAt(cell.column), 1, 1, &cell});
            m_rows.back().texts += hasText(cell);
            m_framed = m_framed || cell.framed;
        }
    }

    /// How many columns hold anything before this one.
    int columnAt(int column) const { return int(std::lower_bound(m_columns.begin(), m_columns.end(), column) - m_columns.begin()); }

    size_t rowAt(int number) const
    {
        return size_t(
            std::lower_bound(m_rows.begin(), m_rows.end(), number, [](const Row &row, int n) { return row.number < n; }) - m_rows.begin());
    }

    /// The cells under a merged one are not shown; below its first row it holds its place.
    void placeMerged(const GridPlace &merged)
    {
        const size_t first = rowAt(merged.row);
        const size_t last = rowAt(merged.row + merged.rowSpan);
        m_places += qsizetype(last - first);
        if (m_places > MaxPlaces) {
            m_builder.fail({u"too-large"_s, u"工作表里合并的单元格太多，不读取。"_s});
            return;
        }
        const int begin = columnAt(merged.column);
        const int end = columnAt(merged.column + merged.columnSpan);
        for (size_t r = first; r < last; ++r) {
            Row &row = m_rows[r];
            const auto before = [](const Row::Entry &e, int c) { return e.column < c; };
            const auto from = std::lower_bound(row.entries.begin(), row.entries.end(), begin, before);
            const auto to = std::lower_bound(from, row.entries.end(), end, before);
            Row::Entry entry{begin, std::max(end - begin, 1), int(last - first), nullptr, row.number != merged.row};
            if (!entry.fromAbove && from != to && from->column == begin)
                entry.cell = from->cell;
            for (auto e = from; e != to; ++e)
                row.texts -= e->cell && e->cell != entry.cell && hasText(*e->cell);
            row.entries.insert(row.entries.erase(from, to), entry);
        }
    }

    void findParagraphs()
    {
        for (size_t i = 0; i < m_rows.size(); ++i) {
            const bool alone = m_rows[i].texts == 1 && m_rows[i].entries.size() == 1 && m_rows[i].entries[0].rowSpan == 1;
            m_rows[i].paragraph = alone && (reachesOverNeighbours(i) || isUnframedHeading(i));
        }
    }

    bool isNeighbour(size_t i, size_t of) const { return i < m_rows.size() && std::abs(m_rows[i].number - m_rows[of].number) == 1; }

    /// A merged cell over the whole width: what is above and below it need not have the same columns.
    bool reachesOverNeighbours(size_t i) const
    {
        const Row::Entry &entry = m_rows[i].entries[0];
        if (!m_framed && entry.column > 0 && entry.columnSpan == 1)
            return false; // a row of a table whose other cells are empty
        for (const size_t other : {i - 1, i + 1}) {
            if (!isNeighbour(other, i))
                continue;
            const std::vector<Row::Entry> &entries = m_rows[other].entries;
            if (entries.front().column < entry.column
                || entries.back().column + entries.back().columnSpan > entry.column + entry.columnSpan)
                return false;
        }
        return true;
    }

    /// Where no cell of the sheet is framed, a lone entry between rows of several is a row whose other cells are empty.
    bool isUnframedHeading(size_t i) const
    {
        const Row::Entry &entry = m_rows[i].entries[0];
        if (entry.cell && entry.cell->framed)
            return false;
        // An entry that is not the first of its row has places before it, so that its row is one of a table.
        const auto several
            = [&](size_t other) { return isNeighbour(other, i) && (m_rows[other].texts > 1 || m_rows[other].entries[0].column > 0); };
        return m_framed || !several(i - 1) || !several(i + 1);
    }

    /// A row made of wording alone, as the heads of a table are.
    bool isHeads(size_t i) const
    {
        constexpr int LeastHeads = 4;
        const Row &row = m_rows[i];
        return row.texts >= LeastHeads
            && std::none_of(row.entries.begin(), row.entries.end(), [](const Row::Entry &e) { return e.cell && hasDigit(*e.cell); });
    }

    bool hasHeads(size_t begin, size_t end) const
    {
        for (size_t i = begin; i < end; ++i) {
            if (isHeads(i))
                return true;
        }
        return false;
    }

    /// A title between two tables that no empty row parts: it stands alone in its row, and heads follow.
    bool isTitle(size_t i) const
    {
        constexpr size_t Near = 3; // rows of merged heads
        const Row &row = m_rows[i];
        return row.texts == 1 && row.entries.size() == 1 && row.entries[0].column == 0
            && hasHeads(i + 1, std::min(i + 1 + Near, m_rows.size()));
    }

    void paragraph(const Row &row)
    {
        for (const Row::Entry &entry : row.entries) {
            if (entry.cell)
                writeCell(*entry.cell, m_builder);
        }
        m_builder.endParagraph();
    }

    void findColumns(size_t begin, size_t end)
    {
        // The columns of the table are those in which a cell of it begins; other tables of the sheet have others. Without frames it is
        // told by titles and empty rows where a table begins and ends, not by rows that hold little.
        std::vector<int> &columns = m_tableColumns;
        columns.clear();
        size_t first = begin;
        size_t last = end;
        while (!m_framed && first > 0 && !isTitle(first) && m_rows[first].number == m_rows[first - 1].number + 1)
            --first;
        while (!m_framed && last < m_rows.size() && !isTitle(last) && m_rows[last].number == m_rows[last - 1].number + 1)
            ++last;
        for (size_t i = first; i < last; ++i) {
            for (const Row::Entry &entry : m_rows[i].entries) {
                if (!entry.fromAbove)
                    columns.push_back(entry.column);
            }
        }
        // Without frames a column may be empty in all rows of a table and be one of its columns all the same, where no heads say so.
        if (!m_framed && !columns.empty() && !hasHeads(first, last)) {
            const auto [least, most] = std::minmax_element(columns.begin(), columns.end());
            for (int column = *least, until = *most; column < until; ++column)
                columns.push_back(column);
        }
        std::sort(columns.begin(), columns.end());
        columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
        m_columnsUntil = last;
    }

    void table(size_t begin, size_t end)
    {
        if (m_framed || begin >= m_columnsUntil)
            findColumns(begin, end);
        const std::vector<int> &columns = m_tableColumns;
        const auto at = [&](int column) { return int(std::lower_bound(columns.begin(), columns.end(), column) - columns.begin()); };
        m_builder.beginTable();
        for (size_t i = begin; i < end && !m_builder.error(); ++i) {
            m_builder.beginRow();
            int column = 0;
            for (const Row::Entry &entry : m_rows[i].entries) {
                const int from = at(entry.column);
                for (; column < from; ++column)
                    m_builder.beginCell(1, 1, column);
                column = std::max(column, at(entry.column + entry.columnSpan));
                if (entry.fromAbove)
                    continue;
                m_builder.beginCell(column - from, entry.rowSpan, from);
                if (entry.cell)
                    writeCell(*entry.cell, m_builder);
            }
            // A frame says where a row ends; without any, every row is as wide as the widest.
            for (; !m_framed && column < int(columns.size()); ++column)
                m_builder.beginCell(1, 1, column);
        }
        m_builder.endTable();
    }

    Worksheet &m_sheet;
    DocumentBuilder &m_builder;
    std::vector<int> m_columns;
    std::vector<Row> m_rows;
    std::vector<int> m_tableColumns; ///< of the table that is being written
    size_t m_columnsUntil = 0; ///< and of the rows before this one
    qsizetype m_places = 0;
    bool m_framed = false;
};

} // namespace

void buildSheet(Worksheet &sheet, DocumentBuilder &builder) { SheetWriter(sheet, builder).write(); }

} // namespace gouji
