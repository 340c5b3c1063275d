// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tokens.h"

#include "base/normalizedtext.h"
#include "recovery/characters.h"
#include "recovery/gluedrun.h"
#include "recovery/linefields.h"
#include "recovery/longlines.h"
#include "recovery/printednumber.h"
#include "recovery/rowblocks.h"
#include "recovery/spanrepeats.h"
#include "recovery/tornnumbers.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

class Tokenizer {
public:
    Tokenizer(const NormalizedText &text, QStringView original, QChar sign, std::vector<Token> &out)
        : m_normalized(text)
        , m_original(original)
        , m_text(text.text())
        , m_lines(text, original, sign)
        , m_out(out)
    {
    }

    void line(qsizetype begin, qsizetype end)
    {
        begin = std::clamp(m_resume, begin, end);
        m_first = m_out.size();
        m_field = 0;
        const LineLook look = m_lines.look(begin, end);
        m_delimiter = m_lines.delimiterOf(look, begin, end);
        const bool rule = look.rule && look.strokes >= 4 && !look.blank && !m_lines.isMarks(begin, end);
        if (look.blank && m_behindRule)
            m_columns.clear(); // that rule closed the table
        m_behindRule = rule;
        if (look.blank && m_delimiter != u'\t') {
            gap(begin);
        } else if (rule) {
            if (look.level >= 4)
                m_rules.push_back(m_line);
            drawColumns(begin, end);
        } else if (m_lines.isList(look, begin, end)) {
            list(begin, end);
        } else if (!m_columns.empty() && m_delimiter.isNull() && columns(begin, end)) {
            // done
        } else if (const qsizetype cell = cellOnLine(begin, end, look); cell >= 0) {
            loneCell(cell, end);
        } else if (!m_lines.isPageNumber(begin, end)) {
            if (m_delimiter.isNull())
                loose(begin, end);
            else
                fields(begin, end);
        }
        if (isFull()) {
            m_out.resize(m_first); // a row is read whole or not at all
            return;
        }
        markAlone();
        ++m_line;
    }

    bool isFull() const { return m_full; }
    const std::vector<int> &rules() const { return m_rules; } ///< lines that are nothing but rules

private:
    /// Each item of a list is a field: what stands in quotes, in a bracket of its own, or between commas.
    void list(qsizetype begin, qsizetype end)
    {
        m_delimiter = u',';
        const bool commas = m_text.mid(begin, end - begin).contains(u',');
        for (qsizetype i = begin; i < end && !isFull();) {
            const QChar c = m_text[i];
            const bool bracket = c == u'[' && !commas;
            if (c == u']' && commas && m_field > 0) { // the list of a row ends
                markAlone();
                m_first = m_out.size();
                m_field = 0;
                ++m_line;
            }
            if (!bracket && (isSpace(c) || c == u',' || c == u'[' || c == u']')) {
                ++i;
                continue;
            }
            const QChar close = bracket ? u']' : c == u'\'' || c == u'"' ? c : u',';
            const qsizetype from = close == u',' ? i : i + 1;
            qsizetype to = from;
            while (to < end && !closes(close, to, end))
                ++to;
            if (to == end && close != u',' && isDigit(m_text[from])) // a number torn over lines
                emitToken(Token::Blank, from, to).unreadable = true;
            else
                field(from, to);
            ++m_field;
            i = close == u',' ? to : to + 1;
        }
    }

    /// A quote closes an item only in front of a comma or bracket, or at the end: a stray one may stand in it.
    bool closes(QChar close, qsizetype at, qsizetype end) const
    {
        if (close == u',')
            return m_text[at] == u',' || m_text[at] == u']';
        if (m_text[at] != close)
            return false;
        qsizetype next = at + 1;
        while (close != u']' && next < end && isSpace(m_text[next]))
            ++next;
        return close == u']' || next == end || m_text[next] == u',' || m_text[next] == u']';
    }

    /// Wiki text puts each cell on a line of its own behind a bar: where its text begins; -1 where the line is no such cell.
    qsizetype cellOnLine(qsizetype begin, qsizetype end, const LineLook &look) const
    {
        while (begin < end && isSpace(m_text[begin]))
            ++begin;
        const auto startsCell = [](QChar c) { return isSpace(c) || isDigit(c) || isIdeograph(c) || c == u'('; };
        const bool bar = begin < end && look.pipes == 1 && m_text[begin] == u'|' && (begin + 1 == end || startsCell(m_text[begin + 1]));
        return bar && m_delimiter.isNull() ? begin + 1 : -1;
    }

    void loneCell(qsizetype begin, qsizetype end)
    {
        m_delimiter = u'|';
        if (trimmed(m_text.mid(begin, end - begin)).isEmpty())
            emitToken(Token::Blank, end, end);
        else
            loose(begin, end);
    }

    void gap(qsizetype begin)
    {
        Token t;
        t.kind = Token::Gap;
        t.line = m_line;
        t.range = {begin, begin};
        put(t);
    }

    Token &put(const Token &t)
    {
        if (m_out.size() == MostTokens) {
            m_full = true;
            return m_surplus = t;
        }
        m_out.push_back(t);
        return m_out.back();
    }

    Token &emitToken(Token::Kind kind, qsizetype begin, qsizetype end)
    {
        Token t;
        t.kind = kind;
        t.line = m_line;
        t.field = m_field;
        t.delimited = !m_delimiter.isNull();
        t.range = {begin, end};
        t.left = m_drawn.left;
        t.right = m_drawn.right;
        t.leftUnit = m_fieldBegin; // measured later
        t.rightUnit = m_fieldEnd;
        return put(t);
    }

    /// A line with delimiters: each field is a place of its own, empty ones too.
    void fields(qsizetype begin, qsizetype end)
    {
        if (m_delimiter == u'\t') {
            const QStringView body = trimmed(m_text.mid(begin, end - begin));
            if (!body.contains(u'\t')) { // one cell on the line; tabs around it are indentation
                if (body.isEmpty()) {
                    emitToken(Token::Blank, end, end);
                    return;
                }
                const qsizetype at = body.data() - m_text.data();
                m_field = int(m_text.mid(begin, at - begin).count(u'\t'));
                loose(at, at + body.size());
                for (qsizetype i = at + body.size(); i < end && !isFull(); ++i) {
                    if (m_text[i] != u'\t')
                        continue;
                    ++m_field;
                    emitToken(Token::Blank, i + 1, i + 1); // a tab behind the words opens an empty cell
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
            const bool framed = m_delimiter == u'|' || m_delimiter == u'\u2502' || m_delimiter == u' '; // by bars that part nothing
            if (framed && begin < end && m_lines.isDelimiter(m_delimiter, begin))
                ++begin;
            if (framed && begin < end && m_lines.isDelimiter(m_delimiter, end - 1))
                --end;
        }
        qsizetype from = begin;
        for (qsizetype i = begin; i <= end && !isFull(); ++i) {
            if (i < end && !m_lines.isDelimiter(m_delimiter, i))
                continue;
            if (m_delimiter == u'|' || m_delimiter == u'\u2502') {
                m_fieldBegin = int(from);
                m_fieldEnd = int(i);
            }
            field(from, i);
            from = i + 1;
            ++m_field;
        }
        m_fieldBegin = 0;
        m_fieldEnd = 0;
    }

    /// A rule that is broken where columns end ("----- --- ----") draws the columns of the lines below.
    void drawColumns(qsizetype begin, qsizetype end)
    {
        constexpr size_t LeastColumns = 3;
        constexpr qsizetype LeastWidth = 2;
        std::vector<Column> out;
        for (qsizetype i = begin; i < end;) {
            if (isSpace(m_text[i])) {
                ++i;
                continue;
            }
            const qsizetype from = i;
            while (i < end && (m_text[i] == u'-' || m_text[i] == u'='))
                ++i;
            if (i - from < LeastWidth)
                return;
            out.push_back({int(from - begin), int(i - begin)});
        }
        if (out.size() >= LeastColumns)
            m_columns = std::move(out);
    }

    /// Cuts a line into the columns drawn above it; false where it does not keep to them.
    bool columns(qsizetype begin, qsizetype end)
    {
        m_cuts.clear();
        qsizetype last = begin; // behind what has been written
        int at = 0; // display column
        for (qsizetype i = begin; i < end; ++i) {
            const TextRange range = m_normalized.original({i, i + 1});
            int width = 0;
            for (qsizetype k = range.begin; k < range.end; ++k)
                width += isWide(m_original[k]) ? 2 : 1;
            if (!isSpace(m_text[i])) {
                if (at < m_columns.front().left)
                    return false;
                while (m_cuts.size() + 1 < m_columns.size() && at >= m_columns[m_cuts.size() + 1].left)
                    m_cuts.push_back(last);
                if (m_cuts.size() + 1 < m_columns.size() && at + width > m_columns[m_cuts.size()].right)
                    return false;
                last = i + 1;
            }
            at += width;
        }
        m_cuts.resize(m_columns.size(), last);
        m_cuts.back() = end;
        m_delimiter = u' ';
        qsizetype from = begin;
        for (size_t c = 0; c < m_columns.size() && !isFull(); ++c) {
            m_drawn = m_columns[c];
            field(std::min(from, m_cuts[c]), m_cuts[c]);
            from = m_cuts[c];
            ++m_field;
        }
        m_drawn = {};
        return true;
    }

    void field(qsizetype begin, qsizetype end)
    {
        const QStringView whole = trimmed(m_text.mid(begin, end - begin));
        const QStringView body = m_delimiter == u',' || m_delimiter == u';' ? LineFields::unquoted(whole) : whole;
        if (body.isEmpty() || isNoValue(body)) {
            emitToken(Token::Blank, begin + (end - begin) / 2, begin + (end - begin) / 2);
            return;
        }
        const qsizetype at = body.data() - m_text.data();
        const qsizetype before = m_out.size();
        pieces(at, at + body.size());
        if (m_out.size() == size_t(before) && m_delimiter != u'\u2502') // nothing but marks
            emitToken(Token::Blank, at, at + body.size()).noise = true;
        if (m_out.size() > size_t(before) + 1)
            joinUnreadable(size_t(before), {at, at + body.size()});
    }

    /// "~~9~~ 8", "12 35%": a cell that holds more than its number, and not its wording, leaves the number open.
    void joinUnreadable(size_t from, TextRange whole)
    {
        const auto first = m_out.begin() + ptrdiff_t(from);
        const auto isNumber = [](const Token &t) { return t.kind == Token::Number; };
        if (std::any_of(first, m_out.end(), [](const Token &t) { return t.kind == Token::Text; })
            || std::none_of(first, m_out.end(), [](const Token &t) { return t.unreadable; }))
            return;
        const bool one = std::count_if(first, m_out.end(), isNumber) == 1;
        Token joined = one ? *std::find_if(first, m_out.end(), isNumber) : *first;
        joined.lookalike = one;
        joined.unreadable = !one;
        joined.kind = one ? Token::Number : Token::Blank;
        joined.range = whole;
        m_out.resize(from);
        m_out.push_back(joined);
    }

    void loose(qsizetype begin, qsizetype end) { pieces(begin, end); }

    /// Cuts at white space; numbers and blank marks that stand by themselves become tokens, the wording between stays
    /// together over single spaces, because labels are often torn by one.
    void pieces(qsizetype begin, qsizetype end)
    {
        qsizetype textBegin = -1;
        qsizetype textEnd = -1;
        const auto flush = [&] {
            if (textBegin >= 0)
                text(textBegin, textEnd);
            textBegin = -1;
        };
        qsizetype i = begin;
        while (i < end && !isFull()) {
            if (isSpace(m_text[i])) {
                ++i;
                continue;
            }
            if (m_text[i] == u'[') {
                const qsizetype close = bookmarkEnd(i, end);
                if (close > i) {
                    i = close;
                    continue;
                }
            }
            qsizetype stop = i;
            while (stop < end && !isSpace(m_text[stop]))
                ++stop;
            if (textBegin >= 0 && i - textEnd >= 2)
                flush();
            const qsizetype torn = tornDecimal(i, stop, end);
            QString joined;
            if (torn > stop) {
                joined = m_text.mid(i, torn - i).toString().remove(u' ');
                stop = torn;
            }
            const bool bracketed = isBracketed(i, stop, end);
            const QStringView piece = bracketed ? m_text.mid(i + 1, stop - i - 2)
                : joined.isEmpty()              ? unemphasised(m_text.mid(i, stop - i))
                                                : QStringView(joined);
            bool lookalike = false;
            const auto value = yearFollows(stop, end) ? std::nullopt : readNumber(piece, &lookalike);
            lookalike = lookalike || bracketed || !joined.isEmpty()
                || (piece.size() > 1 && piece[0] == u'0' && isDigit(piece[1])); // two zeros run together
            const bool wholeField = i == begin && stop == end;
            if (value && (!lookalike || wholeField || hasDigit(piece) || amongNumbers(stop, end) || closesLine(i, stop, end))) {
                flush();
                Token &t = emitToken(Token::Number, i, stop);
                t.value = *value;
                t.lookalike = lookalike;
                t.several = piece.size() > 1 && piece[0] == u'0' && isDigit(piece[1]);
                t.pageMark = isGluedPageMark(i, stop);
                nextPiece();
            } else if (isEmptyMark(piece) && (wholeField || m_delimiter.isNull())) {
                flush();
                emitToken(Token::Blank, i, stop);
                nextPiece();
            } else if (wholeField && isStrayMark(piece)) {
                flush();
                Token &t = emitToken(Token::Blank, i, stop);
                t.noise = true;
            } else if (isSheetError(piece)) {
                flush();
                emitToken(Token::Blank, i, stop).unreadable = true;
                nextPiece();
            } else {
                if (textBegin >= 0 && (startsNumbered(piece) || isNumbering(piece, stop, end)))
                    flush();
                if (textBegin < 0)
                    textBegin = i;
                textEnd = stop;
            }
            i = stop;
        }
        flush();
    }

    /// "13684. 26", "13684 .26": a decimal with a space on one side of its point. Returns the end of it, or `stop` where it is none.
    qsizetype tornDecimal(qsizetype i, qsizetype stop, qsizetype end) const
    {
        const bool behind = m_text[stop - 1] == u'.'; // the space
        if (stop + (behind ? 1 : 2) >= end || m_text[stop] != u' ')
            return stop;
        const qsizetype whole = behind ? stop - 1 : stop;
        if (whole == i || !std::all_of(m_text.begin() + i, m_text.begin() + whole, isDigit) || (!behind && m_text[stop + 1] != u'.'))
            return stop;
        qsizetype out = behind ? stop + 1 : stop + 2;
        if (!isDigit(m_text[out]))
            return stop;
        while (out < end && isDigit(m_text[out]))
            ++out;
        return out == end || isSpace(m_text[out]) ? out : stop;
    }

    /// "(12)" among values: no wording follows on the line that it could number.
    bool isBracketed(qsizetype i, qsizetype stop, qsizetype end) const
    {
        return stop - i >= 3 && m_text[i] == u'(' && m_text[stop - 1] == u')' && isDigit(m_text[i + 1])
            && std::none_of(m_text.begin() + stop, m_text.begin() + end, isIdeograph)
            && (m_delimiter.isNull() || std::none_of(m_text.begin() + i, m_text.begin() + end, isIdeograph));
    }

    static bool hasDigit(QStringView piece) { return std::any_of(piece.begin(), piece.end(), isDigit); }

    /// A lone letter is a digit misread only where numbers stand beside it.
    bool amongNumbers(qsizetype stop, qsizetype end) const
    {
        if (m_out.size() > m_first && m_out.back().kind == Token::Number)
            return true;
        while (stop < end && isSpace(m_text[stop]))
            ++stop;
        return stop < end && isDigit(m_text[stop]);
    }

    /// "300- 11 -行政强制": dashes that touch what stands around them, in text without separators, frame a page's number.
    bool isGluedPageMark(qsizetype i, qsizetype stop) const
    {
        const auto isDash = [](QChar c) { return c == u'-' || c == u'\u2014' || c == u'\u2013'; };
        const auto at = [this](qsizetype k) { return k >= 0 && k < m_text.size() ? m_text[k] : QChar(u'\n'); };
        return at(i - 1) == u' ' && isDash(at(i - 2)) && !isSpace(at(i - 3)) && at(i - 3) != u'\n' && at(stop) == u' '
            && isDash(at(stop + 1)) && !isSpace(at(stop + 2)) && at(stop + 2) != u'\n';
    }

    /// "行政强制 l": or as the only piece behind the wording of a line.
    bool closesLine(qsizetype i, qsizetype stop, qsizetype end) const
    {
        constexpr qsizetype LeastWording = 2;
        while (stop < end && isSpace(m_text[stop]))
            ++stop;
        qsizetype wording = 0;
        for (; i > 0 && m_text[i - 1] != u'\n' && wording < LeastWording; --i)
            wording += isIdeograph(m_text[i - 1]);
        return stop == end && m_delimiter.isNull() && wording == LeastWording;
    }

    /// "1.重复申请", "（五）…": a new label starts here although only a space parts it from the one before.
    static bool startsNumbered(QStringView piece)
    {
        if (piece.size() >= 3 && isDigit(piece[0]) && (piece[1] == u'.' || piece[1] == u'、') && isIdeograph(piece[2]))
            return true;
        return piece.size() >= 3 && piece[0] == u'(' && isIdeograph(piece[1]) && piece[2] == u')';
    }

    /// The same with a space behind the number: "1. 属于国家秘密".
    bool isNumbering(QStringView piece, qsizetype stop, qsizetype end) const
    {
        return piece.size() == 2 && isDigit(piece[0]) && (piece[1] == u'.' || piece[1] == u'、') && stop + 1 < end
            && isIdeograph(m_text[stop + 1]);
    }

    /// "2023 年", "第 3 页", "共 6 页": the number belongs to the wording around it.
    bool yearFollows(qsizetype stop, qsizetype end) const
    {
        while (stop < end && isSpace(m_text[stop]))
            ++stop;
        if (stop >= end)
            return false;
        const QChar c = m_text[stop];
        if (c != u'位')
            return c == u'年' || c == u'月' || c == u'日' || c == u'号' || c == u'页';
        do
            ++stop;
        while (stop < end && isSpace(m_text[stop]));
        return stop < end && m_text[stop] == u'小';
    }

    qsizetype bookmarkEnd(qsizetype i, qsizetype end)
    {
        constexpr qsizetype Longest = 80;
        const auto startsWith = [&](QStringView mark) {
            qsizetype at = i;
            for (const QChar c : mark) {
                while (at < m_text.size() && m_text[at] == u'\n')
                    ++at;
                if (at >= m_text.size() || m_text[at] != c)
                    return false;
                ++at;
            }
            return true;
        };
        if (!startsWith(u"[bookmark:") && !startsWith(u"[image:"))
            return i;
        const qsizetype close = m_text.mid(i, Longest).indexOf(u']');
        if (close < 0)
            return i;
        m_resume = i + close + 1; // a bookmark may be torn over lines
        return std::min(m_resume, end);
    }

    /// Wording with digits stuck to it ("…数量640020470二、…"): the digits are values whose cut is unknown.
    void text(qsizetype begin, qsizetype end)
    {
        qsizetype from = begin;
        for (qsizetype i = begin; i < end && !isFull(); ++i) {
            const bool touches
                = i == begin ? isDigit(m_text[i]) : (isDigit(m_text[i]) || m_text[i] == u'/') && closesWording(m_text[i - 1]);
            if (!touches)
                continue;
            const GluedRun run = readGluedRun(m_text, i, end);
            if (run.values.empty() || (i == begin && !areValues(begin, run.end, end))) {
                i = std::max(run.end, i);
                continue;
            }
            if (from < i)
                emitToken(Token::Text, from, i);
            for (const TextRange &value : run.values)
                touching(value, run.uncut);
            from = run.end;
            i = run.end - 1;
        }
        if (from < end)
            wording(from, end);
        nextPiece();
    }

    /// Fields are counted by the delimiter where there is one.
    void nextPiece() { m_field += m_delimiter.isNull(); }

    /// Digits in front of wording are values where a numbered label follows; by themselves, where they are too many for a number.
    bool areValues(qsizetype begin, qsizetype stop, qsizetype end) const
    {
        return stop == end ? std::all_of(m_text.begin() + begin, m_text.begin() + end, isDigit)
                           : LabelIndex::numbering(m_text.mid(stop, end - stop)) != 0;
    }

    void touching(const TextRange &range, bool glued)
    {
        const QStringView piece = m_text.mid(range.begin, range.length());
        const auto value = readNumber(piece);
        if (!value && !glued) {
            Token &t = emitToken(Token::Blank, range.begin, range.end);
            t.unreadable = !isEmptyMark(piece);
            return;
        }
        Token &t = emitToken(Token::Number, range.begin, range.end);
        t.value = value.value_or(Decimal());
        t.glued = glued;
        t.several = glued && (!value || (piece.size() > 1 && piece[0] == u'0' && isDigit(piece[1])));
    }

    /// Characters without a single ideograph are no label: something unreadable stands in a cell's place.
    void wording(qsizetype begin, qsizetype end)
    {
        constexpr qsizetype LongestUnreadable = 10;
        constexpr qsizetype MostOfNumbering = 2; // digits: 4.14E+06 is no heading
        const QStringView piece = m_text.mid(begin, end - begin);
        if (isMeasured(piece)) {
            emitToken(Token::Blank, begin, end).unreadable = true;
            return;
        }
        const auto digits = std::count_if(piece.begin(), piece.end(), isDigit);
        const bool numbers = (digits > MostOfNumbering || piece.endsWith(u'%')) && digits * 2 >= piece.size();
        const bool label = std::any_of(piece.begin(), piece.end(), isIdeograph)
            || (!numbers && (piece.size() > LongestUnreadable || LabelIndex::numbering(piece)));
        if (label) {
            emitToken(Token::Text, begin, end);
            return;
        }
        emitToken(Token::Blank, begin, end).unreadable = true;
    }

    /// "3.5万", "12车次" in a field: an amount in words that are not known, and no wording of a row or a head.
    bool isMeasured(QStringView piece) const
    {
        constexpr qsizetype LongestMeasure = 3;
        const auto digits = std::find_if(piece.rbegin(), piece.rend(), isDigit);
        const qsizetype behind = digits - piece.rbegin();
        return !m_delimiter.isNull() && behind > 0 && behind < piece.size() && behind <= LongestMeasure
            && isIdeograph(piece[piece.size() - behind])
            && std::all_of(piece.begin(), piece.end() - behind, [](QChar c) { return isDigit(c) || c == u'.' || c == u','; })
            && QStringView(u"年月日号页位季").indexOf(piece[piece.size() - behind]) < 0;
    }

    static bool closesWording(QChar c) { return isIdeograph(c) || c == u')' || c == u'”' || c == u'"'; }

    void markAlone()
    {
        int solid = 0;
        for (size_t i = m_first; i < m_out.size(); ++i)
            solid += m_out[i].kind == Token::Text || m_out[i].kind == Token::Number;
        for (size_t i = m_first; i < m_out.size(); ++i)
            m_out[i].alone = solid <= 1;
    }

    const NormalizedText &m_normalized;
    QStringView m_original;
    QStringView m_text;
    LineFields m_lines;
    std::vector<Token> &m_out;
    std::vector<int> m_rules;
    QChar m_delimiter;
    int m_line = 0;
    int m_field = 0;
    struct Column {
        int left = 0; ///< display columns
        int right = 0;
    };
    std::vector<Column> m_columns; ///< as a broken rule above draws them
    std::vector<qsizetype> m_cuts; ///< where the fields of a line end
    Column m_drawn; ///< of the field at hand
    bool m_behindRule = false;
    int m_fieldBegin = 0; ///< of a field between rules, in the text; 0 elsewhere
    int m_fieldEnd = 0;
    qsizetype m_resume = 0; ///< behind a bookmark that began on an earlier line
    size_t m_first = 0;
    bool m_full = false;
    Token m_surplus; ///< the one that no longer went in
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

/// Columns are counted in the original: normalising changes the width of characters.
void measureColumns(const NormalizedText &normalized, QStringView original, std::vector<Token> &tokens)
{
    int line = -1;
    int column = 0;
    qsizetype lineBegin = 0;
    qsizetype at = 0;
    const auto columnAt = [&](qsizetype position) {
        for (; at < position; ++at)
            column += isWide(original[at]) ? 2 : 1;
        return column;
    };
    const Token *last = nullptr;
    for (size_t i = 0; i < tokens.size(); ++i) {
        Token &t = tokens[i];
        const bool ruled = t.delimited && t.rightUnit > 0;
        const bool only = (i == 0 || tokens[i - 1].line != t.line) && (i + 1 == tokens.size() || tokens[i + 1].line != t.line);
        if ((t.delimited && !ruled) || only || t.kind == Token::Gap)
            continue;
        if (ruled && last && last->line == t.line && last->field == t.field) {
            t.left = last->left;
            t.right = last->right;
            t.leftUnit = last->leftUnit;
            t.rightUnit = last->rightUnit;
            continue;
        }
        last = &t;
        const TextRange range = normalized.original(ruled ? TextRange{t.leftUnit, t.rightUnit} : t.range);
        if (t.line != line) {
            line = t.line;
            column = 0;
            lineBegin = range.begin;
            while (lineBegin > 0 && original[lineBegin - 1] != u'\n' && original[lineBegin - 1] != u'\f')
                --lineBegin;
            at = lineBegin;
        }
        t.left = columnAt(range.begin);
        t.right = columnAt(range.end);
        t.leftUnit = int(range.begin - lineBegin);
        t.rightUnit = int(range.end - lineBegin);
    }
}

} // namespace

std::vector<Token> tokenize(const NormalizedText &normalized, QStringView original, TextRange zone, QChar sign)
{
    const QStringView text = normalized.text();
    std::vector<Token> out;
    out.reserve(std::min(size_t(zone.length() / 3 + 16), MostTokens));
    Tokenizer tokenizer(normalized, original, sign, out);
    qsizetype begin = zone.begin;
    while (begin < zone.end && !tokenizer.isFull()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0 || end > zone.end)
            end = zone.end;
        tokenizer.line(begin, end);
        begin = end + 1;
    }
    breakLongLines(out);
    rejoinNumbering(text, out);
    setSharesAside(text, out);
    joinTornFields(text, out);
    measureColumns(normalized, original, out);
    unfold(out);
    emptyRepeatedSpans(text, out);
    joinRowBlocks(out, tokenizer.rules());
    return out;
}

} // namespace gouji
