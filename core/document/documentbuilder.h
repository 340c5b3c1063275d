// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/blocks.h"

#include <optional>

namespace gouji {

/// How characters are set, where that changes what they say.
struct TextLook {
    bool raised = false; ///< 28¹ is not 281
    bool lowered = false;
    bool struck = false; ///< crossed out: never runs together with what replaced it
    int link = 0; ///< where it leads to another page: the number of the link, counted from 1
};

/// Collects the paragraphs and tables of a structured file in reading order, whatever kind of file it is. Anything may be
/// called at any time: what was left open is closed. The first bound that is exceeded becomes error(), and from then on
/// nothing more is taken in.
class DocumentBuilder {
public:
    static constexpr int MaxNesting = 50; ///< tables within tables
    static constexpr int MaxColumns = 2048;
    static constexpr qsizetype MaxText = 16 * 1024 * 1024; ///< code units
    static constexpr size_t MaxCells = 1024 * 1024;
    static constexpr size_t MaxParagraphs = 1024 * 1024;

    void text(QStringView text, TextLook look = {});
    void lineBreak() { put(u'\n'); }
    void tabulator() { put(u'\t'); }
    void endParagraph(); ///< an empty paragraph counts
    void breakParagraph(); ///< ends a paragraph that has anything in it

    void append(std::vector<Block> blocks); ///< of another builder, behind what was written so far

    void beginTable();
    void endTable();
    void beginRow();
    void endRow();
    void dropRow(); ///< a row that has no cell yet was none
    void endRowGroup(); ///< row spans end here
    /// `column` is the cell's first; without it, the next place that no cell above reaches into.
    void beginCell(int columnSpan, int rowSpan, std::optional<int> column = std::nullopt);
    void endCell();
    void repeatCell(int column); ///< the last cell stands here too
    void repeatRow(); ///< and so does the last row, below
    /// The cell above that begins in this column reaches one row further down; false where there is none.
    bool extendAbove(int column);

    bool isLineStart() const; ///< nothing stands before the next character on its line
    QChar lastCharacter() const; ///< of the paragraph, null where it is empty
    bool isInCell() const { return !m_tables.empty() && m_tables.back().inCell; }
    bool isInTable() const { return !m_tables.empty(); }
    bool hasStruck() const { return m_hasStruck; }
    const std::optional<Error> &error() const { return m_error; }
    void fail(const Error &error);

    std::vector<Block> take();

private:
    struct OpenTable {
        std::shared_ptr<BlockTable> table;
        std::vector<int> reachedUntil; ///< for each column the first row that no cell above reaches into
        std::vector<int> lastAt; ///< for each column the index of the last cell that begins there, or -1
        int groupBegin = 0;
        bool inRow = false;
        bool inCell = false;
        int nextColumn = 0;
    };
    void put(QChar c);
    std::vector<Block> &blocks();
    const std::vector<Block> &blocks() const { return const_cast<DocumentBuilder *>(this)->blocks(); }
    Block &paragraph();
    bool takes(qsizetype characters);

    std::vector<Block> m_blocks;
    std::vector<OpenTable> m_tables;
    bool m_open = false; ///< the last block is a paragraph that goes on
    bool m_struck = false;
    bool m_hasStruck = false;
    int m_link = 0;
    qsizetype m_size = 0;
    size_t m_cells = 0;
    size_t m_paragraphs = 0;
    Block m_surplus; ///< a paragraph beyond the bound
    std::optional<Error> m_error;
};

} // namespace gouji
