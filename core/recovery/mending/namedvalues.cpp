// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/namedvalues.h"

#include "recovery/mending/namedrecords.h"
#include "recovery/text/characters.h"
#include "recovery/text/printednumber.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr qsizetype LeastValues = 6; // of one table: then the others are read so as well
constexpr qsizetype LeastOfOthers = 1;

/// Writes records as the tokens of a table.
class RecordTokens {
public:
    RecordTokens(const FormTable &table, QStringView text, const NamedRecords &records)
        : m_table(table)
        , m_text(text)
        , m_records(records)
    {
    }

    /// The heads of all rows, then the values of all, each row where the form has it; false where one is not named, or not whole.
    bool across(std::vector<Token> &tokens)
    {
        std::vector<const NamedRecord *> rows(size_t(m_table.rows.size()), nullptr);
        LabelScores scratch;
        for (const NamedRecord &record : m_records.records()) {
            int row = -1;
            float best = 0;
            for (const TextRange &piece : piecesOf(record.label)) {
                const LabelScores &scores = m_table.labels->match(m_text.mid(piece.begin, piece.length()), scratch);
                row = scores.bestRowScore > best ? scores.bestRow : row;
                best = std::max(best, scores.bestRowScore);
            }
            if (row < 0 || rows[size_t(row)] || record.isOpen())
                return false;
            rows[size_t(row)] = &record;
        }
        std::vector<Token> out = before(tokens);
        int field = 0;
        std::vector<std::pair<const NamedEntry *, int>> values;
        for (qsizetype r = 0; r < m_table.rows.size(); ++r) {
            const NamedRecord *record = rows[size_t(r)];
            if (!record)
                return false;
            for (const int column : m_table.rows[r].columns) {
                const NamedEntry *entry = record->of(m_records.columnOf(m_table.columns[column].label));
                if (!entry)
                    return false;
                values.push_back({entry, field++});
            }
        }
        for (const NamedRecord *record : rows)
            putLabel(tokens, out, record->label);
        ++m_line;
        for (const auto &[entry, at] : values)
            put(out, Token::Text, entry->name, at);
        ++m_line;
        for (const auto &[entry, at] : values)
            putValue(out, *entry, at);
        ++m_line;
        appendBehind(tokens, out);
        tokens = std::move(out);
        return true;
    }

    bool isMixed() const { return m_mixed; }

    /// The heads in the order of the first whole row, then row after row.
    void rows(std::vector<Token> &tokens)
    {
        std::vector<Token> out = before(tokens);
        std::vector<const NamedEntry *> heads;
        for (const NamedRecord &record : m_records.records()) {
            const auto has = [&](int column) {
                return std::any_of(heads.begin(), heads.end(), [&](const NamedEntry *h) { return h->column == column; });
            };
            if (!has(record.entries.front().column)) {
                heads = m_records.headsOf(record);
                for (size_t f = 0; f < heads.size(); ++f)
                    put(out, Token::Text, heads[f]->name, int(f) + 1);
                ++m_line;
            }
            putLabel(tokens, out, record.label);
            const qsizetype end = record.entries.back().end;
            for (size_t f = 0; f < heads.size(); ++f) {
                const NamedEntry *entry = record.of(heads[f]->column);
                if (entry && !record.isOpen())
                    putValue(out, *entry, int(f) + 1);
                else // other rows have it
                    put(out, Token::Blank, {end, end}, int(f) + 1).unreadable = true;
            }
            ++m_line;
        }
        appendBehind(tokens, out);
        tokens = std::move(out);
    }

private:
    /// The tokens in front of the first row.
    std::vector<Token> before(const std::vector<Token> &tokens)
    {
        std::vector<Token> out;
        const qsizetype begin = m_records.records().front().label.begin;
        for (size_t i = 0; i < tokens.size() && tokens[i].range.end <= begin; ++i)
            out.push_back(tokens[i]);
        m_line = out.empty() ? 0 : out.back().line + 1;
        return out;
    }

    void appendBehind(const std::vector<Token> &tokens, std::vector<Token> &out) const
    {
        const qsizetype end = m_records.records().back().entries.back().end;
        const auto from = std::find_if(tokens.begin(), tokens.end(), [end](const Token &t) { return t.range.begin >= end; });
        const int moved = from == tokens.end() ? 0 : m_line - from->line + 1;
        for (auto t = from; t != tokens.end(); ++t) {
            out.push_back(*t);
            out.back().line += moved;
        }
    }

    Token &put(std::vector<Token> &out, Token::Kind kind, TextRange range, int field)
    {
        Token t;
        t.kind = kind;
        t.line = m_line;
        t.field = field;
        t.delimited = true;
        t.range = range;
        out.push_back(t);
        return out.back();
    }

    /// The pieces of a row's wording, without what marks up a record.
    std::vector<TextRange> piecesOf(TextRange label) const
    {
        const auto parts
            = [](QChar c) { return c == u'\n' || c == u'\t' || c == u':' || c == u'|' || c == u'{' || c == u'}' || c == u'/'; };
        const auto isWord = [](QChar c) { return isIdeograph(c) || isDigit(c) || c == u'(' || c == u')'; };
        std::vector<TextRange> out;
        for (qsizetype from = label.begin; from < label.end;) {
            qsizetype to = from;
            while (to < label.end && !parts(m_text[to]) && (to == from || !isNumbered(to, label.end)))
                ++to;
            TextRange piece{from, to};
            while (piece.begin < piece.end && !isWord(m_text[piece.begin]))
                ++piece.begin;
            while (piece.begin < piece.end && !isWord(m_text[piece.end - 1]))
                --piece.end;
            if (piece.begin < piece.end)
                out.push_back(piece);
            from = to < label.end && parts(m_text[to]) ? to + 1 : to;
        }
        return out;
    }

    /// Wording on lines above belongs to rows without values, or to groups.
    void putLabel(const std::vector<Token> &tokens, std::vector<Token> &out, TextRange label)
    {
        if (m_records.numbersIn(label) > 0) { // a row whose values are not named, or half a name
            copy(tokens, out, label);
            return;
        }
        qsizetype last = label.begin;
        for (const TextRange &piece : piecesOf(label)) {
            m_line += m_text.mid(last, piece.begin - last).contains(u'\n') && last > label.begin;
            last = piece.end;
            if (m_records.hasWording(piece))
                put(out, Token::Text, piece, 0);
        }
    }

    /// As they stood.
    void copy(const std::vector<Token> &tokens, std::vector<Token> &out, TextRange range)
    {
        constexpr int OfRow = 2;
        int line = -1;
        int numbers = 0;
        for (Token t : tokens) {
            if (t.range.begin < range.begin || t.range.begin >= range.end)
                continue;
            if (t.range.end > range.end) { // the row's own wording and its first name are one piece
                while (range.end > t.range.begin && (m_text[range.end - 1] == u':' || isSpace(m_text[range.end - 1])))
                    --range.end;
                t.range.end = range.end;
                if (!m_records.hasWording(t.range))
                    continue;
            }
            m_line += line >= 0 && t.line != line;
            numbers = (t.line == line ? numbers : 0) + (t.kind == Token::Number);
            line = t.line;
            m_mixed = m_mixed || numbers >= OfRow;
            out.push_back(t);
            out.back().line = m_line;
        }
    }

    /// "（一）…", "1.…": the wording of a row behind that of its group.
    bool isNumbered(qsizetype at, qsizetype end) const
    {
        if (at + 2 >= end)
            return false;
        if (m_text[at] == u'(')
            return isIdeograph(m_text[at + 1]) && m_text[at + 2] == u')';
        return isDigit(m_text[at]) && !isDigit(m_text[at - 1]) && m_text[at + 1] == u'.';
    }

    void putValue(std::vector<Token> &out, const NamedEntry &entry, int field)
    {
        bool lookalike = false;
        const QStringView piece = m_text.mid(entry.value.begin, entry.value.length());
        const auto value = entry.nextLine ? std::nullopt : readNumber(piece, &lookalike);
        Token &t = put(out, value ? Token::Number : Token::Blank, entry.value, field);
        t.lookalike = lookalike;
        t.unreadable = !value && !piece.isEmpty() && (entry.nextLine || !isEmptyMark(piece));
        if (value)
            t.value = *value;
    }

    const FormTable &m_table;
    QStringView m_text;
    const NamedRecords &m_records;
    int m_line = 0;
    bool m_mixed = false;
};

} // namespace

void readNamedValues(QStringView text, std::vector<TablePart> &parts)
{
    std::vector<NamedRecords> tables;
    bool named = false;
    for (const TablePart &part : parts) {
        tables.emplace_back(*part.table->columnNames, text, part.zone);
        named = named || tables.back().isThroughout(LeastValues);
    }
    for (size_t i = 0; i < parts.size() && named; ++i) {
        if (!tables[i].isThroughout(LeastOfOthers))
            continue;
        const FormTable &table = *parts[i].table;
        RecordTokens out(table, text, tables[i]);
        if (table.across)
            out.across(*parts[i].tokens);
        else
            out.rows(*parts[i].tokens);
        parts[i].open = out.isMixed();
    }
}

} // namespace gouji
