// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/wording/columnheads.h"

#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr int Wording = -2; ///< wording of the table, or long text, that heads no column
constexpr int Torn = -3;
constexpr qsizetype LongestHead = 10;
constexpr float KnownWording = 0.5f; // of its pairs: a piece of the form's own heads

struct Item {
    int column = Wording;
    const Token *token = nullptr;
};

class Finder {
public:
    Finder(const FormTable &table, QStringView text, const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout)
        : m_table(table)
        , m_text(text)
        , m_tokens(tokens)
        , m_wording(wording)
        , m_strung(layout.strung)
        , m_members(table.labels->groupedColumns())
    {
        m_shares = std::any_of(tokens.begin(), tokens.end(), [text](const Token &t) {
            return t.kind == Token::Text && t.range.length() > 1 && text[t.range.end - 1] == u'%' && text[t.range.begin].isDigit();
        });
    }

    std::vector<HeadBlock> run()
    {
        size_t i = 0;
        while (i < m_tokens.size()) {
            const size_t begin = i;
            m_items.clear();
            for (; i < m_tokens.size() && m_tokens[i].kind != Token::Number; ++i) {
                if (m_tokens[i].kind != Token::Text)
                    continue;
                if (!readHeads(i))
                    break;
            }
            close(begin, i);
            while (i < m_tokens.size() && (m_tokens[i].kind == Token::Number || namesRow(i)))
                ++i;
        }
        return std::move(m_blocks);
    }

private:
    bool namesRow(size_t i) const
    {
        if (m_tokens[i].kind != Token::Text)
            return false;
        const auto &names = m_wording.names(i);
        return std::any_of(names.begin(), names.end(), [](const TableWording::Name &n) { return n.score >= NamesRow; });
    }

    /// Single spaces may part heads of one line: then the piece holds several. False where it names a row.
    bool readHeads(size_t i)
    {
        const Token &t = m_tokens[i];
        const QStringView piece = m_text.mid(t.range.begin, t.range.length());
        std::vector<Item> items;
        for (const QStringView part : piece.tokenize(u' ', Qt::SkipEmptyParts))
            items.push_back({read(part, i), &t});
        if (items.size() > 1) {
            const bool wording = std::all_of(items.begin(), items.end(), [](const Item &item) { return item.column == Wording; });
            const bool heads = items.size() <= size_t(m_table.cellIds().size())
                && std::all_of(items.begin(), items.end(), [](const Item &item) { return item.column != Torn; })
                && std::any_of(items.begin(), items.end(), [](const Item &item) { return item.column >= 0; });
            if (!heads)
                items = {{wording || namesRow(i) ? Wording : Torn, &t}};
        }
        if (items.size() == 1 && items.front().column == Wording && namesRow(i))
            return false;
        m_items.insert(m_items.end(), items.begin(), items.end());
        return true;
    }

    /// In an across table the rows are groups of columns, whose titles stand above the heads.
    bool namesGroup(QStringView piece, size_t i) const
    {
        if (piece.size() == m_tokens[i].range.length())
            return m_wording.head(i) > 0;
        LabelScores scratch;
        const LabelScores &scores = m_table.labels->match(piece, scratch);
        return std::max(scores.bestRowScore, scores.heading) >= NamesRow;
    }

    int read(QStringView piece, size_t i) const
    {
        if (piece.size() > 3 * LongestHead || LabelIndex::numbering(piece))
            return Wording;
        if (std::any_of(piece.begin(), piece.end(), [](QChar c) { return c.isDigit(); }))
            return Torn; // "自然人 20,商业企业 2": values among the wording
        if (m_shares && (piece.contains(u'比') || piece.contains(u'%')))
            return Wording; // over shares, which are no numbers
        const LabelIndex::Content content = LabelIndex::contentOf(piece);
        const QStringView view(content.data(), content.size());
        if (const int column = m_table.labels->columnOf(view); column >= 0)
            return column;
        if (m_table.labels->isHeading(view) || view.size() > LongestHead || namesRow(i) || (m_table.across && namesGroup(piece, i)))
            return Wording;
        return view.size() < 2 || m_table.labels->knownShare(view) >= KnownWording ? Torn : HeadBlock::Own;
    }

    /// Only what stands between heads of the form, or right behind the last of them, may be a head as well.
    void close(size_t begin, size_t end)
    {
        const auto known = [](const Item &item) { return item.column >= 0; };
        const auto first = std::find_if(m_items.begin(), m_items.end(), known);
        if (first == m_items.end())
            return;
        auto last = std::find_if(m_items.rbegin(), m_items.rend(), known).base();
        while (last != m_items.end() && last->column == HeadBlock::Own)
            ++last;
        HeadBlock block;
        block.begin = begin;
        block.end = end;
        block.clear = std::none_of(m_items.begin(), m_items.end(), [](const Item &item) { return item.column == Torn; });
        std::vector<Item> items(first, last);
        std::erase_if(items, [](const Item &item) { return item.column == Wording || item.column == Torn; });
        block.clear = block.clear || hasAllColumns(items);
        const bool oneLine = items.front().token->line == items.back().token->line;
        const auto columnsOf = [](const std::vector<Item> &list) {
            std::vector<int> out;
            for (const Item &item : list) {
                if (!out.empty() || item.column != HeadBlock::Own) // the head of the labels
                    out.push_back(item.column);
            }
            return out;
        };
        block.columns = block.byLevels = columnsOf(items);
        const bool ordered = oneLine || m_table.across || m_members.empty() || joinLevels(block.byLevels);
        if (sortByColumn(items)) {
            block.columns = columnsOf(items);
        } else {
            block.columns = block.byLevels;
            block.ordered = ordered;
        }
        block.fields = fieldsOf(items);
        if (!block.fields.empty()) { // they stand above their columns
            std::stable_sort(items.begin(), items.end(), [](const Item &a, const Item &b) { return a.token->field < b.token->field; });
            block.columns = block.byLevels = columnsOf(items);
            block.ordered = true;
            std::sort(block.fields.begin(), block.fields.end());
            block.fields.erase(block.fields.begin(), block.fields.end() - qsizetype(block.columns.size()));
        }
        m_blocks.push_back(std::move(block));
    }

    /// Every column of the table has its head in a field of its own: what else there is in fields is no torn head.
    bool hasAllColumns(const std::vector<Item> &items) const
    {
        std::vector<int> columns;
        for (const Item &item : items) {
            if (item.column >= 0)
                columns.push_back(item.column);
        }
        std::sort(columns.begin(), columns.end());
        const bool once = std::adjacent_find(columns.begin(), columns.end()) == columns.end();
        return once && columns.size() == size_t(m_table.columns.size()) && !fieldsOf(items).empty();
    }

    /// The fields the heads stand in, one each; empty where it is not so.
    std::vector<int> fieldsOf(const std::vector<Item> &items) const
    {
        std::vector<int> out;
        for (const Item &item : items) {
            if (!item.token->delimited || item.token->alone || m_table.across)
                return {};
            out.push_back(item.token->field);
        }
        std::vector<int> sorted = out;
        std::sort(sorted.begin(), sorted.end());
        for (size_t i = 1; i < sorted.size(); ++i) {
            if (sorted[i] == sorted[i - 1])
                return {};
        }
        return out;
    }

    /// Spaced lines: heads stand where their columns do, whatever line they are on, if only the width of a character is
    /// known. In an across table heads repeat.
    bool sortByColumn(std::vector<Item> &items) const
    {
        if (m_table.across || m_strung
            || std::any_of(items.begin(), items.end(), [](const Item &item) { return item.token->delimited || item.token->alone; }))
            return false;
        std::vector<Item> sorted = items;
        std::stable_sort(sorted.begin(), sorted.end(), [](const Item &a, const Item &b) { return a.token->left < b.token->left; });
        if (!std::is_sorted(
                sorted.begin(), sorted.end(), [](const Item &a, const Item &b) { return a.token->leftUnit < b.token->leftUnit; }))
            return false;
        items = std::move(sorted);
        return true;
    }

    bool isMember(int column) const { return std::find(m_members.begin(), m_members.end(), column) != m_members.end(); }

    /// The heads below the head of their group are printed before or behind those beside it, and belong between them. A
    /// head of the agency's own stays behind the one it was printed behind. False where those beside are out of order.
    bool joinLevels(std::vector<int> &columns) const
    {
        std::vector<int> beside = columns;
        std::erase_if(beside, [this](int column) { return column == HeadBlock::Own || isMember(column); });
        std::vector<int> out = beside;
        std::sort(out.begin(), out.end());
        auto at = std::find_if(out.begin(), out.end(), [this](int column) { return column > m_members.front(); });
        for (const int column : columns) {
            if (isMember(column))
                at = std::next(out.insert(at, column));
        }
        for (size_t i = 1; i < columns.size(); ++i) {
            if (columns[i] != HeadBlock::Own)
                continue;
            size_t before = i - 1;
            while (columns[before] == HeadBlock::Own)
                --before;
            out.insert(std::find(out.begin(), out.end(), columns[before]) + qsizetype(i - before), HeadBlock::Own);
        }
        columns = std::move(out);
        return std::is_sorted(beside.begin(), beside.end());
    }

    const FormTable &m_table;
    QStringView m_text;
    const std::vector<Token> &m_tokens;
    const TableWording &m_wording;
    bool m_strung = false; ///< where heads stand on their lines says nothing
    const std::vector<int> &m_members; ///< columns under the head of a group
    std::vector<Item> m_items;
    bool m_shares = false; ///< percentages stand in the table
    std::vector<HeadBlock> m_blocks;
};

} // namespace

std::vector<HeadBlock> findHeads(
    const FormTable &table, QStringView text, const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout)
{
    return Finder(table, text, tokens, wording, layout).run();
}

} // namespace gouji
