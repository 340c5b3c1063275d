// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tokens/tokens.h"

#include "base/normalizedtext.h"
#include "recovery/text/characters.h"
#include "recovery/text/drawncolumns.h"
#include "recovery/text/linefields.h"
#include "recovery/text/literalrow.h"
#include "recovery/text/printednumber.h"
#include "recovery/tokens/fieldtokens.h"
#include "recovery/tokens/rowblocks.h"
#include "recovery/tokens/sharedlines.h"
#include "recovery/tokens/spanrepeats.h"
#include "recovery/tokens/tokencolumns.h"
#include "recovery/tokens/tornnumbers.h"

#include <algorithm>

namespace gouji {

namespace {

/// Cuts lines into fields, each kind of line in its way.
class LineCutter {
public:
    LineCutter(const NormalizedText &text, QStringView original, QChar sign, std::vector<Token> &out)
        : m_text(text.text())
        , m_lines(text, original, sign)
        , m_columns(text, original)
        , m_out(m_text, out)
    {
    }

    void line(qsizetype begin, qsizetype end)
    {
        begin = m_out.beginLine(begin, end);
        const LineLook look = m_lines.look(begin, end);
        const QChar delimiter = m_lines.delimiterOf(look, begin, end);
        m_out.setDelimiter(delimiter);
        const bool rule = look.rule && look.strokes >= 4 && !look.blank && !m_lines.isMarks(begin, end);
        if (look.blank && m_behindRule)
            m_columns.clear(); // that rule closed the table
        m_behindRule = rule;
        if (look.blank && delimiter != u'\t') {
            m_out.gap(begin);
        } else if (rule) {
            if (look.level >= 4)
                m_rules.push_back(m_out.line());
            m_columns.draw(begin, end);
        } else if (look.list) {
            list(begin, end);
        } else if (!m_columns.isEmpty() && delimiter.isNull() && columns(begin, end)) {
            // done
        } else if (const qsizetype cell = cellOnLine(begin, end, look); cell >= 0) {
            loneCell(cell, end);
        } else if (!m_lines.isPageNumber(begin, end)) {
            if (delimiter.isNull())
                m_out.pieces(begin, end);
            else
                fields(delimiter, begin, end);
        }
        m_out.endLine();
    }

    bool isFull() const { return m_out.isFull(); }
    const std::vector<int> &rules() const { return m_rules; } ///< lines that are nothing but rules

private:
    /// Each item of a list is a field: what stands in quotes, in a bracket of its own, or between commas.
    void list(qsizetype begin, qsizetype end)
    {
        m_out.setDelimiter(u',');
        const QStringView literal = literalRow(m_text.mid(begin, end - begin));
        if (!literal.isEmpty()) {
            begin = literal.data() - m_text.data();
            end = begin + literal.size();
        }
        const bool commas = m_text.mid(begin, end - begin).contains(u',');
        for (qsizetype i = begin; i < end && !m_out.isFull();) {
            const QChar c = m_text[i];
            const bool bracket = c == u'[' && !commas;
            if (endsRow(c) && commas && m_out.number() > 0) { // the list of a row ends
                m_out.endLine();
                m_out.beginLine(i, end);
            }
            if (!bracket && (isSpace(c) || c == u',' || isBracket(c))) {
                ++i;
                continue;
            }
            if (const qsizetype key = placeKey(m_text.mid(i, end - i)); key > 0 && !literal.isEmpty()) {
                i += key;
                while (i < end && isSpace(m_text[i]))
                    ++i;
                continue;
            }
            const QChar close = bracket ? u']' : c == u'\'' || c == u'"' ? c : u',';
            const qsizetype from = close == u',' ? i : i + 1;
            qsizetype to = from;
            while (to < end && !closes(close, to, end))
                ++to;
            if (to == end && close != u',' && isDigit(m_text[from])) // a number torn over lines
                m_out.blank(from, to).unreadable = true;
            else
                m_out.field(from, to);
            m_out.nextField();
            i = close == u',' ? to : to + 1;
        }
    }

    static bool endsRow(QChar c) { return c == u']' || c == u'}'; }
    static bool isBracket(QChar c) { return endsRow(c) || c == u'[' || c == u'{'; }
    /// A quote closes an item only in front of a comma or bracket, or at the end: a stray one may stand in it.
    bool closes(QChar close, qsizetype at, qsizetype end) const
    {
        if (close == u',')
            return m_text[at] == u',' || endsRow(m_text[at]);
        if (m_text[at] != close)
            return false;
        qsizetype next = at + 1;
        while (close != u']' && next < end && isSpace(m_text[next]))
            ++next;
        return close == u']' || next == end || m_text[next] == u',' || endsRow(m_text[next]);
    }

    /// Wiki text puts each cell on a line of its own behind a bar: where its text begins; -1 where the line is no such cell.
    qsizetype cellOnLine(qsizetype begin, qsizetype end, const LineLook &look) const
    {
        while (begin < end && isSpace(m_text[begin]))
            ++begin;
        const auto startsCell = [](QChar c) { return isSpace(c) || isDigit(c) || isIdeograph(c) || c == u'('; };
        const bool bar = begin < end && look.pipes == 1 && m_text[begin] == u'|' && (begin + 1 == end || startsCell(m_text[begin + 1]));
        return bar && m_out.delimiter().isNull() ? begin + 1 : -1;
    }

    void loneCell(qsizetype begin, qsizetype end)
    {
        m_out.setDelimiter(u'|');
        if (trimmed(m_text.mid(begin, end - begin)).isEmpty())
            m_out.blank(end, end);
        else
            m_out.pieces(begin, end);
    }

    /// A line with delimiters: each field is a place of its own, empty ones too.
    void fields(QChar delimiter, qsizetype begin, qsizetype end)
    {
        if (delimiter == u'\t') {
            const QStringView body = trimmed(m_text.mid(begin, end - begin));
            if (!body.contains(u'\t')) { // one cell on the line; tabs around it are indentation
                if (body.isEmpty()) {
                    m_out.blank(end, end);
                    return;
                }
                const qsizetype at = body.data() - m_text.data();
                m_out.setNumber(int(m_text.mid(begin, at - begin).count(u'\t')));
                m_out.pieces(at, at + body.size());
                for (qsizetype i = at + body.size(); i < end && !m_out.isFull(); ++i) {
                    if (m_text[i] != u'\t')
                        continue;
                    m_out.nextField();
                    m_out.blank(i + 1, i + 1); // a tab behind the words opens an empty cell
                }
                return;
            }
        } else {
            while (begin < end && isSpace(m_text[begin]))
                ++begin;
            while (begin < end && isSpace(m_text[end - 1]))
                --end;
            while (begin < end && m_text[end - 1] == u'\\') // TeX ends its rows so
                --end;
            const bool framed = delimiter == u'|' || delimiter == u'\u2502' || delimiter == u' '; // by bars that part nothing
            if (framed && begin < end && m_lines.isDelimiter(delimiter, begin))
                ++begin;
            if (framed && begin < end && m_lines.isDelimiter(delimiter, end - 1))
                --end;
        }
        qsizetype from = begin;
        for (qsizetype i = begin; i <= end && !m_out.isFull(); ++i) {
            if (i < end && !m_lines.isDelimiter(delimiter, i))
                continue;
            if (delimiter == u'|' || delimiter == u'\u2502')
                m_out.setBars(from, i);
            m_out.field(from, i);
            from = i + 1;
            m_out.nextField();
        }
        m_out.setBars(0, 0);
    }

    /// False where the line does not keep to the columns drawn above it.
    bool columns(qsizetype begin, qsizetype end)
    {
        if (!m_columns.cut(begin, end))
            return false;
        m_out.setDelimiter(u' ');
        qsizetype from = begin;
        for (size_t c = 0; c < m_columns.columns().size() && !m_out.isFull(); ++c) {
            const qsizetype to = m_columns.cuts()[c];
            m_out.setDrawn(m_columns.columns()[c].left, m_columns.columns()[c].right);
            m_out.field(std::min(from, to), to);
            from = to;
            m_out.nextField();
        }
        m_out.setDrawn(0, 0);
        return true;
    }

    QStringView m_text;
    LineFields m_lines;
    DrawnColumns m_columns; ///< by a broken rule above
    FieldTokens m_out;
    std::vector<int> m_rules;
    bool m_behindRule = false;
};

/// A column of shares, which no form has, is wording. A single one stands in a cell's place.
void setSharesAside(QStringView text, std::vector<Token> &tokens)
{
    constexpr size_t Least = 2;
    std::vector<size_t> shares;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &t = tokens[i];
        if (t.unreadable && text[t.range.end - 1] == u'%' && readNumber(text.mid(t.range.begin, t.range.length() - 1)))
            shares.push_back(i);
    }
    if (shares.size() < Least)
        return;
    for (const size_t i : shares) {
        tokens[i].kind = Token::Text;
        tokens[i].unreadable = false;
    }
}

} // namespace

std::vector<Token> tokenize(const NormalizedText &normalized, QStringView original, TextRange zone, QChar sign)
{
    const QStringView text = normalized.text();
    std::vector<Token> out;
    out.reserve(std::min(size_t(zone.length() / 3 + 16), MostTokens));
    LineCutter cutter(normalized, original, sign, out);
    qsizetype begin = zone.begin;
    while (begin < zone.end && !cutter.isFull()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0 || end > zone.end)
            end = zone.end;
        cutter.line(begin, end);
        begin = end + 1;
    }
    breakLongLines(out);
    rejoinNumbering(text, out);
    setSharesAside(text, out);
    joinTornFields(text, out);
    joinTornCells(text, out);
    measureColumns(normalized, original, out);
    markCutNumbers(text, out);
    unfold(out);
    emptyRepeatedSpans(text, out);
    joinRowBlocks(out, cutter.rules());
    return out;
}

} // namespace gouji
