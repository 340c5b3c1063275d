// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/printedcolumns.h"

#include "recovery/mending/headorder.h"
#include "recovery/mending/valueruns.h"

#include <algorithm>
#include <map>

namespace gouji {

namespace {

class Reader {
public:
    Reader(const FormTable &table, const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout)
        : m_table(table)
        , m_tokens(tokens)
        , m_wording(wording)
        , m_layout(layout)
    {
    }

    PrintedColumns run(const std::vector<HeadBlock> &blocks)
    {
        if (!m_table.across) {
            for (const size_t number : runningNumbers(m_tokens, m_wording, m_layout))
                setForeign(number);
            m_runs = valueRuns(m_tokens, m_wording, m_layout, m_out.foreign);
        }
        for (size_t b = 0; b < blocks.size(); ++b) {
            const size_t end = b + 1 < blocks.size() ? blocks[b + 1].begin : m_tokens.size();
            if (m_table.across)
                compareAcross(blocks[b], end);
            else
                compare(blocks[b], end);
        }
        if (m_changed)
            finish();
        return std::move(m_out);
    }

private:
    void setForeign(size_t token)
    {
        m_out.foreign.resize(m_tokens.size());
        m_out.foreign[token] = true;
    }

    void setOpen(int row)
    {
        m_out.open.resize(size_t(m_table.rows.size()));
        m_out.open[size_t(row)] = true;
    }

    /// The rows behind a block of heads that have as many cells, and hold nearly all the same number of values.
    void compare(const HeadBlock &block, size_t end)
    {
        std::map<QList<int>, std::vector<const ValueRun *>> byColumns;
        for (const ValueRun &run : m_runs) {
            if (run.label >= block.begin && run.label < end)
                byColumns[m_table.rows[run.row].columns].push_back(&run);
        }
        if (m_runs.empty() && block.clear)
            openRowsWithout(block.columns);
        for (const auto &[list, runs] : byColumns) {
            const std::vector<int> expected(list.begin(), list.end());
            int values = usualValues(runs, expected.size());
            if (values < 0 && standUnder(block.fields, m_tokens, runs))
                values = int(block.columns.size());
            if (!block.ordered && !totalIsLast(m_tokens, runs))
                std::for_each(runs.begin(), runs.end(), [this](const ValueRun *run) { setOpen(run->row); });
            const int heads = int(block.columns.size());
            const bool asMany = values < 0 || values == int(expected.size());
            if (block.clear && block.columns == expected && !block.fields.empty()) {
                leaveBeside(block, runs);
                continue;
            }
            if (asMany
                && (!block.clear || heads < 2 || fits(block.columns, expected) || (heads == int(expected.size()) && hasOwn(block.columns))))
                continue; // one head more or less that could not be read says nothing
            if (asMany && block.byLevels == expected && totalIsLast(m_tokens, runs))
                continue; // the heads do not stand above their columns
            if (values >= 0 && values < int(expected.size()) && !isDelimited(m_tokens, runs) && (!block.clear || heads != values))
                continue; // empty cells may have left no trace
            if (block.clear && !block.fields.empty() && isOutOfOrder(block, expected) && !standUnder(block.fields, m_tokens, runs)) {
                std::for_each(runs.begin(), runs.end(), [this](const ValueRun *run) { setOpen(run->row); }); // heads of other fields
                continue;
            }
            if (block.clear && isKnown(block, expected, values))
                take(block, runs, expected);
            else if (!asMany || isOutOfOrder(block, expected))
                std::for_each(runs.begin(), runs.end(), [this](const ValueRun *run) { setOpen(run->row); });
        }
    }

    /// A table without a number: cells of a column that has no head are not printed, rather than empty.
    void openRowsWithout(const std::vector<int> &heads)
    {
        const auto isPrinted = [&](int column) { return std::find(heads.begin(), heads.end(), column) != heads.end(); };
        for (int row = 0; row < m_table.rows.size(); ++row) {
            const QList<int> &columns = m_table.rows[row].columns;
            if (heads.size() > 1 && std::any_of(columns.begin(), columns.end(), isPrinted)
                && !std::all_of(columns.begin(), columns.end(), isPrinted))
                setOpen(row);
        }
    }

    /// What stands in fields beside those of the heads, in nearly all rows, is a column of the agency's own whose head stands
    /// elsewhere or nowhere. A row that has values in still other fields lies off.
    void leaveBeside(const HeadBlock &block, const std::vector<const ValueRun *> &runs)
    {
        const auto isUnderHead = [&](const Token &t) { return std::binary_search(block.fields.begin(), block.fields.end(), t.field); };
        struct Field {
            size_t rows = 0; ///< that have something in it
            size_t wide = 0; ///< that reach from there over more fields than the form has columns: they are not merely moved
        };
        std::map<int, Field> beside;
        const auto eachBeside = [&](const ValueRun *run, auto &&act) {
            for (size_t i = run->label + 1; i < m_tokens.size() && m_tokens[i].line == m_tokens[run->label].line; ++i) {
                const Token &t = m_tokens[i];
                if ((t.kind == Token::Number || (t.kind == Token::Blank && t.range.length() > 0)) && t.delimited && !isUnderHead(t))
                    act(i);
            }
        };
        for (const ValueRun *run : runs) {
            const int first = m_tokens[run->numbers.front()].field;
            const int last = m_tokens[run->numbers.back()].field;
            eachBeside(run, [&](size_t i) {
                Field &field = beside[m_tokens[i].field];
                ++field.rows;
                field.wide += size_t(std::max(last, m_tokens[i].field) - std::min(first, m_tokens[i].field)) >= block.fields.size();
            });
        }
        // a few rows with numbers more may as well hold some that were torn
        const size_t least = 4;
        std::erase_if(beside,
            [&](const auto &field) { return double(field.second.rows) < Nearly * double(runs.size()) || field.second.wide < least; });
        if (beside.empty())
            return;
        for (const ValueRun *run : runs) {
            eachBeside(run, [&](size_t i) {
                if (!beside.contains(m_tokens[i].field)) {
                    setOpen(run->row);
                    return;
                }
                setForeign(i);
                if (m_tokens[i].kind == Token::Number)
                    m_out.values.push_back(m_tokens[i].range);
            });
        }
    }

    void take(const HeadBlock &block, const std::vector<const ValueRun *> &runs, const std::vector<int> &expected)
    {
        const std::vector<int> &heads = block.columns;
        if (heads == expected)
            return;
        const bool own = hasOwn(heads);
        const bool open = own && !sumsHold(heads, runs, expected.back());
        const bool under = block.fields.size() == heads.size() && standUnder(block.fields, m_tokens, runs);
        for (const ValueRun *run : runs) {
            const bool full = run->numbers.size() == heads.size() && run->full;
            if (!open && own && !full && under && leaveUnder(block, *run))
                continue;
            if (open || (own && !full)) {
                setOpen(run->row);
                continue;
            }
            for (size_t i = 0; own && i < heads.size(); ++i) {
                if (heads[i] != HeadBlock::Own)
                    continue;
                setForeign(run->numbers[i]);
                m_out.values.push_back(m_tokens[run->numbers[i]].range);
            }
        }
        if (!m_changed)
            m_changed = std::make_shared<FormTable>(m_table);
        for (FormRow &row : m_changed->rows) {
            if (std::vector<int>(row.columns.begin(), row.columns.end()) == expected)
                reorder(row, heads);
        }
    }

    /// A row with empty fields: what stands in those of the agency's own heads. False where a value of the row stands under no head.
    bool leaveUnder(const HeadBlock &block, const ValueRun &run)
    {
        const auto headOf = [&](const Token &t) {
            const auto at = std::lower_bound(block.fields.begin(), block.fields.end(), t.field);
            return at == block.fields.end() || *at != t.field ? -1 : int(at - block.fields.begin());
        };
        const int line = m_tokens[run.numbers.front()].line;
        std::vector<size_t> own;
        size_t places = 0;
        for (size_t i = run.label + 1; i < m_tokens.size() && m_tokens[i].line <= line; ++i) {
            const Token &t = m_tokens[i];
            if (t.line < line || t.kind == Token::Text || t.kind == Token::Gap)
                continue;
            const int head = t.delimited ? headOf(t) : -1;
            if (head < 0 && t.kind == Token::Number)
                return false;
            places += head >= 0;
            if (head >= 0 && block.columns[size_t(head)] == HeadBlock::Own)
                own.push_back(i);
        }
        if (places != block.columns.size())
            return false;
        for (const size_t i : own) {
            setForeign(i);
            if (m_tokens[i].kind == Token::Number)
                m_out.values.push_back(m_tokens[i].range);
        }
        return true;
    }

    /// Whether most rows add up, the last of the form's columns the total of the others, once the agency's own are left out;
    /// true where no row tells.
    bool sumsHold(const std::vector<int> &heads, const std::vector<const ValueRun *> &runs, int total) const
    {
        int holds = 0;
        int all = 0;
        for (const ValueRun *run : runs) {
            if (run->numbers.size() != heads.size() || !run->full)
                continue;
            Decimal parts;
            Decimal sum;
            for (size_t i = 0; i < heads.size(); ++i) {
                if (heads[i] == total)
                    sum = m_tokens[run->numbers[i]].value;
                else if (heads[i] != HeadBlock::Own)
                    parts += m_tokens[run->numbers[i]].value;
            }
            const bool tells = !parts.isZero() || !sum.isZero();
            all += tells;
            holds += tells && parts == sum;
        }
        return !hasRowSums(total) || double(holds) >= Nearly * double(all);
    }

    /// A column is the total of its rows.
    bool hasRowSums(int column) const
    {
        return std::any_of(m_table.identities.begin(), m_table.identities.end(), [&](const Identity &identity) {
            return std::any_of(m_table.rows.begin(), m_table.rows.end(), [&](const FormRow &row) {
                const qsizetype at = row.columns.indexOf(column);
                return at >= 0 && row.cells.size() > 2 && identity.right == QList<CellId>{row.cells[at]}
                && row.cells.contains(identity.left.front());
            });
        });
    }

    static void reorder(FormRow &row, const std::vector<int> &heads)
    {
        const FormRow before = row;
        row.cells.clear();
        row.columns.clear();
        for (const int column : heads) {
            const qsizetype at = before.columns.indexOf(column);
            if (at < 0)
                continue;
            row.cells << before.cells[at];
            row.columns << column;
        }
    }

    /// The rows of an across table stand side by side under one line of heads.
    void compareAcross(const HeadBlock &block, size_t end)
    {
        std::vector<int> expected;
        for (const FormRow &row : m_table.rows)
            expected.insert(expected.end(), row.columns.begin(), row.columns.end());
        size_t numbers = 0;
        for (size_t i = block.end; i < end; ++i)
            numbers += m_tokens[i].kind == Token::Number && !m_tokens[i].pageMark && !m_tokens[i].loose;
        const bool surplus = !m_layout.rowPerLine && numbers > expected.size(); // elsewhere it may be a page number
        if (!block.clear || (fits(block.columns, expected) && !surplus))
            return;
        const bool cutOff = !surplus && block.columns.size() < expected.size() && fieldsFrom(block.end) == block.columns.size()
            && std::equal(block.columns.begin(), block.columns.end(), expected.begin()); // what is not printed is not empty
        const bool permuted = !surplus && block.columns.size() == expected.size() && numbers <= expected.size() && !hasOwn(block.columns);
        if (!permuted && !cutOff && numbers <= expected.size() && block.columns.size() <= expected.size())
            return;
        auto changed = std::make_shared<FormTable>(m_table);
        size_t at = 0;
        bool known = permuted;
        for (FormRow &row : changed->rows) {
            const qsizetype cells = row.cells.size();
            if (known)
                reorder(row, std::vector<int>(block.columns.begin() + qsizetype(at), block.columns.begin() + qsizetype(at) + cells));
            known = known && row.cells.size() == cells;
            at += size_t(cells);
        }
        if (known) {
            m_changed = changed;
            return;
        }
        for (int row = 0; row < m_table.rows.size(); ++row)
            setOpen(row);
    }

    /// The fields of the delimited line a token stands on.
    size_t fieldsFrom(size_t token) const
    {
        int last = -1;
        for (size_t i = token; i < m_tokens.size() && m_tokens[i].line == m_tokens[token].line && m_tokens[i].delimited; ++i)
            last = m_tokens[i].field;
        return size_t(last + 1);
    }

    /// Sums that miss a cell of theirs say nothing.
    void finish()
    {
        m_changed->countCells();
        const auto printed = [this](CellId id) { return m_changed->placeOf(id) >= 0; };
        m_changed->identities.removeIf([&](const Identity &identity) {
            return !std::all_of(identity.left.begin(), identity.left.end(), printed)
                || !std::all_of(identity.right.begin(), identity.right.end(), printed);
        });
        m_out.table = std::move(m_changed);
    }

    const FormTable &m_table;
    const std::vector<Token> &m_tokens;
    const TableWording &m_wording;
    const Layout &m_layout;
    std::vector<ValueRun> m_runs;
    std::shared_ptr<FormTable> m_changed;
    PrintedColumns m_out;
};

} // namespace

PrintedColumns readColumns(
    const FormTable &table, QStringView text, const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout)
{
    return Reader(table, tokens, wording, layout).run(findHeads(table, text, tokens, wording, layout));
}

std::vector<Token> without(const std::vector<Token> &tokens, const std::vector<bool> &foreign)
{
    std::vector<Token> out;
    int line = -1;
    int fields = 0; // gone from the line
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].line != line)
            fields = 0;
        line = tokens[i].line;
        if (foreign[i]) {
            fields += tokens[i].delimited;
            continue;
        }
        out.push_back(tokens[i]);
        out.back().field -= fields;
    }
    return out;
}

} // namespace gouji
