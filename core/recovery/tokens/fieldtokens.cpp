// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tokens/fieldtokens.h"

#include "base/oneof.h"
#include "recovery/text/characters.h"
#include "recovery/text/gluedrun.h"
#include "recovery/text/linefields.h"
#include "recovery/text/printednumber.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

FieldTokens::FieldTokens(QStringView text, std::vector<Token> &out)
    : m_text(text)
    , m_pieces(text)
    , m_out(out)
{
}

qsizetype FieldTokens::beginLine(qsizetype begin, qsizetype end)
{
    m_first = m_out.size();
    m_field = 0;
    return std::clamp(m_resume, begin, end);
}

void FieldTokens::endLine()
{
    if (m_full) {
        m_out.resize(m_first); // a row is read whole or not at all
        return;
    }
    markAlone();
    ++m_line;
}

void FieldTokens::gap(qsizetype begin)
{
    Token t;
    t.kind = Token::Gap;
    t.line = m_line;
    t.range = {begin, begin};
    put(t);
}

Token &FieldTokens::blank(qsizetype begin, qsizetype end) { return emitToken(Token::Blank, begin, end); }

void FieldTokens::field(qsizetype begin, qsizetype end)
{
    const QStringView whole = trimmed(m_text.mid(begin, end - begin));
    const QStringView body = m_delimiter == u',' || m_delimiter == u';' ? LineFields::unquoted(whole) : whole;
    if (body.isEmpty() || isNoValue(body)) {
        emitToken(Token::Blank, begin + (end - begin) / 2, begin + (end - begin) / 2);
        return;
    }
    const qsizetype at = body.data() - m_text.data();
    if (isNumeral(body)) {
        emitToken(Token::Blank, at, at + body.size()).unreadable = true;
        return;
    }
    const qsizetype before = m_out.size();
    pieces(at, at + body.size());
    if (m_out.size() == size_t(before) && m_delimiter != u'\u2502') // nothing but marks
        emitToken(Token::Blank, at, at + body.size()).noise = true;
    if (m_out.size() > size_t(before) + 1)
        joinUnreadable(size_t(before), {at, at + body.size()});
}

/// "五" behind wording and its values: a number written out, and no label.
bool FieldTokens::isNumeral(QStringView body) const
{
    constexpr std::u16string_view Numerals = u"\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u96f6";
    constexpr qsizetype Longest = 4;
    constexpr size_t MostOfRow = 16; // places; where lines hold several rows it may be the next one's
    if (body.size() > Longest || m_out.size() > m_first + MostOfRow
        || !std::all_of(body.begin(), body.end(), [&](QChar c) { return isOneOf(c, Numerals); }))
        return false;
    bool wording = false;
    for (size_t i = m_first; i < m_out.size(); ++i)
        wording = wording || m_out[i].kind == Token::Text;
    return wording && m_out.back().kind != Token::Text;
}

void FieldTokens::pieces(qsizetype begin, qsizetype end)
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
            const qsizetype close = m_pieces.bookmarkEnd(i);
            if (close > i) {
                m_resume = close;
                i = std::min(close, end);
                continue;
            }
        }
        qsizetype stop = i;
        while (stop < end && !isSpace(m_text[stop]))
            ++stop;
        if (textBegin >= 0 && i - textEnd >= 2)
            flush();
        const qsizetype decimalEnd = m_pieces.decimalEnd(i, stop, end);
        QString joined;
        if (decimalEnd > stop) {
            joined = m_text.mid(i, decimalEnd - i).toString().remove(u' ');
            stop = decimalEnd;
        }
        const bool bracketed = m_pieces.isBracketed(i, stop, end, !m_delimiter.isNull());
        const QStringView piece = bracketed ? m_text.mid(i + 1, stop - i - 2)
            : joined.isEmpty()              ? unemphasised(m_text.mid(i, stop - i))
                                            : QStringView(joined);
        bool lookalike = false;
        const auto value = m_pieces.isCounted(stop, end) ? std::nullopt : readNumber(piece, &lookalike);
        const bool wholeField = i == begin && stop == end;
        // in a cell of its own "13036. 87" can be no other number; "3. 5" may be a numbered value
        const bool torn = !joined.isEmpty() && (m_delimiter.isNull() || !wholeField || joined.size() - joined.indexOf(u'.') < 3);
        lookalike = lookalike || bracketed || torn || (piece.size() > 1 && piece[0] == u'0' && isDigit(piece[1])); // two zeros run together
        if (value
            && (!lookalike || wholeField || std::any_of(piece.begin(), piece.end(), isDigit) || amongNumbers(stop, end)
                || (m_delimiter.isNull() && m_pieces.closesLine(i, stop, end)))) {
            flush();
            Token &t = emitToken(Token::Number, i, stop);
            t.value = *value;
            t.lookalike = lookalike;
            t.several = piece.size() > 1 && piece[0] == u'0' && isDigit(piece[1]);
            t.pageMark = m_pieces.isPageMark(i, stop);
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
            if (textBegin >= 0 && m_pieces.startsLabel(piece, stop, end))
                flush();
            if (textBegin < 0)
                textBegin = i;
            textEnd = stop;
        }
        i = stop;
    }
    flush();
}

Token &FieldTokens::put(const Token &t)
{
    if (m_out.size() == MostTokens) {
        m_full = true;
        return m_surplus = t;
    }
    m_out.push_back(t);
    return m_out.back();
}

Token &FieldTokens::emitToken(Token::Kind kind, qsizetype begin, qsizetype end)
{
    Token t;
    t.kind = kind;
    t.line = m_line;
    t.field = m_field;
    t.delimited = !m_delimiter.isNull();
    t.range = {begin, end};
    t.left = m_drawnLeft;
    t.right = m_drawnRight;
    t.leftUnit = m_barBegin; // measured later
    t.rightUnit = m_barEnd;
    return put(t);
}

/// "~~9~~ 8", "12 35%": a cell that holds more than its number, and not its wording, leaves the number open.
void FieldTokens::joinUnreadable(size_t from, TextRange whole)
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

bool FieldTokens::amongNumbers(qsizetype stop, qsizetype end) const
{
    return (m_out.size() > m_first && m_out.back().kind == Token::Number) || m_pieces.digitFollows(stop, end);
}

void FieldTokens::text(qsizetype begin, qsizetype end)
{
    qsizetype from = begin;
    for (qsizetype i = begin; i < end && !isFull(); ++i) {
        const bool touches
            = i == begin ? isDigit(m_text[i]) : (isDigit(m_text[i]) || m_text[i] == u'/') && LinePieces::closesWording(m_text[i - 1]);
        if (!touches)
            continue;
        const GluedRun run = readGluedRun(m_text, i, end);
        if (run.values.empty() || (i == begin && !m_pieces.areValues(begin, run.end, end))) {
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

void FieldTokens::touching(const TextRange &range, bool glued)
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

/// "①", "[1]", "〔2〕", "※": one that stands for nothing else.
bool FieldTokens::isNoteMark(QStringView piece)
{
    if (piece.size() == 1)
        return (piece[0] >= u'\u2460' && piece[0] <= u'\u2487') || piece[0] == u'※';
    const bool bracketed = piece.size() == 3 && QStringView(u"[〔").contains(piece[0]) && QStringView(u"]〕").contains(piece[2]);
    return bracketed && isDigit(piece[1]);
}

void FieldTokens::wording(qsizetype begin, qsizetype end)
{
    constexpr qsizetype LongestUnreadable = 10;
    constexpr qsizetype MostOfNumbering = 2; // digits: 4.14E+06 is no heading
    const QStringView piece = m_text.mid(begin, end - begin);
    if (!m_delimiter.isNull() && LinePieces::isMeasured(piece)) {
        emitToken(Token::Blank, begin, end).unreadable = true;
        return;
    }
    if (m_out.size() > m_first && m_out.back().kind == Token::Number && m_out.back().range.end + 1 >= begin && isNoteMark(piece)
        && (m_delimiter.isNull() || m_out.back().field == m_field))
        return; // a footnote's, behind the number it is of
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

void FieldTokens::markAlone()
{
    int solid = 0;
    for (size_t i = m_first; i < m_out.size(); ++i)
        solid += m_out[i].kind == Token::Text || m_out[i].kind == Token::Number;
    for (size_t i = m_first; i < m_out.size(); ++i)
        m_out[i].alone = solid <= 1;
}

} // namespace gouji
