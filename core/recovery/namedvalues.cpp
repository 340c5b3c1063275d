// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/namedvalues.h"

#include "base/normalizedtext.h"
#include "recovery/characters.h"
#include "recovery/printednumber.h"
#include "report/labelindex.h"

#include <algorithm>
#include <array>

namespace gouji {

namespace {

constexpr qsizetype LeastValues = 6; // of one table: then the others are read so as well
constexpr qsizetype LeastOfOthers = 1;
constexpr int LeastRows = 2; // that name the same column

/// A wording of a column, and which column it is.
struct Name {
    QString wording;
    int column = 0;
};

/// A column's name with the value that stands behind it.
struct Entry {
    int column = 0;
    TextRange name;
    TextRange value; ///< empty where none stands there
    qsizetype end = 0; ///< behind both
    bool nextLine = false; ///< the value stands there
};

/// A row: its wording, and its entries.
struct Record {
    TextRange label;
    std::vector<Entry> entries;

    const Entry *of(int column) const
    {
        const auto at = std::find_if(entries.begin(), entries.end(), [column](const Entry &e) { return e.column == column; });
        return at == entries.end() ? nullptr : &*at;
    }
    bool namesTwice(int column) const
    {
        return std::count_if(entries.begin(), entries.end(), [column](const Entry &e) { return e.column == column; }) > 1;
    }
    bool isOpen() const
    {
        return std::any_of(entries.begin(), entries.end(), [this](const Entry &e) { return namesTwice(e.column); });
    }
};

bool isBreak(QChar c) { return isSpace(c) || c == u'\t' || c == u'\n'; }
bool isQuote(QChar c) { return c == u'"' || c == u'\'' || c == u'`' || c == u'*'; }

/// Characters, told from nearly all others by a bit each.
class CharacterSet {
public:
    void add(QChar c) { m_bits[c.unicode() % Bits / 64] |= quint64(1) << c.unicode() % 64; }
    bool has(QChar c) const { return m_bits[c.unicode() % Bits / 64] >> c.unicode() % 64 & 1; }

private:
    static constexpr size_t Bits = 1024;
    std::array<quint64, Bits / 64> m_bits{};
};

class NamedValues {
public:
    NamedValues(const TablePart &part, QStringView text)
        : m_table(part.editions.first())
        , m_text(text)
        , m_zone(part.zone)
    {
        for (const FormTable *table : part.editions) {
            for (const FormColumn &column : table->columns) {
                addName(column.label, column.label);
                for (const QString &variant : column.variants)
                    addName(column.label, variant);
            }
        }
        const auto longer = [](const Name &a, const Name &b) { return a.wording.size() > b.wording.size(); };
        std::stable_sort(m_names.begin(), m_names.end(), longer);
    }

    void find()
    {
        for (qsizetype i = m_zone.begin; i < m_zone.end;) {
            if (!m_first.has(m_text[i])) {
                ++i;
                continue;
            }
            const Entry entry = entryAt(i);
            if (entry.end > i)
                m_entries.push_back(entry);
            i = std::max(entry.end, i + 1);
        }
        leaveOpenNextLines();
        if (!m_entries.empty())
            collectRecords();
    }

    /// Several rows name the same columns, hardly one of them twice, and nearly all numbers between the first and the last are named.
    bool isThroughout(qsizetype least) const
    {
        std::vector<int> rows(size_t(m_columns.size()), 0);
        qsizetype values = 0;
        size_t open = 0;
        for (const Record &record : m_records) {
            open += record.isOpen();
            for (const Entry &entry : record.entries) {
                ++rows[size_t(entry.column)];
                values += entry.value.length() > 0;
            }
        }
        return values >= least && values > numbersBeside() * 4 && open * 4 <= m_records.size()
            && std::any_of(rows.begin(), rows.end(), [](int r) { return r >= LeastRows; });
    }

    /// The heads of all rows, then the values of all, each row where the form has it; false where one is not named, or not whole.
    bool across(std::vector<Token> &tokens)
    {
        std::vector<const Record *> rows(size_t(m_table->rows.size()), nullptr);
        LabelScores scratch;
        for (const Record &record : m_records) {
            int row = -1;
            float best = 0;
            for (const TextRange &piece : piecesOf(record.label)) {
                const LabelScores &scores = m_table->labels->match(m_text.mid(piece.begin, piece.length()), scratch);
                row = scores.bestRowScore > best ? scores.bestRow : row;
                best = std::max(best, scores.bestRowScore);
            }
            if (row < 0 || rows[size_t(row)] || record.isOpen())
                return false;
            rows[size_t(row)] = &record;
        }
        std::vector<Token> out = before(tokens);
        int field = 0;
        std::vector<std::pair<const Entry *, int>> values;
        for (qsizetype r = 0; r < m_table->rows.size(); ++r) {
            const Record *record = rows[size_t(r)];
            if (!record)
                return false;
            for (const int column : m_table->rows[r].columns) {
                const Entry *entry = record->of(int(m_columns.indexOf(m_table->columns[column].label)));
                if (!entry)
                    return false;
                values.push_back({entry, field++});
            }
        }
        for (const Record *record : rows)
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
        std::vector<const Entry *> heads;
        for (const Record &record : m_records) {
            const auto has
                = [&](int column) { return std::any_of(heads.begin(), heads.end(), [&](const Entry *h) { return h->column == column; }); };
            if (!has(record.entries.front().column)) {
                heads = headsOf(record);
                for (size_t f = 0; f < heads.size(); ++f)
                    put(out, Token::Text, heads[f]->name, int(f) + 1);
                ++m_line;
            }
            putLabel(tokens, out, record.label);
            const qsizetype end = record.entries.back().end;
            for (size_t f = 0; f < heads.size(); ++f) {
                const Entry *entry = record.of(heads[f]->column);
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
    /// Where values stand beside their names, a number on the next line may be a page's.
    void leaveOpenNextLines()
    {
        const auto next = std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &e) { return e.nextLine; });
        const auto values = std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &e) { return e.value.length() > 0; });
        for (Entry &entry : m_entries)
            entry.nextLine = entry.nextLine && next * 2 < values;
    }

    /// The tokens in front of the first row.
    std::vector<Token> before(const std::vector<Token> &tokens)
    {
        std::vector<Token> out;
        const qsizetype begin = m_records.front().label.begin;
        for (size_t i = 0; i < tokens.size() && tokens[i].range.end <= begin; ++i)
            out.push_back(tokens[i]);
        m_line = out.empty() ? 0 : out.back().line + 1;
        return out;
    }

    void appendBehind(const std::vector<Token> &tokens, std::vector<Token> &out) const
    {
        const qsizetype end = m_records.back().entries.back().end;
        const auto from = std::find_if(tokens.begin(), tokens.end(), [end](const Token &t) { return t.range.begin >= end; });
        const int moved = from == tokens.end() ? 0 : m_line - from->line + 1;
        for (auto t = from; t != tokens.end(); ++t) {
            out.push_back(*t);
            out.back().line += moved;
        }
    }

    void addName(const QString &column, const QString &printed)
    {
        if (m_printed.contains(printed)) // as in an edition before
            return;
        m_printed << printed;
        const QString wording = normalized(printed);
        for (const Name &name : m_names) {
            if (name.wording == wording)
                return;
        }
        int index = int(m_columns.indexOf(column));
        if (index < 0) {
            index = int(m_columns.size());
            m_columns << column;
        }
        m_names.push_back({wording, index});
        m_first.add(wording.front());
    }

    /// Nothing where no name stands, or not alone, or no single value behind it.
    Entry entryAt(qsizetype at) const
    {
        if (at > m_zone.begin && !mayPrecede(at - 1))
            return {};
        for (const Name &name : m_names) {
            if (!m_text.mid(at, m_zone.end - at).startsWith(name.wording))
                continue;
            Entry out{name.column, {at, at + name.wording.size()}, {}, 0};
            qsizetype i = out.name.end;
            bool joint = false; // a sign that leads from a name to its value
            bool broken = false;
            for (; i < m_zone.end; ++i) {
                const QChar c = m_text[i];
                const bool sign = c == u':' || c == u'=' || c == u'|' || c == u',' || c == u'\u2192';
                const bool mark = isQuote(c) && (c != u'*' || !joint || m_text[i - 1] == u'*');
                if (sign ? joint : !mark && !isBreak(c))
                    break;
                joint = joint || sign;
                broken = broken || c == u'\n';
            }
            qsizetype to = i;
            while (to < m_zone.end && !endsValue(to))
                ++to;
            const QStringView piece = unemphasised(m_text.mid(i, to - i));
            if (readNumber(piece) || isEmptyMark(piece)) {
                out.value.begin = piece.data() - m_text.data();
                out.value.end = out.value.begin + piece.size();
                out.end = to;
                out.nextLine = broken;
                return isFollowedByNumber(to) ? Entry() : out;
            }
            if (!joint)
                return {}; // wording goes on
            const bool empty = piece.isEmpty() || broken || beginsName(i);
            out.value = empty ? TextRange{out.name.end, out.name.end} : TextRange{i, to};
            out.end = empty ? out.name.end + 1 : to;
            return out;
        }
        return {};
    }

    bool beginsName(qsizetype at) const
    {
        return std::any_of(m_names.begin(), m_names.end(), [&](const Name &n) { return m_text.mid(at).startsWith(n.wording); });
    }

    /// A name begins a piece of wording: it neither goes on nor has the number of a row before it.
    bool mayPrecede(qsizetype before) const
    {
        qsizetype i = before;
        if (!m_entries.empty() && i <= m_entries.back().end)
            return true;
        while (i > m_zone.begin && (m_text[i] == u' ' || isQuote(m_text[i])))
            --i;
        const QChar c = m_text[i];
        const bool numbered = (c == u'.' || c == u'\u3001') && i > m_zone.begin && (isDigit(m_text[i - 1]) || isIdeograph(m_text[i - 1]));
        return !isIdeograph(m_text[before]) && c != u')' && !numbered;
    }

    /// A comma among digits parts thousands.
    bool endsValue(qsizetype at) const
    {
        const QChar c = m_text[at];
        if (c == u',' && at > 0 && isDigit(m_text[at - 1]) && at + 3 < m_zone.end && isDigit(m_text[at + 1]) && isDigit(m_text[at + 2])
            && isDigit(m_text[at + 3]))
            return false;
        return isBreak(c) || (isQuote(c) && c != u'*') || c == u',' || c == u';' || c == u'\u3002' || c == u'\u3001' || c == u'}'
            || c == u']' || c == u')' || c == u'|' || c == u'<';
    }

    bool isFollowedByNumber(qsizetype at) const
    {
        while (at < m_zone.end && (isBreak(m_text[at]) || m_text[at] == u',' || m_text[at] == u'|'))
            ++at;
        if (at >= m_zone.end || !isDigit(m_text[at]))
            return false;
        while (at < m_zone.end && isDigit(m_text[at]))
            ++at;
        return at == m_zone.end || (m_text[at] != u'.' && m_text[at] != u'\u3001'); // the number of the next row
    }

    void collectRecords()
    {
        constexpr qsizetype Longest = 200; // what stands before the first row is not all its wording
        qsizetype from = std::max(m_zone.begin, m_entries.front().name.begin - Longest);
        for (const Entry &entry : m_entries) {
            const TextRange between{from, entry.name.begin};
            const bool worded = hasWording(between);
            const bool again = !m_records.empty() && m_records.back().of(entry.column) && entry.value.length() == 0;
            if (again && !worded) { // "其他：自然人 5": a row that is worded like a column
                m_records.push_back({entry.name, {}});
                from = entry.end;
                continue;
            }
            if (m_records.empty() || (worded && !goesOn(between, entry)))
                m_records.push_back({between, {}});
            m_records.back().entries.push_back(entry);
            from = entry.end;
        }
        std::erase_if(m_records, [](const Record &r) { return r.entries.empty(); });
        TextRange &first = m_records.front().label;
        constexpr int Lines = 3;
        qsizetype begin = first.end;
        for (int lines = 0; begin > first.begin; --begin) {
            if (m_text[begin - 1] == u'\n' && hasWording({begin, first.end}) && ++lines == Lines)
                break;
        }
        first.begin = begin;
    }

    /// The wording of the row is repeated before each of its values.
    bool goesOn(TextRange between, const Entry &entry) const
    {
        return wordingOf(between) == wordingOf(m_records.back().label) && !m_records.back().of(entry.column);
    }

    QString wordingOf(TextRange range) const
    {
        QString out;
        for (const QChar c : m_text.mid(range.begin, range.length())) {
            if (isIdeograph(c) || isDigit(c))
                out += c;
        }
        return out;
    }

    bool hasWording(TextRange range) const { return std::any_of(m_text.begin() + range.begin, m_text.begin() + range.end, isIdeograph); }

    qsizetype numbersBeside() const
    {
        qsizetype out = 0;
        for (const Record &record : m_records)
            out += numbersIn(record.label);
        return out;
    }

    /// Numbers in the wording of a row, but for those that number it, and years.
    qsizetype numbersIn(TextRange label) const
    {
        qsizetype out = 0;
        for (qsizetype i = label.begin; i < label.end; ++i) {
            if (!isDigit(m_text[i]))
                continue;
            const QChar before = i > label.begin ? m_text[i - 1] : QChar(u'\n');
            while (i < label.end && isDigit(m_text[i]))
                ++i;
            const QChar behind = i < label.end ? m_text[i] : QChar(u'\n');
            out += behind != u'.' && behind != u'\u3001' && behind != u'\u5e74' && !(before == u'(' && behind == u')');
        }
        return out;
    }

    /// The columns that the row and others name, each where some row names it first: in the order of a row that names them all, or of
    /// the form.
    std::vector<const Entry *> headsOf(const Record &record) const
    {
        std::vector<const Entry *> out(size_t(m_columns.size()), nullptr);
        for (const Entry &entry : record.entries)
            out[size_t(entry.column)] = &entry;
        for (bool grown = true; grown;) {
            grown = false;
            for (const Record &other : m_records) {
                const auto isKnown = [&](const Entry &e) { return out[size_t(e.column)] != nullptr; };
                if (std::none_of(other.entries.begin(), other.entries.end(), isKnown))
                    continue;
                for (const Entry &entry : other.entries) {
                    grown = grown || !isKnown(entry);
                    out[size_t(entry.column)] = isKnown(entry) ? out[size_t(entry.column)] : &entry;
                }
            }
        }
        std::erase(out, nullptr);
        for (const Record &other : m_records) {
            if (other.entries.size() != out.size() || other.isOpen() || !other.of(out.front()->column))
                continue;
            for (size_t i = 0; i < out.size(); ++i)
                out[i] = &other.entries[i];
            break;
        }
        return out;
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
        if (numbersIn(label) > 0) { // a row whose values are not named, or half a name
            copy(tokens, out, label);
            return;
        }
        qsizetype last = label.begin;
        for (const TextRange &piece : piecesOf(label)) {
            m_line += m_text.mid(last, piece.begin - last).contains(u'\n') && last > label.begin;
            last = piece.end;
            if (hasWording(piece))
                put(out, Token::Text, piece, 0);
        }
    }

    /// As they stood.
    void copy(const std::vector<Token> &tokens, std::vector<Token> &out, TextRange range)
    {
        constexpr int OfRow = 2;
        int line = -1;
        int numbers = 0;
        for (const Token &t : tokens) {
            if (t.range.begin < range.begin || t.range.end > range.end)
                continue;
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

    void putValue(std::vector<Token> &out, const Entry &entry, int field)
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

    const FormTable *m_table;
    QStringView m_text;
    TextRange m_zone;
    QStringList m_columns;
    QStringList m_printed; ///< the wordings of the columns, as the form has them
    std::vector<Name> m_names; ///< longest first
    CharacterSet m_first; ///< what names begin with
    std::vector<Entry> m_entries;
    std::vector<Record> m_records;
    int m_line = 0;
    bool m_mixed = false;
};

} // namespace

void readNamedValues(QStringView text, std::vector<TablePart> &parts)
{
    std::vector<NamedValues> tables;
    bool named = false;
    for (const TablePart &part : parts) {
        tables.emplace_back(part, text);
        tables.back().find();
        named = named || tables.back().isThroughout(LeastValues);
    }
    for (size_t i = 0; i < parts.size() && named; ++i) {
        if (!tables[i].isThroughout(LeastOfOthers))
            continue;
        if (parts[i].editions.first()->across)
            tables[i].across(*parts[i].tokens);
        else
            tables[i].rows(*parts[i].tokens);
        parts[i].open = tables[i].isMixed();
    }
}

} // namespace gouji
